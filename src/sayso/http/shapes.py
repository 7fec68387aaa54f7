"""The answers of the API as types: what the schema says of them, and what every answer is held to.

The words are those of the JSON that the command line writes; what follows the shape is made by `fit`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeVar

import msgspec

from ..model import (
    Act,
    Certainty,
    Kind,
    Polarity,
    Relation,
    Reprint,
    SourceType,
    Stance,
    Status,
    What,
)

T = TypeVar("T")
Pair = tuple[int, int]
"""Where words stand in the text of their document: from, and up to but without, in Unicode code points."""


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A JSON object of the API."""


class QuantityShape(Shape, frozen=True, kw_only=True):
    """A number read off a content; a bound that is null is open."""

    text: str
    low: float | None
    high: float | None
    unit: str | None
    span: Pair


class StatementShape(Shape, frozen=True, kw_only=True):
    """One attribution in one document, with the offsets, the rule and the pack that read it."""

    id: str
    document: str
    content: list[str]
    cue: str | None
    source: str | None
    source_name: str
    source_role: str | None
    source_type: SourceType
    kind: Kind
    via: list[str]
    act: Act
    polarity: Polarity
    certainty: Certainty
    said_at: str | None
    quantities: list[QuantityShape]
    utterance: str | None
    claim: str | None
    content_spans: list[Pair]
    cue_span: Pair | None
    source_span: Pair | None
    said_at_text: str | None
    said_at_span: Pair | None
    said_at_basis: str | None
    rule: str
    pack: str
    pack_version: str
    notes: list[str]
    confidence: float | None


class DocumentLine(Shape, frozen=True, kw_only=True):
    """A document without its text; `statements` counts what is said in it."""

    id: str
    revision: int
    current: bool
    hash: str
    lang: str | None
    outlet: str | None
    published: dt.date | None
    title: str | None
    url: str | None
    statements: int


class DocumentShape(Shape, frozen=True, kw_only=True):
    """A document with its text and statements, in the order of the text."""

    id: str
    url: str | None
    outlet: str | None
    lang: str | None
    published: dt.date | None
    published_basis: str | None
    year: int | None
    title: str | None
    hash: str
    text: str
    statements: list[StatementShape]


class ReasonShape(Shape, frozen=True, kw_only=True):
    """Why something was found: the same code in every language, what it speaks of, and both in English."""

    code: str
    values: dict[str, str | float]
    text: str


class GradeShape(Shape, frozen=True, kw_only=True):
    """A grade of the Admiralty code with its reasons, and what is missing to raise it."""

    value: str | int
    reasons: list[ReasonShape]
    missing: list[ReasonShape]


class DecisionShape(Shape, frozen=True, kw_only=True):
    """What a person decided, kept beside what the machine found."""

    key: int
    kind: str
    subject: str
    other: str | None
    value: str | None
    by: str
    reason: str
    made_at: str
    undone_at: str | None


class ClaimLine(Shape, frozen=True, kw_only=True):
    """A claim in brief; `credibility` is the machine's grade, `credibility_given` a person's."""

    id: str
    text: str
    status: Status | None
    credibility: int
    credibility_given: str | None
    origins: int
    utterances: int
    documents: int
    first: dt.date | None
    last: dt.date | None


class StepShape(Shape, frozen=True, kw_only=True):
    """One change of a claim's status: when, by which utterance, told by which statements, and why."""

    day: dt.date | None
    status: Status
    before: Status | None
    utterance: str
    statements: list[str]
    rule: str
    reasons: list[ReasonShape]


class ReportShape(Shape, frozen=True, kw_only=True):
    """One document's report of an utterance."""

    document: str
    statement: str
    outlet: str | None
    published: dt.date | None
    content: list[str]
    content_spans: list[Pair]
    source_name: str
    headline: bool


class StandShape(Shape, frozen=True, kw_only=True):
    """An utterance that stands to a claim."""

    id: str
    source: str
    said_at: str | None
    reports: list[ReportShape]
    stance: Stance
    reasons: list[ReasonShape]


