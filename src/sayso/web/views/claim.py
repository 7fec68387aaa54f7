"""A claim as its page shows it: who stands where, and its ledger day by day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from ...app.course import Bond, bonds, doubts
from ...app.weighing import Weighed
from ...model import Reason, Report, Stance, Stand, Step, Utterance

FOR: tuple[Stance, ...] = ("confirm", "assert", "report")
AGAINST: tuple[Stance, ...] = ("deny", "doubt")


class Entry(NamedTuple):
    """An utterance in the ledger, the report that tells it best, and the changes of status that it brought."""

    stand: Stand
    report: Report
    steps: tuple[Step, ...]

    @property
    def documents(self) -> int:
        """How many documents tell of it."""
        return len(self.stand.utterance.documents)

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages in which it is told."""
        return tuple(sorted({one.lang for one in self.stand.utterance.reports if one.lang}))


class Day(NamedTuple):
    """What was said on a day; None for what nobody dates."""

    day: dt.date | None
    entries: tuple[Entry, ...]


class Sides(NamedTuple):
    """Who stands for a claim, against it, and who neither confirms nor denies it."""

    pro: tuple[Entry, ...]
    contra: tuple[Entry, ...]
    neither: tuple[Entry, ...]


class Origin(NamedTuple):
    """One origin: who speaks first, and those who add no origin, each with the reasons."""

    first: Utterance
    others: tuple[Bond, ...]


class Uncounted(NamedTuple):
    """An utterance of which it is not known whether it has an origin of its own, and why."""

    utterance: Utterance
    reasons: tuple[Reason, ...]


def entries(weighed: Weighed) -> list[Entry]:
    """Return the utterances of a claim with what they changed, by their days; those of unknown days last."""
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for step in weighed.steps:
        steps[step.utterance].append(step)
    made = [
        Entry(stand, telling(stand.utterance), tuple(steps[stand.utterance.id]))
        for stand in weighed.claim.stands
    ]
    return sorted(made, key=lambda one: (day_of(one.stand.utterance) or dt.date.max, one.stand.utterance.id))


def ledger(found: Iterable[Entry]) -> tuple[Day, ...]:
    """Return entries by their days."""
    days: defaultdict[dt.date | None, list[Entry]] = defaultdict(list)
    for entry in found:
        days[day_of(entry.stand.utterance)].append(entry)
    return tuple(Day(day, tuple(some)) for day, some in days.items())


def sides(found: Iterable[Entry]) -> Sides:
    """Return entries by where they stand."""
    entries = tuple(found)
    pro = tuple(one for one in entries if one.stand.stance in FOR)
    contra = tuple(one for one in entries if one.stand.stance in AGAINST)
    return Sides(pro, contra, tuple(one for one in entries if one not in pro and one not in contra))


def origins(weighed: Weighed) -> tuple[Origin, ...]:
    """Return the origins of a claim with the reasons why each is one."""
    return tuple(Origin(group[0], bonds(group)) for group in weighed.origins if group)


def uncounted(weighed: Weighed) -> tuple[Uncounted, ...]:
    """Return who could not be counted, and why."""
    return tuple(Uncounted(one, doubts(one, weighed.origins)) for one in weighed.uncounted)


def telling(utterance: Utterance) -> Report:
    """Return the report that tells an utterance best: one from the text rather than a headline, the longest of them."""
    return max(
        utterance.reports,
        key=lambda one: (not one.headline, one.statement.kind == "direct", len(one.statement.words)),
    )


def day_of(utterance: Utterance) -> dt.date | None:
    """Return the day by which something had surely been said."""
    days = [utterance.said.last] if utterance.said else []
    return min([*days, *([utterance.published] if utterance.published else [])], default=None)
