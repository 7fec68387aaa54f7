"""Weights are learnt as the formula says, and come out the same every time."""

from __future__ import annotations

import math

import pytest

from sayso.evaluate.logistic import Example, fit, predict

BIAS = "always"


def learn(examples: list[Example], penalty: float = 1.0, seen: int = 1) -> dict[str, float]:
    return fit(examples, bias=BIAS, penalty=penalty, seen=seen)


def test_without_features_the_bias_is_the_share() -> None:
    weights = learn([Example((), True)] * 3 + [Example((), False)])
    assert weights == {BIAS: pytest.approx(math.log(3), abs=1e-6)}
    assert predict(weights, (), bias=BIAS) == pytest.approx(0.75)


def test_at_the_end_no_weight_would_move() -> None:
    examples = [
        Example(("a", "b"), True),
        Example(("a",), False),
        Example(("b",), True),
        Example(("b", "c"), False),
        Example((), True),
    ]
    weights = learn(examples, penalty=0.5)
    for name, weight in weights.items():
        inside = [one for one in examples if name == BIAS or name in one.features]
        pull = sum(one.right - predict(weights, one.features, bias=BIAS) for one in inside)
        assert pull == pytest.approx(0.0 if name == BIAS else 0.5 * weight, abs=1e-5)


def test_the_order_of_examples_and_features_does_not_count() -> None:
    examples = [
        Example(("a", "b"), True),
        Example(("b",), False),
        Example(("a",), True),
        Example(("c",), False),
    ]
    turned = [Example(one.features[::-1], one.right) for one in reversed(examples)]
    assert learn(examples) == pytest.approx(learn(turned))
    assert learn(examples) == learn(list(examples))


def test_rare_features_get_no_weight() -> None:
    examples = [Example(("often",), True), Example(("often", "once"), False)]
    assert set(learn(examples, seen=2)) == {BIAS, "often"}


def test_what_goes_with_being_right_weighs_more() -> None:
    weights = learn([Example(("good",), True), Example(("bad",), False)] * 20)
    assert weights["good"] > 0 > weights["bad"]
    assert predict(weights, ("good",), bias=BIAS) > 0.8 > 0.2 > predict(weights, ("bad",), bias=BIAS)
