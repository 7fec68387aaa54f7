"""What weighing makes of claims and utterances: the one place from which it is called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from .. import assess
from ..gazetteer.keys import name_key
from ..link import related
from ..model import Claim, Discrepancy, Grade, Reason, Report, Source, Stand, Status, Step, Utterance


class Weighed(NamedTuple):
    """A claim as known on a day, and what weighing it finds.

    `origins` are groups of utterances that stand for it, each one origin; `uncounted` those of which it is not known
    whether they are origins of their own.
    """

    claim: Claim
    steps: tuple[Step, ...]
    status: Status | None
    origins: tuple[tuple[Utterance, ...], ...]
    uncounted: tuple[Utterance, ...]
    grade: Grade


def told(reasons: Iterable[Reason], lang: str) -> str:
    """Return reasons in words of a language."""
    return assess.told(reasons, lang)


def stand_of(utterance: Utterance) -> Stand:
    """Return how an utterance stands to its claim."""
    return assess.stance(utterance)


def weigh(
    claim: Claim, as_of: dt.date | None = None, *, reprints: Mapping[str, str] | None = None
) -> Weighed:
    """Weigh a claim by what was known on a day, or by all that is known.

    `reprints` maps a document to the one that stands for all that repeat it: they are one origin.
    """
    known = assess.known_by(claim, as_of)
    tied = assess.ties(assess.without_reprints(known, reprints or {}).utterances, kin=are_kin)
    steps = assess.ledger(claim, kin=are_kin, as_of=as_of, reprints=reprints, tied=tied)
    counted = assess.tally(known, kin=are_kin, reprints=reprints, tied=tied)
    grade = assess.credibility(known, steps, counted.groups)
    return Weighed(known, steps, assess.status_of(steps), counted.groups, counted.uncounted, grade)


def label(claim: Claim) -> str:
    """Return the words that stand for a claim: the content of one of its reports."""
    return assess.content_of(assess.label_of(claim))


def label_report(claim: Claim, lang: str | None = None) -> Report:
    """Return the report whose content stands for a claim, in a reader's language where one is asked for and there."""
    return assess.label_of(claim, lang)


def differences(utterance: Utterance) -> tuple[Discrepancy, ...]:
    """Return where the reports of an utterance differ."""
    several = len(utterance.reports) > 1 or any(len(one.quantities) > 1 for one in utterance.statements)
    return assess.discrepancies(utterance) if several else ()


def clashes(claim: Claim) -> tuple[Discrepancy, ...]:
    """Return where the utterances of a claim conflict."""
    return assess.conflicts(claim) if len(claim.stands) > 1 else ()


def clashes_between(one: Claim, other: Claim) -> tuple[Discrepancy, ...]:
    """Return where the utterances of one claim conflict with those of another."""
    return assess.conflicts_between((one, other))


def records(claims: Iterable[Weighed], called: Callable[[str], str]) -> tuple[assess.SourceRecord, ...]:
    """Return what became of the claims on which sources took a side; `called` leads spellings of a name to one."""
    return assess.records(((one.claim, one.steps) for one in claims), called=called)


def reliability(records: Iterable[assess.SourceRecord], name: str) -> tuple[Grade, ...]:
    """Return the grades of a source by its records: for its own word, and for what it told as an outlet.

    A source without a record cannot be judged, and its grade says so.
    """
    own = [record for record in records if record.name == name] or [assess.SourceRecord(name=name)]
    return tuple(map(assess.reliability, own))


def reliabilities(claims: Iterable[Weighed]) -> dict[tuple[str, str], Grade]:
    """Return the grades of all sources that any of these claims lets judge, by their `record_key`."""
    found = assess.records((one.claim, one.steps) for one in claims)
    grades = ((record, assess.reliability(record)) for record in found)
    return {(record.role, record.name): grade for record, grade in grades if grade.value != "F"}


def record_key(source: Source) -> tuple[str, str]:
    """Return what a source's record goes by: an outlet's for an outlet, else that of a speaker."""
    return "outlet" if source.type == "outlet" else "speaker", name_key(source.name)


def are_kin(first: Source, second: Source) -> bool:
    """Tell that two sources are one, or of one chain of command, by the tables that linking goes by."""
    return related(first, second) in ("same", "kin")
