from __future__ import annotations

import pytest

from sayso.grammar import agreement, forms
from sayso.grammar.forms import Form, Forms
from sayso.text.grammemes import Gram
from sayso.text.morphology import Analysis
from sayso.text.tokens import tokenise

NAME = Gram.NOUN | Gram.FEM | Gram.ANIM
READINGS = {
    "віра": (Analysis("віра", Gram.NOUN | Gram.NOM | Gram.FEM | Gram.SING | Gram.INAN),),
    "Віри": (
        Analysis("Віра", NAME | Gram.FNAME | Gram.GEN | Gram.SING),
        Analysis("Віра", Gram.NOUN | Gram.FNAME | Gram.NOM | Gram.PLUR),
    ),
    "нова": (Analysis("новий", Gram.ADJ | Gram.NOM | Gram.FEM | Gram.SING),),
    "сказала": (Analysis("сказати", Gram.VERB | Gram.PAST | Gram.FEM | Gram.SING),),
    "мати": (
        Analysis("мати", NAME | Gram.NOM | Gram.SING),
        Analysis("мати", Gram.VERB | Gram.INF),
    ),
    "митець-аматор": (Analysis("митець-аматор", NAME | Gram.NOM | Gram.SING),),
    "новий-аматор": (Analysis("новий-аматор", NAME | Gram.NOM | Gram.SING),),
    "моя": (Analysis("мій", Gram.DET | Gram.POSS | Gram.NOM | Gram.FEM),),
}


class Dictionary:
    """A dictionary of a few words that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        self.asked.append(word)
        return READINGS.get(word, ())

    def lemma(self, word: str) -> str:
        return word

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        return None


CLASSES = {
    "митець": frozenset({"role"}),
    "новий": frozenset({"fresh"}),
    "сказати": frozenset({"saying"}),
    "НАТО": frozenset({"body"}),
}


def form(text: str) -> Form:
    return Forms(Dictionary(), CLASSES).of(tokenise(text)[0])


@pytest.mark.parametrize(
    ("text", "noun", "modifier", "finite"),
    [
        ("віра", agreement.NOM & agreement.FEM, 0, False),
        ("нова", 0, agreement.NOM & agreement.FEM, False),
        ("моя", 0, agreement.NOM & agreement.FEM, False),
        ("сказала", 0, 0, True),
        ("мати", agreement.NOM & agreement.FEM, 0, False),
        ("15", 0, agreement.ANY, False),
        ("щось", 0, 0, False),
        ("?", 0, 0, False),
    ],
)
def test_cells_and_finiteness(text: str, noun: int, modifier: int, finite: bool) -> None:
    found = form(text)
    assert (found.noun, found.modifier, found.finite) == (noun, modifier, finite)


def test_nobody_is_called_by_a_first_name_in_the_plural() -> None:
    assert form("Віри").noun == agreement.GEN & agreement.FEM


@pytest.mark.parametrize(
    ("text", "abbreviation"),
    [
        ("НАТО", True),
        ("ООН", True),
        ("Я", False),
        ("Нато", False),
        ("ЗАЯВА", True),
        ("ПРЕЗИДЕНТ", False),
        ("15", False),
    ],
)
def test_short_capitals_abbreviate(text: str, abbreviation: bool) -> None:
    assert form(text).abbreviation is abbreviation


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("нова", {"fresh"}),
        ("сказала", {"saying"}),
        ("НАТО", {"body"}),
        ("нато", set()),
        ("віра", set()),
        # with another word to it only a role is of the same kind
        ("митець-аматор", {"role"}),
        ("новий-аматор", set()),
    ],
)
def test_classes_are_found_by_lemma_and_by_spelling(text: str, classes: set[str]) -> None:
    assert form(text).classes == classes


def test_what_readings_say() -> None:
    both, unknown = form("мати"), form("щось")
    assert both.has(Gram.VERB)
    assert both.first(Gram.NOUN)
    assert not both.first(Gram.VERB)
    assert not both.only(Gram.NOUN)
    assert both.only(Gram.NOUN | Gram.VERB)
    assert not unknown.only(Gram.NOUN)
    assert not unknown.first(Gram.NOUN)
    assert form("Віри").name
    assert not both.name


def test_capitals_and_kinds() -> None:
    assert form("Віри").capital
    assert not form("віра").capital
    assert form("віра").word
    assert not form("15").word


def test_a_spelling_is_looked_up_once() -> None:
    dictionary = Dictionary()
    known = Forms(dictionary, {})
    first, second, number = tokenise("віра віра 15")
    assert known.of(first) is known.of(second)
    known.of(number)
    assert dictionary.asked == ["віра"]


def test_the_cache_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "_CACHE_LIMIT", 2)
    dictionary = Dictionary()
    known = Forms(dictionary, {})
    for token in tokenise("віра нова мати віра"):
        known.of(token)
    assert dictionary.asked == ["віра", "нова", "мати", "віра"]
