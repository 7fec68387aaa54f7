"""A brief as one HTML page that asks nothing of the network, in light and dark, on a phone and in print."""

from __future__ import annotations

from ..page import Brief
from ..templates import template


class Html:
    """One page with its style inside. Everything is escaped by the template; addresses link only if http or https."""

    binary = False

    def render(self, brief: Brief) -> bytes:
        """Return the page in UTF-8."""
        page: str = template(__package__, "brief.html.jinja").render(brief=brief)
        return page.encode()
