"""Statements and utterances: what was said, as one document has it and as all of them have it."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from ..app import claims, listing, querying
from ..app.claim_json import decision_object, utterance_object
from ..app.deciding import Decisions
from ..app.serving import Stores
from . import parameters as given
from .paging import After, Limit, Page, page
from .problem import documented
from .shapes import CorrectedStatement, StatementShape, UtteranceShape, fit, fit_all


@get(
    "/statements",
    sync_to_thread=True,
    summary="Statements, those of the documents read last first",
    responses=documented(),
    tags=["statements"],
)
def statements(
    request: Request[Any, Any, Any],
    stores: NamedDependency[Stores],
    words: given.Words = None,
    source: given.Source = None,
    document: given.InDocument = None,
    outlet: given.Outlet = None,
    lang: given.InLanguage = None,
    act: given.OfAct = None,
    since: given.Since = None,
    until: given.Until = None,
    confidence: given.Confidence = None,
    limit: Limit = 50,
    after: After = None,
) -> Response[Page[StatementShape]]:
    """List statements as the machine read them."""
    query = given.narrowed(
        words=words,
        source=source,
        document=document,
        outlet=outlet,
        lang=lang,
        act=act,
        since=since,
        until=until,
        confidence=confidence,
    )
    found = listing.statements(stores.reading, query, after=after, limit=limit)
    shown = fit_all(StatementShape, (line.statement.to_json() for line in found.items))
    return page(request, shown, found.next)


@get(
    "/statements/{name:str}",
    sync_to_thread=True,
    summary="A statement, as the machine and as people read it",
    responses=documented(404),
    tags=["statements"],
)
def statement(stores: NamedDependency[Stores], name: given.Id) -> CorrectedStatement:
    """Return the statement with an id: as read, as corrected, and the corrections."""
    found = querying.statement(stores.reading, name).statement
    decided = Decisions(stores.reading)
    corrected = decided.statement(found)
    return fit(
        CorrectedStatement,
        {
            "read": found.to_json(),
            "corrected": corrected.to_json() if corrected else None,
            "corrections": [decision_object(one) for one in decided.corrections(name)],
        },
    )


@get(
    "/utterances",
    sync_to_thread=True,
    summary="Utterances by their ids",
    responses=documented(),
    tags=["utterances"],
)
def utterances(
    request: Request[Any, Any, Any],
    stores: NamedDependency[Stores],
    limit: Limit = 50,
    after: After = None,
) -> Response[Page[UtteranceShape]]:
    """List utterances with all their reports."""
    found = listing.utterances(stores.reading, after=after, limit=limit)
    return page(request, fit_all(UtteranceShape, map(utterance_object, found.items)), found.next)


@get(
    "/utterances/{reference:str}",
    sync_to_thread=True,
    summary="An utterance with all its reports, and where they differ",
    responses=documented(404),
    tags=["utterances"],
)
def utterance(stores: NamedDependency[Stores], reference: given.Reference) -> UtteranceShape:
    """Return the utterance with an id, or in which the statement with that id stands."""
    return fit(UtteranceShape, utterance_object(claims.utterance(stores.reading, reference)))


handlers = (statements, statement, utterances, utterance)
