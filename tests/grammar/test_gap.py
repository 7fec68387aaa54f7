import pytest

from passages import passage as ukrainian
from sayso.grammar.forms import Forms
from sayso.grammar.gap import behind_apposition, beside_verb, may_skip, skip_width
from sayso.grammar.passage import Passage
from sayso.grammar.phrases import PhraseParser
from sayso.text.sentences import Abbreviations


class NoMorphology:
    def analyse(self, word):
        return ()

    def lemma(self, word):
        return word.lower()

    def inflect(self, word, lemma, grams):
        return None


def passage(text):
    return Passage(text, Forms(NoMorphology(), {}), Abbreviations(), script="latin")


def place(text, mark):
    return next(i for i, token in enumerate(passage(text).tokens) if token.text == mark)


@pytest.mark.parametrize(
    ("text", "mark", "commas", "skipped"),
    [
        ("He said today", "today", False, True),
        ("He, as ever, said", ",", False, False),
        ("He, as ever, said", ",", True, True),
        ("He said: go", ":", True, False),
        ("He – said", "–", True, False),
        ("He said... more", "...", True, False),
        ("The «Red Star» said", "«", False, True),
        ("He «would never ever go back there again» said", "«", True, False),
        ("He (now) said", "(", False, True),
    ],
)
def test_what_may_be_skipped(text, mark, commas, skipped):
    assert may_skip(passage(text), place(text, mark), commas=commas) is skipped


@pytest.mark.parametrize(
    ("mark", "forward", "width"),
    [("«", True, 4), ("«", False, 1), ("»", False, 4), ("»", True, 1), ("said", True, 1)],
)
def test_a_name_in_marks_is_skipped_whole(mark, forward, width):
    text = "The «Red Star» said"
    assert skip_width(passage(text), place(text, mark), forward=forward) == width


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("речниці, яка вела зустріч, |місто росте", True),
        ("речника, близького до уряду, |місто росте", True),
        ("речниці, |місто росте", False),
        ("речниці, яка вела зустріч", False),  # nothing closes it
        ("речника, |близького до уряду місто здивувало, росте", False),  # a verb: the content has begun
        ("речниці |сказали", False),
    ],
)
def test_an_apposition_is_stepped_over_to_its_closing_comma(text, behind):
    p = ukrainian(text.replace("|", ""))
    phrase = PhraseParser(p).at(0, len(p.tokens))
    assert phrase is not None
    end = behind_apposition(p, phrase, len(p.tokens))
    assert (end > phrase.end) is behind
    if behind:
        assert p.tokens[end].text == ","
        assert p.tokens[end + 1].start == text.index("|")


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("сказав учора вранці про дощ", ["сказав", "учора", "вранці"]),
        ("сказав мер журналістам про дощ", ["сказав", "мер", "журналістам"]),
        ("сказав у вівторок про дощ", ["сказав", "вівторок"]),
        ("сказав у лікарні про дощ", ["сказав"]),
        ("сказав, учора, про дощ", ["сказав"]),
        ("сказав «дощ»", ["сказав"]),
    ],
)
def test_what_may_stand_beside_a_verb(text, reached):
    p = ukrainian(text)
    places = [1, *beside_verb(p, PhraseParser(p), 1, len(p.tokens), 4)]
    assert [p.tokens[place - 1].text for place in places] == reached


def test_only_so_much_stands_beside_a_verb():
    p = ukrainian("сказав учора вранці дуже голосно неохоче")
    assert len(list(beside_verb(p, PhraseParser(p), 1, len(p.tokens), 2))) == 2
