"""A desk for the tests of pages, and whoever visits it: signed in or not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from litestar import Litestar
from litestar.testing import TestClient

from sayso.app.linking import link_store
from sayso.app.reading import IngestOptions, read_many
from sayso.app.serving import Settings, Stores
from sayso.desk.application import application
from sayso.desk.keys import Keys

HOME = "http://127.0.0.1"


def stores_of(path: Path, source: str) -> Stores:
    """Return a new store in which a file of documents is read and linked."""
    stores = Stores.open(str(path))
    with stores.writing() as store:
        list(read_many([source], IngestOptions(), store=store))
        link_store(store)
    return stores


@contextmanager
def visiting(stores: Stores, name: str | None = None, **allowed: Any) -> Iterator[TestClient[Litestar]]:
    """Give a browser's view of the desk, signed in where there is a name."""
    settings = Settings(owner=name or "nobody", rate=0, **allowed)
    keys = Keys(stores, settings.owner)
    with TestClient(application(stores, settings, keys), base_url=HOME) as client:
        client.headers.update({"Accept": "text/html", "Origin": HOME})
        if name:
            assert client.get(f"/enter?key={keys.new_link()}&next=/sign-in").status_code == 200
        yield client


@contextmanager
def served(stores: Stores, name: str, **allowed: Any) -> Iterator[tuple[str, Callable[[], str]]]:
    """Serve the desk at a free port of this machine; give its address, and what makes links for `name` to sign in."""
    settings = Settings(owner=name, rate=0, **allowed)
    keys = Keys(stores, name)
    app = application(stores, settings, keys)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"{HOME}:{port}", lambda: f"/enter?key={keys.new_link()}&next=/story"
    finally:
        server.should_exit = True
        thread.join(10)
