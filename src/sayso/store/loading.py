"""Reading documents and statements back, a few hundred at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import sqlalchemy as sa

from ..model import Document, Statement
from . import rows
from .bulk import batches
from .records import Filter, Header, Order, Stats
from .schema import documents, pieces, quantities, relays, statements
from .words import expression_of, latest, matches, word_index

RANKED = 10_000
"""Hits of words that are ranked, those read last; the others are too many to be told apart."""
_PARTS = (pieces, relays, quantities)
_AT_ONCE = 500
"""Statements whose rows are asked for together."""
_STATEMENT_WORDS = word_index("statement_words")
_DOCUMENT_WORDS = word_index("document_words")


class Placed(NamedTuple):
    """A statement and the key of its document's row."""

    statement: Statement
    document_key: int


def statement_keys(wanted: Filter, order: Order, limit: int | None) -> sa.Select[Any]:
    """Select the keys of the statements that `wanted` lets through, in `order`."""
    query = sa.select(statements.c.key).join(documents).where(*of_statement(wanted))
    expression = words_wanted(wanted)
    if expression is not None:
        query = query.join(_STATEMENT_WORDS, _STATEMENT_WORDS.c.rowid == statements.c.key)
        query = query.where(matches(_STATEMENT_WORDS, expression))
        if order == "rank" and _is_by_words_alone(wanted):
            query = query.where(latest(_STATEMENT_WORDS, expression, RANKED))
    elif order == "rank":
        order = "text"
    return query.order_by(*_ORDERS[order]).limit(limit)


_IN_TEXT = (statements.c.document_key, statements.c.position)
_ORDERS: dict[Order, tuple[sa.ColumnElement[Any], ...]] = {
    "text": _IN_TEXT,
    "time": (statements.c.said_first.is_(None), statements.c.said_first, statements.c.said_last, *_IN_TEXT),
    "rank": (_STATEMENT_WORDS.c.rank, *_IN_TEXT),
}


def _is_by_words_alone(wanted: Filter) -> bool:
    """Tell whether nothing is asked but words: whatever else is asked may lie far back among the hits."""
    return wanted == Filter(words=wanted.words, source=wanted.source)


def is_document(reference: str) -> sa.ColumnElement[bool]:
    """Tell whether a row of `documents` has the id or the address `reference`."""
    return (documents.c.id == reference) | (documents.c.url == reference)


_said_first = sa.func.coalesce(statements.c.said_first, documents.c.published)
_said_last = sa.func.coalesce(statements.c.said_last, documents.c.published)

_Condition: TypeAlias = Callable[[Any], sa.ColumnElement[bool]]

# What each field of a filter asks, by its name.
_OF_BOTH: dict[str, _Condition] = {
    "document": is_document,
    "outlet": lambda outlet: documents.c.outlet == outlet,
    "lang": lambda lang: documents.c.lang == lang,
}
_OF_DOCUMENT: dict[str, _Condition] = _OF_BOTH | {
    "since": lambda day: documents.c.published >= day,
    "until": lambda day: documents.c.published <= day,
}
_OF_STATEMENT: dict[str, _Condition] = _OF_BOTH | {
    "act": lambda act: statements.c.act == act,
    "since": lambda day: _said_last >= day,
    "until": lambda day: _said_first <= day,
    "dated": lambda dated: statements.c.said_first.is_not(None) == dated,
    "confidence": lambda least: statements.c.confidence >= least,
}


def _conditions(wanted: Filter, asked: Mapping[str, _Condition]) -> list[sa.ColumnElement[bool]]:
    values = ((condition, getattr(wanted, name)) for name, condition in asked.items())
    found = [condition(value) for condition, value in values if value is not None]
    return found if wanted.revisions else [*found, documents.c.current]


