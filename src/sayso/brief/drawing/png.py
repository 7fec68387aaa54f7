"""SVG drawn into dots, by resvg with the fonts of the machine."""

from __future__ import annotations

from functools import cache

from ...errors import BriefError

SCALE = 2.0
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" font-family="sans-serif">{}</svg>'
_FAMILIES = ("Liberation Sans", "Arial", "DejaVu Sans", "Noto Sans")


def to_png(svg: str, scale: float = SCALE) -> bytes:
    """Return an SVG drawn at `scale` times its size. Raises BriefError where no font is found."""
    import resvg_py

    family = _family()
    if family is None:
        raise BriefError(
            "no font to draw a picture with",
            hint="install one, for instance DejaVu Sans, or take --format svg",
        )
    return resvg_py.svg_to_bytes(svg_string=svg, zoom=scale, sans_serif_family=family)


def has_font() -> bool:
    """Tell whether the machine has a font that pictures can be drawn with."""
    return _family() is not None


@cache
def _family() -> str | None:
    """Return the first family with which letters leave a trace: resvg leaves out what it has no font for."""
    import resvg_py

    empty, letters = _PROBE.format(""), _PROBE.format('<text x="2" y="15">Aж</text>')
    for family in _FAMILIES:
        drawn = [resvg_py.svg_to_bytes(svg_string=svg, sans_serif_family=family) for svg in (empty, letters)]
        if drawn[0] != drawn[1]:
            return family
    return None
