"""Decisions: what people made of what the machine found; kept beside it, and undoable."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter

from ..app import deciding, listing
from ..app.claim_json import decision_object
from ..app.serving import Store, Stores, Visitor
from ..errors import NotThere
from .given import Correct, Merge, NewDecision, Regrade, Split
from .guard import SECURITY, WRITING, known
from .paging import After, Limit, Page, page
from .problem import documented
from .shapes import DecisionShape, fit, fit_all

Key = Annotated[int, PathParameter(ge=1, le=2**53 - 1, description="The number of a decision.")]


@get(
    "/decisions",
    sync_to_thread=True,
    summary="Decisions, the last first",
    responses=documented(),
    tags=["decisions"],
)
def decisions(
    request: Request[Any, Any, Any],
    stores: NamedDependency[Stores],
    limit: Limit = 50,
    after: After = None,
) -> Response[Page[DecisionShape]]:
    """List decisions, undone ones as well."""
    found = listing.decisions(stores.reading, after=after, limit=limit)
    return page(request, fit_all(DecisionShape, map(decision_object, found.items)), found.next)


@get(
    "/decisions/{key:int}",
    sync_to_thread=True,
    summary="A decision",
    responses=documented(404),
    tags=["decisions"],
)
def decision(stores: NamedDependency[Stores], key: Key) -> DecisionShape:
    """Return the decision with a number."""
    return _shape(stores.reading, key)


@post(
    "/decisions",
    sync_to_thread=True,
    summary="Decide: merge, split, grade or correct",
    responses=documented(403, 404, 409, 413, 415),
    tags=["decisions"],
    guards=WRITING,
    security=SECURITY,
)
def new_decision(
    data: JSONBody[NewDecision], stores: NamedDependency[Stores], visitor: NamedDependency[Visitor]
) -> Response[DecisionShape]:
    """Keep a decision beside what the machine found; by whom it is, the token tells."""
    with stores.writing() as store:
        made = _decide(store, data, visitor.name or "")
    shown = fit(DecisionShape, decision_object(made))
    return Response(shown, status_code=201, headers={"Location": f"/api/v1/decisions/{made.key}"})


@post(
    "/decisions/{key:int}/undo",
    status_code=200,
    sync_to_thread=True,
    summary="Let a decision count no more",
    responses=documented(403, 404),
    tags=["decisions"],
    guards=[known],
    security=SECURITY,
)
def undo(stores: NamedDependency[Stores], key: Key) -> DecisionShape:
    """Undo a decision; it stays on record."""
    with stores.writing() as store:
        deciding.undo(store, key)
        return _shape(store, key)


def _decide(store: Store, data: NewDecision, by: str) -> deciding.Decision:
    match data:
        case Merge():
            return deciding.merge(store, data.subject, data.other, by=by, reason=data.reason)
        case Split():
            return deciding.split(store, data.subject, data.other, by=by, reason=data.reason)
        case Regrade():
            return deciding.grade(store, data.subject, data.value, by=by, reason=data.reason)
        case Correct():
            field, value = data.field, data.value
            return deciding.correct(store, data.subject, field, value, by=by, reason=data.reason)


def _shape(store: Store, key: int) -> DecisionShape:
    found = next((one for one in store.decisions() if one.key == key), None)
    if found is None:
        raise NotThere(f"no decision {key}")
    return fit(DecisionShape, decision_object(found))


handlers = (decisions, decision, new_decision, undo)
