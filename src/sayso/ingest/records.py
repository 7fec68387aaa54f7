"""One JSON object in the shape of a document: {"id", "url", "outlet", "lang", "published", "year",
"title", "text"}, and where sayso wrote it "hash" and "statements"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import msgspec

from ..errors import Damaged, NotADocument
from ..model import Document
from . import dates
from .capture import document_from_text
from .options import IngestOptions
from .returned import is_returned, returned

_HINT = 'a document is an object with "text"'
_YEAR = re.compile(r"[12][0-9]{3}")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


class Record(msgspec.Struct):
    """The fields that are read; a document may carry others, which are left alone."""

    text: str | None = None
    id: str | int | None = None
    url: str | None = None
    outlet: str | None = None
    lang: str | None = None
    published: str | None = None
    published_basis: str | None = None
    year: Any = None
    title: str | None = None
    hash: Any = None
    statements: Any = None
    type: Any = None
    body: Any = None


def parse_record(data: bytes | msgspec.Raw) -> Record:
    """Return the record in `data`. Raises Damaged for broken JSON, NotADocument for anything but a
    document."""
    return with_text(decode_record(data))


def decode_record(data: bytes | msgspec.Raw) -> Record:
    """Return what is known of the object in `data`. Raises as `parse_record`, but for a "text" that is missing."""
    try:
        return msgspec.json.decode(data, type=Record)
    except msgspec.ValidationError as error:
        raise NotADocument(f"not a document: {error}", hint=_HINT) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(f"broken JSON: {error}", hint="half-written? write it again") from None
    except RecursionError:
        raise Damaged("JSON nested too deeply", hint=_HINT) from None


def with_text(record: Record) -> Record:
    """Return `record` where it has a text, as every document has. Raises NotADocument."""
    if record.text is None:
        raise NotADocument('not a document: no "text"', hint=_HINT)
    return record


def to_document(record: Record, options: IngestOptions, origin: str) -> Document:
    """Return the document of a record, with the statements that sayso had read from this very text, if it has them.

    Raises NotADocument or TooLarge, and Damaged for an unreadable "published" or a statement that does not fit.
    """
    if not options.afresh and is_returned(record.text, record.hash, record.statements):
        return returned(msgspec.structs.asdict(record), options, origin)
    published = _day(record.published)
    return document_from_text(
        record.text or "",
        options,
        id=str(record.id) if record.id not in (None, "") else None,
        url=record.url or None,
        outlet=record.outlet or None,
        lang=_language(record.lang),
        published=published,
        published_basis=record.published_basis if published else None,
        year=_year(record.year) or _year(record.published),
        title=record.title or None,
        origin=origin,
    )


def _day(text: str | None) -> dt.date | None:
    if not text or not text.strip() or _year(text):
        return None
    try:
        return dt.date.fromisoformat(text.strip()[:10])
    except ValueError:
        pass
    if day := dates.parse(text):
        return day
    raise Damaged(f'"published" is no date: {text[:40]!r}', hint="write it as 2024-10-28, as 2024, or null")


def _year(value: Any) -> int | None:
    """Return the year in figures that a value is, as a number or as text; anything else tells none."""
    match = _YEAR.fullmatch(str(value).strip()) if isinstance(value, (str, int)) else None
    return int(match.group()) if match else None


def _language(tag: str | None) -> str | None:
    """Cut "uk-UA" to "uk": packs know languages, not countries."""
    match = _LANGUAGE_TAG.match(tag.strip()) if tag else None
    return match.group().lower() if match else None
