"""What stands before everything else: hosts, rates, who asks, and the headers that keep a browser safe."""

from __future__ import annotations

import ipaddress
import math
from collections.abc import Callable, Collection, Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import unquote, urlsplit

from litestar.concurrency import sync_to_thread
from litestar.datastructures import Headers
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from ..app.serving import Visitor
from ..errors import StoreError
from ..http import problem
from .keys import Keys
from .rate import Rate

COOKIE = "sayso-session"
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFE_HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with none at all, forms would come without their origin
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_READING = ("GET", "HEAD", "OPTIONS")


class Shield:
    """An application behind all of that. What it turns away is told as a problem."""

    def __init__(
        self,
        app: ASGIApp,
        keys: Keys,
        *,
        methods: Callable[[str], Collection[str]],
        hosts: Collection[str],
        reading: Rate,
        writing: Rate,
    ) -> None:
        self._app = app
        self._methods = methods
        self._keys = keys
        self._hosts = frozenset(host.lower() for host in hosts)
        self._rates = {True: reading, False: writing}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or turn it away."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        is_head = scope["method"] == "HEAD"
        send = _guarded(send, without_body=is_head)
        refusal = self._refusal(scope) or await self._introduce(scope)
        if refusal:
            await refusal(send)
            return
        if scope["method"] == "OPTIONS":
            await _tell_methods(self._methods(scope["path"]), send)
            return
        if is_head:  # answered as GET is, but for the body
            scope["method"] = "GET"
        _keep_slashes(scope)
        await self._app(scope, receive, send)

    def _refusal(self, scope: HTTPScope) -> Refusal | None:
        headers = Headers.from_scope(scope)
        if not self._is_own(headers.get("host", "")):
            return Refusal(421, "this server does not go by that name (--url tells it one)")
        client = scope.get("client")
        wait = self._rates[scope["method"] in _READING].wait(client[0] if client else "")
        if wait:
            return Refusal(429, "too many requests", ("retry-after", str(math.ceil(wait))))
        return None

    def _is_own(self, host: str) -> bool:
        """Tell whether a request is meant for this server: another name may be a stranger's that leads here.

        A number cannot be anybody else's, for no name leads astray where there is none.
        """
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self._hosts
        return True

    async def _introduce(self, scope: HTTPScope) -> Refusal | None:
        """Note who asks. A wrong token is told so; a session that is over is nobody's."""
        scope["user"] = Visitor()
        headers = Headers.from_scope(scope)
        kind, _, token = headers.get("authorization", "").partition(" ")
        by_cookie = not kind
        if by_cookie:
            token = _session(headers)
        elif kind.lower() != "bearer":
            return _UNKNOWN
        if not token.strip():
            return None if by_cookie else _UNKNOWN
        try:
            name = await sync_to_thread(self._keys.name_of, token.strip())
        except StoreError:
            return Refusal(503, "the store cannot be read just now", ("retry-after", "5"))
        if name is None:
            return None if by_cookie else _UNKNOWN
        if by_cookie and scope["method"] not in _READING and not _from_here(headers):
            return Refusal(403, "a session is for this server's own pages: send a token instead")
        scope["user"] = Visitor(name)
        return None


async def _tell_methods(methods: Collection[str], send: Send) -> None:
    """Say which methods a path takes. Litestar says so itself, but of the first of several handlers alone."""
    headers = [(b"allow", ", ".join(methods).encode()), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 204 if methods else 404, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


class Refusal:
    """An answer that turns a request away."""

    def __init__(self, status: int, detail: str, *headers: tuple[str, str]) -> None:
        self._status = status
        self._detail = detail
        self._headers = headers

    async def __call__(self, send: Send) -> None:
        """Send it."""
        body = problem.body(self._status, self._detail)
        headers = [
            ("content-type", problem.MEDIA_TYPE),
            ("content-length", str(len(body))),
            ("cache-control", "no-store"),
            *self._headers,
        ]
        encoded = [(name.encode(), value.encode()) for name, value in headers]
        await send({"type": "http.response.start", "status": self._status, "headers": encoded})
        await send({"type": "http.response.body", "body": body, "more_body": False})


_UNKNOWN = Refusal(401, "that token opens nothing", ("www-authenticate", "Bearer"))


def _session(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _from_here(headers: Headers) -> bool:
    """Tell whether a page of this server sent the request; a browser says so, and no page can make it lie."""
    site = headers.get("sec-fetch-site")
    if site:
        return site in ("same-origin", "none")
    origin = headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == headers.get("host", "")


def _guarded(send: Send, *, without_body: bool) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = _with_safe(message.get("headers", ()))
        elif message["type"] == "http.response.body" and without_body:
            message["body"] = b""
        await send(message)

    return guarded


def _with_safe(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    found = list(headers)
    there = {name.lower() for name, _ in found}
    missing = ((name.encode(), value.encode()) for name, value in SAFE_HEADERS.items())
    return [*found, *((name, value) for name, value in missing if name not in there)]


def _keep_slashes(scope: HTTPScope) -> None:
    """Let a name in a path hold a slash: it was escaped, and is told from those between names by a character that no
    name has."""
    raw = scope.get("raw_path") or b""
    if b"%2f" in raw.lower():
        path = raw.decode("ascii", "replace").partition("?")[0]
        scope["path"] = unquote(path.replace("%2F", "%00").replace("%2f", "%00"))
