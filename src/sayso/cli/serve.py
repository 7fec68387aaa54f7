"""`sayso serve`: the desk, an HTTP API and pages on which a story is followed."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import DEFAULT_STORE, StoreToRead

Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; this machine by default.")
]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port to listen on.")]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(epilog="sayso serve\n\nsayso serve --db story.db --port 8080")(serve)


def serve(db: StoreToRead = DEFAULT_STORE, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Open a store to the browser: an API and pages on which a story is followed."""
    from ..desk.server import serve as run

    run(db, host=host, port=port)
