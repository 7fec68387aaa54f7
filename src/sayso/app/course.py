"""What was known of a claim day by day, and why its utterances are one origin or several."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from ..assess import independence
from ..model import Claim, Reason, Status, Utterance
from . import reprinting, weighing

if TYPE_CHECKING:
    from ..store import Store

MOST = 60
"""Days that a course is told by; of a claim that went on for longer it tells the last ones."""


class Point(NamedTuple):
    """A claim as known at the end of a day on which something of it came out."""

    day: dt.date
    status: Status | None
    credibility: int
    origins: int
    documents: int


class Bond(NamedTuple):
    """An utterance that is no origin of its own, and the reasons, which tie it to another one."""

    utterance: Utterance
    reasons: tuple[Reason, ...]


def course(store: Store, claim: Claim, *, most: int = MOST) -> tuple[Point, ...]:
    """Return what was known of a claim on each day on which a document brought something, the last `most` of them.

    A claim of which every document is undated has none.
    """
    told = {report.document for report in claim.reports}
    is_copied = bool(reprinting.origins_among(reprinting.families(store, told), told))
    points = []
    for day in days(claim)[-most:]:
        copied = reprinting.origins_among(reprinting.families(store, told, day), told) if is_copied else {}
        weighed = weighing.weigh(claim, day, reprints=copied)
        known = {report.document for report in weighed.claim.reports}
        grade = int(weighed.grade.value)
        points.append(Point(day, weighed.status, grade, len(weighed.origins), len(known)))
    return tuple(points)


def days(claim: Claim) -> list[dt.date]:
    """Return the days on which a report of a claim became known, in order."""
    known = ((report.published, report.statement.said_at) for report in claim.reports)
    return sorted({max(out, said.start) if said else out for out, said in known if out})


def bonds(group: tuple[Utterance, ...]) -> tuple[Bond, ...]:
    """Return why the utterances of one origin are no more than one: the tie of each to one before it."""
    found = []
    for place, utterance in enumerate(group[1:], 1):
        ties = (independence(utterance, other, kin=weighing.are_kin) for other in group[:place])
        tie = min(ties, key=lambda one: ("dependent", "unknown", "independent").index(one.tie))
        found.append(Bond(utterance, tie.reasons))
    return tuple(found)


def doubts(utterance: Utterance, groups: tuple[tuple[Utterance, ...], ...]) -> tuple[Reason, ...]:
    """Return why it is not known whether an utterance has an origin of its own, or none of `groups`."""
    for other in (one for group in groups for one in group):
        tie = independence(utterance, other, kin=weighing.are_kin)
        if tie.tie == "unknown":
            return tie.reasons
    return ()
