"""What a source said, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import NamedTuple

from ...app.claims import ClaimView
from .claim import Entry, day_of, entries

GRADED_UP_TO = 200
"""Claims of a source from which on its record is too long to be weighed while somebody waits."""


class Line(NamedTuple):
    """Something that a source said, and the claim that it bears on."""

    view: ClaimView
    entry: Entry
    day: dt.date | None


def record(views: Iterable[ClaimView], names: Collection[str]) -> tuple[Line, ...]:
    """Return what those with these names said to claims, last first; what nobody dates stands at the end."""
    lines = [
        Line(view, entry, day_of(entry.stand.utterance))
        for view in views
        for entry in entries(view.weighed)
        if any(one.source.name in names for one in entry.stand.utterance.statements)
    ]
    return tuple(sorted(lines, key=lambda line: (line.day or dt.date.min, line.view.claim.id), reverse=True))
