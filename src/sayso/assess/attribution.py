"""To whom reports of one utterance give it: another person, another country's office, an outlet or nobody by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from ..model import Discrepancy, Reason, Report, Utterance, because
from .affiliation import countries_of, institutions_in
from .finding import departing, distinct, of_source
from .identity import SameSource, outlets_among

PRINTED = frozenset({"outlet", "document"})
"""Types of sources that stand for a publication and not for those who told it."""


def attribution_discrepancies(
    utterance: Utterance, same: SameSource, *, minor: bool
) -> Iterator[Discrepancy]:
    """Yield one finding for each way in which the reports differ in whose words they are.

    With `minor`, also where some name a person and others the institution he speaks for.
    """
    yield from _persons(utterance, same)
    yield from _offices(utterance)
    yield from _unnamed(utterance)
    yield from _occasions(utterance)
    if minor:
        yield from _institutions(utterance)


def _persons(utterance: Utterance, same: SameSource) -> Iterator[Discrepancy]:
    people = [report for report in utterance.reports if report.statement.source.type == "person"]
    apart = [
        pair
        for pair in combinations(people, 2)
        if same(pair[0].statement.source, pair[1].statement.source) is False
    ]
    if not apart:
        return
    groups = _grouped(people, lambda report: report.statement.source.name)
    one, other = (report.statement.source.name for report in apart[0])
    told = because(
        "attribution.persons",
        document=apart[0][0].document,
        one=one,
        against=apart[0][1].document,
        other=other,
    )
    yield _finding(utterance, groups, told)


def _offices(utterance: Utterance) -> Iterator[Discrepancy]:
    """One person who is of one country in some reports and of another in others."""
    people = [report for report in utterance.reports if report.statement.source.type == "person"]
    held = [report for report in people if report.statement.source.role and countries_of(report)]
    apart = [
        pair for pair in combinations(held, 2) if countries_of(pair[0]).isdisjoint(countries_of(pair[1]))
    ]
    if not apart:
        return
    groups = _grouped(held, lambda report: tuple(sorted(countries_of(report))))
    one, other = apart[0]
    told = because(
        "attribution.offices",
        document=one.document,
        one=one.statement.source.role or "",
        against=other.document,
        other=other.statement.source.role or "",
    )
    yield _finding(utterance, groups, told)


def _unnamed(utterance: Utterance) -> Iterator[Discrepancy]:
    """A publication, or "media", in one document, and unnamed people who told it in another."""
    printed: dict[str, Report] = {}
    unnamed: dict[str, Report] = {}
    for report in utterance.reports:
        kind = report.statement.source.type
        if kind in PRINTED:
            printed.setdefault(report.document, report)
        elif kind == "anonymous" and report.statement.source.text:
            unnamed.setdefault(report.document, report)
    if not set(printed) - set(unnamed) or not set(unnamed) - set(printed):
        return
    one, other = printed[min(set(printed) - set(unnamed))], unnamed[min(set(unnamed) - set(printed))]
    told = because(
        "attribution.unnamed",
        document=one.document,
        one=one.statement.source.name,
        against=other.document,
        other=other.statement.source.name,
    )
    groups = {"printed": list(printed.values()), "unnamed": list(unnamed.values())}
    yield _finding(utterance, groups, told)


def _occasions(utterance: Utterance) -> Iterator[Discrepancy]:
    """Outlets to which it is said to have been said, where no two documents agree on one; agencies are no occasion."""
    told = [r for r in utterance.reports if outlets_among(r.statement.via)]
    groups = _grouped(told, lambda report: tuple(sorted(outlets_among(report.statement.via))))
    if len(groups) < 2:
        return
    sets = [frozenset(key) for key in groups]
    if any(not one.isdisjoint(other) for one, other in combinations(sets, 2)):
        return
    parts = (
        because("attribution.relayed-from", outlets=", ".join(key), documents=_documents(reports))
        for key, reports in sorted(groups.items())
    )
    yield _finding(utterance, groups, because("attribution.occasions"), *parts)


def _institutions(utterance: Utterance) -> Iterator[Discrepancy]:
    people = [r for r in utterance.reports if r.statement.source.type == "person"]
    bodies = [r for r in utterance.reports if r.statement.source.type == "organization"]
    headed = [body for body in bodies if any(_speaks_for(person, body) for person in people)]
    documents = {r.document for r in (*people, *headed)}
    if not headed or len(documents) < 2:
        return
    one, other = people[0], headed[0]
    told = because(
        "attribution.institutions",
        document=one.document,
        one=one.statement.source.name,
        against=other.document,
        other=other.statement.source.name,
    )
    yield _finding(utterance, {"person": people, "body": headed}, told)


def _speaks_for(person: Report, body: Report) -> bool:
    role, name = person.statement.source.role or "", body.statement.source.name
    if not role:
        return False
    shared = countries_of(person) & countries_of(body)
    return bool(shared or institutions_in(role, person.lang) & institutions_in(name, body.lang))


def _grouped(reports: Sequence[Report], key: Callable[[Report], Any]) -> dict[Any, list[Report]]:
    groups: defaultdict[Any, list[Report]] = defaultdict(list)
    for report in reports:
        groups[key(report)].append(report)
    return dict(groups)


def _documents(reports: Sequence[Report]) -> str:
    return ", ".join(sorted({report.document for report in reports}))


def _finding(utterance: Utterance, groups: Mapping[Any, Sequence[Report]], *told: Reason) -> Discrepancy:
    return Discrepancy(
        subject=utterance.id,
        what="attribution",
        passages=distinct(of_source(report) for reports in groups.values() for report in reports),
        reasons=told,
        departs=departing(groups),
    )
