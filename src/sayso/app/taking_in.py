"""Taking in one document that somebody hands to a server: read, kept, and linked at once."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, NamedTuple

from ..errors import NotADocument, Refused
from ..ingest.options import IngestOptions, Rejected
from ..model import Document
from .linking import link_store, waiting_for_links
from .outcomes import Failed
from .parts import Parts, Reader, real_parts
from .serving import Settings, Stores

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_LINKED = 5_000
"""Statements that are linked while somebody waits; more are left to `sayso link`."""


class Given(NamedTuple):
    """What somebody hands over: one of `text`, `html` and `address`, and what they know of it.

    The other fields are filled in where the document does not say so itself, but for `url` and `title`, which are its
    own.
    """

    text: str | None = None
    html: str | None = None
    address: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    lang: str | None = None
    published: dt.date | None = None


class Taken(NamedTuple):
    """What became of it: the document as it is stored now, whether it was new, and whether it is linked."""

    document: Document
    is_new: bool
    is_linked: bool


def take_in(stores: Stores, given: Given, settings: Settings, parts: Parts | None = None) -> Taken:
    """Read a document, keep and link it. Raises InputError for what cannot be read, StoreError where the store fails.

    It is read before anybody is kept waiting: only keeping and linking take the turn of writing.
    """
    parts = parts or real_parts()
    captured = capture(given, settings, parts)
    entry = Reader(parts).entry(captured, with_lemmas=True)
    if isinstance(entry, Failed):
        raise entry.error
    with stores.writing() as store:
        (is_new,) = store.add_many([entry])
        is_linked = waiting_for_links(store) <= MOST_LINKED
        if is_linked:
            link_store(store)
    kept = stores.reading.document(captured.id)
    return Taken(kept or entry.document, is_new, is_linked)


def capture(given: Given, settings: Settings, parts: Parts) -> Document:
    """Return what was handed over as a document, not yet read. Raises InputError."""
    options = IngestOptions(
        published=given.published,
        outlet=given.outlet,
        lang=given.lang,
        allow_network=settings.fetch,
        allow_private=settings.allow_private,
        max_bytes=settings.max_bytes,
    )
    if given.text is not None:
        from ..ingest import document_from_text

        return document_from_text(given.text, options, url=given.url, title=given.title, origin=given.url)
    if given.html is not None:
        return _only(_of_html(given.html, given.url, options))
    return _only(_of_address(given.address or "", options, parts))


def _of_html(page: str, url: str | None, options: IngestOptions) -> Iterator[Document | Rejected]:
    from ..ingest.html import read_html
    from ..ingest.raw import Raw

    data = page.encode("utf-8", "replace")
    return read_html(Raw(url or "page", "", io.BytesIO(data), url, "text/html", "utf-8"), options)


def _of_address(address: str, options: IngestOptions, parts: Parts) -> Iterator[Document | Rejected]:
    """Fetch: what is no web address might be a file of the server's, which nobody is to read this way."""
    if not address.startswith(("http://", "https://")):
        raise Refused("only addresses that begin with http:// or https:// are fetched")
    return parts.ingest(address, options, None)


def _only(found: Iterator[Document | Rejected]) -> Document:
    first, second = next(found, None), next(found, None)
    if isinstance(first, Rejected):
        raise first.error
    if first is None:
        raise NotADocument("there is no document in it")
    if second is not None:
        raise NotADocument("there is more than one document in it", hint="hand them over one by one")
    return first
