"""A report as linking sees it: what is compared, worked out once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from sys import intern
from typing import Any

import msgspec

from ..model import Report, Span, Statement
from ..text.words import runs
from .actors import Actor, actor_of
from .stable import stable_hash
from .terms import is_event, terms_of, weight

_RUN = 5
"""Words of a run that two quotations must share to be the same words; shorter ones are common phrases."""
_NOTHING: frozenset[Any] = frozenset()
_ATTRIBUTED = frozenset({"direct", "mixed"})


class Profile(msgspec.Struct, frozen=True, gc=False):
    """What of a report is compared. `mass` is the sum of the weights of its terms; `events` are those of the terms
    that tell what happens."""

    id: str
    document: str
    headline: bool
    actor: Actor
    terms: frozenset[str]
    mass: float
    events: frozenset[str]
    bounds: frozenset[tuple[float | None, float | None]]
    runs: frozenset[int]
    first: int | None
    last: int | None
    published: int | None
    act: str
    polarity: str
    certainty: str
    reach: Span


def profile_of(report: Report) -> Profile:
    """Work out what is compared of a report. Days are proleptic ordinals."""
    statement = report.statement
    terms = terms_of(statement, report.lang)
    said = statement.said_at
    return Profile(
        id=report.id,
        document=report.document,
        headline=report.headline,
        actor=actor_of(statement.source, report.lang, _day(report)),
        terms=terms,
        mass=sum(map(weight, terms)),
        events=frozenset(filter(is_event, terms)),
        bounds=frozenset((q.low, q.high) for q in statement.quantities),
        runs=frozenset(_runs(statement)) if statement.kind in _ATTRIBUTED else frozenset(),
        first=said.start.toordinal() if said else None,
        last=said.end.toordinal() if said else None,
        published=report.published.toordinal() if report.published else None,
        act=statement.act,
        polarity=statement.polarity,
        certainty=statement.certainty,
        reach=_reach(statement),
    )


def thrifty(profile: Profile, actors: dict[Actor, Actor]) -> Profile:
    """Return a profile that shares its words, its source and what is empty with others: a third of the memory.

    `actors` are the sources known so far; those not among them are added.
    """
    return msgspec.structs.replace(
        profile,
        actor=actors.setdefault(profile.actor, profile.actor),
        terms=frozenset(map(intern, profile.terms)),
        events=frozenset(map(intern, profile.events)) or _NOTHING,
        bounds=profile.bounds or _NOTHING,
        runs=profile.runs or _NOTHING,
        act=intern(profile.act),
        polarity=intern(profile.polarity),
        certainty=intern(profile.certainty),
    )


def _day(report: Report) -> dt.date | None:
    said = report.statement.said_at
    return said.start if said else report.published


def _reach(statement: Statement) -> Span:
    spans = statement.content_spans
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else Span(0, 0)


def _runs(statement: Statement) -> Iterable[int]:
    """Yield a hash of every run of words, the same on every machine."""
    for piece in statement.content:
        yield from map(stable_hash, runs(piece, _RUN))
