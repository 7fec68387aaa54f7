"""Writing an answer while it is being sent: what is written goes out piece by piece, with a few in memory at a time."""

from __future__ import annotations

import io
import queue
import threading
from collections.abc import AsyncIterator, Callable
from typing import BinaryIO, cast

from litestar.concurrency import sync_to_thread

PIECE = 64 << 10
"""Bytes that are sent at once."""
_AHEAD = 4
"""Pieces that wait at most for whoever reads slowly."""
_PATIENCE = 60
"""Seconds after which a reader who takes nothing is given up."""
_END = b""


class Gone(OSError):  # noqa: N818 - it says who is gone
    """Nobody reads any more."""


class Pipe(io.RawIOBase):
    """What is written to, in one thread, and taken from in another.

    Writing waits while too much waits to be taken, and raises Gone once nobody takes any more. Small writes are
    gathered, whatever is flushed, for each piece costs a step of the network's.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pieces: queue.Queue[bytes | Exception] = queue.Queue(_AHEAD)
        self._gone = threading.Event()
        self._gathered = bytearray()
        self._written = 0

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._written

    def write(self, data: object, /) -> int:
        """Take bytes."""
        piece = memoryview(data).cast("B")  # type: ignore[arg-type]
        self._gathered += piece
        self._written += len(piece)
        if len(self._gathered) >= PIECE:
            self._put(bytes(self._gathered))
            self._gathered.clear()
        return len(piece)

    def end(self, error: Exception | None = None) -> None:
        """Say that nothing more comes, because all is written or because of an error."""
        if error is None and self._gathered:
            self._put(bytes(self._gathered))
        self._put(error or _END)

    def leave(self) -> None:
        """Say that nobody takes any more."""
        self._gone.set()

    def take(self) -> bytes:
        """Return the next piece, b"" at the end; raise what went wrong in writing."""
        piece = self._pieces.get()
        if isinstance(piece, Exception):
            raise piece
        return piece

    def _put(self, piece: bytes | Exception) -> None:
        for _ in range(_PATIENCE):
            if self._gone.is_set():
                break
            try:
                self._pieces.put(piece, timeout=1.0)
            except queue.Full:
                continue
            return
        raise Gone("nobody reads any more")


async def written(write: Callable[[BinaryIO], None]) -> AsyncIterator[bytes]:
    """Return the pieces of what `write` writes, in a thread of its own; it is stopped where nobody reads on.

    What it raises before the first piece is raised here, later on with the piece, so that what was begun is broken off
    and not taken for whole.
    """
    pipe = Pipe()
    threading.Thread(target=_run, args=(write, pipe), daemon=True, name="export").start()
    first = await sync_to_thread(pipe.take)
    return _pieces(pipe, first)


async def _pieces(pipe: Pipe, piece: bytes) -> AsyncIterator[bytes]:
    try:
        while piece:
            yield piece
            piece = await sync_to_thread(pipe.take)
    finally:
        pipe.leave()


def _run(write: Callable[[BinaryIO], None], pipe: Pipe) -> None:
    try:
        write(cast(BinaryIO, pipe))
        pipe.end()
    except Gone:
        return
    except Exception as error:  # the border of a thread: whoever waits for its work is told
        pipe.end(error)
