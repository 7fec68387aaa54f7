"""The mark of every stance: a shape and a colour, of which either tells it alone, and a word in the key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...model import Stance
from ..drawing import Path
from ..drawing.palette import BLUE, GREEN, INK, ORANGE, PAPER, PURPLE, SKY, VERMILLION

HALF = 6.0
"""Half the width of a mark."""


def _square(x: float, y: float) -> str:
    return f"M{x - 5:.1f} {y - 5:.1f}h10v10h-10z"


def _circle(x: float, y: float) -> str:
    return f"M{x - 5.5:.1f} {y:.1f}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z"


def _diamond(x: float, y: float) -> str:
    return f"M{x:.1f} {y - 6.5:.1f}l6.5 6.5l-6.5 6.5l-6.5 -6.5z"


def _bar(x: float, y: float) -> str:
    return f"M{x - 6:.1f} {y - 3:.1f}h12v6h-12z"


def _cross(x: float, y: float) -> str:
    return f"M{x - 5:.1f} {y - 3:.1f}l2 -2l3 3l3 -3l2 2l-3 3l3 3l-2 2l-3 -3l-3 3l-2 -2l3 -3z"


def _flag(x: float, y: float) -> str:
    return f"M{x - 4:.1f} {y + 7:.1f}v-14h11l-3 4l3 4h-9v6z"


_SHAPES: Mapping[Stance, tuple[Callable[[float, float], str], str]] = {
    "confirm": (_square, GREEN),
    "assert": (_circle, BLUE),
    "report": (_circle, PAPER),
    "doubt": (_diamond, ORANGE),
    "decline": (_bar, PURPLE),
    "deny": (_cross, VERMILLION),
}
ORDER: tuple[Stance, ...] = ("confirm", "assert", "report", "doubt", "decline", "deny")
"""Stances in the order of the key."""


def mark(stance: Stance, x: float, y: float) -> Path:
    """Return the mark of a stance around a point."""
    shape, fill = _SHAPES[stance]
    return Path(d=shape(x, y), name=f"mark {stance}", fill=fill, stroke=INK, width=1)


def flag(x: float, y: float) -> Path:
    """Return the mark of a change of status, its pole at the point."""
    return Path(d=_flag(x, y), name="mark change", fill=SKY, stroke=INK, width=1)
