"""What a server holds of a store: one way in for everybody who reads, and one for who writes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.metadata import version as installed_version
from typing import Any, NamedTuple, Self

from ..errors import StoreError
from ..ingest.options import MEBIBYTE
from ..store.store import Store
from . import changes

__all__ = ["MEBIBYTE", "Settings", "Store", "Stores", "Visitor"]


_MOST_WRITERS = 4
"""Who writes and who waits to: each waits in a thread, and those are for who reads."""


class Settings(NamedTuple):
    """What the operator allows those who use the server.

    `fetch` lets it read addresses that they give, `allow_private` those of a private network too. `max_bytes` is the
    size from which on a document stays unread. `rate` is how many requests a minute one address may send, 0 for any
    number. `hosts` are the names that the server goes by; `secure` tells that it is reached by https alone. `owner` is
    under whose name those decide who follow the link that is printed at the start.
    """

    fetch: bool = False
    allow_private: bool = False
    max_bytes: int = 20 * MEBIBYTE
    rate: int = 6_000
    hosts: tuple[str, ...] = ("localhost",)
    secure: bool = False
    owner: str = "desk"


class Visitor(NamedTuple):
    """Who asks: the `name` that a decision is made by, None for somebody who may only read."""

    name: str | None = None


class Stores:
    """A store opened for a server, to be used from many threads.

    `reading` has connections enough for all of them. Whoever writes waits for those of this process who came first;
    then for other processes, as any writer does.
    """

    def __init__(self, reading: Store, writer: Store | None, *, wait: float = 10.0) -> None:
        self.reading = reading
        self._writer = writer
        self._wait = wait
        self._turn = threading.Lock()
        self._queue = threading.BoundedSemaphore(_MOST_WRITERS)

    @classmethod
    def open(cls, path: str, *, wait: float = 10.0) -> Self:
        """Open the store at `path`, made and brought up to date where that is possible, else for reading alone.

        `wait` is how many seconds to wait for another process that writes. Raises StoreError.
        """
        with ExitStack() as opened:
            try:
                writer = opened.enter_context(Store.open(path, wait=wait))
            except StoreError:
                return cls(Store.open(path, read_only=True), None)
            reading = Store.open(path, read_only=True, wait=wait)
            opened.pop_all()
        return cls(reading, writer, wait=wait)

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Give the store for writing, to one at a time. Raises StoreError where it cannot be written."""
        if self._writer is None:
            raise StoreError(
                f"the store {self.reading.path} cannot be written",
                hint="give the file and its folder permission",
            )
        with ExitStack() as waiting:
            self._take(waiting, self._queue, 0.0)
            self._take(waiting, self._turn, self._wait)
            yield self._writer

    def _take(self, waiting: ExitStack, lock: Any, seconds: float) -> None:
        """Take a lock until the end of `waiting`; raise StoreError where it is not to be had in time."""
        if not lock.acquire(timeout=seconds):
            raise StoreError(
                f"the store {self.reading.path}: others are writing to it", hint="try again in a moment"
            )
        waiting.callback(lock.release)

    def version(self) -> str:
        """Return which state of the store this is, and who tells of it: what is told stays the same while it does."""
        return f"{changes.version(self.reading).number}-{installed_version('sayso')}"

    @property
    def is_read_only(self) -> bool:
        """Tell whether nobody can write."""
        return self._writer is None

    def close(self) -> None:
        """Let go of the file."""
        self.reading.close()
        if self._writer is not None:
            self._writer.close()
