"""One ASGI application of the API and the pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version as installed_version
from typing import Any

from litestar import Litestar, Request, Response, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig

from .. import http, web
from ..app.serving import Settings, Stores, Visitor
from ..http import problem
from ..http.events import Watch
from . import signing
from .keys import Keys
from .methods import methods_of
from .rate import Rate
from .shield import Shield

_BODY_ROOM = 4
"""How many times larger a body may be than its document: JSON writes a Cyrillic letter as six bytes at most."""


def application(stores: Stores, settings: Settings | None = None, keys: Keys | None = None) -> Litestar:
    """Return the application over a store; who made the store closes it."""
    allowed = settings or Settings()
    holders = keys or Keys(stores, allowed.owner)
    watch = Watch(stores)

    @asynccontextmanager
    async def watching(_: Litestar) -> AsyncIterator[None]:
        yield
        watch.close()

    app = Litestar(
        route_handlers=[http.router(), _pages()],
        dependencies=_dependencies(stores=stores, settings=allowed, keys=holders, watch=watch),
        state=State({"stores": stores, "watch": watch}),
        exception_handlers={Exception: answer},
        request_max_body_size=allowed.max_bytes * _BODY_ROOM,
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(web.environment())),
        openapi_config=_schema(),
        lifespan=[watching],
        logging_config=None,
    )
    http.close_bodies(app.openapi_schema)
    shield = Shield(
        app.asgi_handler,
        holders,
        methods=partial(methods_of, app.routes),
        hosts=allowed.hosts,
        reading=Rate(allowed.rate),
        writing=Rate(allowed.rate // 10),
    )
    app.asgi_handler = shield
    return app


def _pages() -> Router:
    return Router("/", route_handlers=[*web.routes, *signing.handlers], include_in_schema=False)


def _dependencies(**known: Any) -> dict[str, Provide]:
    provided = {name: Provide(_giver(value), sync_to_thread=False) for name, value in known.items()}
    return provided | {"visitor": Provide(_visitor, sync_to_thread=False)}


def _giver(value: Any) -> Callable[[], Any]:
    def give() -> Any:
        return value

    return give


def _visitor(request: Request[Any, Any, Any]) -> Visitor:
    found = request.scope.get("user")
    return found if isinstance(found, Visitor) else Visitor()


def answer(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """Return an error as a problem; to who asked for a page, as a page where there is one for it."""
    found = problem.answer(request, error)
    page: Any = getattr(web, "error_page", None)
    if page is None or request.scope["path"].startswith(http.PREFIX) or not _wants_page(request):
        return found
    shown: Response[Any] = page(request, found)
    return shown


def _wants_page(request: Request[Any, Any, Any]) -> bool:
    return "text/html" in request.headers.get("accept", "")


def _schema() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="sayso",
        version=installed_version("sayso"),
        description="Who said what, when, on whose word, and what became of it. Reading needs no token, writing does.",
        path=f"{http.PREFIX}/openapi.json",
        render_plugins=[JsonRenderPlugin(path="/")],
        components=Components(
            security_schemes={
                "token": SecurityScheme(type="http", scheme="bearer", description="sayso token new NAME")
            }
        ),
    )
