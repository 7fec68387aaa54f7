"""The pages, one module each: parse, ask app, show."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide
from litestar.static_files import create_static_files_router
from litestar.types import ControllerRouterHandler

from ..environment import STATIC
from ..shell import shell_of
from . import claim, deciding, document, front, habits, search, sources, story, telling, utterance
from .failing import error_page

__all__ = ["error_page", "routes"]

_MODULES = (front, story, claim, utterance, document, sources, search, telling, deciding, habits)

routes: tuple[ControllerRouterHandler, ...] = (
    create_static_files_router(path="/static", directories=[STATIC], cache_control=None),
    Router(
        "/",
        route_handlers=[handler for module in _MODULES for handler in module.handlers],
        dependencies={"shell": Provide(shell_of, sync_to_thread=False)},
    ),
)
"""The pages and their files, to be mounted in an application that provides `stores`, `settings` and `visitor`."""
