"""`sayso serve`: the desk, an HTTP API and pages on which a story is followed."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from ..errors import SaysoError
from .messages import Messages
from .options import DEFAULT_STORE, STORE_VARIABLE
from .read import DEMO_STORE, AllowPrivate, MaxSize
from .terminal import remark

if TYPE_CHECKING:
    from ..desk.place import Place
    from ..desk.server import Opened

LOOPBACK = "127.0.0.1"

StoreToServe = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE",
        envvar=STORE_VARIABLE,
        help="The store to serve; without it the one of this folder, else an example story.",
    ),
]
Host = Annotated[
    str,
    typer.Option(
        "--host", metavar="ADDRESS", help="Where to listen: on this machine alone, or 0.0.0.0 for all."
    ),
]
Port = Annotated[
    int,
    typer.Option("--port", min=0, max=65535, metavar="N", help="The port to listen on, 0 for any free one."),
]
Url = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar="URL",
        help="How others reach it through a proxy, for instance https://desk.example.org.",
    ),
]
Fetch = Annotated[
    bool, typer.Option("--fetch", help="Let those who are signed in have web addresses fetched and read.")
]
Rate = Annotated[
    int,
    typer.Option(
        "--rate", min=0, metavar="N", help="Requests a minute that one address may send, 0 for any number."
    ),
]
Wait = Annotated[
    float,
    typer.Option(
        "--wait", min=0, metavar="SECONDS", help="How long to wait for another process that writes."
    ),
]
Name = Annotated[
    str | None,
    typer.Option("--as", metavar="NAME", help="Whose name your decisions bear; your login name by default."),
]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(
        epilog="sayso serve\n\nsayso serve --db story.db --port 8080 --fetch\n\n"
        "sayso serve --db story.db --host 0.0.0.0 --url https://desk.example.org"
    )(serve)


def serve(
    context: typer.Context,
    db: StoreToServe = None,
    host: Host = LOOPBACK,
    port: Port = 8000,
    url: Url = None,
    fetch: Fetch = False,
    allow_private: AllowPrivate = False,
    max_size: MaxSize = 20,
    rate: Rate = 6_000,
    wait: Wait = 10,
    name: Name = None,
) -> None:
    """Open a store to the browser: an API and pages on which a story is followed. Ctrl-C ends it.

    Everybody who reaches it may read; writing needs a token (sayso token new NAME) or the link printed at the start.
    """
    from ..app.serving import MEBIBYTE, Settings
    from ..desk import place, server

    say: Messages = context.obj
    outside = urlsplit(url).hostname if url else None
    if url and not outside:
        raise SaysoError(f"{url} is no address", hint="for instance https://desk.example.org")
    settings = Settings(
        fetch=fetch,
        allow_private=allow_private,
        max_bytes=max_size * MEBIBYTE,
        rate=rate,
        hosts=tuple(filter(None, ("localhost", outside, *_own_names(host)))),
        secure=bool(url) and urlsplit(url or "").scheme == "https",
        owner=name or _login(),
    )
    with place.chosen(db, (DEFAULT_STORE, DEMO_STORE)) as found:
        _tell_place(found, say)
        server.serve(
            found.path,
            settings,
            host=host,
            port=port,
            url=url.rstrip("/") if url else None,
            wait=wait,
            tell=lambda opened: _tell_opened(opened, say),
        )
    remark(say("Ended."))


def _own_names(host: str) -> tuple[str, ...]:
    """Return the names that a machine goes by where it is to be reached from others."""
    import socket

    return () if host in (LOOPBACK, "localhost", "::1") else (host.lower(), socket.gethostname().lower())


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # nobody by this number is known to the system
        return os.environ.get("USER") or "desk"


def _tell_place(found: Place, say: Messages) -> None:
    match found.kind:
        case "example":
            remark(say("No store is here: this is an example story, which is gone at the end."))
        case "here":
            remark(say("The store of this folder: {file}", file=found.path))
        case "named":
            remark(say("The store: {file}", file=found.path))
    if found.unlinked:
        remark(say("Much in it is not linked yet. Go on with: sayso link --db {file}", file=found.path))


def _tell_opened(opened: Opened, say: Messages) -> None:
    typer.echo(say("Open {address} (Ctrl-C ends it).", address=opened.address))
    if opened.link:
        typer.echo(say("To decide and hand over documents as well, once: {link}", link=opened.link))
