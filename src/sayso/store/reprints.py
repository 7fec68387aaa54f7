"""What is kept of documents that repeat one another: keys by which they find each other, and the pairs that do."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from . import bulk
from .glances import touch_told
from .schema import claims, documents, reprints, sketch_keys, sketches, statements
from .turns import next_turn

_CHUNK = 500
"""Keys that go into one query."""


class Copy(NamedTuple):
    """A document that repeats others or is repeated: its id, its outlet and when it was published."""

    id: str
    outlet: str | None
    published: dt.date | None


class Copies(NamedTuple):
    """Documents that hang together by repeating one another, by key, and the pairs of keys that do."""

    documents: dict[int, Copy]
    pairs: tuple[tuple[int, int], ...]


class ReprintTables:
    """The tables of reprints within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def forget_others(self, version: str) -> None:
        """Forget what another version found out."""
        if set(self._connection.execute(_VERSIONS).one()) <= {None, version}:
            return
        for table in (reprints, sketch_keys, sketches):
            self._connection.execute(table.delete())
        self._connection.execute(claims.update().values(touched=next_turn(self._connection)))

    def count_waiting(self) -> int:
        """Count the current documents that were never compared."""
        return self._connection.scalar(_COUNT_WAITING) or 0

    def waiting(self) -> Sequence[int]:
        """Return the documents that were never compared, in the order of their keys."""
        return array("q", self._connection.scalars(_WAITING))

    def remember(self, version: str, found: Mapping[int, Iterable[int]]) -> None:
        """Note which documents have been compared, and the keys by which later ones find them.

        What has been removed meanwhile is left out.
        """
        there = {key for (key,) in bulk.select(self._connection, (documents.c.key,), documents.c.key, found)}
        bulk.insert(self._connection, sketches, [(key, version) for key in sorted(there)])
        keyed = {(one, key) for key in there for one in found[key]}
        bulk.insert(self._connection, sketch_keys, sorted(keyed))

    def candidates(self, keys: Collection[int]) -> Iterator[tuple[int, int, int]]:
        """Yield one of `keys`, another document that shares keys with it, and how many they share."""
        for chunk in _chunks(keys):
            yield from map(tuple, self._connection.execute(_CANDIDATES, {"keys": chunk}))

    def texts(self, keys: Collection[int]) -> dict[int, str]:
        """Return the texts of documents, by key."""
        return {
            key: text
            for chunk in _chunks(keys)
            for key, text in self._connection.execute(_TEXTS, {"keys": chunk})
        }

    def add(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep pairs that repeat one another."""
        found = list(pairs)
        bulk.insert(self._connection, reprints, found)
        if found:
            _touch(self._connection, {key for pair in found for key in pair}, next_turn(self._connection))


def load_copies(connection: sa.Connection, ids: Collection[str]) -> Copies:
    """Return which documents repeat those with these ids, over any number of steps; those of none are left out."""
    named = {key for chunk in _chunks(ids) for key in connection.scalars(_BY_ID, {"keys": chunk})}
    _, pairs = _hanging(connection, named)
    held = {key for pair in pairs for key in pair}
    known = {
        row.key: Copy(row.id, row.outlet, row.published)
        for chunk in _chunks(held)
        for row in connection.execute(_ABOUT, {"keys": chunk})
    }
    return Copies(known, tuple(sorted(pairs)))


def _hanging(connection: sa.Connection, keys: Collection[int]) -> tuple[set[int], set[tuple[int, int]]]:
    """Return documents with all that hang together with them by repeating one another, and the pairs that do."""
    new, found = set(keys), set[int]()
    pairs: set[tuple[int, int]] = set()
    while new:
        found |= new
        near = {
            (one, other)
            for chunk in _chunks(new)
            for query in _PAIRS
            for one, other in connection.execute(query, {"keys": chunk})
        }
        pairs |= near
        new = {key for pair in near for key in pair} - found
    return found, pairs


def forget_reprints(connection: sa.Connection, of_document: sa.ColumnElement[bool]) -> None:
    """Forget what was found out of documents that nobody stands by any more."""
    own = sa.select(documents.c.key).where(of_document)
    paired = sa.select(reprints.c.first_key, reprints.c.second_key)
    paired = paired.where(reprints.c.first_key.in_(own) | reprints.c.second_key.in_(own))
    if near := {key for pair in connection.execute(paired) for key in pair}:
        _touch(connection, near, next_turn(connection))
    for column in (
        sketches.c.document_key,
        sketch_keys.c.document_key,
        reprints.c.first_key,
        reprints.c.second_key,
    ):
        connection.execute(sa.delete(column.table).where(column.in_(own)))


def _touch(connection: sa.Connection, keys: Collection[int], turn: int) -> None:
    """Note that claims have changed which documents tell of that hang together with some by repeating one another."""
    if connection.scalar(sa.select(claims.c.id).limit(1)):
        for chunk in _chunks(_hanging(connection, keys)[0]):
            touch_told(connection, statements.c.document_key.in_(chunk), turn)


def _chunks(keys: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = sorted(keys)
    return (ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK))


# Made once: a query costs more to put together than to answer.
_KEYS: sa.BindParameter[Any] = sa.bindparam("keys", expanding=True)
# Documents are compared in the order of their keys, and keep them, so that none before the last one waits.
_LAST = sa.func.coalesce(sa.select(sa.func.max(sketches.c.document_key)).scalar_subquery(), 0)
_IS_WAITING = documents.c.current & (documents.c.key > _LAST)
_COUNT_WAITING = sa.select(sa.func.count()).select_from(documents).where(_IS_WAITING)
_WAITING = sa.select(documents.c.key).where(_IS_WAITING).order_by(documents.c.key)
_VERSIONS = sa.select(
    sa.select(sa.func.min(sketches.c.version)).scalar_subquery(),
    sa.select(sa.func.max(sketches.c.version)).scalar_subquery(),
)
_own, _shared = sketch_keys.alias("own"), sketch_keys.alias("shared")
_CANDIDATES = (
    sa.select(_own.c.document_key, _shared.c.document_key, sa.func.count())
    .join(_shared, _own.c.key == _shared.c.key)
    .where(_own.c.document_key.in_(_KEYS), _own.c.document_key != _shared.c.document_key)
    .group_by(_own.c.document_key, _shared.c.document_key)
)
_TEXTS = sa.select(documents.c.key, documents.c.text).where(documents.c.key.in_(_KEYS))
_BY_ID = sa.select(documents.c.key).where(documents.c.id.in_(_KEYS), documents.c.current)
_PAIRS = tuple(
    sa.select(reprints.c.first_key, reprints.c.second_key).where(column.in_(_KEYS))
    for column in (reprints.c.first_key, reprints.c.second_key)
)
_ABOUT = sa.select(*documents.c["key", "id", "outlet", "published"]).where(documents.c.key.in_(_KEYS))
