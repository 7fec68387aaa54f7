"""Precision, recall and F1, and how far they may be trusted."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

RESAMPLES = 1_000
SEED = 20_241_028
_LOWER, _UPPER = 0.025, 0.975  # the middle 95 % of what resampling gives


class Score(NamedTuple):
    """Precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float
    f1: float


class Interval(NamedTuple):
    """The 95 % interval of an F1."""

    low: float
    high: float


class Hits(NamedTuple):
    """What one document adds to an F1: hits, how many were read, how many are annotated."""

    hits: int
    read: int
    gold: int


def rounded(numbers: Sequence[float]) -> list[float]:
    """Return numbers to three digits, as figures are written."""
    return [round(number, 3) for number in numbers]


def score(hits: int, read: int, gold: int) -> Score:
    """Return the score of `hits` right ones among so many read and annotated; 0 where there is nothing."""
    precision, recall = hits / read if read else 0.0, hits / gold if gold else 0.0
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0)


def interval(documents: Sequence[Hits], *, resamples: int = RESAMPLES, seed: int = SEED) -> Interval:
    """Return the bootstrap interval of an F1: documents are drawn again and again, with replacement.

    Whole documents are drawn, since the statements of one are not independent of each other. The same seed gives
    the same interval. Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
    """
    if not documents:
        return Interval(0.0, 0.0)
    draw = random.Random(seed)
    found = sorted(_f1(draw.choices(documents, k=len(documents))) for _ in range(resamples))
    return Interval(found[int(_LOWER * resamples)], found[min(int(_UPPER * resamples), resamples - 1)])


def _f1(documents: Sequence[Hits]) -> float:
    hits, read, gold = (sum(column) for column in zip(*documents, strict=True))
    return score(hits, read, gold).f1
