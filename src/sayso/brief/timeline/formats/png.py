"""A timeline as a still picture of dots, for whatever takes no SVG."""

from __future__ import annotations

from ...drawing import to_svg
from ...drawing.png import to_png
from ..page import Timeline
from ..picture import picture


class Png:
    """The SVG, drawn at twice its size: 1920 dots wide, 286 to the inch over 170 mm."""

    binary = True

    def render(self, page: Timeline) -> bytes:
        """Return the picture. Raises BriefError where the machine has no font to draw it with."""
        return to_png(to_svg(picture(page)))
