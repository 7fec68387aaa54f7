"""One attribution in one document, and what was read off it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from .span import Span

SourceType = Literal["person", "organization", "country", "outlet", "document", "group", "anonymous"]
Kind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "state", "confirm", "deny", "decline", "predict", "warn", "urge", "accuse", "promise", "estimate", "ask"
]
Polarity = Literal["+", "-"]
Certainty = Literal["certain", "probable", "possible", "unknown"]

ANONYMOUS = "anonymous"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who is responsible for a content.

    `text` and `span` are the noun phrase as it stands in the sentence (None where it is not expressed);
    `name` is who it is over the whole document, in the nominative and without role; `role` is the role as the
    document gives it.
    """

    name: str
    type: SourceType
    text: str | None = None
    span: Span | None = None
    role: str | None = None


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number read off a content. `low` and `high` bound it, None meaning unbounded on that side."""

    text: str
    low: float | None
    high: float | None
    unit: str | None
    span: Span


class TimeReference(msgspec.Struct, frozen=True, kw_only=True):
    """A calendar day or an interval of days, both ends included.

    `text` and `span` are the expression read (None where it was inherited); `basis` says in words how it was
    resolved, for instance "day and month; year of publication".
    """

    start: dt.date
    end: dt.date
    basis: str
    text: str | None = None
    span: Span | None = None

    def iso(self) -> str:
        """Return "2024-10-17", or "2024-10-01/2024-10-10" for an interval."""
        first = self.start.isoformat()
        return first if self.start == self.end else f"{first}/{self.end.isoformat()}"


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution: a source is reported to have said, written, believed or found a content.

    Spans are offsets into the captured text of the document. `content` holds several pieces where it is
    interrupted. `id` is derived from the document's hash and the spans, so the same reading of the same
    capture always has the same id. `rule` names the rule that read it, `pack` the language pack and `pack_version` its
    version; `notes` list what else decided, for `--why`. `confidence` is the probability (0 to 1) that content and
    source name are both right, None where the pack has nothing to tell it by.
    """

    id: str
    document: str
    content: tuple[str, ...]
    content_spans: tuple[Span, ...]
    cue: str | None
    cue_span: Span | None
    source: Source
    kind: Kind
    via: tuple[str, ...] = ()
    act: Act = "state"
    polarity: Polarity = "+"
    certainty: Certainty = "certain"
    said_at: TimeReference | None = None
    quantities: tuple[Quantity, ...] = ()
    utterance: str | None = None
    claim: str | None = None
    rule: str
    pack: str
    pack_version: str
    notes: tuple[str, ...] = ()
    confidence: float | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the flat JSON object: the field names of the annotation guidelines, plus offsets and provenance."""
        source, said = self.source, self.said_at
        return {
            "id": self.id,
            "document": self.document,
            "content": list(self.content),
            "cue": self.cue,
            "source": source.text,
            "source_name": source.name,
            "source_role": source.role,
            "source_type": source.type,
            "kind": self.kind,
            "via": list(self.via),
            "act": self.act,
            "polarity": self.polarity,
            "certainty": self.certainty,
            "said_at": said.iso() if said else None,
            "quantities": [
                {
                    "text": q.text,
                    "low": _plain(q.low),
                    "high": _plain(q.high),
                    "unit": q.unit,
                    "span": list(q.span),
                }
                for q in self.quantities
            ],
            "utterance": self.utterance,
            "claim": self.claim,
            "content_spans": [list(span) for span in self.content_spans],
            "cue_span": list(self.cue_span) if self.cue_span else None,
            "source_span": list(source.span) if source.span else None,
            "said_at_text": said.text if said else None,
            "said_at_span": list(said.span) if said and said.span else None,
            "said_at_basis": said.basis if said else None,
            "rule": self.rule,
            "pack": self.pack,
            "pack_version": self.pack_version,
            "notes": list(self.notes),
            "confidence": self.confidence,
        }

    def to_row(self) -> dict[str, Any]:
        """Return the fields of `to_json()` as the row of a data frame: bounds of quantities are floats throughout."""
        bounds = [{"low": one.low, "high": one.high} for one in self.quantities]
        data = self.to_json()
        return data | {"quantities": [q | ends for q, ends in zip(data["quantities"], bounds, strict=True)]}

    @property
    def who(self) -> str:
        """The source, its role, and who passed it on: in one line, for a person."""
        role = f", {self.source.role}" if self.source.role else ""
        via = f" (via {' → '.join(reversed(self.via))})" if self.via else ""
        return f"{self.source.name}{role}{via}"

    @property
    def words(self) -> str:
        """The content in one line, its pieces parted by an ellipsis."""
        return " … ".join(self.content)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Statement:
        """Rebuild a statement from `to_json()`'s object. Raises KeyError or ValueError where it is malformed."""
        said = None
        if data["said_at"]:
            first, _, last = data["said_at"].partition("/")
            said = TimeReference(
                start=dt.date.fromisoformat(first),
                end=dt.date.fromisoformat(last or first),
                basis=data["said_at_basis"],
                text=data["said_at_text"],
                span=_span(data["said_at_span"]),
            )
        return cls(
            id=data["id"],
            document=data["document"],
            content=tuple(data["content"]),
            content_spans=tuple(Span(*span) for span in data["content_spans"]),
            cue=data["cue"],
            cue_span=_span(data["cue_span"]),
            source=Source(
                name=data["source_name"],
                type=data["source_type"],
                text=data["source"],
                span=_span(data["source_span"]),
                role=data["source_role"],
            ),
            kind=data["kind"],
            via=tuple(data["via"]),
            act=data["act"],
            polarity=data["polarity"],
            certainty=data["certainty"],
            said_at=said,
            quantities=tuple(
                Quantity(text=q["text"], low=q["low"], high=q["high"], unit=q["unit"], span=Span(*q["span"]))
                for q in data["quantities"]
            ),
            utterance=data["utterance"],
            claim=data["claim"],
            rule=data["rule"],
            pack=data["pack"],
            pack_version=data["pack_version"],
            notes=tuple(data["notes"]),
            confidence=data.get("confidence"),
        )


ROW = (
    "id document content cue source source_name source_role source_type kind via act polarity certainty said_at "
    "quantities utterance claim content_spans cue_span source_span said_at_text said_at_span said_at_basis rule pack "
    "pack_version notes confidence"
).split()
"""The columns of a row, in the order of `Statement.to_json()`."""


def statement_id(document_hash: str, content: Sequence[Span], cue: Span | None, source: Span | None) -> str:
    """Return the id of a reading: 16 hexadecimal digits over the document's hash and the spans.

    Two statements of one document differ in at least one of these spans.
    """
    parts = [document_hash, *(f"{a}-{b}" for a, b in content), f"cue={cue}", f"source={source}"]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _span(pair: Sequence[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def _plain(number: float | None) -> float | int | None:
    """Write 11000.0 as 11000, as people and the guidelines do."""
    return int(number) if number is not None and number == int(number) else number
