"""Turns: every change of the store has a number, greater than those before it, and the time at which it was made.

A turn stands for whatever a reader may see: documents, groups, reprints, decisions. What linking works out on the way
and nobody is shown takes none.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import sqlalchemy as sa

from .schema import turns


class Turn(NamedTuple):
    """A change of the store: its number, 0 before the first, and when it was made, UTC in ISO 8601."""

    number: int
    at: str | None


def next_turn(connection: sa.Connection) -> int:
    """Note a change, inside the transaction that makes it, and return its number."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    key = connection.execute(turns.insert(), {"at": now}).inserted_primary_key
    assert key is not None
    return int(key[0])


def last_turn(connection: sa.Connection) -> Turn:
    """Return the last change."""
    row = connection.execute(_LAST).first()
    return Turn(*row) if row else Turn(0, None)


_LAST = sa.select(turns.c.turn, turns.c.at).order_by(turns.c.turn.desc()).limit(1)
