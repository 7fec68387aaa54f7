"""The English tables of cues, titles and names: vocabularies, lemmas known to the dictionary, inflected cues."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest

from sayso.languages import load
from sayso.languages.cues import Cue, read_cues
from sayso.languages.titles import CLASSES, read_titles
from sayso.text.grammemes import Gram
from sayso.text.table import read_table

FOLDER = files("sayso.languages.en")
FEWEST = {"cues": 900, "titles": 2000, "names": 2000}


@cache
def cues() -> tuple[Cue, ...]:
    return tuple(read_cues(FOLDER / "cues.tsv"))


@cache
def names() -> tuple[dict[str, str], ...]:
    return tuple(read_table(FOLDER / "names.tsv", ("name", "kind")))


def lemmas(word: str) -> set[str]:
    return {reading.lemma for reading in load("en").morphology.analyse(word)}


def test_the_tables_are_rich() -> None:
    titles = list(read_titles(FOLDER / "titles.tsv"))
    sizes = {"cues": len(cues()), "titles": len(titles), "names": len(names())}
    assert {name for name, size in sizes.items() if size < FEWEST[name]} == set()
    assert {title_class for _, title_class in titles} == CLASSES


def test_words_of_cues_are_lemmas_or_marked_as_forms() -> None:
    wrong = [
        (cue.name, word)
        for cue in cues()
        for fixed, word in cue.words
        if not fixed and word not in lemmas(word)
    ]
    assert wrong == []


def test_fixed_forms_are_known() -> None:
    wrong = [
        (cue.name, word)
        for cue in cues()
        for fixed, word in cue.words
        if fixed and not load("en").morphology.analyse(word)
    ]
    assert wrong == []


def test_a_verb_begins_with_an_infinitive() -> None:
    wrong = []
    for cue in cues():
        fixed, word = next(pair for pair in cue.words if pair[1] not in ("neither", "not"))
        readings = load("en").morphology.analyse(word)
        if cue.kind == "verb" and not fixed and not any(grams & Gram.INF for _, grams in readings):
            wrong.append(cue.name)
    assert wrong == []


def test_titles_in_lower_case_are_known_to_the_dictionary() -> None:
    wrong = [
        noun
        for noun, _ in read_titles(FOLDER / "titles.tsv")
        if noun.islower() and "-" not in noun and not load("en").morphology.analyse(noun)
    ]
    assert wrong == []


def test_kinds_of_names_are_known_and_no_first_name_is_a_place_twice() -> None:
    assert {row["kind"] for row in names()} == {"m", "f", "c", "place", "body"}
    pairs = [(row["name"], row["kind"]) for row in names()]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("form", "cue", "kind"),
    [
        ("said", "say", "verb"),
        ("denied", "deny", "verb"),
        ("told", "tell", "verb"),
        ("claims", "claim", "verb"),
        ("claims", "claim", "noun"),
        ("warnings", "warning", "noun"),
    ],
)
def test_inflected_cues_are_found_by_their_lemma(form: str, cue: str, kind: str) -> None:
    assert cue in lemmas(form)
    assert any((each.name, each.kind) == (cue, kind) for each in cues())


@pytest.mark.parametrize("word", ["house", "river", "drive", "table", "walk", "buy", "eat"])
def test_common_words_start_no_cue(word: str) -> None:
    assert word not in {cue.words[0][1] for cue in cues()}


@pytest.mark.parametrize(
    ("cue", "kind", "act", "polarity", "certainty"),
    [
        ("say", "verb", "state", "", None),
        ("confirm", "verb", "confirm", "", None),
        ("deny", "verb", "deny", "-", None),
        ("dismiss", "verb", "deny", "-", None),
        ("decline to comment", "verb", "decline", "", "unknown"),
        ("predict", "verb", "predict", "", None),
        ("expect", "verb", "predict", "", "probable"),
        ("warn", "verb", "warn", "", None),
        ("urge", "verb", "urge", "", None),
        ("accuse", "verb", "accuse", "", None),
        ("pledge", "verb", "promise", "", None),
        ("ask", "verb", "ask", "", None),
        ("estimate", "verb", "estimate", "", None),
        ("according =to=", "prep", "state", "", None),
        ("=it= be report", "impersonal", "state", "", None),
    ],
)
def test_acts_polarities_and_certainties(
    cue: str, kind: str, act: str, polarity: str, certainty: str | None
) -> None:
    found = next(each for each in cues() if (each.name, each.kind) == (cue, kind))
    assert (found.act, found.polarity, found.certainty) == (act, polarity, certainty)
