"""Writing entries inside one transaction that holds the write lock."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

from ..model import Statement
from . import rows
from .records import Entry, StatementLemmas
from .schema import documents, pieces, quantities, relays, statements

_PARTS: tuple[tuple[sa.Table, Callable[[Statement], list[rows.Row]]], ...] = (
    (pieces, rows.piece_rows),
    (relays, rows.relay_rows),
    (quantities, rows.quantity_rows),
)


class Writer:
    """Adds entries. Keys are dealt here, in the order of adding: nobody else writes meanwhile."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._document_key = _last_key(connection, documents)
        self._statement_key = _last_key(connection, statements)

    def add(self, entry: Entry) -> bool:
        """Store `entry`; False, changing nothing, where the same capture was already read by the same pack
        version.

        The same text read by another version, or with an outlet, day or language that was not known before,
        takes the place of the earlier reading. Another text at the same address becomes a new revision.
        """
        series = find_series(self._connection, entry)
        stored = find_capture(self._connection, entry, series)
        if stored is None:
            key = self._add_revision(entry, series)
        elif is_same_reading(stored, entry):
            return False
        else:
            key = stored.key
            self._replace_reading(key, entry)
        self._add_statements(key, entry)
        return True

    def _add_revision(self, entry: Entry, series: int | None) -> int:
        self._document_key += 1
        key, revision = self._document_key, 1
        if series is not None:
            same = documents.c.series == series
            latest = self._connection.scalar(sa.select(sa.func.max(documents.c.revision)).where(same))
            revision = (latest or 0) + 1
            self._connection.execute(documents.update().where(same).values(current=False))
        place = {"key": key, "series": series or key, "revision": revision, "current": True}
        self._connection.execute(documents.insert(), rows.document_row(entry) | place)
        return key

    def _replace_reading(self, key: int, entry: Entry) -> None:
        self._connection.execute(statements.delete().where(statements.c.document_key == key))
        self._connection.execute(documents.update().where(documents.c.key == key), rows.document_row(entry))

    def _add_statements(self, document_key: int, entry: Entry) -> None:
        read = entry.document.statements
        lemmas = entry.statement_lemmas or (StatementLemmas(),) * len(read)
        whole: list[rows.Row] = []
        parts: dict[sa.Table, list[rows.Row]] = {table: [] for table, _ in _PARTS}
        for position, (statement, words) in enumerate(zip(read, lemmas, strict=True)):
            self._statement_key += 1
            key = self._statement_key
            place = {"key": key, "document_key": document_key, "position": position}
            whole.append(rows.statement_row(statement, words) | place)
            for table, make in _PARTS:
                made = enumerate(make(statement))
                parts[table] += [row | {"statement_key": key, "position": n} for n, row in made]
        for table, made_rows in ((statements, whole), *parts.items()):
            if made_rows:
                self._connection.execute(table.insert(), made_rows)


def find_series(connection: sa.Connection, entry: Entry) -> int | None:
    """Return the series that the entry's document continues, None where it begins one.

    The address decides; only where one of the two has none does the id.
    """
    document, column = entry.document, documents.c
    if document.url is None:
        same = column.id == document.id
    else:
        same = (column.url == document.url) | ((column.id == document.id) & column.url.is_(None))
    # With an address at hand, a row that has it goes before one that merely has the same id.
    found = sa.select(column.series).where(same).order_by(column.url.is_(None), column.key).limit(1)
    return connection.scalar(found)


def find_capture(connection: sa.Connection, entry: Entry, series: int | None) -> rows.Stored | None:
    """Return the row of `series` that holds the very text of `entry`."""
    if series is None:
        return None
    wanted = [documents.c[name] for name in ("key", "pack", "pack_version", *rows.KNOWN_OF_A_DOCUMENT)]
    same = (documents.c.series == series) & (documents.c.hash == entry.document.hash)
    return connection.execute(sa.select(*wanted).where(same)).first()


def is_same_reading(stored: rows.Stored, entry: Entry) -> bool:
    """Tell whether `entry` brings nothing new: same pack version, nothing known that was not before."""
    if (stored.pack, stored.pack_version) != (entry.pack, entry.pack_version):
        return False
    # Where a day was read is no reason to read again, as long as it is the same day.
    telling = (name for name in rows.KNOWN_OF_A_DOCUMENT if name != "published_basis")
    now = ((name, getattr(entry.document, name)) for name in telling)
    return all(value is None or value == getattr(stored, name) for name, value in now)


def _last_key(connection: sa.Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.max(table.c.key))) or 0
