"""The pages as an application of their own, with somebody signed in or not, as strict as the desk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from litestar import Litestar, Request, Response
from litestar.datastructures import ResponseHeader
from litestar.di import Provide

from sayso import web
from sayso.app.linking import link_store
from sayso.app.reading import IngestOptions, read_many
from sayso.app.serving import Settings, Stores, Visitor
from sayso.errors import NotThere, SaysoError

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def stores_of(path: Path, source: str) -> Stores:
    """Return a new store in which a file of documents is read and linked."""
    stores = Stores.open(str(path))
    with stores.writing() as store:
        list(read_many([source], IngestOptions(), store=store))
        link_store(store)
    return stores


def application(stores: Stores, name: str | None = None, settings: Settings | None = None) -> Litestar:
    """Return the pages over a store, as `name` sees them."""
    provided = {"stores": stores, "settings": settings or Settings(), "visitor": Visitor(name)}
    return Litestar(
        route_handlers=list(web.routes),
        dependencies={key: Provide(_giving(value), sync_to_thread=False) for key, value in provided.items()},
        response_headers=[ResponseHeader(name="Content-Security-Policy", value=POLICY)],
        exception_handlers={SaysoError: _failed},
        openapi_config=None,
    )


def _giving(value: object) -> Callable[[], Any]:
    return lambda: value


def _failed(request: Request, error: Exception) -> Response[str]:  # type: ignore[type-arg]
    status = 404 if isinstance(error, NotThere) else 422
    return web.error_page(request, status, type(error).__name__, str(error))


@contextmanager
def served(app: Litestar) -> Iterator[str]:
    """Serve an application at a free port of this machine and give its address."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
