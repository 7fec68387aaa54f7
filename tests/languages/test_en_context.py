"""English words in their places: parted, tagged, grouped, and given the case of their place."""

from __future__ import annotations

import pytest

from passages import passage, said
from sayso.grammar import agreement
from sayso.grammar.forms import Form
from sayso.grammar.phrases import PhraseParser
from sayso.languages import load
from sayso.text.grammemes import Gram


def words(text: str) -> list[str]:
    return [token.text for token in passage(text, "en").tokens]


def form_of(text: str) -> Form:
    """Return the form of the word between bars."""
    before, word, _ = text.split("|")
    p = passage(text.replace("|", ""), "en")
    return next(
        p.forms[token.index] for token in p.tokens if token.start == len(before) and token.text == word
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Seoul's claims", ["Seoul", "’s", "claims"]),
        ("They don't know", ["They", "do", "n’t", "know"]),
        ("officials' reports", ["officials", "'", "reports"]),
        ("the U.S. said", ["the", "U.S.", "said"]),
        ("J.K. Rowling", ["J.K.", "Rowling"]),
        ("five o'clock", ["five", "o’clock"]),
        ("They can't", ["They", "ca", "n’t"]),
        ("said Lt. Gen. Ann Marsh", ["said", "Lt", "Gen", "Ann", "Marsh"]),
        ("It fell in Sept. Snow lay", ["It", "fell", "in", "Sept", ".", "Snow", "lay"]),
        ("He is a dr. and a friend", ["He", "is", "a", "dr", ".", "and", "a", "friend"]),
    ],
)
def test_words_are_parted_and_joined(text: str, parts: list[str]) -> None:
    from sayso.text.normalise import normalise

    assert words(normalise(text).text) == parts


def test_tokens_keep_their_places() -> None:
    text = "Seoul’s claims about the U.S. aren’t true"
    p = passage(text, "en")
    assert [token.index for token in p.tokens] == list(range(len(p.tokens)))
    assert all(text[token.start : token.end] == token.text for token in p.tokens)


@pytest.mark.parametrize(
    "text",
    [
        "The agency |reports| that it rained.",
        "Officials |claim| the bridge is safe.",
        "“It is late,” |says| the mayor.",
        "The mayor |told| reporters that it rained.",
        "The mayor has |denied| the report.",
        "She did not |say| who came.",
        "“It was a mistake,” |admitted| the airline.",
    ],
)
def test_a_word_carries_its_clause(text: str) -> None:
    form = form_of(text)
    assert form.finite
    assert form.first(Gram.VERB)


@pytest.mark.parametrize(
    "text",
    [
        "The |reports| were false.",
        "Their |claims| surprised the town.",
        "The |fear| of rain kept them home.",
        "It was in the |states| of the south.",
        "Two |calls| came at night.",
    ],
)
def test_a_word_is_a_noun(text: str) -> None:
    form = form_of(text)
    assert form.noun
    assert not form.finite


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("The |mayor| said it.", agreement.NOM),
        ("They saw the |mayor|.", agreement.ACC | agreement.DAT),
        ("The office of the |mayor| burned.", agreement.GEN),
        ("“It is late,” said the |mayor|.", agreement.NOM),
        ("The head of the office in |Kyiv| said it.", agreement.ACC | agreement.INS | agreement.LOC),
        ("They met on |Monday|.", agreement.ACC | agreement.INS | agreement.LOC),
        ("They slept after |Russia| invaded.", agreement.NOM),
        ("She said |Monday| that it rained.", agreement.INS),
        ("|He| said it.", agreement.NOM),
        ("They told |him| to go.", agreement.ACC | agreement.DAT),
    ],
)
def test_a_place_gives_the_case(text: str, cases: int) -> None:
    mask = form_of(text).noun
    assert mask
    assert not mask & ~cases


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("NATO chief Mark Rutte said it.", "NATO chief Mark Rutte", "Mark Rutte"),
        ("South Korea's spy agency said it.", "South Korea’s spy agency", None),
        ("US Defense Secretary Lloyd Austin said it.", "US Defense Secretary Lloyd Austin", "Lloyd Austin"),
        ("The White House said it.", "The White House", "White House"),
        ("The head of the office said it.", "The head of the office", None),
        ("Officials in Seoul and Kyiv said it.", "Officials in Seoul and Kyiv", None),
        ("His chief of staff Andriy Yermak said it.", "His chief of staff Andriy Yermak", "Andriy Yermak"),
        ("Kim Hong-kyun said it.", "Kim Hong-kyun", "Kim Hong-kyun"),
        ("The United States said it.", "The United States", "United States"),
    ],
)
def test_noun_phrases_and_their_names(text: str, phrase: str, name: str | None) -> None:
    from sayso.text.normalise import normalise

    p = passage(normalise(text).text, "en")
    found = PhraseParser(p).at(0, len(p.tokens))
    assert found is not None
    assert said(p, found.start, found.end) == phrase
    assert (said(p, *found.name) if found.name else None) == name


@pytest.mark.parametrize(
    ("word", "grams"),
    [
        ("Anna", Gram.FNAME | Gram.FEM),
        ("Paul", Gram.FNAME | Gram.MASC),
        ("Kyiv", Gram.GEO),
        ("Reuters", Gram.ORG),
        ("Zarubin", Gram.LNAME),
        ("DPRK", Gram.GEO),
        ("U.S.", Gram.GEO),
    ],
)
def test_names_tell_what_they_name(word: str, grams: int) -> None:
    readings = load("en").morphology.analyse(word)
    assert readings[0].grams & grams == grams


def test_a_people_is_no_surname() -> None:
    assert not any(grams & Gram.LNAME for _, grams in load("en").morphology.analyse("Korean"))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("said", "say"), ("officials", "official"), ("Ukraine's", "Ukraine"), ("zorbled", "zorbled")],
)
def test_lemmas(word: str, lemma: str) -> None:
    assert load("en").morphology.lemma(word) == lemma
