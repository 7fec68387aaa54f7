"""Which entries stand in which lane of the picture, and in which row of it, so that no two overlap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .page import Entry

MOST = 10
"""Lanes with a source of their own; more than that no eye follows."""
_APART = 8.0
"""Units between two labels of one row."""


class Lane(NamedTuple):
    """The entries of one source, or of all that have no lane of their own: then `others` counts these."""

    source: str
    entries: tuple[Entry, ...]
    others: int = 0


def lanes(entries: Sequence[Entry], most: int = MOST) -> list[Lane]:
    """Return the lanes of dated entries: sources heard in most documents first, the rest gathered in the last one."""
    by_source: defaultdict[str, list[Entry]] = defaultdict(list)
    heard: Counter[str] = Counter()
    for entry in entries:
        heard[entry.source] += entry.heard
        if entry.days:
            by_source[entry.source].append(entry)
    ordered = sorted(by_source, key=lambda name: -heard[name])  # as many: in the order of their first words
    own = ordered if len(ordered) <= most + 1 else ordered[:most]
    rest = [entry for entry in entries if entry.days and entry.source not in set(own)]
    found = [Lane(name, tuple(by_source[name])) for name in own]
    return [*found, Lane("", tuple(rest), others=len(ordered) - len(own))] if rest else found


class Stretch(NamedTuple):
    """What a mark takes of its row, with its label, from `left` to `right`."""

    left: float
    right: float


def rows(stretches: Iterable[Stretch]) -> list[int]:
    """Return for each stretch the first row, from 0, in which it overlaps none before it."""
    taken: list[list[Stretch]] = []
    placed: list[int] = []
    for one in stretches:
        row = next(
            (at for at, row in enumerate(taken) if not any(_meet(one, other) for other in row)), len(taken)
        )
        if row == len(taken):
            taken.append([])
        taken[row].append(one)
        placed.append(row)
    return placed


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.left < other.right + _APART and other.left < one.right + _APART
