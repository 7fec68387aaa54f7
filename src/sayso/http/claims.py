"""Claims: what is at issue, its ledger as known on any day, and what is in conflict."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from ..app import by_id, listing
from ..app import claims as asking
from ..app.claim_json import claim_line, claim_object, discrepancy_line
from ..app.serving import Stores
from . import parameters as given
from .paging import After, Limit, Page, page
from .problem import documented
from .shapes import ClaimLine, ClaimShape, DiscrepancyShape, LedgerShape, fit, fit_all

Order = Annotated[
    listing.ClaimOrder,
    QueryParameter(description="By how many documents tell of it, by its last day, or by its last change."),
]


OfClaim = Annotated[
    str | None,
    QueryParameter(name="claim", max_length=given.LONGEST, description="The id of a claim, for its alone."),
]


@get("/claims", sync_to_thread=True, summary="Claims in brief", responses=documented(), tags=["claims"])
def claims(
    request: Request[Any, Any, Any],
    stores: NamedDependency[Stores],
    words: given.Words = None,
    order: Order = "documents",
    as_of: given.AsOf = None,
    limit: Limit = 20,
    after: After = None,
) -> Response[Page[ClaimLine]]:
    """List claims with their status and grade; with `words`, those with most such statements first."""
    found = listing.claims(stores.reading, words or None, order=order, as_of=as_of, after=after, limit=limit)
    return page(request, fit_all(ClaimLine, map(claim_line, found.items)), found.next)


@get(
    "/claims/{reference:str}",
    sync_to_thread=True,
    summary="A claim as known on a day: ledger, stands, origins, grade",
    responses=documented(404),
    tags=["claims"],
)
def claim(
    stores: NamedDependency[Stores], reference: given.Reference, as_of: given.AsOf = None
) -> ClaimShape:
    """Return the claim with an id, or in which that utterance or statement stands."""
    return fit(ClaimShape, claim_object(by_id.claim(stores.reading, reference, as_of=as_of)))


@get(
    "/claims/{reference:str}/ledger",
    sync_to_thread=True,
    summary="The status of a claim, day by day",
    responses=documented(404),
    tags=["claims"],
)
def ledger(
    stores: NamedDependency[Stores], reference: given.Reference, as_of: given.AsOf = None
) -> LedgerShape:
    """Return each change of a claim's status with who changed it, where that was told, and why."""
    found = claim_object(by_id.claim(stores.reading, reference, as_of=as_of))
    return fit(LedgerShape, {"claim": found["id"], "status": found["status"], "steps": found["steps"]})


@get(
    "/discrepancies",
    sync_to_thread=True,
    summary="Where reports of one utterance differ, and what is in conflict",
    responses=documented(),
    tags=["discrepancies"],
)
def discrepancies(
    request: Request[Any, Any, Any],
    stores: NamedDependency[Stores],
    claim_id: OfClaim = None,
    limit: Limit = 50,
    after: After = None,
) -> Response[Page[DiscrepancyShape]]:
    """List discrepancies, claim by claim; those of one claim stand on one page, which may so be longer."""
    if claim_id:
        of = by_id.claim(stores.reading, claim_id)
        own = asking.discrepancies(stores.reading, of.found)
        return page(request, fit_all(DiscrepancyShape, map(discrepancy_line, own)), None)
    found = listing.discrepancies(stores.reading, after=after, limit=limit)
    return page(request, fit_all(DiscrepancyShape, map(discrepancy_line, found.items)), found.next)


handlers = (claims, claim, ledger, discrepancies)
