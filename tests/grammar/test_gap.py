import pytest

from sayso.grammar.forms import Forms
from sayso.grammar.gap import may_skip, skip_width
from sayso.grammar.passage import Passage
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
