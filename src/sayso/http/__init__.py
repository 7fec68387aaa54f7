"""The API under /api/v1: parse, call app, answer. One module a resource; nothing here knows of the pages."""

from __future__ import annotations

from litestar import Router

from . import documents, health

PREFIX = "/api/v1"


def router() -> Router:
    """Return all of the API, to be mounted in an application that provides `stores`."""
    return Router(PREFIX, route_handlers=[*health.handlers, *documents.handlers])
