"""Corrections of single fields of statements: what a person reads otherwise than the machine did.

The machine's reading stays as it was stored. Whatever is made of it - stances, ledger, discrepancies, briefs, exports -
goes by the corrected one, and a note of it says what was read before, by whom it was corrected, and why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, get_args

from msgspec.structs import replace

from ..errors import DecisionError
from ..model import Act, Certainty, Kind, Polarity, SourceType, Statement, TimeReference
from ..store.decisions import Decision

NONE = "none"
"""The value of a field that a statement does not have."""
REJECTED = "rejected"
"""The field that says of a statement that it is none."""
BY_A_PERSON = "a person's correction"
"""The basis of a day that a person gave."""

_Change = Callable[[Statement, str], Statement]
CHOICES: dict[str, tuple[str, ...]] = {
    "source_type": get_args(SourceType),
    "kind": get_args(Kind),
    "act": get_args(Act),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
    REJECTED: ("yes",),
}
"""The values that a field can have, where they are few. What is rejected is no statement, and counts nowhere."""
FIELDS = ("source_name", "source_role", "said_at", *CHOICES)
"""The fields that can be corrected."""
_LONGEST = 200


def checked(field: str, value: str) -> str:
    """Return a value as it is kept. Raises DecisionError where the field cannot have it."""
    value = " ".join(value.split())
    if field not in FIELDS:
        raise DecisionError(f"{field} cannot be corrected", hint=f"one of {', '.join(FIELDS)}")
    if field in CHOICES:
        if value not in CHOICES[field]:
            raise DecisionError(f"{value!r} is no {field}", hint=f"one of {' '.join(CHOICES[field])}")
    elif field == "said_at":
        if value != NONE and _days(value) is None:
            raise DecisionError(
                f"{value!r} is no day", hint=f"YYYY-MM-DD, YYYY-MM-DD/YYYY-MM-DD for several, or {NONE}"
            )
    elif not value or len(value) > _LONGEST or (field == "source_name" and value == NONE):
        raise DecisionError(f"{value[:20]!r} is no {field}", hint=f"1 to {_LONGEST} characters")
    return value


def corrected(statement: Statement, made: Iterable[Decision]) -> Statement | None:
    """Return a statement as people read it, the later correction of a field over the earlier; None: it is none.

    A note is added for each field.
    """
    last = {one.other or "": one for one in made}
    if REJECTED in last:
        return None
    found = statement
    for field, one in last.items():
        before, value = machine_value(statement, field), one.value or ""
        found = _CHANGES[field](found, value)
        note = f"{field} corrected from {before} to {value} by {one.by}: {one.reason}"
        found = replace(found, notes=(*found.notes, note))
    return found


def machine_value(statement: Statement, field: str) -> str:
    """Return what a statement has in a field, as a value that one could correct it to."""
    if field == "said_at":
        return statement.said_at.iso() if statement.said_at else NONE
    if field == REJECTED:
        return "no"
    name = field.removeprefix("source_")
    value: str | None = getattr(statement.source if name != field else statement, name)
    return NONE if value is None else value


def _of_source(field: str) -> _Change:
    def change(statement: Statement, value: str) -> Statement:
        known: dict[str, Any] = {field: None if field == "role" and value == NONE else value}
        return replace(statement, source=replace(statement.source, **known))

    return change


def _of_statement(field: str) -> _Change:
    def change(statement: Statement, value: str) -> Statement:
        known: dict[str, Any] = {field: value}
        return replace(statement, **known)

    return change


def _said(statement: Statement, value: str) -> Statement:
    days = _days(value)
    said = TimeReference(start=days[0], end=days[1], basis=BY_A_PERSON) if days else None
    return replace(statement, said_at=said)


def _days(value: str) -> tuple[dt.date, dt.date] | None:
    first, _, last = value.partition("/")
    try:
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    except ValueError:
        return None
    return days if days[0] <= days[1] else None


_CHANGES: dict[str, _Change] = {
    "source_name": _of_source("name"),
    "source_role": _of_source("role"),
    "source_type": _of_source("type"),
    "said_at": _said,
    "kind": _of_statement("kind"),
    "act": _of_statement("act"),
    "polarity": _of_statement("polarity"),
    "certainty": _of_statement("certainty"),
}
