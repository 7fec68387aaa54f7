"""Templates of pages: everything is escaped, and a name that is not there is an error."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from . import pages
from .page import Cite, Quote

_SHARED = pages.__name__
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,2}) (?=[^\W\d])")
"""A day before its month: our own words break no line between them."""


@cache
def template(package: str, name: str) -> Template:
    """Return a template that lies in a package or in `pages`, read once.

    Its filter `web` passes http and https addresses only; `tied` keeps a day and its month on one line.
    """
    environment = Environment(
        loader=FunctionLoader(lambda asked: _read(package, asked)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["quote"] = lambda part: isinstance(part, Quote)
    environment.tests["cite"] = lambda part: isinstance(part, Cite)
    environment.filters["tied"] = lambda words: _NUMBER.sub("\\1\u00a0", words)
    environment.filters["web"] = lambda url: url if url and url.startswith(("http://", "https://")) else None
    return environment.get_template(name)


@cache
def style(package: str = _SHARED, name: str = "text.css") -> str:
    """Return a style sheet that lies in a package, by default that of briefs and timelines."""
    return (files(package) / name).read_text(encoding="utf-8")


def whole_page(fragment: Markup, *, lang: str, title: str, sheets: str = "") -> bytes:
    """Return a page in UTF-8 around a fragment that is escaped already, with the shared style and `sheets`."""
    sheet = Markup(style(name="colours.css") + style() + sheets)  # noqa: S704 - our own files
    page: str = template(_SHARED, "page.html.jinja").render(
        fragment=fragment, lang=lang, title=title, style=sheet
    )
    return page.encode()


def _read(package: str, name: str) -> str:
    here = files(package) / name
    return (here if here.is_file() else files(_SHARED) / name).read_text(encoding="utf-8")
