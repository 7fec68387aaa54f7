from __future__ import annotations

import pytest

from passages import passage, said
from sayso.extract.cue import find_cues, scope_of, verb_cells
from sayso.grammar import agreement
from sayso.languages import load
from sayso.languages.cues import CueMatch

CELLS = {"m": agreement.MASC, "f": agreement.FEM, "n": agreement.NEUT, "p": agreement.PLUR}


@pytest.mark.parametrize(
    ("word", "subjects"),
    [
        ("сказав", "m"),
        ("сказала", "f"),
        ("сказало", "n"),
        ("сказали", "p"),
        ("каже", "mfn"),
        ("кажуть", "p"),
        ("скаже", "mfn"),
        ("кажу", ""),
        ("кажемо", ""),
        ("кажеш", ""),
        ("сказати", ""),
        ("кажучи", ""),
        ("сказано", ""),
        ("лікарка", ""),
    ],
)
def test_whom_a_verb_can_have_as_its_subject(word: str, subjects: str) -> None:
    found = verb_cells(passage(word).forms[0])
    assert "".join(letter for letter, cells in CELLS.items() if found & cells) == subjects


def cues_of(text: str) -> list[CueMatch]:
    p = passage(text)
    return find_cues(p, load("uk").cues, 0, len(p.tokens))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Лікарка повідомила новину", "повідомити"),
        ("Лікарі повідомляють новину", "повідомляти"),
        ("За словами лікарки все добре", "=за= =словами="),
        ("За її словами все добре", "=за= =словами="),
        ("Лікарня висловила щиру подяку", "висловити подяка"),
        ("Повідомляється, що все добре", "повідомлятися"),
    ],
)
def test_cues_are_found_in_any_form(text: str, cue: str) -> None:
    assert cue in [found.cue.name for found in cues_of(text)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Повідом новину", "повідомити"),
        ("Повідомлю новину", "повідомити"),
        ("Треба повідомити новину", "повідомити"),
        ("За вікном дощ", "=за= =словами="),
        ("За столом словами не грають", "=за= =словами="),
        ("Лікарня подякувала", "висловити подяка"),
    ],
)
def test_cues_that_are_not_there(text: str, cue: str) -> None:
    assert cue not in [found.cue.name for found in cues_of(text)]


def test_without_words_there_are_no_cues() -> None:
    assert cues_of("") == []
    assert cues_of("15 – 17, …") == []


def test_shorter_cues_stand_behind_the_longer_to_be_tried_after_it() -> None:
    found = [match for match in cues_of("Лікарня висловила щиру подяку") if match.cue.kind == "verb"]
    assert [match.positions for match in found] == [(1, 3), (1,)]
    assert (found[0].start, found[0].end) == (1, 4)


def test_no_cue_begins_inside_a_longer_one() -> None:
    """ "Подяка" is a cue of its own, but not where it belongs to "висловити подяку"."""
    assert [match.start for match in cues_of("Лікарня висловила щиру подяку")] == [1, 1]
    assert {match.start for match in cues_of("Лікарня отримала щиру подяку")} == {3}


@pytest.mark.parametrize(
    ("text", "cue", "rest"),
    [
        ("Мер заявив, що міст відкриють.|", "заявив", None),
        ("Мер заявив, що міст відкриють |і додав, що буде парад.", "заявив", "що"),
        ("Мер заявив, що міст відкриють|, але зауважив, що пізніше.", "заявив", "що"),
        ("Мер заявив, що міст відкриють|, повідомляє пресслужба.", "заявив", "що"),
        ("Мер заявив, що міст відкриють |– повідомляє пресслужба.", "заявив", "що"),
        ("Мер заявив, що міст, який будували рік, відкриють.|", "заявив", None),
        ("Мер заявив, що чекає на міст і парад.|", "заявив", None),
    ],
)
def test_a_content_stops_where_another_cue_takes_over(text: str, cue: str, rest: str | None) -> None:
    kept = text.partition("|")[0].strip().rstrip(".")
    p = passage(text.replace("|", ""))
    cues = find_cues(p, load("uk").cues, 0, len(p.tokens))
    (match,) = [found for found in cues if p.tokens[found.start].text == cue]
    scope = scope_of(p, cues, match, p.sentences[0])
    assert said(p, scope.start, scope.rest) == kept


def test_a_cue_inside_a_quotation_keeps_to_its_sentence_there() -> None:
    p = passage("«Учора йшов сніг. Сусідка сказала, що він розтане. Тепер відлига», – пише мер.")
    cues = find_cues(p, load("uk").cues, 0, len(p.tokens))
    (match,) = [found for found in cues if p.tokens[found.start].text == "сказала"]
    scope = scope_of(p, cues, match, p.sentences[0])
    assert said(p, scope.start, scope.rest) == "Сусідка сказала, що він розтане"
