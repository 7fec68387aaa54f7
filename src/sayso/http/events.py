"""What changes, as it changes: a stream of server-sent events, or what is new behind a mark."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple

import msgspec
from litestar import Request, Response, get
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, Schema
from litestar.params import QueryParameter
from litestar.response import ServerSentEvent, ServerSentEventMessage

from ..app import changes
from ..app.claim_json import claim_line, decision_object
from ..app.serving import Stores
from ..errors import StoreError
from .etags import UNTAGGED
from .paging import Limit
from .problem import documented
from .shapes import ChangesShape, fit

STREAM = "text/event-stream"
MOST_LISTENERS = 200
"""Streams that are open at once; each costs a connection."""
_LOOK_EVERY = 0.5
"""Seconds between two looks at the store, as long as anybody listens."""
_COMMENT_EVERY = 15.0
"""Seconds of silence after which a comment is sent, so that nobody takes the line for dead."""
_TOLD_AT_ONCE = 50

Mark = Annotated[
    str | None,
    QueryParameter(name="since", pattern="^[0-9]{1,15}$", description="The mark that was given last."),
]


def _streamed() -> type[Operation]:
    """Return what the schema says of a resource that is a stream for some and an object for others."""

    @dataclass
    class Streamed(Operation):
        def __post_init__(self) -> None:
            told = (self.responses or {}).get("200")
            if isinstance(told, OpenAPIResponse) and told.content is not None:
                told.content[STREAM] = OpenAPIMediaType(schema=Schema())

    return Streamed


class Told(NamedTuple):
    """What is new behind a mark, as JSON, and the mark to go on from."""

    mark: str
    data: bytes


class Watch:
    """Looks at the store for everybody who listens, and wakes them when it has changed."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._listeners: set[asyncio.Event] = set()
        self._task: asyncio.Task[None] | None = None
        self._told: dict[str, Told] = {}
        self._closed = False

    @property
    def closed(self) -> bool:
        """Tell whether the server is going down."""
        return self._closed

    def close(self) -> None:
        """End all streams."""
        self._closed = True
        self._wake()

    @contextlib.contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """Give what is set whenever there is something new. Raises HTTPException where too many listen."""
        if len(self._listeners) >= MOST_LISTENERS:
            raise HTTPException("too many listen already", status_code=503, headers={"Retry-After": "30"})
        woken = asyncio.Event()
        self._listeners.add(woken)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._look())
        try:
            yield woken
        finally:
            self._listeners.discard(woken)

    async def since(self, mark: str) -> Told:
        """Return what is new behind a mark: worked out once for all who have seen as much."""
        found = self._told.get(mark)
        if found is None:
            found = self._told[mark] = await sync_to_thread(_told, self._stores, mark, _TOLD_AT_ONCE)
        return found

    def _wake(self) -> None:
        self._told.clear()
        for woken in self._listeners:
            woken.set()

    async def _look(self) -> None:
        seen: int | None = None
        while self._listeners and not self._closed:
            with contextlib.suppress(StoreError):  # locked or full just now: the next look will tell
                found = await sync_to_thread(changes.version, self._stores.reading)
                if seen is not None and found.number != seen:
                    self._wake()
                seen = found.number
            await asyncio.sleep(_LOOK_EVERY)


@get(
    "/events",
    summary="What changes: a stream for who accepts text/event-stream, else what is new behind a mark",
    responses=documented(),
    operation_class=_streamed(),
    tags=["events"],
    opt=UNTAGGED,
)
async def events(
    request: Request[Any, Any, Any],
    stores: NamedDependency[Stores],
    watch: NamedDependency[Watch],
    mark: Mark = None,
    limit: Limit = 20,
) -> Response[Any]:
    """Tell of documents, claims and decisions that are new; `Last-Event-ID` or `since` is the mark seen last.

    Without one it begins now. What was removed is not told, though it moves the mark.
    """
    if STREAM not in request.headers.get("accept", ""):
        told = await sync_to_thread(_told, stores, mark, limit)
        return Response(told.data, media_type="application/json", headers={"Cache-Control": "no-store"})
    seen = request.headers.get("last-event-id") or mark
    first = await sync_to_thread(_told, stores, seen, _TOLD_AT_ONCE)
    return ServerSentEvent(_stream(watch, first), headers={"Cache-Control": "no-store"})


async def _stream(watch: Watch, told: Told) -> AsyncIterator[ServerSentEventMessage]:
    with watch.listening() as woken:
        yield _message(told)
        mark = told.mark
        while not watch.closed:
            try:
                await asyncio.wait_for(woken.wait(), _COMMENT_EVERY)
            except TimeoutError:
                yield ServerSentEventMessage(data=None, comment="nothing new")
                continue
            woken.clear()
            with contextlib.suppress(StoreError):  # it is told with the next change
                told = await watch.since(mark)
                if told.mark != mark:
                    mark = told.mark
                    yield _message(told)


def _message(told: Told) -> ServerSentEventMessage:
    return ServerSentEventMessage(data=told.data, event="changes", id=told.mark)


def _told(stores: Stores, mark: str | None, limit: int) -> Told:
    """Return what is new behind a mark, nothing yet where there is none."""
    seen = mark or changes.mark(stores.reading)
    found = changes.since(stores.reading, seen, limit=limit)
    shape = fit(
        ChangesShape,
        {
            "mark": found.mark,
            "documents": [msgspec.to_builtins(one) for one in found.documents],
            "claims": [{"claim": claim_line(one.view), "before": one.before} for one in found.claims],
            "decisions": [decision_object(one) for one in found.decisions],
            "more": found.more,
        },
    )
    return Told(found.mark, msgspec.json.encode(shape))


handlers = (events,)
