"""Where a day stands on the axis of a timeline. Stretches in which nothing was said are shortened, and marked so."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

_LONGEST = 10
"""Days without anything that are drawn at full length; a longer stretch is drawn as long as that and broken."""


class Break(NamedTuple):
    """A shortened stretch: where it stands, and how many days it leaves out."""

    x: float
    days: int


class Scale(NamedTuple):
    """An axis: the days on which something was said, ascending, and their places."""

    days: tuple[dt.date, ...]
    places: tuple[float, ...]
    breaks: tuple[Break, ...]

    def __call__(self, day: dt.date) -> float:
        """Return the place of a day; one between two that are known stands between them in proportion."""
        at = bisect_right(self.days, day) - 1
        if at < 0:
            return self.places[0]
        if self.days[at] == day or at + 1 == len(self.days):
            return self.places[at]
        share = (day - self.days[at]).days / (self.days[at + 1] - self.days[at]).days
        return self.places[at] + share * (self.places[at + 1] - self.places[at])


def scale(days: Iterable[dt.date], left: float, right: float) -> Scale:
    """Return the axis between `left` and `right` for days, of which there is at least one."""
    known = tuple(sorted(set(days)))
    gaps = [(later - earlier).days for earlier, later in pairwise(known)]
    whole = sum(min(gap, _LONGEST) for gap in gaps)
    unit = (right - left) / whole if whole else 0.0
    places, breaks = [left], []
    for gap in gaps:
        step = min(gap, _LONGEST) * unit
        if gap > _LONGEST:
            breaks.append(Break(places[-1] + step / 2, gap - _LONGEST))
        places.append(places[-1] + step)
    return Scale(known, tuple(places), tuple(breaks))


def ticks(axis: Scale, apart: float, weight: Mapping[dt.date, int]) -> list[dt.date]:
    """Return the days to be labelled, ascending, no two closer than `apart`: the first one and then the weightiest."""
    chosen: list[dt.date] = []
    for day in sorted(axis.days, key=lambda day: (day != axis.days[0], -weight.get(day, 0), day)):
        if all(abs(axis(day) - axis(other)) >= apart for other in chosen):
            chosen.append(day)
    return sorted(chosen)
