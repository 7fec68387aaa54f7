"""A timeline of claims: what was said, by day, a lane for each claim; only what the filters let through."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...app.claims import ClaimView
from ...model import Stance, Status
from .claim import Entry, day_of, entries

LANES = 12
WIDTH, LEFT, RIGHT = 1000.0, 34.0, 14.0
LANE, TOP, STEP = 34.0, 30.0, 8.0
_TICKS = 9


class Wish(NamedTuple):
    """What a reader wants to see of a timeline: days, a source, a stance, a language; None asks for nothing."""

    since: dt.date | None = None
    until: dt.date | None = None
    source: str | None = None
    stance: str | None = None
    lang: str | None = None


ANYTHING = Wish()


class Mark(NamedTuple):
    """An utterance at its place in the picture, in pixels of a picture 1000 wide; `status` is what it brought."""

    x: float
    y: float
    day: dt.date
    number: int
    entry: Entry
    status: Status | None


class Tick(NamedTuple):
    """A day on the axis."""

    x: float
    day: dt.date


class Lane(NamedTuple):
    """A claim's line in the picture."""

    number: int
    y: float
    view: ClaimView


class Timeline(NamedTuple):
    """What is drawn, and how it could be looked at nearer or from farther away: pairs of days.

    `undated` counts utterances without a day, `left` those that the filters leave out.
    """

    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    first: dt.date
    last: dt.date
    height: float
    undated: int
    left: int
    near: tuple[dt.date, dt.date]
    far: tuple[dt.date, dt.date]
    before: tuple[dt.date, dt.date]
    behind: tuple[dt.date, dt.date]
    whole: tuple[dt.date, dt.date]


class _Told(NamedTuple):
    number: int
    day: dt.date
    entry: Entry


def timeline(views: Sequence[ClaimView], wish: Wish = ANYTHING) -> Timeline | None:
    """Return the timeline of the first claims; None where nothing is dated."""
    shown = views[:LANES]
    told = [
        (number, one)
        for number, view in enumerate(shown, 1)
        for one in entries(view.weighed)
        if _fits(one, wish)
    ]
    total = sum(len(view.weighed.claim.stands) for view in shown)
    dated = [_Told(number, day, one) for number, one in told if (day := day_of(one.stand.utterance))]
    every = [day for view in shown for said in view.weighed.claim.utterances if (day := day_of(said))]
    if not every:
        return None
    whole = min(every), max(every)
    first, last = max(wish.since or whole[0], whole[0]), min(wish.until or whole[1], whole[1])
    if first > last:
        first, last = whole
    inside = [one for one in dated if first <= one.day <= last]
    lanes = tuple(Lane(n, TOP + LANE * (n - 0.5), view) for n, view in enumerate(shown, 1))
    return Timeline(
        lanes=lanes,
        marks=tuple(_placed(inside, first, last)),
        ticks=tuple(_ticks(first, last)),
        first=first,
        last=last,
        height=TOP + LANE * len(lanes) + 6,
        undated=len(told) - len(dated),
        left=total - len(told) + len(dated) - len(inside),
        whole=whole,
        **_zooms(first, last, whole),
    )


def _fits(entry: Entry, wish: Wish) -> bool:
    said = entry.stand.utterance
    return (
        (not wish.stance or entry.stand.stance == wish.stance)
        and (not wish.lang or wish.lang in entry.langs)
        and (not wish.source or any(_is_named(wish.source, one.source.name) for one in said.statements))
    )


def _is_named(wanted: str, name: str) -> bool:
    return wanted.casefold().strip() in name.casefold()


def _x(day: dt.date, first: dt.date, last: dt.date) -> float:
    room = WIDTH - LEFT - RIGHT - 20
    return round(LEFT + 10 + room * ((day - first).days / ((last - first).days or 1)), 1)


def _placed(told: Iterable[_Told], first: dt.date, last: dt.date) -> Iterator[Mark]:
    """Yield marks: those of one claim on one day stand beside each other, turned into the picture."""
    taken: Counter[tuple[int, dt.date]] = Counter()
    for number, day, entry in told:
        place = taken[number, day]
        taken[number, day] += 1
        x = _x(day, first, last)
        aside = place // 2 * 2 * STEP * (1 if x < WIDTH / 2 else -1)
        y = TOP + LANE * (number - 0.5) + (STEP if place % 2 else 0) - (STEP / 2)
        status = entry.steps[-1].status if entry.steps else None
        yield Mark(round(x + aside, 1), y, day, number, entry, status)


def _ticks(first: dt.date, last: dt.date) -> Iterator[Tick]:
    days = (last - first).days
    step = max(1, -(-days // _TICKS))
    for offset in range(0, days + 1, step):
        day = first + dt.timedelta(days=offset)
        yield Tick(_x(day, first, last), day)


def _zooms(
    first: dt.date, last: dt.date, whole: tuple[dt.date, dt.date]
) -> dict[str, tuple[dt.date, dt.date]]:
    days = max(1, (last - first).days)
    quarter, half = dt.timedelta(days=max(1, days // 4)), dt.timedelta(days=max(1, days // 2))
    near = (first + quarter, last - quarter) if days > 3 else (first, last)
    far = (max(whole[0], first - half), min(whole[1], last + half))
    before = max(whole[0], first - half)
    behind = min(whole[1], last + half)
    return {
        "near": near,
        "far": far,
        "before": (before, before + dt.timedelta(days=days)),
        "behind": (behind - dt.timedelta(days=days), behind),
    }


def stances(views: Iterable[ClaimView]) -> list[Stance]:
    """Return the stances that are taken, sorted."""
    return sorted({stand.stance for view in views for stand in view.weighed.claim.stands})


def languages(views: Iterable[ClaimView]) -> list[str]:
    """Return the languages of the reports, sorted."""
    return sorted({one.lang for view in views for one in view.weighed.claim.reports if one.lang})
