"""What a timeline tells, before it is drawn or written: what was said, by day, and the claims that it bears on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from ...model import Days, Stance, Status
from ..page import Reference, Sentence


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A claim came to another status by an entry; `place` tells how many statuses it had before."""

    claim: int
    status: Status
    day: dt.date | None
    place: int


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance: who said what and how it stands to claim number `claim`.

    `days` are when it was said, None where no report tells; `published` is the day of the first report. `label` are
    the words of it that a picture shows, in language `lang`. `statements` are the ids of the statements that report
    it, `heard` counts their documents.
    """

    utterance: str
    claim: int
    source: str
    days: Days | None
    published: dt.date | None
    stance: Stance
    label: str
    lang: str | None
    sentence: Sentence
    statements: tuple[str, ...]
    heard: int
    changes: tuple[Change, ...] = ()


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A claim by its number in this timeline, the words that stand for it, and what became of it."""

    number: int
    claim: str
    sentence: Sentence
    label: str
    status: Status | None


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """What was said, in the order of saying, undated entries last by their first report.

    `standfirst` counts what is told and what is not.
    """

    lang: str
    title: str
    standfirst: str
    topics: tuple[Topic, ...]
    entries: tuple[Entry, ...]
    references: tuple[Reference, ...]

    @property
    def dated(self) -> tuple[Entry, ...]:
        """Entries of which it is known when they were said."""
        return tuple(entry for entry in self.entries if entry.days)

    @property
    def undated(self) -> tuple[Entry, ...]:
        """Entries of which it is not."""
        return tuple(entry for entry in self.entries if not entry.days)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Changes of status, by day; those of unknown day last."""
        found = [change for entry in self.entries for change in entry.changes]
        return tuple(sorted(found, key=lambda one: (one.day or dt.date.max, one.claim, one.place)))

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence: of the claims, then of the entries."""
        yield from (topic.sentence for topic in self.topics)
        yield from (entry.sentence for entry in self.entries)
