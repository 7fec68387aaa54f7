"""Lists page by page: each page begins where the one before ended, by the values it is ordered by, never by counting.

So a page costs the same wherever it stands, and what is added meanwhile neither repeats nor hides a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

import sqlalchemy as sa

from .rows import Stored

Place: TypeAlias = tuple[Any, ...]
"""The values of a row by which its list is ordered."""

T = TypeVar("T")


class Piece(NamedTuple, Generic[T]):
    """A page as the store gives it: its items, and the place where the next one goes on, None where all is told."""

    items: list[T]
    end: Place | None


def descending(
    connection: sa.Connection,
    query: sa.Select[Any],
    columns: Sequence[sa.Column[Any]],
    after: Place | None,
    limit: int,
) -> list[Stored]:
    """Return so many rows behind a place, greatest values first; those whose first column is unknown come last."""
    first = columns[0]
    ordered = query.order_by(*(column.desc() for column in columns))
    found: list[Stored] = []
    if after is None or after[0] is not None:
        known = ordered.where(first.is_not(None)) if first.nullable else ordered
        behind = known if after is None else known.where(_row(columns) < _values(columns, after))
        found += connection.execute(behind.limit(limit))
    if first.nullable and len(found) < limit:
        unknown, rest = ordered.where(first.is_(None)), columns[1:]
        if after is not None and after[0] is None:
            unknown = unknown.where(_row(rest) < _values(rest, after[1:]))
        found += connection.execute(unknown.limit(limit - len(found)))
    return found


def ascending(
    connection: sa.Connection,
    query: sa.Select[Any],
    columns: Sequence[sa.Column[Any]],
    after: Place | None,
    limit: int,
) -> list[Stored]:
    """Return so many rows behind a place, least values first; no column may be unknown."""
    behind = query if after is None else query.where(_row(columns) > _values(columns, after))
    return list(connection.execute(behind.order_by(*columns).limit(limit)))


def _row(columns: Sequence[sa.Column[Any]]) -> sa.ColumnElement[Any]:
    return columns[0] if len(columns) == 1 else sa.tuple_(*columns)


def _values(columns: Sequence[sa.Column[Any]], place: Place) -> Any:
    values = [sa.literal(value, column.type) for value, column in zip(place, columns, strict=True)]
    return values[0] if len(values) == 1 else sa.tuple_(*values)
