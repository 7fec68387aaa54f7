"""Where a text becomes a Document: what it says of itself first, then what the caller knows, else unknown."""

from __future__ import annotations

import datetime as dt
import re

from ..errors import NotADocument
from ..gazetteer.outlets import Outlet, Outlets
from ..model import Document
from .dates import first_dateline, in_address
from .language import identify
from .options import IngestOptions
from .raw import too_large
from .relay import relay_outlet

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""Characters that no database and no UTF-8 file can hold: half a surrogate pair and NUL."""
_DATELINE_LINES = 6
_NO_OPTIONS = IngestOptions()


def document_from_text(
    text: str,
    options: IngestOptions = _NO_OPTIONS,
    *,
    id: str | None = None,  # noqa: A002 - the field's name
    url: str | None = None,
    outlet: str | None = None,
    lang: str | None = None,
    published: dt.date | None = None,
    published_basis: str | None = None,
    year: int | None = None,
    title: str | None = None,
    origin: str | None = None,
) -> Document:
    """Return the Document of `text`.

    The named facts are the document's own. Where they are missing, the day of publication is read from a
    dateline in the first lines ("text") or from the address ("address"), the outlet from the address, the
    language from the letters; and where these tell nothing, from `options` ("option"). An outlet that
    only the wording gives away comes after the one in `options`. Unknown stays None. Raises NotADocument
    for a blank text and TooLarge over `options.max_bytes`.
    """
    if not text.strip():
        raise NotADocument("empty", hint="a document needs a text")
    if len(text) > options.max_bytes:
        raise too_large(options.max_bytes)
    text = _UNSTORABLE.sub("\ufffd", text)
    day, basis = _published(text, url, published, published_basis, options)
    lang = lang or identify(text) or options.lang
    return Document.capture(
        text,
        id=id,
        url=url,
        outlet=outlet or _label(_by_address(url), lang) or options.outlet or _label(relay_outlet(text), lang),
        lang=lang,
        published=day,
        published_basis=basis,
        year=None if day else year,
        title=title,
        origin=origin,
    )


def _published(
    text: str, url: str | None, own: dt.date | None, basis: str | None, options: IngestOptions
) -> tuple[dt.date | None, str | None]:
    lines = [line for line in text[:2000].splitlines() if line.strip()][:_DATELINE_LINES]
    known = (
        (own, basis or "document"),
        (first_dateline(lines), "text"),
        (in_address(url), "address"),
        (options.published, "option"),
    )
    return next(((day, why) for day, why in known if day), (None, None))


def _by_address(url: str | None) -> Outlet | None:
    return Outlets.load().by_domain(url) if url else None


def _label(outlet: Outlet | None, lang: str | None) -> str | None:
    return outlet.label(lang) if outlet else None
