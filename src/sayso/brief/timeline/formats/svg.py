"""A timeline as a still picture that scales: SVG."""

from __future__ import annotations

from ...drawing import to_svg
from ..page import Timeline
from ..picture import picture


class Svg:
    """One SVG file that refers to nothing outside itself."""

    binary = False

    def render(self, page: Timeline) -> bytes:
        """Return the picture in UTF-8."""
        return render_fragment(page).encode()


def render_fragment(page: Timeline, prefix: str = "") -> str:
    """Return the picture as one `<svg>` element, escaped, for a page of somebody else's; `prefix` begins every id."""
    return to_svg(picture(page), prefix)
