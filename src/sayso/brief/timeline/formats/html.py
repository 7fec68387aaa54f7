"""A timeline as one HTML page: the picture, and below it every entry in words; it asks nothing of the network."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from ...drawing import icon, to_svg
from ...templates import style, template, whole_page
from ...wording import Wording
from ..marks import mark
from ..page import Entry, Timeline
from ..picture import picture


class Html:
    """One page with its style and its picture inside; no script. Addresses link only if they are http or https."""

    binary = False

    def render(self, page: Timeline) -> bytes:
        """Return the page in UTF-8."""
        sheet = style(__package__, "timeline.css")
        return whole_page(render_fragment(page), lang=page.lang, title=page.title, sheets=sheet)


def render_fragment(page: Timeline, prefix: str = "") -> Markup:
    """Return the timeline as one `<article class="sayso-story">`, escaped, for a page of somebody else's.

    `prefix` begins every id in it. It brings no style: `templates.style()` and timeline.css in this folder have one.
    """
    words = Wording.load(page.lang)
    days = [(day, list(group)) for day, group in groupby(page.entries, lambda entry: _heading(entry, words))]
    # What the SVG writer returns is escaped by it already.
    drawn = Markup(to_svg(picture(page, alone=False), prefix))  # noqa: S704
    written = template(__package__, "timeline.html.jinja").render(
        page=page, days=days, drawn=drawn, w=words, icon=lambda entry: _icon(entry, words), prefix=prefix
    )
    return Markup(written)  # noqa: S704 - escaped by the template


def _heading(entry: Entry, words: Wording) -> str:
    """Return what stands over the entries of a day."""
    if entry.days:
        return words.days(entry.days)
    return words("undated", day=words.day(entry.published)) if entry.published else words("undated_open")


def _icon(entry: Entry, words: Wording) -> Markup:
    """Return the mark of an entry's stance with its word."""
    stance = words(f"stance.{entry.stance}")
    return Markup(icon(mark(entry.stance, 8, 8), 16, stance))  # noqa: S704 - escaped there
