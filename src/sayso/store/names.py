"""Names of sources with how often they are heard, counted along while documents are written.

Only statements of current documents count, and the anonymous have no name. A name with several types, or in several
languages, has a row for each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from ..model import ANONYMOUS, SourceType
from .bulk import batches
from .keyset import Place, descending
from .rows import Stored
from .schema import documents, names, statements

NameKey: TypeAlias = tuple[str, str, str]
"""A name, its type, and its language, "" where that is not known."""

_CHUNK = 500


class NameRow(NamedTuple):
    """A name of a source, and how many statements bear it; type and language are those that most of them have."""

    name: str
    type: SourceType
    lang: str | None
    statements: int


def count_names(connection: sa.Connection, added: Mapping[NameKey, int], turn: int) -> None:
    """Add to the counts of names, or take from them; names that nobody bears any more go."""
    rows = [(*key, count, turn) for key, count in sorted(added.items()) if count and key[1] != ANONYMOUS]
    if not rows:
        return
    values = [dict(zip(names.columns.keys(), row, strict=True)) for row in rows]
    connection.execute(_ADD, values)
    if any(count < 0 for count in added.values()):
        connection.execute(names.delete().where(names.c.statements <= 0))


def named_by(connection: sa.Connection, keys: Iterable[int]) -> Counter[NameKey]:
    """Count the names that the statements at `keys` bear, of current documents."""
    found: Counter[NameKey] = Counter()
    for chunk in batches(sorted(keys), _CHUNK):
        for name, kind, lang, count in connection.execute(_BORNE, {"keys": chunk}):
            found[(name, kind, lang)] += count
    return found


def load_names(
    connection: sa.Connection, *, since: int = -1, among: Collection[str] | None = None
) -> list[NameRow]:
    """Return every name, by name; of those only `among` some, and those whose counts changed behind a turn."""
    query = sa.select(names).order_by(names.c.name, names.c.statements.desc(), names.c.type, names.c.lang)
    if since >= 0:
        changed = sa.select(names.c.name).where(names.c.touched > since)
        query = query.where(names.c.name.in_(changed))
    if among is None:
        return _by_name(connection.execute(query))
    chunks = batches(sorted(among), _CHUNK)
    rows = (connection.execute(query.where(names.c.name.in_(chunk))) for chunk in chunks)
    return [row for part in rows for row in _by_name(part)]


def _by_name(rows: Iterable[Stored]) -> list[NameRow]:
    found: dict[str, NameRow] = {}
    for row in rows:
        first = found.setdefault(row.name, NameRow(row.name, row.type, row.lang or None, 0))
        found[row.name] = first._replace(statements=first.statements + row.statements)
    return list(found.values())


def load_name_page(
    connection: sa.Connection, after: Place | None, limit: int
) -> list[tuple[int, str, str, str]]:
    """Return statements, name, type and language of so many rows, those heard most often first."""
    columns: Sequence[sa.Column[Any]] = tuple(names.c["statements", "name", "type", "lang"])
    rows = descending(connection, sa.select(*columns), columns, after, limit)
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def load_name_rows(connection: sa.Connection, among: Collection[str]) -> list[tuple[int, str, str, str]]:
    """Return the rows of some names, as `load_name_page` gives them, in no order."""
    query = sa.select(*names.c["statements", "name", "type", "lang"])
    return [
        (row[0], row[1], row[2], row[3])
        for chunk in batches(sorted(among), _CHUNK)
        for row in connection.execute(query.where(names.c.name.in_(chunk)))
    ]


_new = sqlite.insert(names)
_ADD = _new.on_conflict_do_update(
    index_elements=["name", "type", "lang"],
    set_={
        "statements": names.c.statements + _new.excluded.statements,
        "touched": _new.excluded.touched,
    },
)
_LANG = sa.func.coalesce(documents.c.lang, "")
_BORNE: sa.Select[Any] = (
    sa.select(*statements.c["source_name", "source_type"], _LANG, sa.func.count())
    .select_from(statements.join(documents))
    .where(
        statements.c.key.in_(sa.bindparam("keys", expanding=True)),
        documents.c.current,
        statements.c.source_type != ANONYMOUS,
    )
    .group_by(*statements.c["source_name", "source_type"], _LANG)
)
