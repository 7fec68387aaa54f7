"""What weighing finds: status, independence, discrepancies and grades, each with its reasons."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from .reason import Reason
from .span import Span

Status = Literal["rumoured", "alleged", "corroborated", "confirmed", "disputed", "denied", "retracted"]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One change of a claim's status.

    `day` is when the utterance that changed it was made or, where that is unknown, first reported; None where neither
    is known. `statements` are the ids of the statements that tell of it; `rule` names the transition.
    """

    day: dt.date | None
    status: Status
    before: Status | None
    utterance: str
    statements: tuple[str, ...]
    rule: str
    reasons: tuple[Reason, ...]


Tie = Literal["independent", "dependent", "unknown"]


class Independence(msgspec.Struct, frozen=True, kw_only=True):
    """Whether two utterances stand on origins of their own. `unknown` never counts as independent."""

    first: str
    second: str
    tie: Tie
    reasons: tuple[Reason, ...]


What = Literal["number", "wording", "certainty", "attribution", "date"]
Relation = Literal["denial", "contradiction", "number-conflict", "status-change"]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """The exact words of a document that a finding rests on; `span` counts code points of the captured text."""

    document: str
    statement: str
    text: str
    span: Span | None = None


class Discrepancy(msgspec.Struct, frozen=True, kw_only=True):
    """Reports of one utterance that differ (`what`), or claims and utterances in conflict (`relation`): one of the two.

    `subject` is the id of the utterance or claim. `departs` names the documents that depart from the majority or the
    primary source, where that can be told. `reasons` say what differs.
    """

    subject: str
    passages: tuple[Passage, ...]
    reasons: tuple[Reason, ...]
    what: What | None = None
    relation: Relation | None = None
    departs: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents involved, each once, in order."""
        return tuple(dict.fromkeys(passage.document for passage in self.passages))


class Reprint(msgspec.Struct, frozen=True, kw_only=True):
    """A document that repeats an earlier one, and so adds no origin to what it says.

    `likeness` is how much of the shorter of the two texts stands word for word in the longer, 0 to 1. `text` is the
    longest passage that they share, and `span` where it stands in `document`; None where they share none, for a reprint
    may repeat the original by way of a third.
    """

    document: str
    original: str
    likeness: float
    text: str
    span: Span | None


Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """One axis of the NATO Admiralty code: reliability of a source (A-F) or credibility of a claim (1-6).

    `reasons` say why it is no lower, `missing` what would raise it.
    """

    value: Reliability | Credibility
    reasons: tuple[Reason, ...]
    missing: tuple[Reason, ...] = ()
