"""The tables of cues and titles of the packs that inflect: vocabularies, forms known to the dictionary, sense."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import get_args

import pytest

from sayso.languages import available, load
from sayso.languages.cues import COLUMNS, WEIGHTS
from sayso.languages.inflection import Inflection
from sayso.languages.titles import CLASSES
from sayso.languages.titles import COLUMNS as TITLE_COLUMNS
from sayso.languages.universal import UniversalMorphology
from sayso.model import Act, Certainty
from sayso.text.grammemes import Gram
from sayso.text.table import read_table

LANGUAGES = [
    code for code in available() if isinstance(load(code).morphology, Inflection | UniversalMorphology)
]
VOCABULARY = {
    "kind": {"verb", "impersonal", "prep", "noun", "predicate"},
    "act": set(get_args(Act)),
    "certainty": {"", *get_args(Certainty)} - {"certain"},
    "polarity": {"", "-"},
    "weight": set(WEIGHTS),
}
# what a verb of two words may begin with
OPENING = {"не", "твердо"}
# words that the dictionaries lack: young, or abbreviated
UNLISTED = set(
    """
    задекларировать запостить нафантазировать постить проанонсировать репостнуть твитнуть троллить
    геолокувати гіпотезувати дотепувати зрапортувати наакцентувати нагрозити огорошити повідомитися
    позвітувати предстерігати прихвастнути розкритиковувати стращати уличити умовиводити єхидничати
    комполка фронтменка
    """.split()
)
WORD = re.compile(r"[а-яёґєії'-]+")

each = pytest.mark.parametrize("language", LANGUAGES)


@cache
def cues(language: str) -> tuple[dict[str, str], ...]:
    return tuple(read_table(files("sayso.languages") / language / "cues.tsv", COLUMNS))


@cache
def titles(language: str) -> tuple[dict[str, str], ...]:
    return tuple(read_table(files("sayso.languages") / language / "titles.tsv", TITLE_COLUMNS))


def lemmas(language: str, word: str) -> set[str]:
    return {reading.lemma for reading in load(language).morphology.analyse(word)}


def test_there_are_languages_that_inflect() -> None:
    assert {"ru", "uk"} <= set(LANGUAGES)


@each
@pytest.mark.parametrize("column", sorted(VOCABULARY))
def test_every_cell_of_a_cue_is_in_its_vocabulary(language: str, column: str) -> None:
    assert {row[column] for row in cues(language)} <= VOCABULARY[column]


@each
def test_no_frame_stands_twice_in_a_row_and_no_cue_of_one_kind_twice(language: str) -> None:
    for row in cues(language):
        frames = row["frames"].split()
        assert len(frames) == len(set(frames)), row
    assert max(Counter((row["cue"], row["kind"]) for row in cues(language)).values()) == 1


@each
def test_every_preposition_says_in_which_case_its_source_stands(language: str) -> None:
    bare = [row["cue"] for row in cues(language) if row["kind"] == "prep" and "source:" not in row["frames"]]
    assert bare == []


@each
def test_words_of_cues_are_lemmas_that_the_dictionary_has_or_marked_as_forms(language: str) -> None:
    known = load(language).morphology.known  # type: ignore[attr-defined]
    wrong = [
        (row["cue"], word)
        for row in cues(language)
        for word in row["cue"].split()
        if not word.startswith("=")
        and not (word in lemmas(language, word) and (known(word) or word in UNLISTED))
    ]
    assert wrong == []


@each
def test_fixed_forms_are_whole_and_known(language: str) -> None:
    for row in cues(language):
        for word in row["cue"].split():
            if "=" in word:
                assert re.fullmatch(r"=[^=]+=", word), row
                assert load(language).morphology.analyse(word.strip("=")), row


@each
def test_a_verb_begins_with_an_infinitive(language: str) -> None:
    for row in cues(language):
        if row["kind"] == "verb":
            first = next(word.strip("=") for word in row["cue"].split() if word not in OPENING)
            readings = load(language).morphology.analyse(first)
            assert first in UNLISTED or any(r.grams & (Gram.INF | Gram.VERB | Gram.ADJ) for r in readings), (
                row
            )


@each
def test_titles_are_words_that_there_are(language: str) -> None:
    """A lemma, a plural that names a group, or an abbreviation or name as it is spelled."""
    strange = [
        row["noun"]
        for row in titles(language)
        if row["class"] in ("role", "document", "place")
        and WORD.fullmatch(row["noun"])
        and row["noun"] not in UNLISTED
        and not load(language).morphology.analyse(row["noun"])
    ]
    assert strange == []


@each
def test_classes_and_genders_of_titles_are_known(language: str) -> None:
    assert {row["class"] for row in titles(language)} == CLASSES
    assert {row["gender"] for row in titles(language)} <= {"", "m", "f", "n", "c"}
    assert max(Counter((row["noun"], row["class"]) for row in titles(language)).values()) == 1
