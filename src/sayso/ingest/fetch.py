"""One page from the network, within limits, from an address that was checked and from no other."""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from ..errors import Damaged, InputError, Refused
from .addresses import resolve
from .gzip_file import open_gzip
from .options import IngestOptions
from .raw import Raw, read_all

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "sayso/0.1 (reads one page at a person's request)",
    "Accept": "text/html, application/xhtml+xml, application/json, text/plain; q=0.9, */*; q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_SAFE = "/%:=&?~#+!$,;'@()*[]"


class _Answer(NamedTuple):
    status: int
    location: str | None
    media_type: str | None
    charset: str | None
    body: bytes


def is_address(source: str) -> bool:
    """Tell an address from a path: it has a scheme and two slashes."""
    scheme, mark, _ = source.partition("://")
    return bool(mark) and scheme.isalpha()


def fetch(url: str, options: IngestOptions) -> Raw:
    """Return the page at `url`, redirects followed.

    Every hop is resolved and checked anew. Raises Refused for an address that must not be fetched, TooLarge
    over `options.max_bytes`, InputError where the server fails or takes longer than `options.max_seconds`
    in all. No proxy is used, whatever the environment says.
    """
    if not options.allow_network:
        raise Refused("the network is switched off", hint="allow the network to fetch addresses")
    deadline = time.monotonic() + options.max_seconds
    current = url
    for _ in range(options.max_redirects + 1):
        answer = _get(_parts(current), options, deadline)
        if answer.status not in _REDIRECTS or not answer.location:
            return _raw(url, current, answer)
        current = urljoin(current, answer.location)
    raise InputError(
        f"more than {options.max_redirects} redirects", hint="open it in a browser and save the page"
    )


def _raw(origin: str, url: str, answer: _Answer) -> Raw:
    if answer.status != 200:
        raise InputError(f"the server answered {answer.status}", hint="check the address in a browser")
    return Raw(origin, "", io.BytesIO(answer.body), url, answer.media_type, answer.charset)


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(f"no address: {error}") from None
    if parts.scheme not in _PORTS:
        raise Refused(f"{parts.scheme}: addresses are not fetched", hint="http and https are")
    if not parts.hostname or port == 0:
        raise Refused("an address without a host")
    if parts.username is not None:
        raise Refused("an address with a user name in it", hint="leave the part before @ out")
    return parts


def _get(parts: SplitResult, options: IngestOptions, deadline: float) -> _Answer:
    host = _ascii_host(parts.hostname or "")
    port = parts.port or _PORTS[parts.scheme]
    addresses = resolve(host, port, allow_private=options.allow_private)
    target = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    try:
        with _connection(parts.scheme, host, port, addresses, deadline) as connection:
            connection.request("GET", target, headers=_HEADERS)
            with connection.getresponse() as response:
                answer = _answer(response, options)
    except ssl.SSLError as error:
        raise InputError(f"no safe connection to {host}: {error.reason or error}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if time.monotonic() < deadline:
            raise InputError(
                f"{host} does not answer as a web server: {error}", hint="check the address"
            ) from None
    else:
        # a connection that was cut off may look like a page without a length that has come to its end
        if time.monotonic() < deadline:
            return answer
    raise InputError(f"{host} took more than {options.max_seconds:g} seconds", hint="try again later")


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        raise Refused(f"{host!r} is no host name") from None


@contextlib.contextmanager
def _connection(
    scheme: str, host: str, port: int, addresses: tuple[str, ...], deadline: float
) -> Iterator[http.client.HTTPConnection]:
    """Connect to the first of the checked `addresses` that answers; at the deadline the socket is cut off."""
    sock = _dial(addresses, port, deadline)
    if scheme == "https":
        context = ssl.create_default_context()
        sock = context.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
    watchdog = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, [sock])
    watchdog.daemon = True
    watchdog.start()
    connection = http.client.HTTPConnection(host, port)
    # so that the Host header names a port only where it must
    connection.default_port = _PORTS[scheme]
    connection.sock = sock
    try:
        if isinstance(sock, ssl.SSLSocket):
            sock.do_handshake()
        yield connection
    finally:
        watchdog.cancel()
        connection.close()
        sock.close()


def _dial(addresses: tuple[str, ...], port: int, deadline: float) -> socket.socket:
    failure: OSError = OSError("no address")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=max(0.1, deadline - time.monotonic()))
        except OSError as error:
            failure = error
    raise failure


def _cut(sock: socket.socket) -> None:
    """End a connection that drips: a timeout for each read would let it go on for ever.

    The plain method, because an SSLSocket's own would take the encryption from under a reading thread.
    """
    with contextlib.suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _answer(response: http.client.HTTPResponse, options: IngestOptions) -> _Answer:
    redirect = response.status in _REDIRECTS
    return _Answer(
        response.status,
        response.headers.get("Location") if redirect else None,
        response.headers.get_content_type() if "Content-Type" in response.headers else None,
        response.headers.get_content_charset(),
        _body(response, options) if response.status == 200 else b"",
    )


def _body(response: http.client.HTTPResponse, options: IngestOptions) -> bytes:
    """Read the body within the limit, unpacking what the server packed on the way."""
    encoding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip"):
        raise Damaged(f"sent in the encoding {encoding!r}, which was not asked for")
    raw = Raw("", "", response)
    streams = [raw] if encoding == "identity" else [r for r in open_gzip(raw, options) if isinstance(r, Raw)]
    body = b"".join(read_all(stream.stream, options.max_bytes) for stream in streams)
    if response.length:
        raise Damaged("the transfer was cut off", hint="try again")
    return body
