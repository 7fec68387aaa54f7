"""What a person may say about the input, and the limits that keep hostile input harmless."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import msgspec

from ..errors import SaysoError

MEBIBYTE = 1024 * 1024


class IngestOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Facts to fill in where a document lacks them, and limits.

    `published`, `outlet` and `lang` never override what a document says of itself. `max_bytes` bounds one
    document (after decompression) and one fetched page; `max_seconds` bounds one fetch, redirects and all;
    `max_expansion` is how many times its packed size an archive may unfold to (news text packs 3 to 30
    times, a bomb a thousand times); `max_archive_bytes` bounds everything unfolded from one archive,
    `max_entries` the files in it. `afresh` leaves statements alone that a file brings along, so that its
    texts are read anew.
    """

    published: dt.date | None = None
    outlet: str | None = None
    lang: str | None = None
    allow_network: bool = False
    allow_private: bool = False
    max_bytes: int = 20 * MEBIBYTE
    max_seconds: float = 30.0
    max_redirects: int = 5
    max_expansion: int = 200
    max_archive_bytes: int = 4096 * MEBIBYTE
    max_entries: int = 100_000
    afresh: bool = False


class Rejected(NamedTuple):
    """Something that could not be read: where it came from and why. The rest of its batch goes on."""

    origin: str
    error: SaysoError

    def line(self) -> str:
        """Return the one line shown to a person: what, why and the way out."""
        return f"{self.origin}: {self.error.line()}"


def megabytes(size: int) -> str:
    """Return a number of bytes as people say it."""
    return f"{size / MEBIBYTE:g} MB" if size >= MEBIBYTE else f"{size} bytes"
