"""The tables of words: valid, and found in three languages."""

import pytest

from sayso.assess import marking
from sayso.assess.marking import Marker, event_kinds, find_marker, stem, unit_kinds
from sayso.errors import PackError


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("суд якобы отложен", "doubt", "якобы"),
        ("the court has not yet ruled", "not-yet", "not yet"),
        ("суд ще не вирішив", "not-yet", "ще не"),
        ("45 тисяч", "thousand", "тисяч"),
        ("Понад 45", "lower", "Понад"),
        ("there is no evidence", "unproven", "no evidence"),
    ],
)
def test_found(text: str, kind: Marker, word: str) -> None:
    match = find_marker(text, kind)
    assert match is not None
    assert match.group() == word


@pytest.mark.parametrize(
    ("text", "kind"),
    [("notable", "negation"), ("overall", "lower"), ("незабаром", "negation"), ("firstly", "already")],
)
def test_not_found(text: str, kind: Marker) -> None:
    assert find_marker(text, kind) is None


def test_kinds() -> None:
    assert unit_kinds("поранених пацієнтів") == {"person"}
    assert unit_kinds(None) == frozenset()
    assert event_kinds("The dam was closed") == {"closure"}
    assert "arrest" in event_kinds("його затримали")


def test_stems_of_inflected_words_meet() -> None:
    assert stem("заводу") == stem("заводі")
    assert stem("May") == "may"


def test_an_unknown_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PackError, match="no such kind"):
        marking._table("units.tsv", frozenset({"person"}))
