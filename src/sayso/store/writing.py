"""Writing entries inside one transaction that holds the write lock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import sqlalchemy as sa

from ..model import Document, Statement
from . import rows
from .linking import detach
from .names import NameKey, count_names, named_by
from .records import Entry, StatementLemmas
from .reprints import forget_reprints
from .schema import documents, pieces, quantities, relays, statements
from .turns import next_turn

_PARTS: dict[sa.Table, Callable[[Statement], list[rows.Row]]] = {
    pieces: rows.piece_rows,
    relays: rows.relay_rows,
    quantities: rows.quantity_rows,
}


class Writer:
    """Adds entries. Keys are dealt here, in the order of adding: nobody else writes meanwhile.

    Rows of statements and their parts are gathered and go in by the thousand; `flush` ends the writing.
    """

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._document_key = _last_key(connection, documents)
        self._statement_key = _last_key(connection, statements)
        self._turn: int | None = None
        self._names: Counter[NameKey] = Counter()
        self._gathered: dict[sa.Table, list[rows.Row]] = {table: [] for table in (statements, *_PARTS)}

    def add(self, entry: Entry) -> bool:
        """Store `entry`; False, changing nothing, where the same capture was already read by the same pack
        version.

        The same text read by another version, or with an outlet, day or language that was not known before,
        takes the place of the earlier reading. Another text at the same address becomes a new revision.
        """
        series = find_series(self._connection, entry.document)
        stored = find_capture(self._connection, entry.document, series)
        if stored is None:
            key = self._add_revision(entry, series)
        elif is_same_reading(stored, entry):
            return False
        else:
            key = stored.key
            self._replace_reading(key, entry)
        self._gather_statements(key, entry)
        return True

    def flush(self) -> None:
        """Write what was gathered."""
        for table, gathered in self._gathered.items():
            if gathered:
                self._connection.execute(table.insert(), gathered)
            gathered.clear()
        if self._names:
            count_names(self._connection, self._names, self._now())
            self._names.clear()

    def _add_revision(self, entry: Entry, series: int | None) -> int:
        self._document_key += 1
        key, revision = self._document_key, 1
        if series is not None:
            same = documents.c.series == series
            latest = self._connection.scalar(sa.select(sa.func.max(documents.c.revision)).where(same))
            revision = (latest or 0) + 1
            # Nobody stands by a superseded text: what it says counts no more.
            self.flush()
            self._forget(statement_keys_of(self._connection, same))
            forget_reprints(self._connection, same)
            self._connection.execute(documents.update().where(same).values(current=False))
        place = {
            "key": key,
            "series": series or key,
            "revision": revision,
            "current": True,
            "added": self._now(),
        }
        self._connection.execute(documents.insert(), rows.document_row(entry) | place)
        return key

    def _replace_reading(self, key: int, entry: Entry) -> None:
        # The earlier reading may be of this very batch.
        self.flush()
        self._forget(statement_keys_of(self._connection, documents.c.key == key))
        self._connection.execute(statements.delete().where(statements.c.document_key == key))
        row = rows.document_row(entry) | {"added": self._now()}
        self._connection.execute(documents.update().where(documents.c.key == key), row)

    def _forget(self, keys: Sequence[int]) -> None:
        """Have statements count no more: in groups, and among the names."""
        self._names.subtract(named_by(self._connection, keys))
        detach(self._connection, keys)

    def _now(self) -> int:
        """Return the turn of this writing, which begins with the first document that is new."""
        if self._turn is None:
            self._turn = next_turn(self._connection)
        return self._turn

    def _gather_statements(self, document_key: int, entry: Entry) -> None:
        read = entry.document.statements
        lemmas = entry.statement_lemmas or (StatementLemmas(),) * len(read)
        lang = entry.document.lang or ""
        self._names.update((one.source.name, one.source.type, lang) for one in read)
        for position, (statement, words) in enumerate(zip(read, lemmas, strict=True)):
            self._statement_key += 1
            key = self._statement_key
            place = {"key": key, "document_key": document_key, "position": position}
            self._gathered[statements].append(rows.statement_row(statement, words) | place)
            for table, make in _PARTS.items():
                made = enumerate(make(statement))
                self._gathered[table] += [row | {"statement_key": key, "position": n} for n, row in made]


def remove(connection: sa.Connection, series: int) -> None:
    """Remove a document with all its revisions, and every trace of what it says."""
    of_series = documents.c.series == series
    keys = statement_keys_of(connection, of_series)
    borne = named_by(connection, keys)
    count_names(connection, {name: -count for name, count in borne.items()}, next_turn(connection))
    detach(connection, keys)
    forget_reprints(connection, of_series)
    own = sa.select(documents.c.key).where(of_series)
    # One after the other, so that the indexes of words take note of each row.
    connection.execute(statements.delete().where(statements.c.document_key.in_(own)))
    connection.execute(documents.delete().where(of_series))


def statement_keys_of(connection: sa.Connection, of_document: sa.ColumnElement[bool]) -> Sequence[int]:
    """Return the keys of the statements of some documents."""
    return connection.scalars(sa.select(statements.c.key).join(documents).where(of_document)).all()


_COLUMN = documents.c
_SAME_URL = _COLUMN.url == sa.bindparam("url")
_SAME_ID = _COLUMN.id == sa.bindparam("id")
_FIRST = sa.select(_COLUMN.series).limit(1)

# Made once: a query costs more to put together than to answer.
_BY_ID = _FIRST.where(_SAME_ID).order_by(_COLUMN.key)
# A row that has the address goes before one that merely has the same id.
_BY_URL = _FIRST.where(_SAME_URL | (_SAME_ID & _COLUMN.url.is_(None))).order_by(
    _COLUMN.url.is_(None), _COLUMN.key
)
_CAPTURE = sa.select(
    *(_COLUMN[name] for name in ("key", "pack", "pack_version", *rows.KNOWN_OF_A_DOCUMENT))
).where(_COLUMN.series == sa.bindparam("series"), _COLUMN.hash == sa.bindparam("hash"))


def find_series(connection: sa.Connection, document: Document) -> int | None:
    """Return the series that `document` continues, None where it begins one.

    The address decides; only where one of the two has none does the id.
    """
    query = _BY_ID if document.url is None else _BY_URL
    return connection.scalar(query, {"id": document.id, "url": document.url})


def find_capture(connection: sa.Connection, document: Document, series: int | None) -> rows.Stored | None:
    """Return the row of `series` that holds the very text of `document`."""
    if series is None:
        return None
    return connection.execute(_CAPTURE, {"series": series, "hash": document.hash}).first()


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
