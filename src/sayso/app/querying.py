"""Asking a store: lists, one document, words in any form, the order of events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ..errors import NotThere
from ..model import Act, Document
from ..store import Filter, Header, Line, Stats, Terms
from ..text.morphology import Morphology
from .lemmas import terms_of

if TYPE_CHECKING:
    from ..store import Store

__all__ = [
    "Found",
    "Header",
    "Line",
    "Query",
    "Stats",
    "Store",
    "Timeline",
    "list_documents",
    "list_statements",
    "open_store",
    "search",
    "show",
    "statement",
    "stats",
    "timeline",
]


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What a person wants to see; None asks for nothing.

    `source` is a name or a role in any form and language; `words` must all occur, each in any of its forms. `since`
    and `until` are days, both included: when it was said or, where that is unknown, published. `confidence` is the
    least probability of being right. `document` is an id or an address. Superseded revisions are left out unless
    `revisions` is true.
    """

    source: str | None = None
    words: str | None = None
    document: str | None = None
    outlet: str | None = None
    lang: str | None = None
    act: Act | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    confidence: float | None = None
    revisions: bool = False


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found, best match first: statements by content or source, documents by title or text."""

    statements: tuple[Line, ...]
    documents: tuple[Header, ...]


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """Statements in the order in which they were said, and apart from them those whose day is not known."""

    dated: tuple[Line, ...]
    undated: tuple[Line, ...]


_ANYTHING = Query()


def open_store(path: str, *, read_only: bool = False) -> Store:
    """Open the store at `path`, a context manager; unless `read_only`, it is made where there is none.

    Raises StoreError, one line with a hint, where that is not possible.
    """
    from ..store import Store

    return Store.open(path, read_only=read_only)


def existing_store(path: str) -> Store:
    """Open the store at `path` for writing into it, brought up to date; raise StoreError where there is none."""
    if not Path(path).exists():
        open_store(path, read_only=True).close()
    return open_store(path)


def list_documents(store: Store, query: Query = _ANYTHING, *, limit: int | None = None) -> Iterator[Header]:
    """Yield documents, newest publication first; `source` and `act` do not count here."""
    return store.documents(filter_of(query), limit=limit)


def list_statements(store: Store, query: Query = _ANYTHING, *, limit: int | None = None) -> Iterator[Line]:
    """Yield statements document by document, in the order of the text."""
    return store.statements(filter_of(query), limit=limit)


def show(store: Store, reference: str, *, revision: int | None = None) -> Document:
    """Return the document whose id or address is `reference`, its newest revision unless another is asked
    for.

    Raises NotThere where there is none.
    """
    document = store.document(reference, revision=revision)
    if document is None:
        which = f", revision {revision}" if revision is not None else ""
        raise NotThere(
            f"the store {store.path} has no document {reference}{which}", hint="sayso list shows the ids"
        )
    return document


def statement(store: Store, reference: str) -> Line:
    """Return the statement of a current document with this id, as the machine read it. Raises NotThere."""
    with store.looking() as desk:
        found = desk.named([reference])
    if not found:
        raise NotThere(
            f"the store {store.path} has no statement {reference}", hint="sayso show shows the ids"
        )
    return found[0]


def search(store: Store, words: str, query: Query = _ANYTHING, *, limit: int | None = 20) -> Found:
    """Find statements and documents in which all of `words` occur, each in any of its forms.

    `limit` counts statements and documents apart.
    """
    terms = terms_of_any(words)
    if not terms:
        return Found(statements=(), documents=())
    wanted = msgspec.structs.replace(filter_of(query), words=terms)
    return Found(
        statements=tuple(store.statements(wanted, order="rank", limit=limit)),
        documents=tuple(store.documents(wanted, limit=limit)),
    )


def timeline(store: Store, query: Query = _ANYTHING, *, limit: int | None = None) -> Timeline:
    """Return what was said in the order of saying; `limit` counts dated and undated statements apart."""
    wanted = filter_of(query)
    dated, undated = (msgspec.structs.replace(wanted, dated=known) for known in (True, False))
    return Timeline(
        dated=tuple(store.statements(dated, order="time", limit=limit)),
        undated=tuple(store.statements(undated, limit=limit)),
    )


def stats(store: Store) -> Stats:
    """Count what the store holds."""
    return store.stats()


def filter_of(query: Query) -> Filter:
    """Return what the store is asked by a query."""
    return Filter(
        document=query.document,
        outlet=query.outlet,
        lang=query.lang,
        act=query.act,
        source=terms_of_any(query.source) if query.source else (),
        words=terms_of_any(query.words) if query.words else (),
        since=query.since,
        until=query.until,
        confidence=query.confidence,
        revisions=query.revisions,
    )


def terms_of_any(words: str) -> Terms:
    """Take `words` for words of any language that can be read: a store may hold them all."""
    return terms_of(words, _morphologies())


def _morphologies() -> list[Morphology]:
    from ..languages import available, load

    return [load(code).morphology for code in available()]
