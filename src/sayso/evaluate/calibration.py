"""Whether a probability means what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from .f1 import rounded

BINS = 10


class Judged(NamedTuple):
    """A statement's confidence, and whether its content and source are right."""

    confidence: float
    right: bool


class Bin(NamedTuple):
    """The statements with a confidence in [low, high): mean confidence, share that is right, how many they are."""

    low: float
    high: float
    said: float
    right: float
    statements: int


class Calibration(NamedTuple):
    """Bins that are not empty; expected calibration error; Brier score; the share right from 0.9 on, and of how many.

    `error` is the mean distance of said from right over the bins, each weighed by its statements (M. Naeini and
    others, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015); `brier` the mean squared
    distance of confidence from truth. Both are 0 at best.
    """

    bins: tuple[Bin, ...]
    error: float
    brier: float
    sure_right: float | None
    sure_count: int

    def to_json(self) -> dict[str, Any]:
        """Return one object, rounded to three digits; a bin is [low, high, said, right, statements]."""
        return {
            "error": round(self.error, 3),
            "brier": round(self.brier, 3),
            "sure right": None if self.sure_right is None else round(self.sure_right, 3),
            "sure": self.sure_count,
            "bins": [rounded(one) for one in self.bins],
        }


_SURE = 0.9


def calibrate(judged: Iterable[Judged]) -> Calibration | None:
    """Return how well confidence is calibrated, None where there is none."""
    found = list(judged)
    if not found:
        return None
    bins = tuple(
        _bin(number, inside)
        for number in range(BINS)
        if (inside := [one for one in found if _number(one) == number])
    )
    error = sum(abs(one.said - one.right) * one.statements for one in bins) / len(found)
    brier = sum((one.confidence - one.right) ** 2 for one in found) / len(found)
    sure = [one.right for one in found if one.confidence >= _SURE]
    return Calibration(bins, error, brier, sum(sure) / len(sure) if sure else None, len(sure))


def _number(one: Judged) -> int:
    """Return the bin of a confidence; a trifle is added lest a product of decimals fall just below it."""
    return min(int(one.confidence * BINS + 1e-6), BINS - 1)


def _bin(number: int, inside: Sequence[Judged]) -> Bin:
    count = len(inside)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        said=sum(one.confidence for one in inside) / count,
        right=sum(one.right for one in inside) / count,
        statements=count,
    )
