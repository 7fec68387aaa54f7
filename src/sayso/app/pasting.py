"""What somebody pastes into a page, read at once: kept only where that is asked for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ..errors import InputError, PackError, Refused, TooLarge
from ..ingest.options import megabytes
from ..model import Document
from .outcomes import origin_of
from .parts import Parts, Reader, real_parts
from .taking_in import Given, capture, take_in

if TYPE_CHECKING:
    from .serving import Settings, Stores

__all__ = ["is_address", "keep", "pasted"]


def is_address(text: str) -> bool:
    """Tell an address from a text: one word that begins as web addresses do."""
    return text.strip().startswith(("http://", "https://")) and len(text.split()) == 1


def pasted(
    text: str, settings: Settings, *, published: str = "", outlet: str = "", parts: Parts | None = None
) -> Document:
    """Return the document that a text is, or the page at an address, with its statements; nothing is kept.

    A path is never looked at: what is pasted is a text or an address. Raises InputError for what cannot be read and a
    day that is none, Refused for an address where none may be fetched, PackError where no pack reads the language.
    """
    parts = parts or real_parts()
    document = capture(_given(text, settings, published, outlet), settings, parts)
    reader = Reader(parts)
    pack = reader.pack(document.lang)
    if pack is None:
        raise PackError(
            f"{origin_of(document)}: no pack yet for {document.lang or 'a language that could not be told'}",
            hint=f"there is {', '.join(sorted(parts.available()))}",
        )
    return document.with_statements(reader.statements(document, pack))


def keep(stores: Stores, text: str, settings: Settings, *, published: str = "", outlet: str = "") -> Document:
    """Read what was pasted into the store, link it, and return it. Raises as `pasted` does, and StoreError."""
    return take_in(stores, _given(text, settings, published, outlet), settings).document


def _given(text: str, settings: Settings, published: str, outlet: str) -> Given:
    if len(text.encode("utf-8", "replace")) > settings.max_bytes:
        raise TooLarge("the text is too long", hint=f"up to {megabytes(settings.max_bytes)}")
    is_page = is_address(text)
    if is_page and not settings.fetch:
        raise Refused("this desk does not fetch addresses", hint="paste the text of the page")
    return Given(
        text=None if is_page else text,
        address=text.strip() if is_page else None,
        outlet=outlet.strip() or None,
        published=_day(published),
    )


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written) if written else None
    except ValueError:
        raise InputError(f"{written!r} is no day", hint="YYYY-MM-DD") from None
