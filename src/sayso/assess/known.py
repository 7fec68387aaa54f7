"""What was known on a day: a claim by the documents that were out, and its reprints led back to one document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from ..model import Claim, Report, Stand, Utterance
from .once import once
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
    twice, in one utterance, one is left, and stances are read anew: what is printed twice weighs no more.
    """
    if not reprints:
        return claim
    firsts = {report.document: report for report in claim.reports}
    stands = []
    for stand in claim.stands:
        own = [report for report in stand.utterance.reports if report.document not in reprints]
        moved = (
            _moved(report, reprints[report.document], firsts)
            for report in stand.utterance.reports
            if report.document in reprints
        )
        stands.append(_with(stand, _single([*own, *moved])))
    return msgspec.structs.replace(claim, stands=tuple(stands))


@once
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


def _moved(report: Report, first: str, known: Mapping[str, Report]) -> Report:
    """Return a report as one of `first`; its offsets are those of another text, and are left out."""
    statement = msgspec.structs.replace(report.statement, document=first, content_spans=())
    home = known.get(first, report)
    return msgspec.structs.replace(
        report, statement=statement, outlet=home.outlet, published=home.published or report.published
    )


def _single(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the first of reports that are alike, in order."""
    seen: dict[tuple[str, str, tuple[str, ...]], Report] = {}
    for report in reports:
        seen.setdefault((report.document, report.statement.source.name, report.statement.content), report)
    return tuple(sorted(seen.values(), key=lambda report: report.order))
