"""Reading documents: one for a program, or any number into a store."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Damaged, NotADocument, PackError
from ..ingest.gauge import Gauge
from ..ingest.options import MEBIBYTE, IngestOptions, Rejected
from ..model import Document
from ..store import Entry
from .outcomes import ALREADY_READ, Failed, NoPack, Outcome, Read, Skipped, origin_of
from .parts import Parts, Reader, reading_of, real_parts
from .workers import Settled, Workers

if TYPE_CHECKING:
    from ..store import Store

__all__ = [
    "MEBIBYTE",
    "Failed",
    "Gauge",
    "IngestOptions",
    "NoPack",
    "Outcome",
    "Read",
    "Skipped",
    "gauge_for",
    "read",
    "read_many",
]

BATCH_SECONDS = 0.5
BATCH_DOCUMENTS = 64
BATCH_CHARACTERS = 4_000_000
"""A batch is committed when it reaches any of these: it loses little, and costs little."""

_LONGEST_PATH = 4096


def read(
    path_or_text: str | os.PathLike[str],
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    lang: str | None = None,
    parts: Parts | None = None,
) -> Document:
    """Read one document and return it with its statements.

    `path_or_text` is a path, an http(s) address, or the text itself: a string is a path where it names
    something that exists or looks like a file name. The other arguments are filled in where the document does
    not say so itself. Raises InputError for what cannot be read, PackError where no pack reads its language.
    """
    parts = parts or real_parts()
    options = IngestOptions(published=published, outlet=outlet, lang=lang, allow_network=True)
    document = _one_document(path_or_text, options, parts)
    reader = Reader(parts)
    pack = reader.pack(document.lang)
    if document.statements:  # of an earlier reading, brought along
        return document
    if pack is None:
        known = ", ".join(sorted(parts.available()))
        raise PackError(
            f"{origin_of(document)}: no pack yet for {document.lang or 'a language that could not be told'}",
            hint=f"there is {known}",
        )
    return document.with_statements(parts.extract(document, pack))


def _one_document(path_or_text: str | os.PathLike[str], options: IngestOptions, parts: Parts) -> Document:
    place = os.fspath(path_or_text)
    if isinstance(path_or_text, str) and not _names_a_place(path_or_text):
        from ..ingest import document_from_text

        return document_from_text(path_or_text, options)
    found = parts.ingest(place, options, None)
    first, second = next(found, None), next(found, None)
    if isinstance(first, Rejected):
        raise type(first.error)(f"{first.origin}: {first.error}", hint=first.error.hint)
    if first is None:
        raise NotADocument(f"{place} holds no document", hint="give a file, or a text")
    if second is not None:
        raise NotADocument(
            f"{place} holds more than one document", hint="read it into a store, and ask for one by its id"
        )
    return first


def _names_a_place(text: str) -> bool:
    """Tell a path or an address from a text: one line, and something that exists or a word with a suffix."""
    if len(text) > _LONGEST_PATH or not text.strip() or any(character in text for character in "\n\r\0"):
        return False
    if text.startswith(("http://", "https://")):
        return " " not in text
    return os.path.exists(text) or (Path(text).suffix[1:].isalnum() and not any(c.isspace() for c in text))


def gauge_for(sources: Sequence[str]) -> Gauge:
    """Return a gauge that knows how much there is in `sources`, so that what is left can be told."""
    from ..ingest import measure

    return Gauge(measure(sources))


def read_many(
    sources: Sequence[str],
    options: IngestOptions,
    *,
    store: Store | None = None,
    workers: int = 1,
    gauge: Gauge | None = None,
    parts: Parts | None = None,
) -> Iterator[Outcome]:
    """Read everything in `sources` (paths, folders, globs, addresses, "-") and yield what becomes of each
    document.

    With a `store`, a document is yielded only once it is safe on the disk with all that belongs to it; what
    the store already holds, read by the same pack version, is skipped, so a run that was stopped is resumed
    by running it again. Outcomes come in the order of the documents, and `gauge` tells how far it has come.
    With `workers` above 1 the caller's main module must be importable (`if __name__ == "__main__":`). Raises
    StoreError where the store fails: what was yielded stays stored.
    """
    parts = parts or real_parts()
    reader = Reader(parts)
    found = chain.from_iterable(parts.ingest(source, options, gauge) for source in sources)
    items = (_settled_already(item, reader, store) for item in found)
    with_lemmas = store is not None
    if workers > 1:
        settled = Workers(workers, parts, with_lemmas=with_lemmas).read(items)
    else:
        settled = (
            reader.entry(item, with_lemmas=with_lemmas) if isinstance(item, Document) else item
            for item in items
        )
    return _committed(settled, store) if store is not None else map(_outcome, settled)


def _settled_already(item: Document | Rejected, reader: Reader, store: Store | None) -> Document | Settled:
    """Return `item` itself where it has to be read, else what becomes of it without reading."""
    if isinstance(item, Rejected):
        return item
    if _has_half_characters(item):
        error = Damaged("the text holds half of a character", hint="capture it again in UTF-8")
        return Failed(origin_of(item), error)
    pack = reader.pack(item.lang)
    code, version = reading_of(item, pack)
    if store is None or not store.has(item, pack=code, pack_version=version):
        return item
    return NoPack(item) if code is None else Skipped(item, ALREADY_READ)


def _has_half_characters(document: Document) -> bool:
    """Tell whether some field holds a lone surrogate, which JSON can express and UTF-8 cannot."""
    fields = (document.text, document.id, document.title, document.url, document.outlet, document.lang)
    try:
        "".join(field for field in fields if field).encode()
    except UnicodeEncodeError:
        return True
    return False


def _committed(items: Iterable[Settled], store: Store) -> Iterator[Outcome]:
    """Store `items` batch by batch, and yield what became of each only after its batch is safe."""
    batch: list[Settled] = []
    characters, began = 0, time.monotonic()
    for item in items:
        batch.append(item)
        characters += len(item.document.text) if isinstance(item, Entry) else 0
        is_late = time.monotonic() - began >= BATCH_SECONDS
        if is_late or len(batch) >= BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS:
            yield from _commit(batch, store)
            batch, characters, began = [], 0, time.monotonic()
    yield from _commit(batch, store)


def _commit(batch: Sequence[Settled], store: Store) -> list[Outcome]:
    entries = [item for item in batch if isinstance(item, Entry)]
    added = iter(store.add_many(entries) if entries else ())
    return [_outcome(item, is_new=not isinstance(item, Entry) or next(added)) for item in batch]


def _outcome(item: Settled, is_new: bool = True) -> Outcome:
    if not isinstance(item, Entry):
        return item
    if item.pack is None:
        return NoPack(item.document)
    return Read(item.document) if is_new else Skipped(item.document, ALREADY_READ)
