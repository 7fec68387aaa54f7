"""Conflicts between claims that tell of one thing: not yet and already, one number and another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import NamedTuple

from ..model import Claim, Discrepancy, Report, Utterance
from .conflict import Told, excluding, finding, number_finding
from .forecast import last_day
from .identity import SameSource, same_source
from .marking import event_kinds
from .standing import Homes, day, happened, holds, homes, later, not_yet, one_event, one_voice

MAGNITUDE = 10.0
"""Numbers further apart than this count different things, whatever their unit."""


class Voice(NamedTuple):
    """An utterance that holds a claim true."""

    claim: str
    utterance: Utterance


def conflicts_between(claims: Iterable[Claim], *, same: SameSource = same_source) -> tuple[Discrepancy, ...]:
    """Return where utterances of different claims conflict: "not yet" and "already", or numbers for one thing.

    Give it claims that are near each other; it compares every pair of utterances. The subject of a finding is the
    claim of the utterance that was made first.
    """
    claims = tuple(claims)
    known = homes(utterance for claim in claims for utterance in claim.utterances)
    held = sorted(
        {
            (claim.id, stand.utterance.id): Voice(claim.id, stand.utterance)
            for claim in claims
            for stand in claim.stands
            if holds(stand)
        }.items()
    )
    found: dict[tuple[str, frozenset[str]], Discrepancy] = {}
    for (_, one), (_, other) in combinations(held, 2):
        if one.claim == other.claim or one.utterance.id == other.utterance.id:
            continue
        first, second = (other, one) if later(other.utterance, one.utterance) else (one, other)
        for conflict in (*_done(first, second, same, known), *_numbers(first, second, same, known)):
            key = conflict.relation or "", frozenset({first.utterance.id, second.utterance.id})
            found.setdefault(key, conflict)
    return tuple(found.values())


def _done(first: Voice, second: Voice, same: SameSource, known: Homes) -> Iterator[Discrepancy]:
    """What one says is not yet, the other says is already: a contradiction unless it came later from one voice."""
    one, other = utterances = [first.utterance, second.utterance]
    names = first.utterance.source.name, second.utterance.source.name
    pairs = [pair for pair in product(first.utterance.reports, second.utterance.reports) if one_event(*pair)]
    if any(not_yet(late) & happened(early) for early, late in pairs):
        told = f"{names[0]} says that it has already happened, {names[1]} that it has not yet."
        yield finding(first.claim, "contradiction", utterances, told)
    elif any(not_yet(early) & happened(late) for early, late in pairs):
        if later(one, other) and one_voice(one, other, same, known):
            told = f"{names[0]} said that it has not yet happened, {names[1]} later that it has."
            yield finding(first.claim, "status-change", utterances, told)
    elif any(_failed(early, late, second.utterance) for early, late in pairs):
        told = f"{names[0]} foretold a day for it, after which {names[1]} says that it has not yet happened."
        yield finding(first.claim, "contradiction", utterances, told)


def _failed(forecast: Report, late: Report, told: Utterance) -> bool:
    """Tell whether the day that was foretold for an event is past when somebody says that it has not happened yet."""
    statement = forecast.statement
    if statement.act != "predict" or statement.certainty != "certain":
        return False
    foretold, now = last_day(forecast), day(told)
    if foretold is None or now is None or foretold >= now:
        return False
    return not not_yet(late).isdisjoint(event_kinds(" ".join(statement.content)))


def _numbers(first: Voice, second: Voice, same: SameSource, known: Homes) -> Iterator[Discrepancy]:
    """One source's later number for one thing, or two sources' numbers for it of one day."""
    pairs = [pair for pair in excluding(first.utterance, second.utterance) if _one_count(*pair)]
    if not pairs:
        return
    one, other = first.utterance, second.utterance
    if one_voice(one, other, same, known):
        if later(one, other):
            yield number_finding(first.claim, "status-change", pairs)
    elif day(one) is not None and day(one) == day(other):
        yield number_finding(first.claim, "number-conflict", pairs)


def _one_count(one: Told, other: Told) -> bool:
    """Tell whether two numbers are each the only one of their report, near each other, and of one event."""
    if any(len(told.report.statement.quantities) > 1 for told in (one, other)):
        return False
    low, high = sorted(told.quantity.low or told.quantity.high or 0 for told in (one, other))
    return bool(low) and high / low <= MAGNITUDE and one_event(one.report, other.report)
