"""How two numbers for one thing differ: a lost "thousand", a bound that became something else, another number."""

from __future__ import annotations

import re
from math import isfinite
from typing import Literal, NamedTuple

from ..model import Quantity
from .marking import Marker, find_marker, stem, unit_kinds, words

Bound = Literal["lower", "upper", "nearly", "about", "range", "flat"]
"""What a number says of the true one: at least, at most, a little less than, about, between, exactly."""

ROUNDING = 0.05
"""Numbers that lie no further apart than this share of the greater one are one number, rounded."""

VAGUE = 2.0
"""A range without a digit ("several thousand") may be exceeded by this factor before another number excludes it."""

_RANGE = re.compile(r"\d\s*[-‐‑‒–—−]\s*\d")
_LOST: tuple[tuple[float, Marker], ...] = ((1e3, "thousand"), (1e6, "million"), (1e9, "billion"))
_SHIFTS: frozenset[frozenset[Bound]] = frozenset(
    {
        frozenset({"lower", "about"}),
        frozenset({"lower", "flat"}),
        frozenset({"lower", "upper"}),
        frozenset({"lower", "nearly"}),
        frozenset({"upper", "flat"}),
        frozenset({"upper", "about"}),
        frozenset({"nearly", "flat"}),
        frozenset({"nearly", "about"}),
    }
)
"""Bounds of one number that say different things of the true one."""


class Difference(NamedTuple):
    """How two numbers differ, by the name of the sentence that says so: "lower-upper", "lost-thousand", "other".

    `lost` tells which of the two (0 or 1) lost a word that multiplies it.
    """

    name: str
    lost: int | None = None


def bound(quantity: Quantity) -> Bound:
    """Return what a quantity says of the true number."""
    if quantity.low is None:
        return "upper"
    if quantity.high is None:
        return "lower"
    if quantity.low < quantity.high:
        near = find_marker(quantity.text, "nearly") and not _RANGE.search(quantity.text)
        return "nearly" if near else "range"
    return "about" if find_marker(quantity.text, "about") else "flat"


def core(quantity: Quantity) -> float | None:
    """Return the number that the words name, whatever bounds it; None for a range."""
    kind = bound(quantity)
    if kind == "range":
        return None
    return quantity.high if kind in ("upper", "nearly") else quantity.low


def same_thing(first: Quantity, second: Quantity) -> bool:
    """Tell whether two quantities count things of one kind: one kind of unit, or a word of the unit in common."""
    kinds = unit_kinds(first.unit), unit_kinds(second.unit)
    if kinds[0] and kinds[1]:
        return not kinds[0].isdisjoint(kinds[1])
    stems = [{stem(word) for word in words(quantity.unit or "")} for quantity in (first, second)]
    return first.unit == second.unit or not stems[0].isdisjoint(stems[1])


def compare(first: Quantity, second: Quantity) -> Difference | None:
    """Return how two numbers for one thing differ, None where they agree within rounding."""
    values = core(first), core(second)
    if values[0] is None or values[1] is None:
        return _apart(first, second)
    if values[0] == values[1]:
        kinds = frozenset({bound(first), bound(second)})
        return Difference("-".join(sorted(kinds))) if kinds in _SHIFTS else None
    return _lost_word(first, second, values[0], values[1]) or _apart(first, second)


def disjoint(first: Quantity, second: Quantity) -> bool:
    """Tell whether two numbers exclude each other: no number lies within both, nor are they one rounded."""
    (low, high), (bottom, top) = _reach(first), _reach(second)
    gap = max(low - top, bottom - high)
    return gap > ROUNDING * max(abs(n) for n in (low, high, bottom, top) if isfinite(n))


def _reach(quantity: Quantity) -> tuple[float, float]:
    """Return between what numbers the true one lies: "nearly" is the number named, "several thousand" is vague."""
    low = float("-inf") if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    kind = bound(quantity)
    if kind == "nearly":
        return high, high
    if kind == "range" and not any(letter.isdigit() for letter in quantity.text):
        return low / VAGUE, high * VAGUE
    return low, high


def _apart(first: Quantity, second: Quantity) -> Difference | None:
    if not disjoint(first, second) and not _wider(first, second):
        return None
    return Difference("other")


def _wider(first: Quantity, second: Quantity) -> bool:
    """A range against a single number at one of its ends: "12,000 to 15,000" against "up to 15,000"."""
    kinds = bound(first), bound(second)
    single, spread = (first, second) if kinds[1] == "range" else (second, first)
    if kinds.count("range") != 1 or not _RANGE.search(spread.text):
        return False
    value = core(single)
    return value is not None and value in (spread.low, spread.high)


def _lost_word(first: Quantity, second: Quantity, one: float, other: float) -> Difference | None:
    small, text, ratio = (0, first.text, other / one) if one < other else (1, second.text, one / other)
    for factor, marker in _LOST:
        if abs(ratio - factor) <= ROUNDING * factor and not find_marker(_spaced(text), marker):
            return Difference(f"lost-{marker}", small)
    return None


def _spaced(text: str) -> str:
    """Part a number from a word written to it: "600k"."""
    return re.sub(r"(?<=\d)(?=[^\W\d])", " ", text)
