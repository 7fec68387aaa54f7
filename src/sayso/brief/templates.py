"""Templates of pages: everything is escaped, and a name that is not there is an error."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from .page import Cite, Quote


@cache
def template(package: str, name: str) -> Template:
    """Return a template that lies in a package, read once. Its filter `web` passes http and https addresses only."""
    environment = Environment(
        loader=FunctionLoader(lambda asked: (files(package) / asked).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["quote"] = lambda part: isinstance(part, Quote)
    environment.tests["cite"] = lambda part: isinstance(part, Cite)
    environment.filters["web"] = lambda url: url if url and url.startswith(("http://", "https://")) else None
    return environment.get_template(name)
