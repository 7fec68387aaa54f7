"""A story: its claims at a glance, what differs, what is new, and when it was said."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from litestar import Request, Response, get
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromQuery

from ...app import changes, claims, listing
from ...app.claims import ClaimView
from ...app.counting import held
from ...app.deciding import Decisions
from ...app.serving import Store, Stores
from ...errors import CursorError
from ...model import Discrepancy
from ..kept import Kept
from ..shell import Shell
from ..views.naming import outlets
from ..views.timeline import Wish, languages, stances, timeline

SHOWN = 12
_SEEN, _VISIT = "sayso-seen", "sayso-visit"
_YEAR = 365 * 86_400
_DIFFERING: Kept[list[Discrepancy]] = Kept()


@get("/story", sync_to_thread=True)
def story(
    request: Request[Any, Any, Any],
    shell: NamedDependency[Shell],
    stores: NamedDependency[Stores],
    words: FromQuery[str | None] = None,
    order: FromQuery[str] = "documents",
    after: FromQuery[str | None] = None,
    since: FromQuery[dt.date | None] = None,
    until: FromQuery[dt.date | None] = None,
    source: FromQuery[str | None] = None,
    stance: FromQuery[str | None] = None,
    lang: FromQuery[str | None] = None,
    seen: FromQuery[bool] = False,
) -> Response[str]:
    """Show what the store tells most of, or what it tells about some words."""
    store = stores.reading
    kind: listing.ClaimOrder = (
        "latest" if order == "latest" else "touched" if order == "touched" else "documents"
    )
    page = listing.claims(store, words or None, order=kind, after=after or None, limit=SHOWN)
    wish = Wish(since, until, source, stance, lang)
    news, cookies = _news(request, store, is_seen=seen)
    response = shell.render(
        "story.html.jinja",
        held=held(store),
        page=page,
        words=words,
        order=kind,
        wish=wish,
        glance=Counter(view.weighed.status or "none" for view in page.items),
        discrepancies=_discrepancies(store, page.items),
        outlets=outlets(report for view in page.items for report in view.claim.reports),
        news=news,
        timeline=timeline(page.items, wish),
        stances=stances(page.items),
        langs=languages(page.items),
    )
    response.cookies.extend(cookies)
    return response


@get("/discrepancies", sync_to_thread=True)
def discrepancies(
    shell: NamedDependency[Shell], stores: NamedDependency[Stores], after: FromQuery[str | None] = None
) -> Response[str]:
    """Show all that differs, page by page."""
    page = listing.discrepancies(stores.reading, after=after or None, limit=30)
    return shell.render("discrepancies.html.jinja", page=page, outlets={})


def _discrepancies(store: Store, views: tuple[ClaimView, ...]) -> list[Discrepancy]:
    """Return what differs in the claims of a page: conflicts first, then numbers, then the rest.

    What documents bring may lag a few seconds here, what people decide does not.
    """
    ids = tuple(name for view in views for name in view.found)
    decided = tuple(one.key for one in Decisions(store).active)
    return _DIFFERING.get(
        (store.path, ids, decided), changes.version(store).number, lambda: _found(store, ids)
    )


def _found(store: Store, ids: tuple[str, ...]) -> list[Discrepancy]:
    first = {"number-conflict": 0, "contradiction": 0, "denial": 0, "number": 1, "status-change": 2}
    found = claims.discrepancies(store, ids)
    return sorted(found, key=lambda one: first.get(one.relation or one.what or "", 3))


def _news(
    request: Request[Any, Any, Any], store: Store, *, is_seen: bool
) -> tuple[changes.Changes | None, list[Cookie]]:
    """Return what is new since the last visit, None on the first one, with the cookies that remember this one.

    A visit begins where the browser has forgotten the last one, or where a reader says that all is seen.
    """
    now = changes.mark(store)
    before = request.cookies.get(_VISIT) or request.cookies.get(_SEEN) or now
    began = now if is_seen else before
    try:
        found = changes.since(store, began)
    except CursorError:
        found, began = None, now
    cookies = [
        Cookie(key=_VISIT, value=began, samesite="lax", httponly=True),
        Cookie(key=_SEEN, value=now, max_age=_YEAR, samesite="lax", httponly=True),
    ]
    is_first = _SEEN not in request.cookies
    return (None if is_first else found), cookies


handlers = (story, discrepancies)
