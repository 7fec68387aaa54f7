import pytest

from sayso.grammar.rule import rule
from sayso.grammar.vocabulary import GAPS, Beside, Vocabulary

WORDS = {"that": (("so", "that"), ("that",)), "as": (("as",),), "none": ()}


def sides(text):
    return Vocabulary(WORDS).sides(rule("r", text, kinds="verb"))


@pytest.mark.parametrize(
    ("text", "left", "right", "possible"),
    [
        ("CUE ~ ,? THAT REST", "", "he that", True),
        ("CUE ~ ,? THAT REST", "", "he so", True),  # the first word of "so that"
        ("CUE ~ ,? THAT REST", "that", "he", False),
        ("CUE ~~ : QUOTE", "", "now :", True),
        ("CUE ~~ : QUOTE", ":", "now", False),
        ("LEAD , AS CUE END", ", as", "", True),
        ("LEAD , AS CUE END", "as", "", False),
        ("THAT CUE", "so that", "", True),
        ("THAT CUE", "so", "", False),  # read backwards the class ends in "that"
        ("CUE – REST", "", "—", True),
        ("CUE – REST", "", "-", True),  # whether it stands apart is seen later
        ("CUE . REST", "", "…", True),
        ("CUE ,? THAT? REST", "", "", True),
        ("CUE NONE REST", "", "that as", False),
        ("QUOTE CUE NP:acc OBJ:ins", "", "", True),
    ],
)
def test_what_a_rule_cannot_do_without(text, left, right, possible):
    before, behind = (Beside(frozenset(side.split()), quoted=True) for side in (left, right))
    assert sides(text).possible(before, behind) is possible


@pytest.mark.parametrize(
    ("text", "left", "right", "possible"),
    [
        ("QUOTE ,? CUE", False, True, False),
        ("QUOTE ,? CUE", True, False, True),
        ("CUE NEAR QUOTE", True, False, False),
        ("CUE NEAR QUOTE?", False, False, True),
        ("CUE REST", False, False, True),
    ],
)
def test_a_quotation_must_stand_on_its_side(text, left, right, possible):
    nothing = frozenset()
    assert sides(text).possible(Beside(nothing, left), Beside(nothing, right)) is possible


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("CUE THAT REST", {"so", "that"}),
        ("CUE ,? THAT REST", {",", "so", "that"}),
        ("CUE ,? REST", None),
        ("CUE ,?", None),
        ("CUE ~ THAT", None),
        ("CUE QUOTE", None),
    ],
)
def test_what_a_side_can_begin_with(text, first):
    right = sides(text).right
    assert right is not None
    assert right.first == first


def test_the_left_side_is_read_from_the_cue_backwards():
    left = sides("LEAD , AS CUE").left
    assert left is not None
    assert left.rest is not None
    assert (left.element.name, left.rest.element.name) == ("AS", ",")
    assert sides("CUE REST").left is None


@pytest.mark.parametrize(
    ("text", "left_first"),
    [("LEAD , CUE REST", True), ("CUE REST", False), ("START NP:acc ~ CUE END", False)],
)
def test_a_left_side_that_reads_no_noun_phrase_is_tried_first(text, left_first):
    assert sides(text).left_first is left_first


def test_sequences_are_found_from_either_end():
    words = Vocabulary(WORDS)
    assert list(words.at("that", "so", forward=True)) == [("so", "that")]
    assert list(words.at("that", "that", forward=False)) == [("so", "that"), ("that",)]
    assert list(words.at("that", "so", forward=False)) == []


@pytest.mark.parametrize("name", GAPS)
def test_a_gap_says_how_far_it_reaches(name):
    right = sides(f"CUE {name} THAT").right
    assert right is not None
    assert right.gap == GAPS[name] > 0
