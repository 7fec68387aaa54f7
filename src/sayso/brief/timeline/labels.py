"""A mark with its label: what it says, how much room it takes, and its shapes."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ..drawing import WIDER, Group, Path, Shape, Text, clean, cut, width_of
from ..drawing.palette import INK
from ..gate import plain
from ..wording import Wording
from .lanes import Stretch
from .marks import HALF, flag, mark
from .page import Change, Entry, Timeline
from .scale import Scale

SIZE = 13.0
"""Font size of labels. Over the 170 mm of a printed page, 960 units wide, they are set in 6.5 points."""
WIDEST = (430.0, 350.0, 270.0)
"""How wide a label may be: as wide as the first where that takes no more rows than the last would."""
_LEAST = 170.0
"""The room that a label must find behind its mark so as not to be set before it."""
_GAP = 4.0
_ARROW = 14.0
"""What the arrow takes by which a mark says "by then at the latest"."""


class Placed(NamedTuple):
    """A mark on the axis, before it has its row: its first and last day, the number of its claim, its words."""

    first: dt.date
    last: dt.date
    lead: str
    words: str
    title: str
    entry: Entry | None = None


def of_entry(entry: Entry, page: Timeline, wording: Wording, *, named: bool) -> Placed:
    """Return an entry as a mark; `named` where its lane does not say whose words these are."""
    words = f"{entry.source}: {entry.label}" if named else entry.label
    title = told(entry, wording)
    came = [_status(change, page, wording) for change in entry.changes]
    days = entry.days or (entry.published or dt.date.max,) * 2
    return Placed(*days, str(entry.claim), clean(words), " ".join([title, *came]), entry)


def of_change(change: Change, page: Timeline, wording: Wording) -> Placed:
    """Return a change of status as a mark."""
    day = change.day or dt.date.max
    return Placed(
        day, day, str(change.claim), wording(f"status.{change.status}"), _status(change, page, wording)
    )


def told(entry: Entry, wording: Wording) -> str:
    """Return an entry in a sentence, with its day or that of its first report before it."""
    words = plain(entry.sentence)
    if entry.days:
        return wording("timeline.spoken", day=wording.days(entry.days), words=words)
    return (
        wording("timeline.reported", day=wording.day(entry.published), words=words)
        if entry.published
        else words
    )


def stretch(one: Placed, axis: Scale, left: float, right: float, widest: float) -> Stretch:
    """Return the room of a mark and its label between `left` and `right`: behind the mark if there is room for it."""
    first, last = axis(one.first), axis(one.last)
    start = _start(one, first)
    wide = min(_wide(one), widest)
    behind = (right - first - HALF - _GAP) / WIDER  # so that no font takes it out of the picture
    if behind >= min(wide, _LEAST) or behind >= start - left:
        return Stretch(start, max(first + HALF + _GAP + min(wide, behind), last))
    return Stretch(max(left, start - _GAP - wide), max(first + HALF, last))


def drawn(one: Placed, axis: Scale, room: Stretch, y: float) -> Group:
    """Return the shapes of a mark around `y`, its label in its `room`."""
    first, last = axis(one.first), axis(one.last)
    start = _start(one, first)
    shapes: list[Shape] = [span_bar(first, last, y + 9)] if one.first != one.last else []
    shapes.append(mark(one.entry.stance, first, y) if one.entry else flag(first, y))
    if start < first - HALF:
        shapes.append(Path(d=f"M{first - HALF - 2:.1f} {y:.1f}h-10m3 -3l-3 3l3 3", name="open", stroke=INK))
    before = room.left < start - 1
    x = start - _GAP if before else first + HALF + _GAP
    space = x - room.left if before else room.right - x
    words = cut(one.words, space - width_of(f"{one.lead} ", SIZE, bold=True) + 1, SIZE)
    text = Text(
        x=x,
        y=y + 4.5,
        text=words,
        lead=one.lead,
        name="ink",
        fill=INK,
        size=SIZE,
        anchor="end" if before else "start",
    )
    return Group(name="entry" if one.entry else "change", title=one.title, children=(*shapes, text))


def _start(one: Placed, first: float) -> float:
    """Return where a mark begins: before its arrow if the day of saying is not known."""
    open_day = one.entry is not None and one.entry.days is None
    return first - HALF - (_ARROW if open_day else 0)


def span_bar(first: float, last: float, y: float) -> Path:
    """Return the bracket under a mark that lasted, or lies somewhere between two days."""
    return Path(d=f"M{first:.1f} {y - 4:.1f}v4H{last:.1f}v-4", name="span", stroke=INK, width=1.5)


def _wide(one: Placed) -> float:
    return width_of(f"{one.lead} ", SIZE, bold=True) + width_of(one.words, SIZE)


def _status(change: Change, page: Timeline, wording: Wording) -> str:
    left, right = wording.quoted()
    claim = next(topic.label for topic in page.topics if topic.number == change.claim)
    day = wording.day(change.day) if change.day else wording("undated_open")
    status = wording(f"status.{change.status}")
    return (
        wording("timeline.change", day=day, claim=f"{change.claim} {left}{claim}{right}", status=status) + "."
    )
