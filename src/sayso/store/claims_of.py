"""The claims to which a source said something, page by page, for sources that are heard ten thousand times."""

from __future__ import annotations

from collections.abc import Collection
from heapq import merge
from typing import Any, TypeAlias

import sqlalchemy as sa

from .keyset import Piece, Place, descending
from .schema import statements

Said: TypeAlias = tuple[Collection[str], Collection[str]]
"""Names of a source, and ids of statements that people lead to it."""

_LOOK = 100
"""Statements of a look."""
_LOOKS = 20
"""Looks that a page takes at most."""


def claims_of_names(connection: sa.Connection, said: Said, after: Place | None, limit: int) -> Piece[str]:
    """Return claims by the last statement of the source, by its document and key, the last read first."""
    found: list[tuple[str, Place]] = []
    place = after
    for _ in range(_LOOKS):
        rows = _look(connection, said, place)
        last = _last_said(connection, said, {row[2] for row in rows if row[2]})
        found += [(row[2], row[:2]) for row in rows if row[2] and last[row[2]] == row[:2]]
        if len(found) > limit:
            return Piece([claim for claim, _ in found[:limit]], found[limit - 1][1])
        if len(rows) < _LOOK:
            return Piece([claim for claim, _ in found], None)
        place = rows[-1][:2]
    return Piece([claim for claim, _ in found], place)


def _look(connection: sa.Connection, said: Said, after: Place | None) -> list[tuple[int, int, str | None]]:
    """Return document, key and claim of the next statements; each name is looked up by itself, so none is sorted."""
    query, columns = sa.select(*_PLACE, statements.c.claim), _PLACE
    sides = [statements.c.source_name == name for name in sorted(said[0])]
    sides += [statements.c.id.in_(sorted(said[1]))] if said[1] else []
    pages = (descending(connection, query.where(side), columns, after, _LOOK) for side in sides)
    rows = merge(*([(row[0], row[1], row[2]) for row in page] for page in pages), key=_key, reverse=True)
    return list(dict.fromkeys(rows))[:_LOOK]


def _last_said(connection: sa.Connection, said: Said, claims: Collection[str]) -> dict[str, Place]:
    """Return where the source said something to each of these claims last."""
    is_own = statements.c.source_name.in_(sorted(said[0])) | statements.c.id.in_(sorted(said[1]))
    query: sa.Select[Any] = sa.select(*_PLACE, statements.c.claim)
    query = query.where(statements.c.claim.in_(sorted(claims)), is_own)
    found: dict[str, Place] = {}
    for document, key, claim in connection.execute(query):
        found[claim] = max(found.get(claim, (0, 0)), (document, key))
    return found


def _key(row: tuple[int, int, str | None]) -> tuple[int, int]:
    return row[:2]


_PLACE: tuple[sa.Column[Any], ...] = tuple(statements.c["document_key", "key"])
