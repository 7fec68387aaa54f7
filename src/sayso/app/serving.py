"""What a server holds of a store: one way in for everybody who reads, and one for who writes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple, Self

from ..errors import StoreError
from ..store.store import Store

__all__ = ["Settings", "Store", "Stores", "Visitor"]


class Settings(NamedTuple):
    """What the operator allows those who use the server.

    `fetch` lets it read addresses that they give, `allow_private` those of a private network too. `max_bytes` is the
    size from which on a document stays unread.
    """

    fetch: bool = False
    allow_private: bool = False
    max_bytes: int = 20 << 20


class Visitor(NamedTuple):
    """Who asks: the `name` that a decision is made by, None for somebody who may only read."""

    name: str | None = None


class Stores:
    """A store opened for a server, to be used from many threads.

    `reading` has connections enough for all of them. Whoever writes waits for those of this process who came first;
    then for other processes, as any writer does.
    """

    def __init__(self, reading: Store, writer: Store | None) -> None:
        self.reading = reading
        self._writer = writer
        self._turn = threading.Lock()

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
        return cls(reading, writer)

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Give the store for writing, to one at a time. Raises StoreError where it cannot be written."""
        if self._writer is None:
            raise StoreError(
                f"the store {self.reading.path} cannot be written",
                hint="give the file and its folder permission",
            )
        with self._turn:
            yield self._writer

    def close(self) -> None:
        """Let go of the file."""
        self.reading.close()
        if self._writer is not None:
            self._writer.close()
