"""A brief as one HTML page that asks nothing of the network, in light and dark, on a phone and in print."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from ..page import Brief, Cite, Quote


class Html:
    """One page with its style inside. Everything is escaped by the template; addresses link only if http or https."""

    binary = False

    def render(self, brief: Brief) -> bytes:
        """Return the page in UTF-8."""
        page: str = _template().render(brief=brief)
        return page.encode()


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
    return environment.get_template("brief.html.jinja")
