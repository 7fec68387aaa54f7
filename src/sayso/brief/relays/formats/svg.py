"""Relays as a still picture that scales: SVG."""

from __future__ import annotations

from ...drawing import to_svg
from ..graph import Relays
from ..picture import picture


class Svg:
    """One SVG file that refers to nothing outside itself. It shows 50 nodes at most, and says what it leaves out."""

    binary = False

    def render(self, graph: Relays) -> bytes:
        """Return the picture in UTF-8."""
        return render_fragment(graph).encode()


def render_fragment(graph: Relays, prefix: str = "") -> str:
    """Return the picture as one `<svg>` element, escaped, for a page of somebody else's; `prefix` begins every id."""
    return to_svg(picture(graph), prefix)
