"""What was known on a day: a claim by the documents that were out, and its reprints led back to one document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from ..model import Claim, Report, Stand, Utterance
from .stance import stance


def known_by(claim: Claim, as_of: dt.date | None) -> Claim:
    """Return the claim as the documents published by `as_of` tell it; all of it where `as_of` is None.

    Reports of unknown publication do not count, nor those that date what was said later than `as_of`. Where some
    reports of an utterance fall away its stance is read anew from the others, so that nothing of a later document shows
    through; but a stance that does not come from reading (somebody set it otherwise) is kept.
    """
    if as_of is None:
        return claim
    stands = []
    for stand in claim.stands:
        reports = tuple(report for report in stand.utterance.reports if _out(report, as_of))
        if reports:
            stands.append(_with(stand, reports))
    return msgspec.structs.replace(claim, stands=tuple(stands))


def without_reprints(claim: Claim, reprints: Mapping[str, str]) -> Claim:
    """Return the claim with every report of a reprint moved to the document that it is a copy of.

    `reprints` maps a document to the one that stands for its near-duplicates. Of a statement that thereby is there
    twice, in one utterance, one is left. Stances are kept.
    """
    if not reprints:
        return claim
    outlets = {report.document: report.outlet for report in claim.reports}
    stands = []
    for stand in claim.stands:
        reports = _single(_original(report, reprints, outlets) for report in stand.utterance.reports)
        utterance = msgspec.structs.replace(stand.utterance, reports=reports)
        stands.append(msgspec.structs.replace(stand, utterance=utterance))
    return msgspec.structs.replace(claim, stands=tuple(stands))


def day_of(utterance: Utterance) -> dt.date | None:
    """Return the day by which it had surely been said: the last of the days told, but never after it was reported."""
    days = [utterance.said.last] if utterance.said else []
    return min([*days, *([utterance.published] if utterance.published else [])], default=None)


def _out(report: Report, as_of: dt.date) -> bool:
    said = report.statement.said_at
    return report.published is not None and report.published <= as_of and not (said and said.start > as_of)


def _with(stand: Stand, reports: tuple[Report, ...]) -> Stand:
    if reports == stand.utterance.reports:
        return stand
    cut = msgspec.structs.replace(stand.utterance, reports=reports)
    if stance(stand.utterance).stance == stand.stance:
        return stance(cut)
    return msgspec.structs.replace(stand, utterance=cut)


def _original(report: Report, reprints: Mapping[str, str], outlets: Mapping[str, str | None]) -> Report:
    first = reprints.get(report.document, report.document)
    if first == report.document:
        return report
    statement = msgspec.structs.replace(report.statement, document=first)
    return msgspec.structs.replace(report, statement=statement, outlet=outlets.get(first, report.outlet))


def _single(reports: Iterable[Report]) -> tuple[Report, ...]:
    seen: dict[tuple[str, str, tuple[str, ...]], Report] = {}
    for report in sorted(reports, key=lambda report: report.order):
        seen.setdefault((report.document, report.statement.source.name, report.statement.content), report)
    return tuple(seen.values())
