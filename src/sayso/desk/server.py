"""Running the desk: a socket, a server, and an end that waits for nobody who only listens."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import FrameType
from typing import NamedTuple

import uvicorn
from litestar import Litestar
from litestar.concurrency import set_asyncio_executor

from ..app.directory import warm
from ..app.serving import Settings, Stores
from ..errors import SaysoError
from ..http.events import Watch
from .application import application
from .keys import Keys

_LAST_WORDS = 5
"""Seconds that answers under way have at the end."""
_THREADS = 12
"""Requests that are worked on at once: some of them may wait for the disk, or for another writer."""
_WAITING = 256
"""Connections that wait to be accepted."""


class Opened(NamedTuple):
    """A server that is about to begin: its address, and the link by which one browser signs in, if any."""

    address: str
    link: str | None


class _Server(uvicorn.Server):
    """A server whose streams end with it: they would otherwise be waited for, and never end."""

    def __init__(self, config: uvicorn.Config, watch: Watch) -> None:
        super().__init__(config)
        self._watch = watch

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take note of Ctrl-C."""
        self._watch.close()
        super().handle_exit(sig, frame)


def serve(
    path: str,
    settings: Settings,
    *,
    host: str,
    port: int,
    tell: Callable[[Opened], None],
    url: str | None = None,
    wait: float = 10.0,
) -> None:
    """Serve the store at `path` until Ctrl-C; `tell` is told as soon as it can be visited.

    `wait` is how many seconds to wait for another process that writes.

    On an address of this machine alone a link is made by which whoever started it signs in. Raises SaysoError where the
    store or the address cannot be had.
    """
    stores = Stores.open(path, wait=wait)
    try:
        with _listening(host, port) as listener:
            keys = Keys(stores, settings.owner)
            address = url or _address(listener)
            link = f"{address}/enter?key={keys.new_link()}" if is_loopback(host) else None
            app = application(stores, settings, keys)
            warm(stores.reading)
            tell(Opened(f"{address}/", link))
            _run(app, listener, behind_proxy=url is not None)
    finally:
        stores.close()


def is_loopback(host: str) -> bool:
    """Tell whether an address leads to this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        raise SaysoError(
            f"{host}, port {port}: {error.strerror or error}", hint="another --port, 0 for any that is free"
        ) from None
    # Otherwise the body of an answer waits until its head is acknowledged, which takes a browser 40 ms.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    if ipaddress.ip_address(host).is_unspecified:
        host = socket.gethostname()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _is_news(record: logging.LogRecord) -> bool:
    """Leave out what an answer says that was broken off at the end: that it was, one line tells for all."""
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


def _run(app: Litestar, listener: socket.socket, *, behind_proxy: bool) -> None:
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        # Who stands before the server says who asks; on its own, anybody could claim to be somebody else.
        proxy_headers=behind_proxy,
        timeout_graceful_shutdown=_LAST_WORDS,
        lifespan="on",
        ws="none",
    )
    set_asyncio_executor(ThreadPoolExecutor(_THREADS, "desk"))
    logging.getLogger("uvicorn.error").addFilter(_is_news)
    try:
        _Server(config, app.state.watch).run(sockets=[listener])
    except KeyboardInterrupt:  # which is how it is meant to end
        return
