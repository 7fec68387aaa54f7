import pytest

from sayso.grammar.forms import Form
from sayso.languages.cues import Cue, CueLexicon
from sayso.text.grammemes import Gram
from sayso.text.morphology import Analysis

LEMMAS = {"says": "say", "said": "say", "made": "make", "statements": "statement", "clear": "clear"}


def cue(name, kind="verb", weight=3):
    words = tuple((word.startswith("="), word.strip("=")) for word in name.split())
    return Cue(name, words, kind, "state", frozenset(), None, "", weight)


LEXICON = CueLexicon(
    [
        cue("say"),
        cue("make clear"),
        cue("make statement"),
        cue("make"),
        cue("=in= =words=", kind="prep"),
        cue("=said= =that= =much="),
    ]
)


def forms(text):
    out = []
    for word in text.split():
        lemma = LEMMAS.get(word.lower(), word.lower())
        grams = int(Gram.ADJ | Gram.GEN | Gram.PLUR) if lemma in ("own", "clear") else int(Gram.NOUN)
        out.append(Form(word, "word" if word.isalpha() else "punct", (Analysis(lemma, grams),), frozenset()))
    return out


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Says he", [("say", (0,))]),
        ("made it clear", [("make clear", (0, 2)), ("make", (0,))]),  # the longest first
        ("made it all very clear", [("make", (0,))]),  # too far apart
        ("made , clear", [("make", (0,))]),  # no mark in between
        ("made clear statements", [("make clear", (0, 1)), ("make statement", (0, 2)), ("make", (0,))]),
        ("In own words", [("=in= =words=", (0, 2))]),
        ("in few words", []),  # only what may modify the noun
        ("in", []),
        ("said that much", [("=said= =that= =much=", (0, 1, 2)), ("say", (0,))]),
        ("says that much", [("say", (0,))]),  # a fixed form
        ("he", []),
    ],
)
def test_the_cues_that_begin_at_a_word(text, found):
    words = forms(text)
    assert [(match.cue.name, match.positions) for match in LEXICON.at(words, 0, len(words))] == found


def test_no_cue_reaches_over_the_limit():
    words = forms("made clear")
    assert [match.cue.name for match in LEXICON.at(words, 0, 1)] == ["make"]


def test_the_cues_that_a_form_begins_come_longest_first():
    assert [each.name for each in LEXICON.starting(forms("made")[0])] == [
        "make clear",
        "make statement",
        "make",
    ]
    assert LEXICON.starting(forms("he")[0]) == ()


def test_what_is_kept_of_word_forms_stays_bounded(monkeypatch):
    monkeypatch.setattr("sayso.languages.cues._HELD", 2)
    lexicon = CueLexicon([cue("say")])
    for word in forms("he says she says it says"):
        lexicon.starting(word)
        assert len(lexicon._known) <= 2


@pytest.mark.parametrize(
    ("text", "places"), [("he said that", [1]), ("he made it clear in words", [1, 4]), ("he", []), ("", [])]
)
def test_the_places_where_a_cue_may_begin(text, places):
    words = forms(text)
    assert LEXICON.places(words, 0, len(words)) == places
    assert LEXICON.places(words, 0, len(words)) == places  # known by now
    assert LEXICON.places(words, 2, len(words)) == [place for place in places if place >= 2]
