"""Pages of lists, and the cursors by which one asks for the next: opaque to whoever carries them.

A cursor names a place by the values that its list is ordered by, so it stays good while the store grows. It holds
nothing that needs to be kept secret, and nothing that is put into a query as it stands.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from ..errors import CursorError

MOST = 500
"""Items that a page holds at most, however many are asked for."""

T = TypeVar("T")
Place = tuple[Any, ...]


class Page(NamedTuple, Generic[T]):
    """A part of a list, and the cursor of the next one: None where the list ends.

    A page may be short, or empty, and yet have a next one: no page looks at more than so much of the store.
    """

    items: tuple[T, ...]
    next: str | None


def cursor(kind: str, place: Place | None) -> str | None:
    """Return the cursor of a place in a list of some kind, None for the end."""
    if place is None:
        return None
    packed = msgspec.json.encode([kind, *place])
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def place(kind: str, after: str | None, types: Sequence[Any]) -> Place | None:
    """Return the place of a cursor that this kind of list has given out, its values of these types; None for None.

    Raises CursorError for anything else.
    """
    if after is None:
        return None
    try:
        raw = base64.b64decode(after + "=" * (-len(after) % 4), altchars=b"-_", validate=True)
        found, *values = msgspec.json.decode(raw, type=list[Any])
        if found == kind and len(values) == len(types):
            return tuple(
                msgspec.convert(value, wanted, strict=True)
                for value, wanted in zip(values, types, strict=True)
            )
    except (ValueError, binascii.Error, msgspec.MsgspecError):
        pass
    raise CursorError(f"{after[:40]!r} is no place in this list", hint="begin at its first page")


def held(limit: int) -> int:
    """Return how many items a page holds: as many as are asked for, one at least, MOST at most."""
    return max(1, min(limit, MOST))


DAY = dt.date
