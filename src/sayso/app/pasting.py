"""Reading what somebody pastes, at once and without keeping it."""

from __future__ import annotations

from ..errors import NotADocument, PackError, Refused, TooLarge
from ..ingest import document_from_text
from ..ingest.options import IngestOptions, Rejected, megabytes
from ..model import Document
from .outcomes import origin_of
from .parts import Parts, Reader, real_parts

__all__ = ["IngestOptions", "is_address", "pasted"]


def is_address(pasted: str) -> bool:
    """Tell an address from a text: one word that begins as web addresses do."""
    return pasted.strip().startswith(("http://", "https://")) and len(pasted.split()) == 1


def pasted(text: str, options: IngestOptions, *, parts: Parts | None = None) -> Document:
    """Return the document that a text is, or the page at an address, with its statements; nothing is kept.

    A path is never looked at: what is pasted is a text or an address. Raises InputError for what cannot be read,
    Refused for an address where `options` allow none, PackError where no pack reads its language.
    """
    parts = parts or real_parts()
    if len(text.encode("utf-8", "replace")) > options.max_bytes:
        raise TooLarge("the text is too long", hint=f"up to {megabytes(options.max_bytes)}")
    if not is_address(text):
        document = document_from_text(text, options)
    elif not options.allow_network:
        raise Refused("this desk does not fetch addresses", hint="paste the text of the page")
    else:
        document = _fetched(text.strip(), options, parts)
    reader = Reader(parts)
    pack = reader.pack(document.lang)
    if pack is None:
        raise PackError(
            f"{origin_of(document)}: no pack yet for {document.lang or 'a language that could not be told'}",
            hint=f"there is {', '.join(sorted(parts.available()))}",
        )
    return document.with_statements(reader.statements(document, pack))


def _fetched(address: str, options: IngestOptions, parts: Parts) -> Document:
    found = next(parts.ingest(address, options, None), None)
    if isinstance(found, Rejected):
        raise found.error
    if found is None:
        raise NotADocument(f"{address} holds no document", hint="paste the text of the page")
    return found
