"""How far reading has come, in bytes of the files that were named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


class Gauge:
    """Told of every file that is opened; `total` is the size of all, None where it cannot be known.

    Packed files count as they lie on the disk.
    """

    def __init__(self, total: int | None = None) -> None:
        self.total = total
        self._finished = 0
        self._open: IO[bytes] | None = None

    @property
    def done(self) -> int:
        """How many bytes are behind the reader."""
        return self._finished + (self._open.tell() if self._open and not self._open.closed else 0)

    @contextmanager
    def reading(self, stream: IO[bytes]) -> Iterator[None]:
        """Count `stream` as the one that is being read, and all of it as done afterwards."""
        size = os.fstat(stream.fileno()).st_size
        self._open = stream if stream.seekable() else None  # a pipe has neither size nor place
        try:
            yield
        finally:
            self._open = None
            self._finished += size
