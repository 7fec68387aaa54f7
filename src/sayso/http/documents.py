"""Documents: listed, one with its text and statements, and new ones handed over."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.openapi import ResponseSpec
from litestar.params import JSONBody, QueryParameter

from ..app import listing
from ..app.querying import show
from ..app.serving import Settings, Stores
from ..app.taking_in import Given, take_in
from . import parameters as given
from .given import AddressDocument, NewDocument, fields_of
from .guard import SECURITY, WRITING
from .paging import After, Limit, Page, page
from .problem import documented
from .shapes import DocumentLine, DocumentShape, fit, fit_all

Revision = Annotated[
    int | None, QueryParameter(ge=1, le=2**31, description="Which capture, from 1; the newest else.")
]


@get(
    "/documents",
    sync_to_thread=True,
    summary="Documents, newest first",
    responses=documented(),
    tags=["documents"],
)
def documents(
    request: Request[Any, Any, Any],
    stores: NamedDependency[Stores],
    words: given.Words = None,
    outlet: given.Outlet = None,
    lang: given.InLanguage = None,
    since: given.Since = None,
    until: given.Until = None,
    limit: Limit = 50,
    after: After = None,
) -> Response[Page[DocumentLine]]:
    """List documents; those with `words` by when they were read, the last first."""
    query = given.narrowed(words=words, outlet=outlet, lang=lang, since=since, until=until)
    found = listing.documents(stores.reading, query, after=after, limit=limit)
    return page(request, fit_all(DocumentLine, map(msgspec.to_builtins, found.items)), found.next)


@get(
    "/documents/{reference:str}",
    sync_to_thread=True,
    summary="A document with its text and statements",
    responses=documented(404),
    tags=["documents"],
)
def document(
    stores: NamedDependency[Stores], reference: given.Id, revision: Revision = None
) -> DocumentShape:
    """Return the document with an id, its newest capture unless another is asked for."""
    return fit(DocumentShape, show(stores.reading, given.plain(reference), revision=revision).to_json())


@post(
    "/documents",
    sync_to_thread=True,
    summary="Hand over a document, which is read and linked at once",
    responses=documented(403, 413, 415)
    | {200: ResponseSpec(DocumentShape, description="It was there already", generate_examples=False)},
    tags=["documents"],
    guards=WRITING,
    security=SECURITY,
)
def new_document(
    data: JSONBody[NewDocument], stores: NamedDependency[Stores], settings: NamedDependency[Settings]
) -> Response[DocumentShape]:
    """Read a text, a page or what stands at an address, keep it, and link it with what is there."""
    if isinstance(data, AddressDocument) and not settings.fetch:
        raise PermissionDeniedException("the operator has not allowed that addresses are fetched (--fetch)")
    taken = take_in(stores, Given(**fields_of(data)), settings)
    return Response(
        fit(DocumentShape, taken.document.to_json()),
        status_code=201 if taken.is_new else 200,
        headers={"Location": f"/api/v1/documents/{quote(taken.document.id, safe='')}"},
    )


handlers = (documents, document, new_document)
