"""Everything that a desk lists, page by page: quick however much there is, and steady while the store grows.

Each function takes `after`, the cursor of a page (None for the first), and how many items are wanted; `paging.MOST`
bounds them. It raises CursorError where `after` is no cursor of this list. Statements and documents are told as the
machine read them; `Decisions(store).corrections(id)` are what people hold against it.
"""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from ..errors import NotThere
from ..model import Discrepancy
from ..store.decisions import Decision
from ..store.keyset import Piece, T
from . import paging
from .claims import (
    ClaimView,
    UtteranceView,
    discrepancies_by_claim,
    is_told_at,
    matching,
    utterance,
    views_of,
)
from .deciding import Decisions
from .paging import Page
from .querying import Header, Line, Query, filter_of

if TYPE_CHECKING:
    from ..store import Store

ClaimOrder = Literal["documents", "latest", "touched"]
_CLAIM_PLACES: dict[str, list[Any]] = {
    "documents": [int, int, str],
    "latest": [dt.date | None, str],
    "touched": [int, str],
}
_ANYTHING = Query()
_LOOKED_AT = 200
"""Claims that one page of discrepancies looks at."""
_TRIES = 5
"""Looks that a page of claims takes at most, where people's decisions or a day leave few of them."""


def documents(
    store: Store, query: Query = _ANYTHING, *, after: str | None = None, limit: int = 50
) -> Page[Header]:
    """Return documents, newest publication first and undated last; with words, those read last first.

    `source` and `act` do not count here.
    """
    kind = "found" if query.words else "documents"
    place = paging.place(kind, after, [int] if query.words else [dt.date | None, int])
    with store.looking() as desk:
        return _page(kind, desk.documents(filter_of(query), place, paging.held(limit)))


def statements(
    store: Store, query: Query = _ANYTHING, *, after: str | None = None, limit: int = 50
) -> Page[Line]:
    """Return statements: those of the documents read last first, each document's in the order of its text.

    With words or a source they come by themselves, those read last first. A page may be short: see `Page`.
    """
    by_words = bool(query.words or query.source)
    kind = "hits" if by_words else "statements"
    place = paging.place(kind, after, [int] if by_words else [int, int])
    with store.looking() as desk:
        return _page(kind, desk.statements(filter_of(query), place, paging.held(limit)))


def claims(
    store: Store,
    words: str | None = None,
    *,
    order: ClaimOrder = "documents",
    as_of: dt.date | None = None,
    after: str | None = None,
    limit: int = 20,
) -> Page[ClaimView]:
    """Return claims, weighed: those told by most documents first, or by their last day, or what changed last first.

    With `words` those in whose statements all of them occur, whatever the order: most such statements first.
    """
    if words:
        return _matching(store, words, as_of, after, paging.held(limit))
    decided, found = Decisions(store), list[ClaimView]()
    place, wanted = paging.place(f"claims {order}", after, _CLAIM_PLACES[order]), paging.held(limit)
    for _ in range(_TRIES):
        with store.looking() as desk:
            piece = desk.claims(order, place, wanted - len(found))
        found += _shown(store, decided, [one.id for one in piece.items], as_of)
        place = piece.end
        if place is None or len(found) >= wanted:
            break
    return Page(tuple(found), paging.cursor(f"claims {order}", place))


def _shown(store: Store, decided: Decisions, ids: list[str], as_of: dt.date | None) -> list[ClaimView]:
    views = views_of(store, decided, ids, as_of)
    return [view for view in views if view.weighed.claim.stands and is_told_at(view.claim, ids)]


def _matching(
    store: Store, words: str, as_of: dt.date | None, after: str | None, limit: int
) -> Page[ClaimView]:
    """Return claims by words. There are only so many, so that a place among them is a number."""
    (start,) = paging.place("matching", after, [int]) or (0,)
    ids, decided = matching(store, words), Decisions(store)
    views = views_of(store, decided, ids[start : start + limit], as_of)
    end = (start + limit,) if start + limit < len(ids) else None
    shown = (view for view in views if view.weighed.claim.stands)
    return Page(tuple(shown), paging.cursor("matching", end))


def utterances(store: Store, *, after: str | None = None, limit: int = 50) -> Page[UtteranceView]:
    """Return utterances by their ids."""
    (start,) = paging.place("utterances", after, [str]) or ("",)
    wanted = paging.held(limit)
    ids = list(islice(store.group_ids("utterance", after=start), wanted + 1))
    views = {}
    for name in ids[:wanted]:
        try:
            view = utterance(store, name)
        except NotThere:  # people hold that none of its statements is one
            continue
        views[view.utterance.id] = view
    end = (ids[wanted - 1],) if len(ids) > wanted else None
    return Page(tuple(views.values()), paging.cursor("utterances", end))


def discrepancies(store: Store, *, after: str | None = None, limit: int = 50) -> Page[Discrepancy]:
    """Return discrepancies claim by claim, in the order of the claims' ids; those of one claim stand on one page."""
    (start,) = paging.place("discrepancies", after, [str]) or ("",)
    ids = list(islice(store.group_ids("claim", after=start), _LOOKED_AT + 1))
    found: list[Discrepancy] = []
    page = ids[:_LOOKED_AT]
    for claim, ones in discrepancies_by_claim(store, page):
        if is_told_at(claim, page):
            found += ones
        if len(found) >= paging.held(limit) and claim.id in page:
            return Page(tuple(found), paging.cursor("discrepancies", (claim.id,)))
    end = (ids[_LOOKED_AT - 1],) if len(ids) > _LOOKED_AT else None
    return Page(tuple(found), paging.cursor("discrepancies", end))


def decisions(store: Store, *, after: str | None = None, limit: int = 50) -> Page[Decision]:
    """Return what people decided, the last first, undone decisions as well."""
    place = paging.place("decisions", after, [int])
    with store.looking() as desk:
        return _page("decisions", desk.decisions(place, paging.held(limit)))


def _page(kind: str, piece: Piece[T]) -> Page[T]:
    return Page(tuple(piece.items), paging.cursor(kind, piece.end))
