"""The shape of every status and stance, for icons of 16 by 16: shape, word and colour each tell it alone."""

from __future__ import annotations

from typing import NamedTuple


class Shape(NamedTuple):
    """Paths of an icon: `filled` ones take the colour, `drawn` ones are its outline."""

    filled: str = ""
    drawn: str = ""
    cut: str = ""


_RING = "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0 -11z"
_DISC = "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0 -13z"

STATUS: dict[str, Shape] = {
    "rumoured": Shape(filled="M3 8a1.4 1.4 0 1 1 0 .01zM7 8a1.4 1.4 0 1 1 0 .01zM11 8a1.4 1.4 0 1 1 0 .01z"),
    "alleged": Shape(drawn=_RING),
    "corroborated": Shape(filled="M8 2.5a5.5 5.5 0 0 1 0 11z", drawn=_RING),
    "confirmed": Shape(filled=_DISC, cut="M4.8 8.2l2.3 2.3l4.2 -4.6"),
    "disputed": Shape(filled="M8 1.5l6.5 6.5h-13z", drawn="M2.8 8.6l5.2 5.2l5.2 -5.2"),
    "denied": Shape(filled="M2.5 2.5h11v11h-11z", cut="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"),
    "retracted": Shape(drawn="M6 3l-3.5 3.5l3.5 3.5M3 6.5h6.5a3.5 3.5 0 0 1 0 7h-3"),
    "none": Shape(drawn="M4 8h8"),
}
STANCE: dict[str, Shape] = {
    "confirm": Shape(filled="M3 3h10v10h-10z"),
    "assert": Shape(filled="M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0 -11z"),
    "report": Shape(drawn=_RING),
    "doubt": Shape(filled="M8 1.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z"),
    "decline": Shape(filled="M2 5.5h12v5h-12z"),
    "deny": Shape(filled="M3 5l2 -2l3 3l3 -3l2 2l-3 3l3 3l-2 2l-3 -3l-3 3l-2 -2l3 -3z"),
}


def of(field: str, value: str | None) -> Shape:
    """Return the shape of a value of "status" or "stance"."""
    return (STATUS if field == "status" else STANCE)[value or "none"]
