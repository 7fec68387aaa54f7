"""The logistic model: a sum, a probability, and what moved it most."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import languages
from sayso.extract import extract
from sayso.extract.confidence import BIAS, confidence
from sayso.model import Document

WEIGHTS = {BIAS: 0.5, "good": 1.2, "fair": 0.3, "bad": -2.0, "worse": -2.5, "odd": 0.01, "none": 0.0}
TEXT = "Міський голова Ромнів Петро Бойко повідомив, що міст закриють на рік."


@pytest.mark.parametrize(
    ("features", "probability"),
    [
        ((), 0.622),
        (("good",), 0.846),
        (("good", "unheard of"), 0.846),
        (("bad", "worse"), 0.018),
        (("none",), 0.622),
    ],
)
def test_probability(features: tuple[str, ...], probability: float) -> None:
    assert confidence(WEIGHTS, features).probability == probability


def test_the_note_names_what_weighs_most_first() -> None:
    found = confidence(WEIGHTS, ("odd", "fair", "good", "bad", "worse", "none"))
    assert found.note == "weighed: worse -2.50; bad -2.00; good +1.20; fair +0.30"
    assert confidence(WEIGHTS, ()).note == "weighed: nothing"


@given(st.dictionaries(st.text(max_size=3), st.floats(-1e3, 1e3), max_size=6))
def test_any_weights_give_a_probability(weights: dict[str, float]) -> None:
    assert 0 <= confidence(weights, weights).probability <= 1


def test_a_pack_with_weights_judges_and_one_without_does_not() -> None:
    pack, document = languages.load("uk"), Document.capture(TEXT, lang="uk")
    (judged,) = extract(document, pack)
    assert judged.confidence is not None
    assert 0.5 < judged.confidence < 1
    assert judged.notes[-1].startswith("weighed: ")
    (unjudged,) = extract(document, pack._replace(confidence=None))
    assert unjudged.confidence is None
    assert unjudged.notes == judged.notes[:-1]
    assert unjudged.id == judged.id
