"""Morphology by an analyser that speaks Universal Dependencies, and Russian as the one that uses it."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import PackError
from sayso.languages import load
from sayso.languages.universal import UniversalMorphology
from sayso.text.grammemes import NAMES, Gram


def morphology() -> UniversalMorphology:
    found = load("ru").morphology
    assert isinstance(found, UniversalMorphology)
    return found


def grams(names: str) -> int:
    return sum(int(NAMES[name]) for name in names.split())


@pytest.mark.parametrize(
    ("word", "lemma", "names"),
    [
        ("министром", "министр", "noun ins masc sing anim"),
        ("Москве", "Москва", "noun loc sing prop geo"),
        ("Путину", "Путин", "noun dat masc sing anim prop lname"),
        ("Ивановной", "Ивановна", "noun ins fem sing prop patr"),
        ("Любовь", "Любовь", "noun nom fem sing prop fname"),
        ("НАТО", "НАТО", "noun abbr"),
        ("сказала", "сказать", "verb past fem sing perf"),
        ("говорят", "говорить", "verb pres p3 plur imperf"),
        ("заявляя", "заявлять", "gerund imperf"),
        ("его", "его", "pron poss"),
        ("его", "он", "pron personal gen masc"),
        ("которая", "который", "pron rel nom fem"),
        ("можно", "можно", "predic"),
        ("быстрее", "быстрый", "compar"),
        # what the analyser has under the verb
        ("сообщено", "сообщить", "verb impers"),
        ("задержанного", "задержанный", "adj partcp gen masc"),
        ("закрыты", "закрытый", "adj partcp nom plur predic"),
        ("требуется", "требоваться", "verb pres p3"),
        # people called by a participle
        ("подозреваемому", "подозреваемый", "noun dat masc"),
        # no dictionary has it
        ("Байденом", "Байден", "noun prop ins masc"),
    ],
)
def test_a_reading_is_found(word: str, lemma: str, names: str) -> None:
    wanted = grams(names)
    assert any(r.lemma == lemma and r.grams & wanted == wanted for r in morphology().analyse(word))


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("требуется", "inf"),
        ("задержанного", "past"),  # a participle with cases is no finite verb
        ("заявляя", "pres"),
        ("напоминаем", "partcp"),
        ("роман", "fname"),  # in lower case nobody's name
        ("Им", "lname"),
    ],
)
def test_a_reading_that_must_not_be_there(word: str, names: str) -> None:
    assert not any(r.grams & grams(names) for r in morphology().analyse(word))


@pytest.mark.parametrize("word", ["", "-", "1", "NATO", "😀"])
def test_what_is_no_word_has_no_reading(word: str) -> None:
    assert morphology().analyse(word) == ()


def test_an_unknown_name_on_a_vowel_may_stay_as_it_is_in_every_case() -> None:
    first = morphology().analyse("Рютте")[0]
    assert first.lemma == "Рютте"
    assert not first.grams & Gram.NOM  # no case at all: it agrees with any


@pytest.mark.parametrize(("word", "lemma"), [("стали", "стать"), ("еще", "ещё"), ("qwxz", "qwxz"), ("", "")])
def test_the_likeliest_lemma(word: str, lemma: str) -> None:
    assert morphology().lemma(word) == lemma


@pytest.mark.parametrize(
    ("word", "lemma", "names", "form"),
    [
        ("министра", "министр", "nom sing", "министр"),
        ("украинского", "украинский", "nom fem", "украинская"),
        ("задержанных", "задержанный", "nom plur", "задержанные"),
        ("министр", "стол", "gen", None),
    ],
)
def test_inflect(word: str, lemma: str, names: str, form: str | None) -> None:
    assert morphology().inflect(word, lemma, grams(names)) == form


def test_what_is_guessed_is_not_known() -> None:
    assert morphology().known("министра")
    assert not morphology().known("Байденом")


def test_a_setting_that_there_is_not_is_named() -> None:
    with pytest.raises(PackError, match="analyzer"):
        UniversalMorphology(files("sayso.languages.ru"), {"analyser": "rumorph", "analyzer": "x"})


@settings(deadline=None)
@given(st.text(max_size=12) | st.text("абвгийяё-'", max_size=12))
def test_any_text_can_be_asked_about(word: str) -> None:
    readings = morphology().analyse(word)
    assert readings == tuple(dict.fromkeys(readings))
    assert all(reading.lemma and reading.grams for reading in readings)
    assert isinstance(morphology().lemma(word), str)
    for reading in readings[:2]:
        morphology().inflect(word, reading.lemma, int(Gram.GEN))
