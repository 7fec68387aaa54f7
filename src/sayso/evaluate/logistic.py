"""Learning weights of named features from examples, in plain Python: small, and the same on every machine."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

_ROUNDS = 500
_ENOUGH = 1e-7  # largest step of a round after which nothing moves any more


class Example(NamedTuple):
    """The features that are there, and whether it came out right."""

    features: Collection[str]
    right: bool


def fit(examples: Sequence[Example], *, bias: str, penalty: float, seen: int) -> dict[str, float]:
    """Return the weights that make the examples likeliest, less `penalty` / 2 times the sum of their squares.

    `bias` is the feature of every example, and is not penalised. A feature that fewer than `seen` examples show
    gets no weight. Coordinate by coordinate in the order of the names, Newton's step for each, until nothing moves:
    the function is convex, so the end does not depend on the way.
    """
    counts = Counter(name for example in examples for name in set(example.features))
    names = sorted(name for name, count in counts.items() if count >= seen)
    members: dict[str, list[int]] = {bias: list(range(len(examples)))}
    members |= {name: [i for i, one in enumerate(examples) if name in one.features] for name in names}
    weights = dict.fromkeys(members, 0.0)
    sums = [0.0] * len(examples)
    for _ in range(_ROUNDS):
        steps = [
            _step(name, weights, sums, examples, inside, 0.0 if name == bias else penalty)
            for name, inside in members.items()
        ]
        if max(map(abs, steps)) < _ENOUGH:
            break
    return weights


def _step(
    name: str,
    weights: dict[str, float],
    sums: list[float],
    examples: Sequence[Example],
    inside: Sequence[int],
    penalty: float,
) -> float:
    """Move one weight, and the sums of the examples that show its feature; return by how much."""
    slope, bend = penalty * weights[name], penalty
    for i in inside:
        chance = probability(sums[i])
        slope += chance - examples[i].right
        bend += chance * (1 - chance)
    step = -slope / bend if bend else 0.0
    weights[name] += step
    for i in inside:
        sums[i] += step
    return step


def probability(total: float) -> float:
    """Return 1 / (1 + e^-total), in a form that no total is too large for."""
    return (1 + math.tanh(total / 2)) / 2


def predict(weights: Mapping[str, float], features: Collection[str], *, bias: str) -> float:
    """Return the probability of an example that shows these features."""
    return probability(math.fsum([weights[bias], *(weights.get(name, 0.0) for name in sorted(features))]))
