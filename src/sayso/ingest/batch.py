"""The one way in: anything that a person points at, as documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import Refused, SaysoError
from ..model import Document
from .fetch import fetch, is_address
from .formats import container_of, format_of, peeked
from .gauge import Gauge
from .options import IngestOptions, Rejected
from .raw import Raw
from .sources import STANDARD_INPUT, open_source, size_of, unreadable

_NO_OPTIONS = IngestOptions()


def ingest(
    source: str, options: IngestOptions = _NO_OPTIONS, gauge: Gauge | None = None
) -> Iterator[Document | Rejected]:
    """Yield a Document for everything readable in `source` and a Rejected, one clear line, for everything
    else.

    `source` is a path, a folder (read recursively, sorted, hidden files left out), a glob, "-" for standard
    input, or an http(s) address. `gauge` tells meanwhile how far it has come. Never raises for bad input: one bad
    file does not end a batch.
    """
    for raw in _open(source, options, gauge or Gauge()):
        if isinstance(raw, Rejected):
            yield raw
        else:
            yield from _read(raw, options)


def measure(sources: Sequence[str]) -> int | None:
    """Return the bytes in all files of `sources`, None where one is an address or standard input."""
    if any(source == STANDARD_INPUT or is_address(source) for source in sources):
        return None
    return sum(map(size_of, sources))


def _open(source: str, options: IngestOptions, gauge: Gauge) -> Iterator[Raw | Rejected]:
    if not is_address(source):
        yield from open_source(source, gauge)
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
