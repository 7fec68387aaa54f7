"""What a still picture is made of. Lengths are in user units, of which a picture says how many it is wide."""

from __future__ import annotations

from typing import Literal

import msgspec

Anchor = Literal["start", "middle", "end"]


class Rect(msgspec.Struct, frozen=True, kw_only=True):
    """A rectangle from its upper left corner, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    name: str
    fill: str = "none"
    stroke: str | None = None
    radius: float = 0
    dash: str | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    name: str
    stroke: str
    width: float = 1
    dash: str | None = None


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """A path in SVG's notation; nothing of a document's ever stands in it."""

    d: str
    name: str
    fill: str = "none"
    stroke: str | None = None
    width: float = 1
    dash: str | None = None


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One line of text on its baseline; `lead` stands before it in bold."""

    x: float
    y: float
    text: str
    name: str
    fill: str
    size: float
    bold: bool = False
    lead: str = ""
    anchor: Anchor = "start"


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Shapes that are one thing to a reader; `title` says in full what it is."""

    name: str
    title: str
    children: tuple[Shape, ...]


Shape = Rect | Line | Path | Text | Group


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture with its title, and in words what can be seen in it, in language `lang`. `key` keeps ids apart."""

    key: str
    lang: str
    title: str
    desc: str
    width: float
    height: float
    children: tuple[Shape, ...]
