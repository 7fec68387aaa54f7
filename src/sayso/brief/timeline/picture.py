"""A timeline as a picture: time from left to right, a lane for every source, undated words in a band of their own."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from babel.dates import format_date

from ..drawing import WIDER, Group, Line, Path, Picture, Rect, Shape, Text, cut, width_of, wrap
from ..drawing.palette import ASIDE, BAND, FAINT, INK
from ..wording import Wording
from .labels import SIZE, WIDEST, Placed, drawn, of_change, of_entry, span_bar, stretch
from .lanes import Stretch, lanes, rows
from .marks import HALF, ORDER, flag, mark
from .page import Entry, Timeline
from .scale import Scale, scale, ticks

WIDTH, MARGIN = 960.0, 16.0
_NAMES = 150.0
"""Width of the column of the lanes' names."""
_LEFT, _RIGHT = MARGIN + _NAMES + 24, WIDTH - 160
"""The ends of the axis; behind its last day a label has room."""
_TITLE, _HEAD, _LINE = 20.0, 15.0, 17.0
_ROW, _PAD = 20.0, 6.0
_TICKS = 78.0
"""Least distance of two labelled days."""
_NAME_LINES = 3


def picture(page: Timeline, *, alone: bool = True) -> Picture:
    """Draw a timeline. Every entry stands in the picture once, and whole in its title where its label is cut.

    A picture that does not stand `alone` has no heading, and no list of the claims below.
    """
    return _Drawing(page).picture(alone=alone)


