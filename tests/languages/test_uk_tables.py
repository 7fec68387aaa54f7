"""The Ukrainian tables of cues and titles: vocabularies, forms known to the dictionary, inflected cues."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import pytest

from sayso.languages import load
from sayso.languages.cues import Cue, read_cues
from sayso.text.grammemes import NAMES, Gram
from sayso.text.table import read_table

FOLDER = files("sayso.languages.uk")
CUE_COLUMNS = ("cue", "kind", "act", "frames", "certainty", "polarity", "weight")
TITLE_COLUMNS = ("noun", "class", "gender")
FRAMES = {
    "that", "quote", "colon", "paren", "about", "how", "inf", "acc", "gen", "dat", "ins", "loc",
    "acc+ins", "acc+inf", "acc+in:loc", "acc+as:acc", "addressee:acc", "addressee:dat",
    "for:acc", "on:acc", "on:loc", "in:acc", "in:loc", "to:gen", "from:gen", "against:gen", "with:ins",
    "source:gen", "source:acc", "source:ins", "source:dat", "source:loc",
}  # fmt: skip
CLASSES = {"role", "group", "organization", "outlet", "document", "place"}
PLURALS = {"матеріали", "результати", "мемуари", "кадри", "присутня"}
CYRILLIC = re.compile(r"[а-щьюяєіїґ'-]+")


@cache
def cues() -> tuple[dict[str, str], ...]:
    return tuple(read_table(FOLDER / "cues.tsv", CUE_COLUMNS))


@cache
def by_key() -> dict[tuple[str, str], Cue]:
    return {(cue.name, cue.kind): cue for cue in read_cues(FOLDER / "cues.tsv")}


@cache
def titles() -> tuple[dict[str, str], ...]:
    return tuple(read_table(FOLDER / "titles.tsv", TITLE_COLUMNS))


def lemmas(word: str) -> set[str]:
    return {reading.lemma for reading in load("uk").morphology.analyse(word)}


def test_frames_are_known_and_none_stands_twice_in_a_row() -> None:
    for row in cues():
        frames = row["frames"].split()
        assert set(frames) <= FRAMES, row
        assert len(frames) == len(set(frames)), row


def test_only_verbs_and_predicates_are_addressed_to_somebody() -> None:
    assert {row["kind"] for row in cues() if "addressee:" in row["frames"]} == {"verb", "predicate"}


def test_a_verb_begins_with_an_infinitive() -> None:
    for row in cues():
        if row["kind"] == "verb":
            first = next(word for word in row["cue"].split() if word not in ("не", "твердо"))
            grams = [
                reading.grams for reading in load("uk").morphology.analyse(first) if reading.lemma == first
            ]
            assert any(gram & int(Gram.INF) for gram in grams), row


@pytest.mark.parametrize(
    ("form", "cue", "kind"),
    [
        ("заявила", "заявити", "verb"),
        ("наголошують", "наголошувати", "verb"),
        ("спростував", "спростувати", "verb"),
        ("запевняючи", "запевняти", "verb"),
        ("пожалілися", "пожалітися", "verb"),
        ("з’ясували", "з'ясувати", "verb"),
        ("повідомлялося", "повідомлятися", "impersonal"),
        ("твердженнями", "твердження", "noun"),
        ("переконані", "переконаний", "predicate"),
    ],
)
def test_inflected_cues_are_found_by_their_lemma(form: str, cue: str, kind: str) -> None:
    assert cue in lemmas(form)
    assert (cue, kind) in by_key()


@pytest.mark.parametrize(
    "word", ["рік", "рай", "умов", "стіл", "будинок", "бігти", "ремонтувати", "зустріти"]
)
def test_common_words_start_no_cue(word: str) -> None:
    first_words = {cue.words[0][1] for cue in by_key().values()}
    assert not (lemmas(word) | {word}) & first_words


@pytest.mark.parametrize(
    ("cue", "kind", "act", "polarity", "certainty"),
    [
        ("заявити", "verb", "state", "", None),
        ("підтвердити", "verb", "confirm", "", None),
        ("спростувати", "verb", "deny", "-", None),
        ("не виключати", "verb", "state", "", "possible"),
        ("відмовитися коментувати", "verb", "decline", "", "unknown"),
        ("спрогнозувати", "verb", "predict", "", None),
        ("застерегти", "verb", "warn", "", None),
        ("закликати", "verb", "urge", "", None),
        ("звинуватити", "verb", "accuse", "", None),
        ("пообіцяти", "verb", "promise", "", None),
        ("попросити", "verb", "ask", "", None),
        ("=за= =оцінками=", "prep", "estimate", "", None),
        ("=ходять= =чутки=", "impersonal", "state", "", "possible"),
    ],
)
def test_acts_polarities_and_certainties(
    cue: str, kind: str, act: str, polarity: str, certainty: str | None
) -> None:
    found = by_key()[cue, kind]
    assert (found.act, found.polarity, found.certainty) == (act, polarity, certainty)


@pytest.mark.parametrize("case", ["gen", "acc", "ins"])
def test_prepositional_cues_govern(case: str) -> None:
    examples = {"gen": "=за= =словами=", "acc": "=з= =посиланням= =на=", "ins": "=згідно= =з="}
    assert by_key()[examples[case], "prep"].source_case() == case
    assert case in NAMES


def test_titles_of_one_word_are_lemmas_unless_they_name_a_group() -> None:
    wrong = [
        row["noun"]
        for row in titles()
        if row["class"] != "group"
        and CYRILLIC.fullmatch(row["noun"])
        and not row["noun"].endswith("а")  # feminine forms of adjectives: поліцейська
        and row["noun"] not in {lemma.lower() for lemma in lemmas(row["noun"])}
    ]
    assert set(wrong) == PLURALS


@pytest.mark.parametrize(
    ("noun", "title_class", "gender"),
    [
        ("президент", "role", "c"),
        ("речниця", "role", "f"),
        ("король", "role", "m"),
        ("голова", "role", "c"),
        ("міністерство", "organization", "n"),
        ("газета", "outlet", "f"),
        ("звіт", "document", "m"),
        ("росіяни", "group", ""),
        ("брифінг", "place", ""),
    ],
)
def test_examples_of_titles(noun: str, title_class: str, gender: str) -> None:
    assert {"noun": noun, "class": title_class, "gender": gender} in titles()


@pytest.mark.parametrize("word", ["вада", "лад", "захід", "ринок", "місто", "голос", "факти", "тиждень"])
def test_common_words_are_no_titles(word: str) -> None:
    assert word not in {row["noun"].lower() for row in titles()}
