"""A timeline as one HTML page: the picture, and below it every entry in words; it asks nothing of the network."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from ...drawing import icon, to_svg
from ...page import Cite, Quote
from ...wording import Wording
from ..marks import mark
from ..page import Entry, Timeline
from ..picture import picture


class Html:
    """One page with its style and its picture inside; no script. Addresses link only if they are http or https."""

    binary = False

    def render(self, page: Timeline) -> bytes:
        """Return the page in UTF-8."""
        words = Wording.load(page.lang)
        days = [
            (day, list(group)) for day, group in groupby(page.entries, lambda entry: _heading(entry, words))
        ]
        # What the SVG writer returns is escaped by it already.
        drawn = Markup(to_svg(picture(page, alone=False)))  # noqa: S704
        written: str = _template().render(
            page=page, days=days, drawn=drawn, w=words, icon=lambda entry: _icon(entry, words)
        )
        return written.encode()


def _heading(entry: Entry, words: Wording) -> str:
    """Return what stands over the entries of a day."""
    if entry.days:
        return words.days(entry.days)
    return words("undated", day=words.day(entry.published)) if entry.published else words("undated_open")


def _icon(entry: Entry, words: Wording) -> Markup:
    """Return the mark of an entry's stance with its word."""
    stance = words(f"stance.{entry.stance}")
    return Markup(icon(mark(entry.stance, 8, 8), 16, stance))  # noqa: S704 - escaped there


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(lambda name: (files(__package__) / name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["quote"] = lambda part: isinstance(part, Quote)
    environment.tests["cite"] = lambda part: isinstance(part, Cite)
    environment.filters["web"] = lambda url: url if url and url.startswith(("http://", "https://")) else None
    return environment.get_template("timeline.html.jinja")
