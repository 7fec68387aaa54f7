"""Between the model's values and the rows of the tables, in both directions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import sqlalchemy as sa

from ..model import Document, Quantity, Source, Span, Statement, TimeReference
from .records import Entry, Header, StatementLemmas

Row: TypeAlias = dict[str, Any]
"""A row to be written, by column."""

Stored: TypeAlias = "sa.Row[*tuple[Any, ...]]"
"""A row that was read."""

Parts: TypeAlias = Sequence[Stored]

KNOWN_OF_A_DOCUMENT = ("lang", "outlet", "published", "published_basis", "year", "title", "url")
"""What a second reading of the same capture may add, by an option or a better reader."""


def document_row(entry: Entry) -> Row:
    """Return the row of a document but for its key and its place in its series."""
    document = entry.document
    row = {name: getattr(document, name) for name in ("id", "hash", "text", *KNOWN_OF_A_DOCUMENT)}
    # A file name that is no UTF-8 reaches Python with half characters, which no database takes.
    origin = document.origin and document.origin.encode("utf-8", "backslashreplace").decode()
    return row | {
        "origin": origin,
        "pack": entry.pack,
        "pack_version": entry.pack_version,
        "lemmas": entry.lemmas,
    }


def document_from(row: Stored, statements: tuple[Statement, ...]) -> Document:
    """Rebuild a document from its row."""
    known = {name: getattr(row, name) for name in KNOWN_OF_A_DOCUMENT}
    return Document(
        id=row.id, text=row.text, hash=row.hash, origin=row.origin, statements=statements, **known
    )


def header_from(row: Stored) -> Header:
    """Make the header of a row that has, besides those of `documents`, a column `statements`."""
    return Header(**{name: getattr(row, name) for name in Header.__struct_fields__})


def statement_row(statement: Statement, lemmas: StatementLemmas) -> Row:
    """Return the row of a statement but for its keys and its position.

    Which utterance and claim it is of is not taken over: that is for the linking of this very store to say.
    """
    source, said = statement.source, statement.said_at
    cue_start, cue_end = statement.cue_span or (None, None)
    source_start, source_end = source.span or (None, None)
    said_start, said_end = (said.span if said else None) or (None, None)
    return {
        "id": statement.id,
        "cue": statement.cue,
        "cue_start": cue_start,
        "cue_end": cue_end,
        "source": source.text,
        "source_start": source_start,
        "source_end": source_end,
        "source_name": source.name,
        "source_role": source.role,
        "source_type": source.type,
        "kind": statement.kind,
        "act": statement.act,
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "said_first": said.start if said else None,
        "said_last": said.end if said else None,
        "said_text": said.text if said else None,
        "said_start": said_start,
        "said_end": said_end,
        "said_basis": said.basis if said else None,
        "rule": statement.rule,
        "pack": statement.pack,
        "pack_version": statement.pack_version,
        "notes": list(statement.notes),
        "confidence": statement.confidence,
        "lemmas": lemmas.content,
        "source_lemmas": lemmas.source,
    }


def piece_rows(statement: Statement) -> list[Row]:
    """Return the pieces of a content. Raises ValueError where texts and spans are not one to one."""
    pairs = zip(statement.content, statement.content_spans, strict=True)
    return [{"text": text, "start": start, "end": end} for text, (start, end) in pairs]


def relay_rows(statement: Statement) -> list[Row]:
    """Return those who passed the statement on, origin first."""
    return [{"name": name} for name in statement.via]


def quantity_rows(statement: Statement) -> list[Row]:
    """Return the numbers of a content."""
    return [
        {
            "text": q.text,
            "low": q.low,
            "high": q.high,
            "unit": q.unit,
            "start": q.span.start,
            "end": q.span.end,
        }
        for q in statement.quantities
    ]


def statement_from(row: Stored, parts: Mapping[str, Parts]) -> Statement:
    """Rebuild a statement from its row, joined with its document's id, and its `parts`, by table."""
    pieces = parts["pieces"]
    return Statement(
        id=row.id,
        document=row.document_id,
        content=tuple(piece.text for piece in pieces),
        content_spans=tuple(Span(piece.start, piece.end) for piece in pieces),
        cue=row.cue,
        cue_span=_span(row.cue_start, row.cue_end),
        source=Source(
            name=row.source_name,
            type=row.source_type,
            text=row.source,
            span=_span(row.source_start, row.source_end),
            role=row.source_role,
        ),
        kind=row.kind,
        via=tuple(relay.name for relay in parts["relays"]),
        act=row.act,
        polarity=row.polarity,
        certainty=row.certainty,
        said_at=_said(row),
        quantities=tuple(
            Quantity(text=q.text, low=q.low, high=q.high, unit=q.unit, span=Span(q.start, q.end))
            for q in parts["quantities"]
        ),
        utterance=row.utterance,
        claim=row.claim,
        rule=row.rule,
        pack=row.pack,
        pack_version=row.pack_version,
        notes=tuple(row.notes),
        confidence=row.confidence,
    )


def _said(row: Stored) -> TimeReference | None:
    if row.said_first is None:
        return None
    return TimeReference(
        start=row.said_first,
        end=row.said_last,
        basis=row.said_basis,
        text=row.said_text,
        span=_span(row.said_start, row.said_end),
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
