"""Rows by the hundred thousand, past the mapping of SQLAlchemy where the database is SQLite.

Everything here has a second way that any database understands. SQLite is spoken to through its driver because there
a row costs a tenth of what it costs through the mapping, and linking reads and writes dozens a statement. What is
put into a query are names of `schema.py`, never anything that was read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

Row: TypeAlias = tuple[Any, ...]

_AT_ONCE = 5_000
"""Values that go into one query, and rows into one statement; every SQLite takes 32,766."""


def insert(connection: sa.Connection, table: sa.Table, rows: Iterable[Row]) -> None:
    """Write rows, each with all columns of the table in their order; those whose key is there already are left out."""
    driver = _sqlite(connection)
    if driver is not None:
        marks = ", ".join("?" * len(table.columns))
        driver.executemany(f"INSERT OR IGNORE INTO {table.name} VALUES ({marks})", rows)  # noqa: S608
        return
    names = table.columns.keys()
    for chunk in batches(rows, _AT_ONCE):
        values = [dict(zip(names, row, strict=True)) for row in chunk]
        connection.execute(postgresql.insert(table).on_conflict_do_nothing(), values)


def select(
    connection: sa.Connection,
    columns: Sequence[sa.Column[Any]],
    among: sa.Column[Any],
    values: Collection[Any],
    also: str | None = None,
) -> Iterator[Any]:
    """Yield `columns` of the rows of a table whose column `among` has one of `values`, in no order.

    `also` is a further condition.
    """
    table, driver = among.table, _sqlite(connection)
    names = ", ".join(column.name for column in columns)
    for chunk in batches(sorted(values), _AT_ONCE):
        if driver is not None:
            marks = ", ".join("?" * len(chunk))
            query = f"SELECT {names} FROM {table} WHERE {among.name} IN ({marks})"  # noqa: S608
            yield from driver.execute(f"{query} AND {also}" if also else query, chunk)
        else:
            found = sa.select(*columns).where(among.in_(chunk))
            rows = connection.execute(found.where(sa.text(also)) if also else found)
            yield from (tuple(row) for row in rows)


def select_between(
    connection: sa.Connection,
    columns: Sequence[sa.Column[Any]],
    within: sa.Column[Any],
    first: Any,
    last: Any,
) -> Iterator[Any]:
    """Yield `columns` of the rows of a table whose column `within` has a value from `first` to `last`, in its order."""
    table, driver = within.table, _sqlite(connection)
    if driver is not None:
        names = ", ".join(column.name for column in columns)
        query = f"SELECT {names} FROM {table} WHERE {within.name} BETWEEN ? AND ?"  # noqa: S608
        yield from driver.execute(query, (first, last))
    else:
        yield from map(tuple, connection.execute(sa.select(*columns).where(within.between(first, last))))


def update(
    connection: sa.Connection, table: sa.Table, columns: Sequence[sa.Column[Any]], rows: Sequence[Row]
) -> None:
    """Set `columns` of rows of a table; a row's last value is its primary key."""
    (key,) = table.primary_key.columns
    driver = _sqlite(connection)
    if driver is not None:
        changes = ", ".join(f"{column.name} = ?" for column in columns)
        driver.executemany(f"UPDATE {table.name} SET {changes} WHERE {key.name} = ?", rows)  # noqa: S608
    elif rows:
        new: dict[str, sa.BindParameter[Any]] = {
            column.name: sa.bindparam(f"new_{column.name}") for column in columns
        }
        query = table.update().where(key == sa.bindparam("at")).values(new)
        marks = [*(f"new_{column.name}" for column in columns), "at"]
        connection.execute(query, [dict(zip(marks, row, strict=True)) for row in rows])


def delete(connection: sa.Connection, column: sa.Column[Any], values: Collection[Any]) -> None:
    """Delete the rows of a table whose `column` has one of `values`."""
    for chunk in batches(sorted(values), _AT_ONCE):
        connection.execute(column.table.delete().where(column.in_(chunk)))


def batches(values: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Yield values by so many."""
    source = iter(values)
    while chunk := list(islice(source, size)):
        yield chunk


def _sqlite(connection: sa.Connection) -> sqlite3.Connection | None:
    driver = connection.connection.driver_connection
    return driver if isinstance(driver, sqlite3.Connection) else None
