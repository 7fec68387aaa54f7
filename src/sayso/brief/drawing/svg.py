"""Pictures as SVG 1.1: every attribute on its element, so that it looks the same wherever it is pasted.

Class names let a page give it other colours; there is no style sheet, script, link or font in it.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from .palette import PAPER
from .shapes import Group, Line, Path, Picture, Rect, Shape, Text

FONTS = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"
_NO_TEXT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""What XML has no place for, and what reorders the letters after it."""


def clean(text: str) -> str:
    """Return a document's words on one line, without characters that XML forbids or that turn letters around."""
    return _NO_TEXT.sub("", " ".join(text.split()))


def to_svg(picture: Picture, prefix: str = "") -> str:
    """Return the picture as one `<svg>` element, a line for every shape. `prefix` begins every id in it."""
    ids = [quoteattr(f"{prefix}{picture.key}-{part}") for part in ("title", "desc")]
    labelled = quoteattr(f"{prefix}{picture.key}-title {prefix}{picture.key}-desc")
    size = f'width="{_n(picture.width)}" height="{_n(picture.height)}"'
    box = f'viewBox="0 0 {_n(picture.width)} {_n(picture.height)}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img" lang={quoteattr(picture.lang)} '
        f'aria-labelledby={labelled} class="{picture.key}" font-family="{FONTS}">'
    )
    paper = Rect(x=0, y=0, width=picture.width, height=picture.height, name="paper", fill=PAPER)
    lines = [
        head,
        f"<title id={ids[0]}>{escape(clean(picture.title))}</title>",
        f"<desc id={ids[1]}>{escape(clean(picture.desc))}</desc>",
        *map(_element, (paper, *picture.children)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def icon(shape: Path, size: float, title: str) -> str:
    """Return a single mark as a square `<svg>` of its own, for the run of a text."""
    box = f'width="{_n(size)}" height="{_n(size)}" viewBox="0 0 {_n(size)} {_n(size)}"'
    words = clean(title)
    return f'<svg {box} role="img" aria-label={quoteattr(words)}><title>{escape(words)}</title>{_element(shape)}</svg>'


def _element(shape: Shape) -> str:
    match shape:
        case Group():
            inner = "\n".join(map(_element, shape.children))
            return f'<g class="{shape.name}"><title>{escape(clean(shape.title))}</title>\n{inner}\n</g>'
        case Text():
            weight = ' font-weight="bold"' if shape.bold else ""
            anchor = "" if shape.anchor == "start" else f' text-anchor="{shape.anchor}"'
            place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{_n(shape.size)}"'
            lead = f'<tspan font-weight="bold">{escape(clean(shape.lead))}</tspan> ' if shape.lead else ""
            words = lead + escape(clean(shape.text))
            return f'<text class="{shape.name}" {place} fill="{shape.fill}"{weight}{anchor}>{words}</text>'
        case Rect():
            place = (
                f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
            )
            radius = f' rx="{_n(shape.radius)}"' if shape.radius else ""
            stroke = _stroke(shape.stroke, 1, shape.dash)
            return f'<rect class="{shape.name}" {place}{radius} fill="{shape.fill}"{stroke}/>'
        case Line():
            place = f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
            return f'<line class="{shape.name}" {place}{_stroke(shape.stroke, shape.width, shape.dash)}/>'
        case Path():
            stroke = _stroke(shape.stroke, shape.width, shape.dash)
            return f'<path class="{shape.name}" d="{shape.d}" fill="{shape.fill}"{stroke}/>'


def _stroke(colour: str | None, width: float, dash: str | None) -> str:
    if colour is None:
        return ""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f' stroke="{colour}" stroke-width="{_n(width)}"{dashed}'


def _n(number: float) -> str:
    """Write a length with one decimal at most: the same on every machine."""
    return f"{number:.1f}".removesuffix(".0")
