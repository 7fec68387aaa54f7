"""The pages on which a story is followed: parse, call app, render. Nothing here knows of the API's code."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar.types import ControllerRouterHandler

TEMPLATES = Path(__file__).parent / "templates"

routes: tuple[ControllerRouterHandler, ...] = ()
"""The pages and their files, to be mounted in an application that provides `stores`, `settings` and `visitor`."""


def environment() -> Environment:
    """Return what renders the templates: everything that comes from a document is escaped."""
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
