"""The course of events: what one says is not yet and another is already, and forecasts that did not come true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from ..model import Claim, Discrepancy, Relation, Report, Utterance, because
from .finding import in_conflict
from .forecast import last_day
from .identity import SameSource
from .marking import event_kinds
from .standing import Homes, day, happened, holds, later, not_yet, one_event, one_voice


class Voice(NamedTuple):
    """An utterance that holds a claim true."""

    claim: str
    utterance: Utterance


class _Turn(NamedTuple):
    """What the second of two utterances makes of the first, and the name of the sentence that says so."""

    relation: Relation
    name: str


_DENIED = _Turn("contradiction", "already-and-not-yet")
_CAME = _Turn("status-change", "not-yet-and-then")
_FAILED = _Turn("contradiction", "foretold")


def holding(claims: Iterable[Claim]) -> list[Voice]:
    """Return the utterances that hold their claims true, each once for a claim, in the order of their ids."""
    found = {
        (claim.id, stand.utterance.id): Voice(claim.id, stand.utterance)
        for claim in claims
        for stand in claim.stands
        if holds(stand)
    }
    return [found[key] for key in sorted(found)]


def in_order(one: Voice, other: Voice) -> tuple[Voice, Voice]:
    """Return the two in the order in which they were heard; as they stand where that is not known."""
    return (other, one) if later(other.utterance, one.utterance) else (one, other)


def course_conflicts(
    pairs: Iterable[tuple[Voice, Voice]], same: SameSource, known: Homes
) -> Iterator[Discrepancy]:
    """Yield what pairs of voices, the earlier one first, say of the course of one event.

    What the first says of it and several others turn about is one finding.
    """
    turned: dict[tuple[str, str, str], tuple[Voice, _Turn, list[Utterance]]] = {}
    for first, second in pairs:
        for turn in _turns(first.utterance, second.utterance, same, known):
            key = first.claim, first.utterance.id, turn.name
            turned.setdefault(key, (first, turn, []))[2].append(second.utterance)
    for first, turn, others in turned.values():
        told = because(f"conflict.{turn.name}", one=first.utterance.source.name, other=_names(others))
        yield in_conflict(first.claim, turn.relation, [first.utterance, *others], told)


def _names(utterances: Sequence[Utterance]) -> str:
    return ", ".join(dict.fromkeys(one.source.name for one in utterances))


def _turns(first: Utterance, second: Utterance, same: SameSource, known: Homes) -> Iterator[_Turn]:
    """What one says is not yet, the other says is already: a contradiction unless it came later from one voice."""
    if not _of_events(first) or not _of_events(second):
        return
    pairs = [pair for pair in product(first.reports, second.reports) if one_event(*pair)]
    if any(not_yet(late) & happened(early) for early, late in pairs):
        yield _DENIED
    elif any(not_yet(early) & happened(late) for early, late in pairs):
        if later(first, second) and one_voice(first, second, same, known):
            yield _CAME
    elif any(_failed(early, late, second) for early, late in pairs):
        yield _FAILED


def _of_events(utterance: Utterance) -> bool:
    return any(event_kinds(" ".join(report.statement.content)) for report in utterance.reports)


def _failed(forecast: Report, late: Report, told: Utterance) -> bool:
    """Tell whether the day that was foretold for an event is past when somebody says that it has not happened yet."""
    statement = forecast.statement
    if statement.act != "predict" or statement.certainty != "certain":
        return False
    foretold, now = last_day(forecast), day(told)
    if foretold is None or now is None or foretold >= now:
        return False
    return not not_yet(late).isdisjoint(event_kinds(" ".join(statement.content)))
