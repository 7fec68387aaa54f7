import pytest
from automata import cfsa2

from sayso.text.dictionary import DictionaryMorphology, spellings
from sayso.text.grammemes import Gram
from sayso.text.morphology import Analysis

TAGS = {
    "noun": int(Gram.NOUN),
    "verb": int(Gram.VERB),
    "prep": int(Gram.PREP),
    "name": int(Gram.PROP),
    "sg": int(Gram.SING),
    "pl": int(Gram.PLUR),
    "old": int(Gram.BAD),
}
FORMS = [
    "saw+A+noun:sg",
    "saw+Dsee+verb:strange-part",
    "saws+B+noun:pl",
    "over+A+noun:sg",
    "over+A+prep",
    "may+A+verb",
    "May+A+name",
    "o'er+Eover+prep:old",
    "thou+A+noun:old",
    "thou+Dhousand+noun",
    "Rome+A+name",
]
SYNTH = [
    "saw|noun:sg+Lsaw",
    "saw|noun:pl+Lsaws",
    "saw|noun:pl:old+Psawen",
    "see|verb+Isaw",
]


@pytest.fixture
def opened(tmp_path):
    def open_(**options):
        for name, entries in (("tag", FORMS), ("synth", SYNTH)):
            (tmp_path / f"{name}.dict").write_bytes(cfsa2([entry.encode() for entry in entries]))
            (tmp_path / f"{name}.info").write_text("fsa.dict.separator=+\n", encoding="utf-8")
        return DictionaryMorphology(tmp_path / "tag.dict", tmp_path / "synth.dict", TAGS, **options)

    return open_


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("over", ["over", "over"]),
        ("Over", ["over", "over"]),
        ("OVER", ["over", "over"]),
        ("may", ["may"]),  # in lower case it is not the month
        ("May", ["May", "may"]),
        ("MAY", ["May", "may"]),
        ("rome", ["Rome"]),
        ("o’er", ["over"]),
        ("oʼer", ["over"]),
        ("o`ver", []),
        ("o\u0301ver", ["over", "over"]),
        ("unheard", []),
        ("", []),
    ],
)
def test_the_spellings_under_which_a_word_is_found(opened, word, lemmas):
    assert [reading.lemma for reading in opened().analyse(word)] == lemmas


def test_closed_classes_come_first_and_the_substandard_last(opened):
    assert opened().analyse("over")[0].grams == Gram.PREP
    assert [r.grams for r in opened().analyse("thou")] == [Gram.NOUN, Gram.NOUN | Gram.BAD]


def test_unknown_parts_of_a_tag_add_nothing(opened):
    assert Analysis("see", int(Gram.VERB)) in opened().analyse("saw")


def test_the_preferred_lemma_comes_first_and_is_asked_for_only_where_lemmas_differ(opened):
    asked = []

    def prefer(word, readings):
        asked.append(word)
        return "see"

    morphology = opened(prefer=prefer)
    assert morphology.lemma("saw") == "see"
    assert morphology.lemma("saw") == "see"
    assert morphology.lemma("over") == "over"
    assert asked == ["saw"]


def test_rare_readings_come_last(opened):
    morphology = opened(rare=lambda form: (lambda lemma, tag: lemma == "May") if form == "May" else None)
    assert [r.lemma for r in morphology.analyse("May")] == ["may", "May"]


def test_the_lemma_of_an_unknown_word_is_the_word_in_lower_case(opened):
    assert opened().lemma("Blorb’s") == "blorb's"


@pytest.mark.parametrize(
    ("word", "lemma", "grams", "form"),
    [
        ("saws", "saw", Gram.SING, "saw"),
        ("saw", "saw", Gram.PLUR, "saws"),  # not the substandard "sawen"
        ("saw", "saw", Gram.PLUR | Gram.BAD, "sawen"),
        ("saw", "see", Gram.VERB, "saw"),
        ("saw", "saw", Gram.VERB, None),
        ("blorb", "blorb", Gram.PLUR, None),
    ],
)
def test_inflect(opened, word, lemma, grams, form):
    assert opened().inflect(word, lemma, int(grams)) == form


def test_no_form_can_be_made_without_a_synthesis_dictionary(opened, tmp_path):
    opened()
    assert (
        DictionaryMorphology(tmp_path / "tag.dict", None, TAGS).inflect("saw", "saw", int(Gram.PLUR)) is None
    )


def test_held_answers_stay_bounded(opened, monkeypatch):
    monkeypatch.setattr("sayso.text.dictionary._HELD", 2)
    morphology = opened()
    for word in ("saw", "saws", "over", "may", "saw"):
        assert morphology.analyse(word)
        morphology.forms(word)
        assert len(morphology._analyses) <= 2
        assert len(morphology._forms) <= 2


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("мова", ("мова", "Мова")),
        ("Мова", ("Мова", "мова")),
        ("НЬЮ-ЙОРК", ("НЬЮ-ЙОРК", "Нью-Йорк", "нью-йорк")),
        ("Я", ("Я", "я")),
    ],
)
def test_spellings(word, ways):
    assert spellings(word) == ways
