"""What people decided about statements, utterances, claims and sources: kept, and taken back."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from .glances import touch_told
from .keyset import Place, descending
from .schema import decisions, statements
from .turns import next_turn

DecisionKind = Literal["merge", "split", "grade", "correct"]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided, kept beside what the machine found.

    `merge` takes `subject` and `other` (two claims, or two utterances) for one; `split` takes `other` (an utterance of
    a claim, a statement of an utterance) out of `subject`; `grade` gives `subject` (a claim, or a source's name) the
    grade `value`; `correct` has the field `other` of the statement `subject` read `value`. Times are UTC, in ISO 8601;
    what was undone counts no more and is kept.
    """

    key: int
    kind: DecisionKind
    subject: str
    other: str | None
    value: str | None
    by: str
    reason: str
    made_at: str
    undone_at: str | None = None


def load_decisions(connection: sa.Connection) -> list[Decision]:
    """Return all decisions in the order in which they were made, undone ones as well."""
    return [Decision(**row._mapping) for row in connection.execute(_ALL.order_by(decisions.c.key))]


def load_decision_page(
    connection: sa.Connection, after: Place | None, limit: int, *, since: int = -1
) -> list[Decision]:
    """Return so many decisions, the last first, those behind the place `after`.

    With `since`, only those made or undone behind that turn.
    """
    query = _ALL.where(decisions.c.turn > since) if since >= 0 else _ALL
    return [
        Decision(**row._mapping) for row in descending(connection, query, [decisions.c.key], after, limit)
    ]


def last_decided(connection: sa.Connection) -> int:
    """Return the turn of the last change of any decision; 0 where turns tell nothing of it."""
    return connection.scalar(_LAST) or 0


def add_decision(connection: sa.Connection, decision: Decision) -> int:
    """Keep a decision, and return its number; the key that it has is not looked at."""
    turn = next_turn(connection)
    values: dict[str, Any] = msgspec.structs.asdict(decision) | {"turn": turn}
    del values["key"]
    _touch(connection, decision.subject, decision.other, turn)
    added = connection.execute(decisions.insert().values(values)).inserted_primary_key
    assert added is not None
    return int(added[0])


def undo_decision(connection: sa.Connection, key: int, moment: str) -> bool:
    """Note that a decision counts no more; False where there is none, or it was undone before."""
    open_one = (decisions.c.key == key) & decisions.c.undone_at.is_(None)
    found = connection.execute(sa.select(*decisions.c["subject", "other"]).where(open_one)).first()
    if found is None:
        return False
    turn = next_turn(connection)
    connection.execute(decisions.update().where(open_one).values(undone_at=moment, turn=turn))
    _touch(connection, found.subject, found.other, turn)
    return True


def _touch(connection: sa.Connection, subject: str, other: str | None, turn: int) -> None:
    """Note that the claims are changed of the statements that a decision names, alone or as those of a group."""
    named = [name.removeprefix("c-").removeprefix("u-") for name in (subject, other) if name]
    touch_told(connection, statements.c.id.in_(named), turn)


_ALL = sa.select(*decisions.c[Decision.__struct_fields__])
_LAST = sa.select(sa.func.max(decisions.c.turn))
