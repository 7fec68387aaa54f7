"""How sure a statement is: the probability that its content and its source are both right.

A logistic model over the named features of `features.py`: the weights of the features that are there are added up, and
the sum s gives the probability 1 / (1 + e^-s). The weights are the pack's and can be read; `scripts/train-confidence`
writes them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

BIAS = "always"
"""The feature that every statement has."""

_TOLD = 4
_DIGITS = 3


class Confidence(NamedTuple):
    """A probability and, for `--why`, what moved it most."""

    probability: float
    note: str


def confidence(weights: Mapping[str, float], features: Iterable[str]) -> Confidence:
    """Return the probability of a statement with these features, and a note of the weightiest."""
    moved = sorted([(weights[name], name) for name in features if name in weights])
    total = math.fsum([weights.get(BIAS, 0.0), *[weight for weight, _ in moved]])
    # 1 / (1 + e^-s), in a form that no sum is too large for
    probability = round((1 + math.tanh(total / 2)) / 2, _DIGITS)
    ends = moved[:_TOLD] + moved[_TOLD:][-_TOLD:]
    weightiest = sorted(ends, key=lambda one: (-abs(one[0]), one[1]))[:_TOLD]
    told = "; ".join([_weighed(weight, name) for weight, name in weightiest])
    return Confidence(probability, f"weighed: {told or 'nothing'}")


@lru_cache(maxsize=4096)
def _weighed(weight: float, name: str) -> str:
    return f"{name} {weight:+.2f}"
