"""Claims at a glance: how many statements and documents tell of one, over which days, and when that last changed.

The rows are counted from the statements, in the transaction that groups or removes these, so that a list of claims
costs no look at a million statements. Days are those on which it was said or, where that is unknown, published.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any, Literal, NamedTuple, TypeAlias

import sqlalchemy as sa

from . import bulk
from .keyset import Place, ascending, descending
from .schema import claims, documents, statements
from .turns import next_turn

_CHUNK = 5_000
"""Claims that are counted by one query."""

ClaimOrder: TypeAlias = Literal["documents", "latest", "touched", "id"]
"""Told by most documents first; by the last day said, latest first; what changed last first; by id."""


class Glance(NamedTuple):
    """A claim of the machine's: how many statements and documents tell of it, first and last day, last turn."""

    id: str
    statements: int
    documents: int
    first: dt.date | None
    last: dt.date | None
    touched: int


def claims_at(connection: sa.Connection, keys: Collection[int]) -> set[str]:
    """Return the claims that the statements at `keys` are of."""
    rows = bulk.select(connection, (statements.c.claim,), statements.c.key, keys)
    return {claim for (claim,) in rows if claim is not None}


def recount(connection: sa.Connection, ids: Collection[str]) -> None:
    """Count claims anew, as a change of this very moment; those that no statement is of any more go."""
    if not ids:
        return
    turn = next_turn(connection)
    for chunk in bulk.batches(sorted(ids), _CHUNK):
        connection.execute(_FORGET, {"ids": chunk})
        connection.execute(_COUNT, {"ids": chunk, "turn": turn})


def touch(connection: sa.Connection, ids: Collection[str], turn: int) -> None:
    """Note that what is made of claims has changed, though their statements have not."""
    for chunk in bulk.batches(sorted(ids), _CHUNK):
        connection.execute(claims.update().where(claims.c.id.in_(chunk)).values(touched=turn))


def touch_told(connection: sa.Connection, of_statement: sa.ColumnElement[bool], turn: int) -> None:
    """Note that what is made of the claims of some statements has changed."""
    told = sa.select(statements.c.claim).distinct().where(of_statement, statements.c.claim.is_not(None))
    touch(connection, set(connection.scalars(told)), turn)


def forget_all(connection: sa.Connection) -> None:
    """Have no claims: all groups are to be worked out anew."""
    next_turn(connection)
    connection.execute(claims.delete())


def load_glances(
    connection: sa.Connection, order: ClaimOrder, after: Place | None, limit: int, *, since: int = -1
) -> list[Glance]:
    """Return so many claims in an order, those behind the place `after`, which changed behind the turn `since`."""
    query = sa.select(claims).where(claims.c.touched > since) if since >= 0 else sa.select(claims)
    page = ascending if order == "id" else descending
    return [Glance(*row) for row in page(connection, query, _ORDERS[order], after, limit)]


def place_of(glance: Glance, order: ClaimOrder) -> Place:
    """Return where a claim stands in an order."""
    return tuple(getattr(glance, column.name) for column in _ORDERS[order])


def load_known(connection: sa.Connection, ids: Collection[str]) -> dict[str, Glance]:
    """Return those of the claims with these ids that there are."""
    query = sa.select(claims).where(claims.c.id.in_(_IDS))
    rows = (
        row
        for chunk in bulk.batches(sorted(ids), _CHUNK)
        for row in connection.execute(query, {"ids": chunk})
    )
    return {row.id: Glance(*row) for row in rows}


_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_FORGET = claims.delete().where(claims.c.id.in_(_IDS))
_COUNT = claims.insert().from_select(
    claims.columns.keys(),
    sa.select(
        statements.c.claim,
        sa.func.count(),
        sa.func.count(sa.distinct(statements.c.document_key)),
        sa.func.min(sa.func.coalesce(statements.c.said_first, documents.c.published)),
        sa.func.max(sa.func.coalesce(statements.c.said_last, documents.c.published)),
        sa.bindparam("turn", type_=sa.Integer),
    )
    .select_from(statements.join(documents))
    .where(statements.c.claim.in_(_IDS))
    .group_by(statements.c.claim),
)
_ORDERS: dict[ClaimOrder, tuple[sa.Column[Any], ...]] = {
    "documents": (claims.c.documents, claims.c.statements, claims.c.id),
    "latest": (claims.c.last, claims.c.id),
    "touched": (claims.c.touched, claims.c.id),
    "id": (claims.c.id,),
}