def of_statement(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return what `wanted` asks of a statement joined with its document, but for words and sources."""
    return _conditions(wanted, _OF_STATEMENT)


def of_document(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return what `wanted` asks of a document, but for words."""
    return _conditions(wanted, _OF_DOCUMENT)


def words_wanted(wanted: Filter) -> str | None:
    """Join what is looked for anywhere with what is looked for in sources."""
    both = (expression_of(wanted.words), expression_of(wanted.source, "source_lemmas"))
    return " AND ".join(f"({one})" for one in both if one) or None


def document_keys(wanted: Filter, limit: int | None) -> sa.Select[Any]:
    """Select the keys of documents, newest publication first, or the best match of `wanted.words` first.

    Of `wanted` only what can be asked of a document counts: document, outlet, lang, words, days and
    revisions.
    """
    published = documents.c.published
    query = sa.select(documents.c.key).where(*of_document(wanted))
    expression = expression_of(wanted.words)
    if expression is None:
        return query.order_by(published.is_(None), published.desc(), documents.c.key).limit(limit)
    query = query.join(_DOCUMENT_WORDS, _DOCUMENT_WORDS.c.rowid == documents.c.key)
    found = matches(_DOCUMENT_WORDS, expression)
    if _is_by_words_alone(wanted):
        found &= latest(_DOCUMENT_WORDS, expression, RANKED)
    return query.where(found).order_by(_DOCUMENT_WORDS.c.rank, documents.c.key).limit(limit)


def load_headers(
    connection: sa.Connection, keys: Sequence[int], confidence: float | None = None
) -> dict[int, Header]:
    """Return the headers of the documents at `keys`, by key; only statements of that `confidence` are counted."""
    of_document = statements.c.document_key == documents.c.key
    if confidence is not None:
        of_document &= statements.c.confidence >= confidence
    counted = sa.select(sa.func.count()).select_from(statements).where(of_document).scalar_subquery()
    columns = [documents.c[name] for name in ("key", *Header.__struct_fields__) if name in documents.c]
    query = sa.select(*columns, counted.label("statements")).where(documents.c.key.in_(keys))
    return {row.key: rows.header_from(row) for row in connection.execute(query)}


def load_documents(connection: sa.Connection, keys: Sequence[int]) -> Iterator[Document]:
    """Yield the documents at `keys` with their statements, in the order of the keys."""
    placed = sa.select(statements.c.key, statements.c.document_key).where(statements.c.document_key.in_(keys))
    own: defaultdict[int, list[int]] = defaultdict(list)
    for row in connection.execute(placed.order_by(statements.c.document_key, statements.c.position)):
        own[row.document_key].append(row.key)
    wanted = [key for of_one in own.values() for key in of_one]
    found: dict[int, Placed] = {}
    for batch in batches(wanted, _AT_ONCE):
        found |= load_statements(connection, batch)
    known = {
        row.key: row for row in connection.execute(sa.select(documents).where(documents.c.key.in_(keys)))
    }
    for key in keys:
        if key in known:
            yield rows.document_from(known[key], tuple(found[one].statement for one in own[key]))


def load_statements(connection: sa.Connection, keys: Sequence[int]) -> dict[int, Placed]:
    """Return the statements at `keys`, by key."""
    parts = {table.name: _load_parts(connection, table, keys) for table in _PARTS}
    query = sa.select(statements, documents.c.id.label("document_id")).join(documents)
    found = {}
    for row in connection.execute(query.where(statements.c.key.in_(keys))):
        own = {name: by_statement[row.key] for name, by_statement in parts.items()}
        found[row.key] = Placed(rows.statement_from(row, own), row.document_key)
    return found


def _load_parts(
    connection: sa.Connection, table: sa.Table, keys: Sequence[int]
) -> defaultdict[int, list[rows.Stored]]:
    by_statement: defaultdict[int, list[rows.Stored]] = defaultdict(list)
    query = sa.select(table).where(table.c.statement_key.in_(keys))
    for row in connection.execute(query.order_by(table.c.statement_key, table.c.position)):
        by_statement[row.statement_key].append(row)
    return by_statement


def load_stats(connection: sa.Connection) -> Stats:
    """Count what is stored."""
    current, column = documents.c.current, statements.c
    languages = sa.select(sa.func.coalesce(documents.c.lang, "?"), sa.func.count()).where(current)
    whole = connection.execute(
        sa.select(
            sa.func.count().filter(current).label("documents"),
            sa.func.count().filter(~current).label("revisions"),
            sa.func.count().filter(current, documents.c.pack.is_(None)).label("without_pack"),
        ).select_from(documents)
    ).one()
    read = connection.execute(
        sa.select(
            sa.func.count().label("statements"),
            sa.func.count(column.source_name.distinct()).label("sources"),
            sa.func.min(column.said_first).label("said_first"),
            sa.func.max(column.said_last).label("said_last"),
        )
        .select_from(statements.join(documents))
        .where(current)
    ).one()
    by_language = connection.execute(languages.group_by(documents.c.lang).order_by(documents.c.lang))
    return Stats(languages=dict(by_language.all()), **whole._mapping, **read._mapping)
