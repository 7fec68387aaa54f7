"""Search: words in any of their forms, and filters."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from ...app import listing
from ...app.counting import held
from ...app.fragments import found_in
from ...app.querying import Query
from ...app.serving import Stores
from ...model import Act
from ..shell import Shell
from ..views.hits import parts

_DOCUMENTS = 8


@get("/search", sync_to_thread=True)
def search(
    shell: NamedDependency[Shell],
    stores: NamedDependency[Stores],
    words: FromQuery[str | None] = None,
    source: FromQuery[str | None] = None,
    outlet: FromQuery[str | None] = None,
    lang: FromQuery[str | None] = None,
    act: FromQuery[str | None] = None,
    since: FromQuery[str | None] = None,
    until: FromQuery[str | None] = None,
    after: FromQuery[str | None] = None,
) -> Response[str]:
    """Show statements and documents in which all words occur; all statements where none are asked for."""
    store = stores.reading
    query = Query(
        words=words or None,
        source=source or None,
        outlet=outlet or None,
        lang=lang or None,
        act=next((one for one in get_args(Act) if one == act), None),
        since=day(since),
        until=day(until),
    )
    page = listing.statements(store, query, after=after or None, limit=30)
    by_words = words and not after
    documents = listing.documents(store, query, limit=_DOCUMENTS) if by_words else None
    return shell.render(
        "search.html.jinja",
        query=query,
        page=page,
        hits=[
            (line, parts(line.statement.words, found_in(line.statement.words, words or "")))
            for line in page.items
        ],
        documents=documents,
        acts=get_args(Act),
        langs=sorted(held(store).languages),
    )


def day(written: str | None) -> dt.date | None:
    """Return a day as a form gives it; None for nothing, and for what is none."""
    try:
        return dt.date.fromisoformat(written) if written else None
    except ValueError:
        return None


handlers = (search,)
