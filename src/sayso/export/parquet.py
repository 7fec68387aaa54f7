"""Parquet: one statement a row, in columns, for DuckDB, Polars, pandas and everything that reads Arrow."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar

from ..errors import SaysoError
from ..model import Document, Statement
from .base import Story

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 10_000
"""Rows of a group: what is held at once, about 10 MB."""
_STRINGS = (
    "id cue source source_name source_role source_type kind act polarity certainty said_at said_at_text said_at_basis "
    "utterance claim rule pack pack_version"
).split()
_SPANS = ("cue_span", "source_span", "said_at_span")
_OF_DOCUMENT = ("url", "outlet", "lang", "title", "hash")


class Parquet:
    """One statement a row; the schema is in the reference. The texts of the documents are not in it.

    Needs pyarrow: raises SaysoError where that is not installed.
    """

    linked: ClassVar = False
    binary: ClassVar = True

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write the rows, a group of them in memory at a time; a document without statements has none."""
        arrow, parquet = _pyarrow()
        columns = schema()
        rows = (row(document, one) for document in story.documents() for one in document.statements)
        with parquet.ParquetWriter(_Counted(stream), columns, compression="zstd") as writer:
            while group := list(islice(rows, ROWS)):
                writer.write_table(arrow.Table.from_pylist(group, schema=columns))


def schema() -> pa.Schema:
    """Return the Arrow schema: the fields of a statement under their names, and those of its document before them."""
    arrow, _ = _pyarrow()
    text = arrow.string()
    span = arrow.struct([("start", arrow.int32()), ("end", arrow.int32())])
    number = arrow.struct(
        [("text", text), ("low", arrow.float64()), ("high", arrow.float64()), ("unit", text), ("span", span)]
    )
    fields: list[tuple[str, Any]] = [("document", text), *((name, text) for name in _OF_DOCUMENT)]
    fields += [("published", arrow.date32()), ("year", arrow.int32())]
    fields += [(name, text) for name in _STRINGS]
    fields += [("said_first", arrow.date32()), ("said_last", arrow.date32()), ("confidence", arrow.float64())]
    fields += [(name, arrow.list_(text)) for name in ("content", "via", "notes")]
    fields += [("content_spans", arrow.list_(span)), *((name, span) for name in _SPANS)]
    return arrow.schema([*fields, ("quantities", arrow.list_(number))])


def row(document: Document, statement: Statement) -> dict[str, Any]:
    """Return the row of a statement by column."""
    data = statement.to_json()
    said = statement.said_at
    days: dict[str, dt.date | None] = {
        "said_first": said.start if said else None,
        "said_last": said.end if said else None,
    }
    spans = {name: _span(data[name]) for name in _SPANS}
    return (
        data
        | days
        | spans
        | {
            **{name: getattr(document, name) for name in (*_OF_DOCUMENT, "published", "year")},
            "content_spans": [_span(pair) for pair in data["content_spans"]],
            "quantities": [one | {"span": _span(one["span"])} for one in data["quantities"]],
        }
    )


def _span(pair: list[int] | None) -> dict[str, int] | None:
    return {"start": pair[0], "end": pair[1]} if pair else None


def _pyarrow() -> tuple[Any, Any]:
    """Return pyarrow and its Parquet module, which take a second to load and are not everybody's."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise SaysoError("Parquet needs pyarrow", hint="pip install 'sayso[parquet]'") from None
    return pyarrow, pyarrow.parquet


class _Counted:
    """A stream that knows how far it has come, which a pipe does not and a Parquet file asks."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._written = 0

    def write(self, data: Any) -> int:
        """Write bytes."""
        self._stream.write(data)
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._written

    def flush(self) -> None:
        """Hand on what is written."""
        self._stream.flush()

    def readable(self) -> bool:
        """It is not."""
        return False

    def writable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is not."""
        return False

    def close(self) -> None:
        """Leave the stream to whoever opened it."""
