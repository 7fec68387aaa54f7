"""Running the desk."""

from __future__ import annotations

import uvicorn

from ..app.serving import Settings, Stores
from .application import application


def serve(path: str, *, host: str, port: int, settings: Settings | None = None) -> None:
    """Serve the store at `path` until Ctrl-C."""
    stores = Stores.open(path)
    try:
        app = application(stores, settings)
        uvicorn.Server(
            uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False)
        ).run()
    finally:
        stores.close()
