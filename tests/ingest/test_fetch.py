"""Pages from local servers; and everything a hostile server may try."""

import gzip
import http.server
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from sayso.errors import Damaged, InputError, Refused, TooLarge
from sayso.ingest import fetch as module
from sayso.ingest.fetch import is_address

PAGE = (
    '<html><head><meta property="article:published_time" content="2024-10-28"></head><body><article><h1>Рада</h1>'
    + "<p>Рада зібралася в понеділок і проголосувала за бюджет міста.</p>" * 5
    + "</article></body></html>"
).encode()

LOCAL = {"allow_network": True, "allow_private": True}


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].strip("/").partition("/")[0]
        getattr(self, f"answer_{name}", self.answer_page)()

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self) -> None:
        self.send(PAGE, Content_Type="text/html; charset=utf-8")

    def answer_cp1251(self) -> None:
        self.send(PAGE.decode().encode("cp1251"), Content_Type="text/html; charset=windows-1251")

    def answer_packed(self) -> None:
        self.send(gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")

    def answer_cut(self) -> None:
        self.send(gzip.compress(PAGE)[:-20], Content_Type="text/html", Content_Encoding="gzip")

    def answer_short(self) -> None:
        self.send(PAGE, Content_Type="text/html", Content_Length="99999")

    def answer_brotli(self) -> None:
        self.send(b"xx", Content_Type="text/html", Content_Encoding="br")

    def answer_bomb(self) -> None:
        self.send(gzip.compress(b" " * 12_000_000), Content_Type="text/html", Content_Encoding="gzip")

    def answer_json(self) -> None:
        self.send('{"text": "Рада зібралася."}'.encode(), Content_Type="application/json")

    def answer_archive(self) -> None:
        self.send(gzip.compress(b'{"text": "Good morning."}\n' * 2), Content_Type="application/octet-stream")

    def answer_missing(self) -> None:
        self.send(b"", 404)

    def answer_hop(self) -> None:
        self.send(b"", 302, Location="/news/2024/x")

    def answer_loop(self) -> None:
        self.send(b"", 301, Location="/loop")

    def answer_file(self) -> None:
        self.send(b"", 302, Location="file:///etc/passwd")

    def answer_away(self) -> None:
        self.send(b"", 307, Location=f"http://127.0.0.1:{self.server.server_address[1]}/page")

    def answer_large(self) -> None:
        self.send(b"x" * 3_000_000, Content_Type="text/html")

    def answer_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def answer_drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\n")
        for _ in range(40):
            self.wfile.write(b"X")
            self.wfile.flush()
            time.sleep(0.1)

    def answer_nonsense(self) -> None:
        self.wfile.write(b"this is not http\r\n\r\n")

    def answer_host(self) -> None:
        self.send(
            f"Good morning from {self.headers['Host']} at {self.path}.".encode(), Content_Type="text/plain"
        )

    def log_message(self, *_args: object) -> None: ...


class Server(http.server.ThreadingHTTPServer):
    """A client that hangs up is part of the game."""

    def handle_error(self, *_args: object) -> None: ...


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    web = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{web.server_address[1]}"
    web.shutdown()
    thread.join()
    web.server_close()


@pytest.mark.parametrize("path", ["page", "cp1251", "packed", "hop", "away"])
def test_page(path: str, server: str, read) -> None:
    document = read(f"{server}/{path}", **LOCAL).one
    assert document.text.startswith("Рада\n\nРада зібралася")
    assert str(document.published) == "2024-10-28"
    assert document.url is not None
    assert document.url.startswith(server)


def test_the_address_after_redirects_is_the_documents(server: str, read) -> None:
    assert read(f"{server}/hop", **LOCAL).one.url == f"{server}/news/2024/x"


@pytest.mark.parametrize(("path", "count"), [("json", 1), ("archive", 2)])
def test_other_formats(path: str, count: int, server: str, read) -> None:
    assert len(read(f"{server}/{path}", **LOCAL).documents) == count


def test_letters_outside_ascii_and_fragments(server: str, read) -> None:
    text = read(f"{server}/host/рада зібралася?q=ї#part", **LOCAL).one.text
    host = server.removeprefix("http://")
    assert text == f"Good morning from {host} at /host/{'%D1%80%D0%B0%D0%B4%D0%B0%20'}" + (
        "%D0%B7%D1%96%D0%B1%D1%80%D0%B0%D0%BB%D0%B0%D1%81%D1%8F?q=%D1%97."
    )


@pytest.mark.parametrize(
    ("path", "options", "error", "message"),
    [
        ("page", {"allow_network": False}, Refused, "network is switched off"),
        ("page", {"allow_private": False}, Refused, "not a public address"),
        ("missing", {}, InputError, "answered 404"),
        ("loop", {}, InputError, "more than 5 redirects"),
        ("hop", {"max_redirects": 0}, InputError, "more than 0 redirects"),
        ("file", {}, Refused, "file: addresses"),
        ("large", {"max_bytes": 1_000_000}, TooLarge, "1000000 bytes"),
        ("bomb", {}, TooLarge, "times its size"),
        ("cut", {}, Damaged, "cut off"),
        ("short", {}, Damaged, "transfer was cut off"),
        ("brotli", {}, Damaged, "'br'"),
        ("nonsense", {}, InputError, "does not answer as a web server"),
    ],
)
def test_refused(path: str, options: dict, error: type, message: str, server: str, read) -> None:
    reading = read(f"{server}/{path}", **(LOCAL | options))
    assert reading.documents == []
    assert isinstance(reading.errors[0], error)
    assert message in reading.lines[0]
    assert len(reading.lines) == 1


@pytest.mark.parametrize("path", ["drip", "drip_headers"])
def test_a_dripping_server_is_cut_off(path: str, server: str, read) -> None:
    start = time.monotonic()
    reading = read(f"{server}/{path}", max_seconds=0.5, **LOCAL)
    assert time.monotonic() - start < 2.5
    assert reading.documents == []
    assert "took more than 0.5 seconds" in reading.lines[0]


def pretend(names: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Answer for invented names and record where connections go; they all arrive at the loopback."""
    dialled: list[tuple[str, int]] = []
    real = socket.create_connection

    def look_up(host: str, port: int, *_args: object, **_kwargs: object) -> list:
        return [(2, 1, 6, "", (names.get(host, host), port))]

    def connect(address: tuple[str, int], **kwargs: float) -> socket.socket:
        dialled.append(address)
        return real(("127.0.0.1", address[1]), **kwargs)

    monkeypatch.setattr(module.socket, "getaddrinfo", look_up)
    monkeypatch.setattr(module.socket, "create_connection", connect)
    return dialled


def test_a_public_server_that_redirects_to_a_private_one_is_refused(server: str, read, monkeypatch) -> None:
    port = int(server.rpartition(":")[2])
    dialled = pretend({"public.example": "93.184.215.14"}, monkeypatch)
    reading = read(f"http://public.example:{port}/away", allow_network=True)
    assert isinstance(reading.errors[0], Refused)
    assert "127.0.0.1" in reading.lines[0]
    assert dialled == [("93.184.215.14", port)]


def test_the_connection_goes_to_the_address_that_was_checked(server: str, read, monkeypatch) -> None:
    port = int(server.rpartition(":")[2])
    dialled = pretend({"public.example": "93.184.215.14"}, monkeypatch)
    asked: list[str] = []
    look_up = module.socket.getaddrinfo
    monkeypatch.setattr(
        module.socket, "getaddrinfo", lambda host, *a, **k: asked.append(host) or look_up(host, *a, **k)
    )
    document = read(f"http://public.example:{port}/host", allow_network=True).one
    assert document.text.startswith(f"Good morning from public.example:{port}")
    assert dialled == [("93.184.215.14", port)]
    assert [host for host in asked if host.endswith(".example")] == ["public.example"]


def test_no_proxy_is_used(server: str, read, monkeypatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert read(f"{server}/page", **LOCAL).documents


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://example.org/a", "ftp: addresses"),
        ("file:///etc/passwd", "file: addresses"),
        ("http://user:secret@example.org/", "user name"),
        ("http:///path", "without a host"),
        ("http://[::1/", "no address"),
        ("http://example.org:99999/", "no address"),
        ("http://2130706433/", "disguise"),
        ("http://[::ffff:127.0.0.1]/", "not a public address"),
    ],
)
def test_bad_addresses(url: str, message: str, read) -> None:
    reading = read(url, allow_network=True)
    assert isinstance(reading.errors[0], Refused)
    assert message in reading.lines[0]
    assert "secret" not in str(reading.errors[0])


def test_nobody_listens(read) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "does not answer" in read(f"http://127.0.0.1:{port}/", **LOCAL).lines[0]


@pytest.mark.parametrize(
    ("source", "expected"),
    [("https://a.b", True), ("HTTP://A.B", True), ("a/b.txt", False), ("-", False), ("c:/a", False)],
)
def test_is_address(source: str, expected: bool) -> None:
    assert is_address(source) is expected


@pytest.fixture
def secure(tmp_path, server) -> Iterator[tuple[int, Callable[[], ssl.SSLContext]]]:
    """A server with a certificate of its own for the name news.example."""
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=news.example",
    ]
    command += ["-addext", "subjectAltName=DNS:news.example", "-keyout", str(key), "-out", str(certificate)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    web = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    web.socket = context.wrap_socket(web.socket, server_side=True)
    thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield web.server_address[1], lambda: ssl.create_default_context(cafile=str(certificate))
    web.shutdown()
    thread.join()
    web.server_close()


def test_https_checks_the_certificate_against_the_name(secure, read, monkeypatch) -> None:
    port, trusting = secure
    pretend({"news.example": "93.184.215.14", "other.example": "93.184.215.14"}, monkeypatch)
    assert "no safe connection" in read(f"https://news.example:{port}/page", allow_network=True).lines[0]
    context = trusting()
    monkeypatch.setattr(module.ssl, "create_default_context", lambda: context)
    assert read(f"https://news.example:{port}/page", allow_network=True).one.lang == "uk"
    assert "no safe connection" in read(f"https://other.example:{port}/page", allow_network=True).lines[0]
