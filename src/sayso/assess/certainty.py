"""How sure reports of one utterance make its source: in its certainty, its act, its evidence, the outlet's doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from ..model import Discrepancy, Reason, Report, Utterance, because
from .finding import departing, distinct, of_content, tell_of_one
from .marking import Marker, find_marker

TELLING = frozenset({"state", "confirm", "predict", "estimate", "accuse", "warn"})
"""Acts that hold something true, so that their certainty may be compared."""
SETTLED = frozenset({"state", "confirm"})
"""Acts that tell of what is; a prediction reported by one of them became a fact."""


def certainty_discrepancies(utterance: Utterance) -> Iterator[Discrepancy]:
    """Yield one finding for each way in which the reports differ in how sure the source is."""
    if not any(tell_of_one(*pair) for pair in combinations(utterance.reports, 2)):
        return
    yield from _levels(utterance)
    yield from _hardened_prediction(utterance)
    yield from _denied_or_declined(utterance)
    yield from _doubted(utterance)
    yield from _proven(utterance)


def _telling(utterance: Utterance) -> list[Report]:
    """Return the reports that hold something true, but for what the source of another report only passes on."""
    speakers = {(report.document, report.statement.source.name) for report in utterance.reports}
    return [
        report
        for report in utterance.reports
        if report.statement.act in TELLING
        and not any((report.document, name) in speakers for name in report.statement.via)
    ]


def _levels(utterance: Utterance) -> Iterator[Discrepancy]:
    told = _telling(utterance)
    groups: defaultdict[str, list[Report]] = defaultdict(list)
    for report in told:
        groups[report.statement.certainty].append(report)
    if len(groups) < 2:
        return
    parts = (
        because(f"certainty.{level}", documents=_documents(reports))
        for level, reports in sorted(groups.items())
    )
    yield _finding(utterance, dict(groups), because("certainty.levels"), *parts)


def _hardened_prediction(utterance: Utterance) -> Iterator[Discrepancy]:
    """What only is predicted in some documents and in others happened "already"."""
    acts: defaultdict[str, set[str]] = defaultdict(set)
    for report in _telling(utterance):
        acts[report.document].add(report.statement.act)
    groups: dict[bool, list[Report]] = {
        True: [r for r in _telling(utterance) if acts[r.document] == {"predict"}],
        False: [
            r
            for r in _telling(utterance)
            if acts[r.document] <= SETTLED and r.statement.certainty == "certain" and _marked(r, "already")
        ],
    }
    same = {r.statement.certainty for r in groups[True]} == {"certain"}
    if groups[True] and groups[False] and same:
        told = because(
            "certainty.hardened", documents=_documents(groups[True]), others=_documents(groups[False])
        )
        yield _finding(utterance, groups, told)


def _denied_or_declined(utterance: Utterance) -> Iterator[Discrepancy]:
    groups = {
        act: [report for report in utterance.reports if report.statement.act == act]
        for act in ("deny", "decline")
    }
    documents = {report.document for reports in groups.values() for report in reports}
    if all(groups.values()) and len(documents) > 1:
        told = because(
            "certainty.denied-or-declined",
            documents=_documents(groups["deny"]),
            others=_documents(groups["decline"]),
        )
        yield _finding(utterance, groups, told)


def _doubted(utterance: Utterance) -> Iterator[Discrepancy]:
    """The outlet's own "allegedly" within what the source holds true, where other reports have none."""
    groups: defaultdict[bool, list[Report]] = defaultdict(list)
    for report in _telling(utterance):
        if report.statement.polarity == "+":
            groups[_marked(report, "doubt")].append(report)
    if not groups[True] or not groups[False]:
        return
    word = _word(groups[True][0], "doubt")
    told = because("certainty.doubted", documents=_documents(groups[True]), word=word)
    yield _finding(utterance, groups, told)


def _proven(utterance: Utterance) -> Iterator[Discrepancy]:
    """Proof that one report lets the source have and the others, of more documents, do not mention."""
    groups: defaultdict[bool, list[Report]] = defaultdict(list)
    for report in _telling(utterance):
        if report.statement.polarity == "+" and not _marked(report, "negation"):
            groups[_marked(report, "proof")].append(report)
    strong, plain = ({r.document for r in groups[found]} for found in (True, False))
    if not strong or len(plain - strong) < 2 * len(strong):
        return
    word = _word(groups[True][0], "proof")
    told = because("certainty.proven", documents=_documents(groups[True]), word=word)
    yield _finding(utterance, groups, told)


def _marked(report: Report, kind: Marker) -> bool:
    return bool(_word(report, kind))


def _word(report: Report, kind: Marker) -> str:
    matches = (find_marker(piece, kind) for piece in report.statement.content)
    return next((match.group() for match in matches if match), "")


def _documents(reports: Sequence[Report]) -> str:
    return ", ".join(sorted({report.document for report in reports}))


def _finding(utterance: Utterance, groups: Mapping[Any, Sequence[Report]], *told: Reason) -> Discrepancy:
    return Discrepancy(
        subject=utterance.id,
        what="certainty",
        passages=distinct(of_content(report) for reports in groups.values() for report in reports),
        reasons=told,
        departs=departing({value: reports for value, reports in groups.items() if reports}),
    )
