"""Plain text and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Document
from .capture import document_from_text
from .decode import decode
from .options import IngestOptions, Rejected
from .raw import Raw, read_all


def read_plain(raw: Raw, options: IngestOptions) -> Iterator[Document | Rejected]:
    """Yield the one document of a text file. Line ends of Windows and of old Macs become "\\n" at capture."""
    text = decode(read_all(raw.stream, options.max_bytes), raw.charset)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    yield document_from_text(text, options, url=raw.url, origin=raw.origin)
