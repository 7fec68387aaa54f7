"""Quotations that differ, and translations that only read otherwise."""

import pytest

from reporting import report, utterance
from sayso.assess import told
from sayso.assess.wording import changed_words, wording_discrepancies

QUOTED = {"kind": "direct"}


@pytest.mark.parametrize(
    ("first", "second", "changed"),
    [
        ("We will close the plant in May", "We will reopen the plant in May", ("close", "reopen")),
        ("We will close the plant in May", "We will not close the plant in May", ("", "not")),
        ("Суд визнав його винним у шахрайстві", "Суд не визнав його винним у шахрайстві", ("", "не")),
    ],
)
def test_changed(first: str, second: str, changed: tuple[str, str]) -> None:
    assert changed_words(first, second) == changed


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("We will close the plant in May", "We will close the plants in May"),
        ("We will close the plant in May", "So we will close the plant in May"),
        ("Ми закриваємо завод уже в травні", "У травні завод припинить свою роботу"),
        ("Close it", "Open it"),
        ("Ми закриємо цей завод у травні", "Ми закриємо цей завод в травні"),
    ],
)
def test_not_changed(first: str, second: str) -> None:
    assert changed_words(first, second) is None


def test_the_sentence_is_named_with_its_place() -> None:
    (found,) = wording_discrepancies(
        utterance(
            report("a", "Thank you. We will close the plant in May.", **QUOTED),
            report("b", "We will reopen the plant in May", **QUOTED),
        )
    )
    assert found.passages[0].text == "We will close the plant in May"
    assert found.passages[0].span == (21, 51)


def test_words_that_are_not_quoted_may_differ() -> None:
    told = utterance(
        report("a", "We will close the plant in May"), report("b", "We will reopen the plant in May")
    )
    assert list(wording_discrepancies(told)) == []


def test_another_institution_across_languages() -> None:
    (found,) = wording_discrepancies(
        utterance(
            report("a", "This breaks the rules of the UN", **QUOTED),
            report("b", "Это нарушает правила ООН", lang="ru", **QUOTED),
            report("c", "Це порушує правила НАТО", lang="uk", **QUOTED),
        )
    )
    assert found.departs == ("c",)


def test_a_plan_told_as_a_deed() -> None:
    plan = {"act": "predict"}
    (found,) = wording_discrepancies(
        utterance(
            report("a", "the reactor will be ready in June", **plan),
            report("b", "реактор буде готовий у червні", lang="uk", **plan),
            report("c", "the reactor will start in June", **plan),
        )
    )
    assert found.departs == ("c",)
    assert "ready or planned" in told(found.reasons)
