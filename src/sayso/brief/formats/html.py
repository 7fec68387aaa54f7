"""A brief as one HTML page that asks nothing of the network, in light and dark, on a phone and in print."""

from __future__ import annotations

from markupsafe import Markup

from ..page import Brief
from ..templates import template, whole_page


class Html:
    """One page with its style inside. Everything is escaped by the template; addresses link only if http or https."""

    binary = False

    def render(self, brief: Brief) -> bytes:
        """Return the page in UTF-8."""
        return whole_page(render_fragment(brief), lang=brief.lang, title=brief.title)


def render_fragment(brief: Brief, prefix: str = "") -> Markup:
    """Return the brief as one `<article class="sayso-brief">`, escaped, for a page of somebody else's.

    `prefix` begins every id in it, so that several fit on one page. It brings no style: `templates.style()` has one,
    which takes the colours --ink, --paper, --aside, --line, --box and --link from the page.
    """
    written = template(__package__, "brief.html.jinja").render(brief=brief, prefix=prefix)
    return Markup(written)  # noqa: S704 - escaped by the template
