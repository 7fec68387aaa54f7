"""The story at a glance, and the search over all of it."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import msgspec
from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from ..app import by_id, listing, querying
from ..app.claim_json import claim_line
from ..app.claims import ClaimView
from ..app.serving import Stores
from . import parameters as given
from .paging import Limit
from .problem import documented
from .shapes import (
    ClaimLine,
    DocumentLine,
    SearchShape,
    StatementShape,
    StoryShape,
    fit,
    fit_all,
)

Wanted = Annotated[
    str, QueryParameter(min_length=1, max_length=given.LONGEST, description="Words, in any form.")
]


@get(
    "/story",
    sync_to_thread=True,
    summary="A story at a glance",
    responses=documented(404),
    tags=["stories"],
)
def story(
    stores: NamedDependency[Stores],
    about: given.About = None,
    as_of: given.AsOf = None,
    limit: Limit = 50,
) -> StoryShape:
    """Tell the status of claims: of those told by most documents, of those with words, or of one."""
    store = stores.reading
    if about and about.startswith(("c-", "u-")):
        shown: tuple[ClaimView, ...] = (by_id.claim(store, about, as_of=as_of),)
    else:
        shown = listing.claims(store, about or None, as_of=as_of, limit=limit).items
    reports = [report for view in shown for report in view.weighed.claim.reports]
    days = [report.published for report in reports if report.published]
    return StoryShape(
        about=about or None,
        documents=len({report.document for report in reports}),
        first=min(days, default=None),
        last=max(days, default=None),
        statuses=dict(Counter(view.weighed.status for view in shown if view.weighed.status)),
        shown=list(fit_all(ClaimLine, map(claim_line, shown))),
    )


@get(
    "/search",
    sync_to_thread=True,
    summary="Statements and documents in which words occur, in any of their forms",
    responses=documented(),
    tags=["search"],
)
def search(
    stores: NamedDependency[Stores],
    words: Wanted,
    source: given.Source = None,
    outlet: given.Outlet = None,
    lang: given.InLanguage = None,
    since: given.Since = None,
    until: given.Until = None,
    confidence: given.Confidence = None,
    limit: Limit = 20,
) -> SearchShape:
    """Find statements by content or source, and documents by title or text, best match first."""
    query = given.narrowed(
        source=source, outlet=outlet, lang=lang, since=since, until=until, confidence=confidence
    )
    found = querying.search(stores.reading, words, query, limit=limit)
    return SearchShape(
        statements=[fit(StatementShape, line.statement.to_json()) for line in found.statements],
        documents=[fit(DocumentLine, msgspec.to_builtins(one)) for one in found.documents],
    )


handlers = (story, search)
