"""The API under /api/v1: parse, call app, answer. One module a resource; nothing here knows of the pages.

What mounts it provides `stores`, `settings`, `visitor` and `watch`, and has `scope["user"]` say who asks.
"""

from __future__ import annotations

from litestar import Router

from . import claims, decisions, documents, events, files, health, sources, statements, stories
from .etags import tagging
from .given import close_bodies

__all__ = ["PREFIX", "close_bodies", "router"]

PREFIX = "/api/v1"
_RESOURCES = (health, documents, statements, claims, sources, stories, decisions, files, events)


def router() -> Router:
    """Return all of the API."""
    handlers = [handler for resource in _RESOURCES for handler in resource.handlers]
    return Router(PREFIX, route_handlers=handlers, middleware=[tagging])
