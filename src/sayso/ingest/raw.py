"""Bytes on their way to becoming documents."""

from __future__ import annotations

import io
from typing import NamedTuple, Protocol

from ..errors import TooLarge
from .options import MEBIBYTE, megabytes

HEAD = 64 * 1024
"""Bytes looked at to tell the format of a nameless stream."""


class BinaryStream(Protocol):
    """What is asked of a stream: files, pipes, sockets and unpacked archives all have it."""

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, all for -1."""
        ...

    def readline(self, size: int = -1, /) -> bytes:
        """Return bytes up to and including the next line end, `size` at most."""
        ...


class Raw(NamedTuple):
    """One stream of bytes with what is known of it before it is read.

    `origin` names it in messages; `name` is the file name that tells its format ("" where there is none);
    `media_type` and `charset` are what a server declared; `depth` counts the archives that it was taken out
    of.
    """

    origin: str
    name: str
    stream: BinaryStream
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    depth: int = 0


def too_large(limit: int) -> TooLarge:
    """Return the error for a document of more than `limit` bytes."""
    return TooLarge(
        f"larger than the limit of {megabytes(limit)} a document",
        hint="split it, or allow more with --max-size",
    )


def read_all(stream: BinaryStream, limit: int) -> bytes:
    """Return all bytes of `stream`; never holds more than `limit` + 1. Raises TooLarge beyond `limit`."""
    data = bytearray()
    while len(data) <= limit:
        piece = stream.read(min(MEBIBYTE, limit + 1 - len(data)))
        if not piece:
            return bytes(data)
        data += piece
    raise too_large(limit)


class Peekable(io.BufferedIOBase):
    """A readable stream whose first bytes (`head`, up to HEAD of them) were looked at without being lost."""

    def __init__(self, stream: BinaryStream) -> None:
        self._stream = stream
        self.head = _read_up_to(stream, HEAD)
        self._left = io.BytesIO(self.head)

    def readable(self) -> bool:
        """Tell that the stream can be read."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """Return up to `size` bytes, all that are left for a negative size."""
        if size is None or size < 0:
            return self._left.read() + self._stream.read()
        return self._left.read(size) or self._stream.read(size)

    def readline(self, size: int | None = -1) -> bytes:
        """Return bytes up to and including the next line end, `size` at most."""
        limit = -1 if size is None else size
        line = self._left.readline(limit)
        if line.endswith(b"\n") or (limit >= 0 and len(line) >= limit):
            return line
        return line + self._stream.readline(limit - len(line) if limit >= 0 else -1)


def _read_up_to(stream: BinaryStream, size: int) -> bytes:
    """Pipes and sockets may give fewer bytes than asked for: ask until there are enough or none are left."""
    pieces = bytearray()
    while len(pieces) < size and (piece := stream.read(size - len(pieces))):
        pieces += piece
    return bytes(pieces)
