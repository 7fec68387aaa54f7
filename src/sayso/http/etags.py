"""Conditional GET: an answer is the same as long as the store is, so its tag is known before the answer is made."""

from __future__ import annotations

import hashlib
from typing import cast

from litestar.concurrency import sync_to_thread
from litestar.datastructures import Headers
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from ..app.serving import Stores

UNTAGGED = {"untagged": True}
"""The option of a resource that is another one each time, or never ends."""


def tagging(app: ASGIApp) -> ASGIApp:
    """Return an application that says "not modified" to who has the answer already, and tags what it answers.

    The tag is made of the store's last change and the address: were the store to change while the answer is being made,
    the answer is newer than its tag, and is asked for once more.
    """

    async def tagged(scope: Scope, receive: Receive, send: Send) -> None:
        scope = cast(HTTPScope, scope)
        if scope["method"] != "GET" or scope["route_handler"].opt.get("untagged"):
            await app(scope, receive, send)
            return
        stores: Stores = scope["litestar_app"].state.stores
        tag = _tag(await sync_to_thread(stores.version), scope)
        if tag in _known(scope):
            await send({"type": "http.response.start", "status": 304, "headers": _headers(tag)})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            return

        async def send_tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                message["headers"] = [*message.get("headers", ()), *_headers(tag)]
            await send(message)

        await app(scope, receive, send_tagged)

    return tagged


def _known(scope: HTTPScope) -> set[str]:
    """Return the tags of what whoever asks has; weak or not, they are compared as weak ones are."""
    listed = Headers.from_scope(scope).get("if-none-match", "").split(",")
    return {f"W/{tag}" if tag.startswith('"') else tag for tag in map(str.strip, listed)}


def _tag(version: str, scope: HTTPScope) -> str:
    address = f"{version} {scope['path']}?{scope['query_string'].decode('latin-1')}"
    return f'W/"{hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:24]}"'


def _headers(tag: str) -> list[tuple[bytes, bytes]]:
    # "no-cache" lets a browser keep it and ask each time whether it still holds.
    return [(b"etag", tag.encode()), (b"cache-control", b"private, no-cache")]
