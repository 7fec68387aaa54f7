"""A document that sayso itself wrote, with the statements that it had read: they come back as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from ..errors import Damaged
from ..model import Document, Span, Statement, statement_id
from .options import IngestOptions
from .raw import too_large

_FACTS = ("id", "url", "outlet", "lang", "published", "published_basis", "year", "title")
_HINT = "write the export again, or read its texts anew with --afresh"


def is_returned(text: Any, digest: Any, statements: Any) -> bool:
    """Tell that an object has statements that were read from this very text, not from another or by other hands."""
    if not (
        isinstance(text, str) and isinstance(digest, str) and isinstance(statements, list) and statements
    ):
        return False
    return digest == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def returned(data: Mapping[str, Any], options: IngestOptions, origin: str) -> Document:
    """Return the document of an object in the shape of `Document.to_json()`, with its statements.

    Raises TooLarge, and Damaged where a statement does not fit the text: nothing is taken on trust.
    """
    if len(data["text"]) > options.max_bytes:
        raise too_large(options.max_bytes)
    try:
        document = Document.from_json({"text": data["text"]} | {name: data.get(name) for name in _FACTS})
        msgspec.json.encode([data["statements"], *(data.get(name) for name in _FACTS)])  # no half characters
        statements = [statement_of(document, one) for one in data["statements"]]
    except (KeyError, TypeError, ValueError, AttributeError, msgspec.ValidationError) as error:
        raise Damaged(f"no statement of sayso: {error!r}", hint=_HINT) from None
    return msgspec.structs.replace(document, origin=origin).with_statements(statements)


def statement_of(document: Document, data: Mapping[str, Any]) -> Statement:
    """Return a statement of `document`. Raises Damaged where it is not what its id says, else what building it does.

    Of which utterance and claim it is does not come along: a store links what it holds itself.
    """
    built = Statement.from_json({**data, "utterance": None, "claim": None})
    # from_json trusts what it gets; this checks the type of every field, and that every word is one of its list.
    statement = msgspec.convert(msgspec.to_builtins(built), Statement)
    if statement.document != document.id or not all(_fits(document.text, *one) for one in _quoted(statement)):
        raise Damaged(f"statement {statement.id} does not fit its text", hint=_HINT)
    named = statement_id(document.hash, statement.content_spans, statement.cue_span, statement.source.span)
    if named != statement.id:
        raise Damaged(f"statement {statement.id} has another's id", hint=_HINT)
    return statement


def _quoted(statement: Statement) -> Iterator[tuple[str | None, Span]]:
    """Yield what is said to stand in the text, each with its place. Raises ValueError where a place is missing."""
    yield from zip(statement.content, statement.content_spans, strict=True)
    source, said = statement.source, statement.said_at
    places = [(statement.cue, statement.cue_span), (source.text, source.span)]
    places += [(said.text, said.span)] if said else []
    places += [(one.text, one.span) for one in statement.quantities]
    yield from ((text, span) for text, span in places if span)


def _fits(text: str, words: str | None, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(text) and span.of(text) == words
