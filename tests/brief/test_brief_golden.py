"""A whole brief in Ukrainian and in English, to be read by a person: what stands in `golden` is agreed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.brief.marked import claim, day, document, marked, utterance

from sayso.brief import compose, pass_gate
from sayso.brief.formats import FORMATS
from sayso.model import Account, Discrepancy, Document, Passage, Reason, Report

GOLDEN = Path(__file__).parent / "golden"
STEEL = {"name": "Олена Кравець", "role": "речниця «Сталі»"}
MAYOR = {"name": "Іван Гнатюк", "role": "мер Тернівки"}


class Story:
    """Reports with their documents, as they are made."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}

    def told(
        self, sentence: str, lang: str = "uk", title: str | None = None, **known: Any
    ) -> tuple[Report, str]:
        report, text = marked(sentence, lang, document=f"d{len(self.documents) + 1}", **known)
        self.documents[report.document] = document(report, text, title)
        return report, text


def story() -> tuple[list[Account], dict[str, Document]]:
    """A plant that is to be sold: rumoured, claimed, denied, confirmed, with a lost word and an echo."""
    made = Story()
    rumour = utterance(
        made.told("<За даними джерел>, [Завод продадуть до зими].", outlet="Вісник", published=day(2)),
        made.told(
            "<Sources said> [the plant would be sold by winter].", "en", outlet="Post", published=day(3)
        ),
        made.told("<Повідомлялося>, що [завод продадуть до зими].", outlet="Голос", published=day(3)),
    )
    denial = utterance(
        made.told("{Речниця «Сталі» Олена Кравець} <назвала> [чутки про продаж заводу] вигадкою.", act="deny",
                  polarity="-", said=day(4), outlet="Голос", published=day(4), title="«Сталь»: ні", **STEEL),
    )  # fmt: skip
    open_yet = utterance(
        made.told("{Mayor Ivan Hnatiuk} <would not confirm> that [the plant was for sale].", "en", act="decline",
                  certainty="unknown", name="Ivan Hnatiuk", said=day(5), outlet="Post", published=day(5)),
    )  # fmt: skip
    sold = utterance(
        made.told("{Мер Тернівки Іван Гнатюк} <підтвердив>, що [завод продано].", act="confirm", said=day(28),
                  outlet="Вісник", published=day(28), title="Завод продано", via=["Укрінформ"], **MAYOR),
        made.told("{Ivan Hnatiuk} <confirmed> that [the plant had been sold].", "en", act="confirm", said=day(28),
                  outlet="Post", published=day(29)),
    )  # fmt: skip
    jobs = [
        made.told("«[На заводі працюють понад 600 людей]», – <сказала> {Олена Кравець}.", kind="direct", said=day(28),
                  outlet="Голос", published=day(29), **STEEL),
        made.told("[More than 600,000 people work at the plant], {Olena Kravets} <said>.", "en", name="Olena Kravets",
                  outlet="Post", published=day(29)),
    ]  # fmt: skip
    echo = utterance(
        *(made.told("{Аналітики} <припускають>, що [ціна сягне мільярда].", type="group", certainty="possible",
                    said=(day(10), day(20)), outlet=name, published=day(21)) for name in ("Вісник", "Голос", "Час"))
    )  # fmt: skip
    lost = utterance(made.told("{Рада} <обговорила> [ціну].", type="organization", outlet="Час"))
    accounts = [
        claim("confirmed", 1, ("report", rumour, "rumoured"), ("deny", denial, "disputed"), ("decline", open_yet, None),
              ("confirm", sold, "confirmed")),
        differing(claim("alleged", 3, ("assert", utterance(*jobs), "alleged")), jobs),
        claim("alleged", 3, ("assert", echo, "alleged")),
        claim(None, 6, ("report", lost, None)),
    ]  # fmt: skip
    return accounts, made.documents


def differing(account: Account, jobs: list[tuple[Report, str]]) -> Account:
    """Return the claim with what its reports differ in: one of them lost a word."""
    passages = []
    for (report, text), words in zip(jobs, ("понад 600", "More than 600,000"), strict=True):
        at = text.index(words)
        passages.append(
            Passage(document=report.document, statement=report.id, text=words, span=(at, at + len(words)))  # type: ignore[arg-type]
        )
    found = Discrepancy(
        subject=account.claim.utterances[0].id,
        passages=tuple(passages),
        reasons=(Reason(code="number.lost-thousand", values={}),),
        what="number",
        departs=(jobs[0][0].document,),
    )
    return msgspec.structs.replace(account, discrepancies=(found,))


@pytest.mark.parametrize("lang", ["uk", "en"])
def test_brief_reads_as_agreed(lang: str) -> None:
    """After a wanted change delete the file; the test writes it anew and fails once, for a person to read it."""
    accounts, documents = story()
    brief = pass_gate(compose(accounts, documents, lang, topic="Завод" if lang == "uk" else "The plant"),
                      lambda name: documents[name].text if name in documents else None)  # fmt: skip
    written = FORMATS["md"].render(brief).decode()
    golden = GOLDEN / f"brief-{lang}.md"
    if not golden.exists():
        golden.write_text(written, encoding="utf-8")
        pytest.fail(f"{golden.name} was written: read it and keep it")
    assert written == golden.read_text(encoding="utf-8")
