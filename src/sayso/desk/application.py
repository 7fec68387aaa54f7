"""One ASGI application of the API and the pages."""

from __future__ import annotations

from litestar import Litestar, Request, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig

from .. import http, web
from ..app.serving import Settings, Stores, Visitor


def application(stores: Stores, settings: Settings | None = None) -> Litestar:
    """Return the application over a store; who made the store closes it."""
    allowed = settings or Settings()

    def visitor(request: Request[Visitor, None, State]) -> Visitor:
        return request.scope.get("user") or Visitor()

    return Litestar(
        route_handlers=[http.router(), Router("/", route_handlers=web.routes, include_in_schema=False)],
        dependencies={
            "stores": Provide(lambda: stores, sync_to_thread=False),
            "settings": Provide(lambda: allowed, sync_to_thread=False),
            "visitor": Provide(visitor, sync_to_thread=False),
        },
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(web.environment())),
        openapi_config=OpenAPIConfig(
            title="sayso",
            version="1",
            path=http.PREFIX,
            render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        ),
    )
