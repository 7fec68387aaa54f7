"""Every format that is read, in one place: a new one is one file and one line here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from ..errors import NotADocument
from ..model import Document
from .gzip_file import open_gzip
from .html import read_html
from .json_file import read_json
from .json_lines import read_json_lines
from .options import IngestOptions, Rejected
from .plain import read_plain
from .raw import Peekable, Raw
from .zip_archive import open_zip

Reader = Callable[[Raw, IngestOptions], Iterator[Document | Rejected]]
Opener = Callable[[Raw, IngestOptions], Iterator[Raw | Rejected]]


class Format(NamedTuple):
    """How documents of one format are told and read: by suffix, by a server's media type, by their first
    bytes."""

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Reader


class Container(NamedTuple):
    """How an archive is told and opened; what is inside is read by its own format."""

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    signature: bytes
    open: Opener


def _starts_json(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _starts_json_lines(head: bytes) -> bool:
    """One object a line: the first line is a whole object, or another object begins on the second."""
    lines = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 2)
    if not lines[0].startswith(b"{"):
        return False
    if len(lines) == 1:
        return True
    try:
        msgspec.json.decode(lines[0])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return lines[1].lstrip().startswith(b"{") and len(lines[0].strip()) > 1
    return True


_HTML_HEAD = re.compile(rb"<(!doctype\s+html|html|head|body|article|main|div|p|h1)[\s>]", re.IGNORECASE)


def _looks_like_html(head: bytes) -> bool:
    """UTF-16 pages are looked at without their zero bytes."""
    start = head[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and bool(_HTML_HEAD.search(start))


FORMATS = (
    Format(
        "JSON lines",
        (".jsonl", ".ndjson"),
        ("application/x-ndjson", "application/jsonl", "application/x-jsonlines"),
        _starts_json_lines,
        read_json_lines,
    ),
    Format("JSON", (".json",), ("application/json",), _starts_json, read_json),
    Format(
        "HTML",
        (".html", ".htm", ".xhtml", ".shtml"),
        ("text/html", "application/xhtml+xml"),
        _looks_like_html,
        read_html,
    ),
    Format(
        "text",
        (".txt", ".text", ".md", ".markdown"),
        ("text/plain", "text/markdown"),
        lambda _: True,
        read_plain,
    ),
)
"""Sniffed in this order; plain text, which anything may be, comes last."""

CONTAINERS = (
    Container("gzip", (".gz",), ("application/gzip", "application/x-gzip"), b"\x1f\x8b", open_gzip),
    Container("zip", (".zip",), ("application/zip", "application/x-zip-compressed"), b"PK\x03\x04", open_zip),
)

SUFFIXES = tuple(suffix for kind in (*FORMATS, *CONTAINERS) for suffix in kind.suffixes)


def suffix_of(name: str) -> str:
    """Return the last suffix of a file name in lower case, "" without one (a name like ".hidden" has
    none)."""
    stem, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if dot and stem and "/" not in suffix else ""


def container_of(raw: Raw, head: bytes) -> Container | None:
    """Return how to open `raw` where it is an archive: told by its suffix, else by its first bytes."""
    suffix = suffix_of(raw.name)
    for container in CONTAINERS:
        if suffix in container.suffixes or (not suffix and head.startswith(container.signature)):
            return container
    return None


def format_of(raw: Raw, head: bytes) -> Format:
    """Return how to read `raw`: by suffix, by media type, by first bytes.

    Raises NotADocument for a suffix that no format has: a folder of mixed files should not become documents
    of program code.
    """
    suffix = suffix_of(raw.name)
    for form in FORMATS:
        if suffix in form.suffixes or (not suffix and raw.media_type in form.media_types):
            return form
    if suffix:
        known = " ".join(SUFFIXES)
        raise NotADocument(f"{suffix} files are not read", hint=f"read are {known}; or pipe it in as -")
    return next(form for form in FORMATS if form.sniff(head))


def peeked(raw: Raw) -> tuple[Raw, bytes]:
    """Return `raw` with a nameless stream made peekable, and its first bytes (b"" where the name tells
    enough)."""
    if suffix_of(raw.name):
        return raw, b""
    stream = Peekable(raw.stream)
    return raw._replace(stream=stream), stream.head
