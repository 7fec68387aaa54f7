"""A brief that quotes what nobody wrote, or says something on nobody's word, is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.brief import Brief, Cite, Item, Quote, Reference, Section, Sentence, pass_gate
from sayso.errors import BriefError
from sayso.model import Span

TEXT = "Мер заявив, що міст закриють."
GOOD = Quote("міст закриють", "d1", "s1", Span(15, 28))


def brief(*parts: str | Quote | Cite) -> Brief:
    return Brief(
        lang="uk",
        title="",
        standfirst="",
        sections=(Section("chronology", "", (Item((Sentence(parts),)),)),),
        sources="",
        references=(Reference(number=1, document="d1", line=""), Reference(number=2, document="d2", line="")),
    )


def text_of(name: str) -> str | None:
    return {"d1": TEXT, "d2": "Інше."}.get(name)


def test_true_brief_passes() -> None:
    true = brief("Мер: ", GOOD, " ", Cite((1,)))
    assert pass_gate(true, text_of) is true


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        (("Мер: ", Quote("міст закриють!", "d1", "s1", Span(15, 28)), Cite((1,))), "does not say"),
        (("Мер: ", Quote("міст закриють", "d1", "s1", Span(14, 27)), Cite((1,))), "does not say"),
        (("Мер: ", Quote("Міст закриють", "d1", "s1", Span(15, 28)), Cite((1,))), "does not say"),
        (("Мер: ", Quote("", "d1", "s1", Span(15, 15)), Cite((1,))), "does not say"),
        (("Мер: ", GOOD), "cites nothing"),
        (("Мер щось сказав.",), "cites nothing"),
        (("Мер: ", GOOD, Cite((3,))), r"\[3\]"),
        (("Мер: ", GOOD, Cite((2,))), "without citing"),
    ],
)
def test_untrue_brief_is_refused(parts: tuple[str | Quote | Cite, ...], wrong: str) -> None:
    with pytest.raises(BriefError, match=wrong):
        pass_gate(brief(*parts), text_of)


@pytest.mark.parametrize("text_of_nothing", [lambda _: None])
def test_reference_without_a_document_is_refused(text_of_nothing: Callable[[str], str | None]) -> None:
    with pytest.raises(BriefError, match="not in the store"):
        pass_gate(brief("Мер: ", GOOD, Cite((1,))), text_of_nothing)
