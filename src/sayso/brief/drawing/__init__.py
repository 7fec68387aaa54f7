"""Still pictures: shapes with their place, and the SVG that they make. Knows nothing of timelines or relays."""

from .measure import WIDER, cut, width_of, wrap
from .shapes import Anchor, Group, Line, Path, Picture, Rect, Shape, Text
from .svg import clean, icon, to_svg

__all__ = [
    "WIDER",
    "Anchor",
    "Group",
    "Line",
    "Path",
    "Picture",
    "Rect",
    "Shape",
    "Text",
    "clean",
    "cut",
    "icon",
    "to_svg",
    "width_of",
    "wrap",
]
