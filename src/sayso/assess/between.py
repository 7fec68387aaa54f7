"""Conflicts between claims that tell of one thing: not yet and already, one number and another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations

from ..model import Claim, Discrepancy, Utterance, because
from .conflict import Excluding, Told, excluding, number_finding
from .course import Voice, course_conflicts, holding, in_order
from .finding import in_conflict
from .identity import SameSource, same_source
from .standing import (
    Homes,
    days_apart,
    foretold,
    holds,
    homes,
    later,
    leaves_open,
    of_one_thing,
    one_event,
    one_voice,
)

AHEAD = 7
"""Days within which two numbers that are foretold are of one thing that is to come."""
MAGNITUDE = 10.0
"""Numbers further apart than this count different things, whatever their unit."""


def conflicts_between(claims: Iterable[Claim], *, same: SameSource = same_source) -> tuple[Discrepancy, ...]:
    """Return where utterances of different claims conflict: "not yet" and "already", numbers, a changed mind.

    Give it claims that are near each other; it compares every pair of utterances. The subject of a finding is the
    claim of the utterance that was made first.
    """
    claims = tuple(claims)
    utterances = [utterance for claim in claims for utterance in claim.utterances]
    known, offices = homes(utterances), homes(utterances, offices=True)
    pairs = [
        in_order(one, other)
        for one, other in combinations(holding(claims), 2)
        if one.claim != other.claim and one.utterance.id != other.utterance.id
    ]
    numbers: dict[tuple[str, frozenset[str]], Discrepancy] = {}
    for first, second in pairs:
        for conflict in _numbers(first, second, same, known):
            key = conflict.relation or "", frozenset({first.utterance.id, second.utterance.id})
            numbers.setdefault(key, conflict)
    return (*course_conflicts(pairs, same, offices), *numbers.values(), *_turned(claims, same, known))


def _turned(claims: Sequence[Claim], same: SameSource, known: Homes) -> Iterator[Discrepancy]:
    """Who would not confirm what one claim tells, and later confirms what the other tells of the same."""
    for one, other in permutations(claims, 2):
        before = [stand.utterance for stand in one.stands if leaves_open(stand)]
        after = [stand.utterance for stand in other.stands if stand.stance == "confirm" and holds(stand)]
        for first in before:
            turned = [
                second
                for second in after
                if (later(first, second) or first.said is None)
                and one_voice(first, second, same, known)
                and of_one_thing(first, second)
            ]
            if turned:
                told = because("conflict.turned", one=first.source.name, other=turned[0].source.name)
                yield in_conflict(one.id, "status-change", [first, *turned], told)


def _numbers(first: Voice, second: Voice, same: SameSource, known: Homes) -> Iterator[Discrepancy]:
    """One source's later number for one thing, or two sources' numbers for it of one day."""
    pairs = [pair for pair in excluding(first.utterance, second.utterance) if _one_count(*pair)]
    if not pairs:
        return
    one, other = first.utterance, second.utterance
    if one_voice(one, other, same, known):
        if later(one, other):
            yield number_finding(first.claim, "status-change", pairs)
    elif _of_one_time(one, other, pairs):
        yield number_finding(first.claim, "number-conflict", pairs)


def _of_one_time(one: Utterance, other: Utterance, pairs: Sequence[Excluding]) -> bool:
    """Tell whether both counted at one time: on a day, or in a week where they foretell, for that does not grow."""
    apart = days_apart(one, other)
    ahead = all(foretold(told.report) for pair in pairs for told in pair)
    return apart is not None and apart <= (AHEAD if ahead else 0)


def _one_count(one: Told, other: Told) -> bool:
    """Tell whether two numbers are each the only one of their report, near each other, and of one event."""
    if any(len(told.report.statement.quantities) > 1 for told in (one, other)):
        return False
    low, high = sorted(told.quantity.low or told.quantity.high or 0 for told in (one, other))
    return bool(low) and high / low <= MAGNITUDE and one_event(one.report, other.report)
