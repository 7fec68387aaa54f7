"""Sources: who is heard, under all spellings, and how far each can be relied on; and what grades anything has."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from ..app import by_id, source_lists
from ..app import sources as asking
from ..app.claim_json import claim_line, decision_object, grade_object
from ..app.serving import Stores
from ..app.source_lists import SourceGlance
from . import parameters as given
from .paging import After, Limit, Page, page
from .problem import documented
from .shapes import ClaimLine, Graded, SourceLine, SourceShape, fit, fit_all


@get(
    "/sources",
    sync_to_thread=True,
    summary="Sources, those heard most first",
    responses=documented(),
    tags=["sources"],
)
def sources(
    request: Request[Any, Any, Any],
    stores: NamedDependency[Stores],
    limit: Limit = 50,
    after: After = None,
) -> Response[Page[SourceLine]]:
    """List who is named as a source."""
    found = source_lists.sources(stores.reading, after=after, limit=limit)
    return page(request, fit_all(SourceLine, map(_line, found.items)), found.next)


@get(
    "/sources/{name:str}",
    sync_to_thread=True,
    summary="A source, and how often it is heard",
    responses=documented(),
    tags=["sources"],
)
def source(stores: NamedDependency[Stores], name: given.Id) -> SourceShape:
    """Return a source by any spelling of its name; `/grades/NAME` is its record."""
    found = source_lists.source(stores.reading, given.plain(name))
    return fit(SourceShape, _line(found.source) | found.heard._asdict())


@get(
    "/sources/{name:str}/claims",
    sync_to_thread=True,
    summary="The claims to which a source has said something",
    responses=documented(),
    tags=["sources"],
)
def claims(
    request: Request[Any, Any, Any],
    stores: NamedDependency[Stores],
    name: given.Id,
    limit: Limit = 20,
    after: After = None,
) -> Response[Page[ClaimLine]]:
    """List claims of a source, those of which it was read last first."""
    found = source_lists.claims_of(stores.reading, given.plain(name), after=after, limit=limit)
    return page(request, fit_all(ClaimLine, map(claim_line, found.items)), found.next)


@get(
    "/grades/{subject:str}",
    sync_to_thread=True,
    summary="What grades a claim or a source has, and why",
    responses=documented(404),
    tags=["grades"],
)
def grades(stores: NamedDependency[Stores], subject: given.Id, as_of: given.AsOf = None) -> Graded:
    """Return the credibility of a claim, by its id, or the reliability of a source, by its name."""
    if subject.startswith("c-"):
        claim = by_id.claim(stores.reading, subject, as_of=as_of)
        found, given_by, decisions = [claim.weighed.grade], claim.graded, claim.decisions
    else:
        named = asking.source(stores.reading, given.plain(subject))
        subject, found, given_by = named.name, list(named.grades), named.graded
        decisions = (given_by,) if given_by else ()
    return fit(
        Graded,
        {
            "subject": subject,
            "kind": "credibility" if subject.startswith("c-") else "reliability",
            "found": [grade_object(one) for one in found],
            "given": given_by.value if given_by else None,
            "decisions": [decision_object(one) for one in decisions if one.kind == "grade"],
        },
    )


def _line(found: SourceGlance) -> dict[str, Any]:
    return {
        "name": found.name,
        "type": found.type,
        "spellings": found.spellings,
        "statements": found.statements,
        "reliability_given": found.graded.value if found.graded else None,
    }


handlers = (sources, source, claims, grades)