class ClaimShape(Shape, frozen=True, kw_only=True):
    """A claim as known on a day, with its ledger, who stands to it, its origins and the reasons of its grade."""

    id: str
    text: str
    status: Status | None
    credibility: int
    credibility_given: str | None
    utterances: int
    documents: int
    first: dt.date | None
    last: dt.date | None
    grade: GradeShape
    steps: list[StepShape]
    stands: list[StandShape]
    origins: list[list[str]]
    uncounted: list[str]
    reprints: list[Reprint]
    found: list[str]
    decisions: list[DecisionShape]


class PassageShape(Shape, frozen=True, kw_only=True):
    """The exact words of a document that a finding rests on."""

    document: str
    statement: str
    text: str
    span: Pair | None


class DiscrepancyShape(Shape, frozen=True, kw_only=True, omit_defaults=True):
    """Reports of one utterance that differ (`what`), or what is in conflict (`relation`): one of the two."""

    subject: str
    documents: list[str]
    spans: list[PassageShape]
    departs: list[str]
    explain: str
    reasons: list[ReasonShape]
    what: What | None = None
    relation: Relation | None = None


class UtteranceShape(Shape, frozen=True, kw_only=True):
    """An utterance with all its reports, where these differ, and which documents only repeat another."""

    id: str
    source: str
    said_at: str | None
    reports: list[ReportShape]
    claim: str
    discrepancies: list[DiscrepancyShape]
    reprints: list[Reprint]
    decisions: list[DecisionShape]


class CorrectedStatement(Shape, frozen=True, kw_only=True):
    """A statement as the machine read it, as people corrected it (null: they hold that it is none), and how."""

    read: StatementShape
    corrected: StatementShape | None
    corrections: list[DecisionShape]


class LedgerShape(Shape, frozen=True, kw_only=True):
    """The status of a claim as known on a day, and each change that led to it."""

    claim: str
    status: Status | None
    steps: list[StepShape]


class SourceLine(Shape, frozen=True, kw_only=True):
    """A source under all its spellings, how many statements name it, and the grade that a person gave it."""

    name: str
    type: SourceType
    spellings: list[str]
    statements: int
    reliability_given: str | None


class SourceShape(SourceLine, frozen=True, kw_only=True):
    """A source with how often it is heard: documents, statements, and claims to which it has said something."""

    documents: int
    claims: int


class Graded(Shape, frozen=True, kw_only=True):
    """What grades a claim or a source has: those that the machine finds, and the last one that a person gave."""

    subject: str
    kind: Literal["credibility", "reliability"]
    found: list[GradeShape]
    given: str | None
    decisions: list[DecisionShape]


class SearchShape(Shape, frozen=True, kw_only=True):
    """What a search found, best match first."""

    statements: list[StatementShape]
    documents: list[DocumentLine]


class StoryShape(Shape, frozen=True, kw_only=True):
    """A story at a glance: its claims, and how many have which status.

    `shown` are the claims told by most documents, or those with the words; all else is counted over them.
    """

    about: str | None
    documents: int
    first: dt.date | None
    last: dt.date | None
    statuses: dict[str, int]
    shown: list[ClaimLine]


class ChangedClaim(Shape, frozen=True, kw_only=True):
    """A claim that changed, and the status that it had before: null where nothing was known of it."""

    claim: ClaimLine
    before: Status | None


class ChangesShape(Shape, frozen=True, kw_only=True):
    """What is new behind a mark; `mark` is the one to ask with the next time. `more`: a list was cut."""

    mark: str
    documents: list[DocumentLine]
    claims: list[ChangedClaim]
    decisions: list[DecisionShape]
    more: bool


def fit(shape: type[T], data: Any) -> T:
    """Return JSON data as a shape; what the shape does not name is left out."""
    return msgspec.convert(data, shape)


def fit_all(shape: type[T], many: Iterable[Any]) -> Iterator[T]:
    """Yield JSON data as shapes."""
    return (fit(shape, one) for one in many)
