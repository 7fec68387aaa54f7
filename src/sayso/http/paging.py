"""Lists page by page: `next` in the body and a Link header lead on to the page behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Generic, TypeAlias, TypeVar
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response
from litestar.params import QueryParameter

T = TypeVar("T")

MOST = 200
Limit: TypeAlias = Annotated[int, QueryParameter(ge=1, le=MOST, description="How many at most.")]
After: TypeAlias = Annotated[
    str | None,
    QueryParameter(max_length=2000, description="Go on where the page before ended: see its `next`."),
]


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A page of a list: `next` is the address of the page behind it, null on the last.

    A page may be short, or empty, and yet have a next one: no page looks at more than so much of the store.
    """

    items: Sequence[T]
    next: str | None


def page(request: Request[Any, Any, Any], items: Iterable[T], cursor: str | None) -> Response[Page[T]]:
    """Return a page as an answer; `cursor` is where the next one begins, None where there is none."""
    if cursor is None:
        return Response(Page(items=list(items), next=None))
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    address = f"{request.scope['path']}?{urlencode([*asked, ('after', cursor)])}"
    return Response(Page(items=list(items), next=address), headers={"Link": f'<{address}>; rel="next"'})
