"""The one way in: anything that a person points at, as documents."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Refused, SaysoError
from ..model import Document
from .fetch import fetch, is_address
from .formats import container_of, format_of, peeked
from .options import IngestOptions, Rejected
from .raw import Raw
from .sources import open_source, unreadable

_NO_OPTIONS = IngestOptions()


def ingest(source: str, options: IngestOptions = _NO_OPTIONS) -> Iterator[Document | Rejected]:
    """Yield a Document for everything readable in `source` and a Rejected, one clear line, for everything
    else.

    `source` is a path, a folder (read recursively, sorted, hidden files left out), a glob, "-" for standard
    input, or an http(s) address. Never raises for bad input: one bad file does not end a batch.
    """
    for raw in _open(source, options):
        if isinstance(raw, Rejected):
            yield raw
        else:
            yield from _read(raw, options)


def _open(source: str, options: IngestOptions) -> Iterator[Raw | Rejected]:
    if not is_address(source):
        yield from open_source(source)
        return
    try:
        yield fetch(source, options)
    except SaysoError as error:
        yield Rejected(source, error)


def _read(raw: Raw, options: IngestOptions) -> Iterator[Document | Rejected]:
    try:
        raw, head = peeked(raw)
        container = container_of(raw, head)
        if container is None:
            yield from format_of(raw, head).read(raw, options)
            return
        if raw.depth:
            raise Refused("an archive inside an archive is not opened", hint="unpack the outer one first")
        for inner in container.open(raw, options):
            if isinstance(inner, Rejected):
                yield inner
            else:
                yield from _read(inner, options)
    except SaysoError as error:
        yield Rejected(raw.origin, error)
    except OSError as error:
        yield Rejected(raw.origin, unreadable(error))
    except RecursionError:
        yield Rejected(raw.origin, Refused("nested too deeply", hint="save the article's text as .txt"))
