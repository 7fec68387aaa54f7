"""What every finding is made of: the exact words it rests on, and which documents depart from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from ..model import Discrepancy, Passage, Quantity, Reason, Relation, Report, Utterance
from .identity import own_outlet


def of_content(report: Report) -> Passage:
    """Return the content of a report as a passage; of several pieces the first."""
    statement = report.statement
    text = statement.content[0] if statement.content else ""
    span = statement.content_spans[0] if statement.content_spans else None
    return Passage(document=report.document, statement=report.id, text=text, span=span)


def of_source(report: Report) -> Passage:
    """Return the words that name the source of a report, or the content where nothing in the sentence does."""
    source = report.statement.source
    if source.text is None:
        return of_content(report)
    return Passage(document=report.document, statement=report.id, text=source.text, span=source.span)


def of_quantity(report: Report, quantity: Quantity) -> Passage:
    """Return the words of a number as a passage."""
    return Passage(document=report.document, statement=report.id, text=quantity.text, span=quantity.span)


def of_day(report: Report) -> Passage:
    """Return the words that say when it was said, or the content where the day is inherited."""
    said = report.statement.said_at
    if said is None or said.text is None:
        return of_content(report)
    return Passage(document=report.document, statement=report.id, text=said.text, span=said.span)


def distinct(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the passages, each once, in the order of documents and places."""
    return tuple(sorted(set(passages), key=_place))


def _place(passage: Passage) -> tuple[str, int, str, str]:
    return passage.document, passage.span.start if passage.span else 0, passage.statement, passage.text


def tell_of_one(one: Report, other: Report) -> bool:
    """Tell whether two reports surely tell of one thing: those of two documents, or a headline and its body.

    A document that goes on about what somebody said tells of several things, though they were said at once.
    """
    return one.document != other.document or one.headline != other.headline


def in_conflict(
    subject: str, relation: Relation, utterances: Sequence[Utterance], told: Reason
) -> Discrepancy:
    """Return a conflict that rests on the contents of every report of these utterances."""
    return Discrepancy(
        subject=subject,
        relation=relation,
        passages=distinct(of_content(report) for utterance in utterances for report in utterance.reports),
        reasons=(told,),
    )


def departing(groups: Mapping[Any, Sequence[Report]]) -> tuple[str, ...]:
    """Return the documents that depart from what most documents have or, of as many, from the primary source.

    Primary is the source's own outlet, else a direct quotation, where it is on one side only. Empty where
    neither tells. A document that has both, as in headline and body, departs in one of its reports.
    """
    votes = {value: {report.document for report in reports} for value, reports in groups.items()}
    right = _most(votes)
    if right is None:
        right = _only(groups, own_outlet)
    if right is None:
        right = _only(groups, lambda report: report.statement.kind == "direct")
    if right is None:
        return ()
    return tuple(sorted({doc for value, docs in votes.items() if value != right for doc in docs}))


def _most(votes: Mapping[Hashable, set[str]]) -> Hashable | None:
    ranked = Counter({value: len(docs) for value, docs in votes.items()}).most_common(2)
    if len(ranked) < 2:
        return None
    return ranked[0][0] if ranked[0][1] > ranked[1][1] else None


def _only(groups: Mapping[Any, Sequence[Report]], primary: Callable[[Report], bool]) -> Hashable | None:
    found = [value for value, reports in groups.items() if any(primary(report) for report in reports)]
    return found[0] if len(found) == 1 else None