class _Drawing:
    """Draws one timeline from top to bottom."""

    def __init__(self, page: Timeline) -> None:
        self._page = page
        self._w = Wording.load(page.lang)
        weight = _weight(page)
        self._axis = scale(weight, _LEFT, _RIGHT) if weight else None
        self._ticks = ticks(self._axis, _TICKS, weight) if self._axis else []
        self._shapes: list[Shape] = []
        self._y = MARGIN

    def picture(self, *, alone: bool) -> Picture:
        """Draw it all."""
        page = self._page
        if alone:
            self._head()
        self._key()
        if self._axis:
            top = self._y
            self._days(self._axis)
            self._lanes(self._axis)
            self._grid(self._axis, top)
        self._without_day()
        if alone:
            self._claims()
        return Picture(
            key="sayso-timeline",
            lang=page.lang,
            title=page.title,
            desc=" ".join([page.standfirst, *(of_change(one, page, self._w).title for one in page.changes)]),
            width=WIDTH,
            height=self._y + MARGIN,
            children=tuple(self._shapes),
        )

    def _text(
        self, text: str, size: float = SIZE, *, bold: bool = False, aside: bool = False, most: int = 3
    ) -> None:
        """Set text over the whole width."""
        for line in wrap(text, (WIDTH - 2 * MARGIN) / WIDER, size * (1.07 if bold else 1), most):
            self._y += size * 1.25
            fill, name = (ASIDE, "aside") if aside else (INK, "ink")
            self._shapes.append(
                Text(x=MARGIN, y=self._y, text=line, name=name, fill=fill, size=size, bold=bold)
            )

    def _head(self) -> None:
        self._text(self._page.title, _TITLE, bold=True)
        self._y += 4
        self._text(self._page.standfirst, aside=True)
        self._y += 8

    def _key(self) -> None:
        """Say which mark is what: only what occurs."""
        page = self._page
        found = {entry.stance for entry in page.entries}
        kinds = [stance for stance in ORDER if stance in found]
        entries: list[tuple[str, Callable[[float, float], Path]]] = []
        entries += [(self._w(f"stance.{kind}"), partial(mark, kind)) for kind in kinds]
        if page.changes:
            entries.append((self._w("timeline.changed"), flag))
        if any(entry.days and entry.days.first != entry.days.last for entry in page.entries):
            entries.append((self._w("timeline.span"), lambda x, y: span_bar(x - 8, x + 8, y + 2)))
        x = MARGIN
        self._y += _LINE
        for word, draw in entries:
            wide = 2 * HALF + 8 + width_of(word, SIZE) + 18
            if x + wide * WIDER > WIDTH - MARGIN:
                x, self._y = MARGIN, self._y + _LINE + 3
            self._shapes.append(draw(x + HALF + 2, self._y - 4.5))
            self._shapes.append(
                Text(x=x + 2 * HALF + 8, y=self._y, text=word, name="ink", fill=INK, size=SIZE)
            )
            x += wide
        self._y += 10

    def _days(self, axis: Scale) -> None:
        """Label the days over the axis, the year where it changes."""
        self._y += _LINE
        year = None
        for day in self._ticks:
            form = "d MMM" if day.year == year else "d MMM y"
            year = day.year
            told = format_date(day, form, self._w.lang)
            label = Text(
                x=axis(day), y=self._y, text=told, name="aside", fill=ASIDE, size=SIZE, anchor="middle"
            )
            self._shapes.append(label)
        self._y += 6

    def _lanes(self, axis: Scale) -> None:
        page = self._page
        changes = [one for one in page.changes if one.day]
        if changes:
            placed = [of_change(one, page, self._w) for one in changes]
            self._lane(self._w("timeline.changes"), placed, axis, banded=True)
        for number, lane in enumerate(lanes(page.entries)):
            name = self._w("timeline.others", count=lane.others) if lane.others else lane.source
            placed = [of_entry(one, page, self._w, named=bool(lane.others)) for one in lane.entries]
            self._lane(name, placed, axis, banded=number % 2 == 1)
        reported = [one for one in page.undated if one.published]
        if reported:
            self._band(self._w("timeline.undated"))
            self._lane("", [of_entry(one, page, self._w, named=True) for one in reported], axis)

    def _lane(self, name: str, placed: Sequence[Placed], axis: Scale, *, banded: bool = False) -> None:
        """Draw a lane: its name, and its marks in as many rows as they need."""
        spread, row_of = _spread(placed, axis, _LEFT - 10 if name else MARGIN)
        lines = wrap(name, _NAMES / WIDER + 10, SIZE * 1.07, _NAME_LINES)
        height = max((max(row_of) + 1) * _ROW, len(lines) * _LINE) + 2 * _PAD
        if banded:
            box = Rect(
                x=MARGIN - 6, y=self._y, width=WIDTH - 2 * MARGIN + 12, height=height, name="band", fill=BAND
            )
            self._shapes.append(box)
        inner: list[Shape] = []
        for at, line in enumerate(lines):
            y = self._y + _PAD + 14 + at * _LINE
            inner.append(Text(x=MARGIN, y=y, text=line, name="ink", fill=INK, size=SIZE, bold=True))
        if inner:
            self._shapes.append(Group(name="lane", title=name, children=tuple(inner)))
        for at, one in enumerate(placed):
            y = self._y + _PAD + row_of[at] * _ROW + 10
            self._shapes.append(drawn(one, axis, spread[at], y))
        self._y += height

    def _band(self, name: str) -> None:
        """Set a heading over a band."""
        self._y += 8
        line = Line(x1=MARGIN - 6, y1=self._y, x2=WIDTH - MARGIN + 6, y2=self._y, name="rule", stroke=INK)
        self._shapes.append(line)
        self._y += 3
        self._text(name, bold=True)
        self._y += 2

    def _grid(self, axis: Scale, top: float) -> None:
        """Draw the labelled days as lines behind everything, and where the axis is broken."""
        behind: list[Shape] = []
        for day in self._ticks:
            x = axis(day)
            behind.append(Line(x1=x, y1=top + _LINE + 6, x2=x, y2=self._y, name="grid", stroke=FAINT))
        base = top + _LINE + 5
        behind.append(Line(x1=_LEFT - 10, y1=base, x2=WIDTH - MARGIN, y2=base, name="axis", stroke=INK))
        for one in axis.breaks:
            told = f"M{one.x - 5:.1f} {base + 5:.1f}l4 -10M{one.x + 1:.1f} {base + 5:.1f}l4 -10"
            behind.append(Path(d=told, name="axis", stroke=INK, width=1.5))
            down = Line(
                x1=one.x, y1=base + 8, x2=one.x, y2=self._y, name="grid", stroke=FAINT, width=1, dash="2 4"
            )
            behind.append(down)
        bands = [shape for shape in self._shapes if isinstance(shape, Rect)]
        self._shapes = [*bands, *behind, *(shape for shape in self._shapes if not isinstance(shape, Rect))]

    def _without_day(self) -> None:
        """List entries of which not even the day of a report is known."""
        lost = [entry for entry in self._page.undated if not entry.published]
        if not lost:
            return
        self._band(self._w("timeline.no_day"))
        for entry in lost:
            one = of_entry(entry, self._page, self._w, named=True)
            self._shapes.append(self._listed(one, entry))

    def _listed(self, one: Placed, entry: Entry) -> Group:
        self._y += _ROW
        words = cut(one.words, (WIDTH - 2 * MARGIN - 40) / WIDER, SIZE)
        text = Text(x=MARGIN + 20, y=self._y, text=words, lead=one.lead, name="ink", fill=INK, size=SIZE)
        return Group(
            name="entry", title=one.title, children=(mark(entry.stance, MARGIN + 7, self._y - 4.5), text)
        )

    def _claims(self) -> None:
        """List the claims by their numbers, each with its status."""
        self._band(self._w("timeline.claims"))
        left, right = self._w.quoted()
        for topic in self._page.topics:
            status = self._w(f"status.{topic.status}") if topic.status else self._w("no_status")
            end = f" – {status}"
            room = (WIDTH - 2 * MARGIN - 36) / WIDER - width_of(end, SIZE)
            said = f"{left}{cut(topic.label, room, SIZE)}{right}{end}"
            self._y += _ROW
            text = Text(
                x=MARGIN, y=self._y, text=said, lead=str(topic.number), name="ink", fill=INK, size=SIZE
            )
            title = f"{topic.number} {left}{topic.label}{right}{end}"
            self._shapes.append(Group(name="claim", title=title, children=(text,)))


def _spread(placed: Sequence[Placed], axis: Scale, left: float) -> tuple[list[Stretch], list[int]]:
    """Return the room and the row of every mark of a lane, labels as wide as costs no row."""
    found: list[tuple[list[Stretch], list[int]]] = []
    for widest in WIDEST:
        spread = [stretch(one, axis, left, WIDTH - MARGIN, widest) for one in placed]
        order = sorted(range(len(placed)), key=lambda at: (spread[at].left, at))
        row_of = dict(zip(order, rows([spread[at] for at in order]), strict=True))
        found.append((spread, [row_of[at] for at in range(len(placed))]))
    least = max(found[-1][1])
    return next(one for one in found if max(one[1]) <= least)


def _weight(page: Timeline) -> Counter[dt.date]:
    """Return every day of a timeline with how much there is to be seen on it."""
    days: Counter[dt.date] = Counter(change.day for change in page.changes if change.day)
    for entry in page.entries:
        days.update({entry.days.first, entry.days.last} if entry.days else filter(None, [entry.published]))
    return days
