"""A headless Chromium for tests of pages: driven by its own protocol over two pipes, so that it needs no driver.

https://chromedevtools.github.io/devtools-protocol/ tells the names of the commands. Debian and Ubuntu have the package
`chromium`; where no browser is found, `find_browser` says so and tests skip visibly.
"""

from __future__ import annotations

import base64
import contextlib
import fcntl
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--remote-debugging-pipe",
)
_PATIENCE = 60.0
"""Seconds that the browser may take for one answer."""


def find_browser() -> str | None:
    """Return the path of a Chromium, None where there is none."""
    return next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *NAMES))), None)


class Page:
    """One page. `said` are the browser's complaints, `asked` the addresses that the page asked for."""

    def __init__(self, sent: int, received: int) -> None:
        self._sent, self._received = sent, received
        self._buffer = b""
        self._last = 0
        self._session: str | None = None
        self.said: list[str] = []
        self.asked: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **given: Any) -> dict[str, Any]:
        """Send a command and return its answer; what happens meanwhile is noted."""
        self._last += 1
        command: dict[str, Any] = {"id": self._last, "method": method, "params": given}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._sent, json.dumps(command).encode() + b"\0")
        while True:
            message = self._next()
            if message.get("id") == self._last:
                assert "error" not in message, message
                return dict(message["result"])

    def open(self, path: Path, *, width: int, dark: bool = False, printed: bool = False) -> None:
        """Open a file in a window so wide, in a light or dark scheme or as on paper, and wait until it is there."""
        self.said.clear()
        self.asked.clear()
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", media="print" if printed else "", features=scheme)
        self.call("Page.navigate", url=path.as_uri())
        until = time.monotonic() + _PATIENCE
        while self.value("document.readyState + location.protocol") != "completefile:":
            assert time.monotonic() < until
            time.sleep(0.05)

    def value(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page."""
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def screenshot(self) -> bytes:
        """Return the whole page as PNG."""
        data = self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        return base64.b64decode(data)

    def pdf(self) -> bytes:
        """Return the page as it is printed."""
        paper = {"paperWidth": 8.27, "paperHeight": 11.69, "printBackground": True}
        return base64.b64decode(self.call("Page.printToPDF", **paper)["data"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._received], [], [], _PATIENCE)
            assert ready, "the browser does not answer"
            piece = os.read(self._received, 1 << 20)
            assert piece, "the browser has gone"
            self._buffer += piece
        line, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        self._note(message.get("method"), message.get("params", {}))
        return message

    def _note(self, method: str | None, found: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.asked.append(found["request"]["url"])
        elif method == "Log.entryAdded":
            self.said.append(found["entry"]["text"])
        elif method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            self.said.append(json.dumps(found))


@contextlib.contextmanager
def browsing(program: str, profile: Path) -> Iterator[Page]:
    """Start a browser with an empty profile and give its one page; end the browser afterwards."""
    in_read, in_write = _pipe()
    out_read, out_write = _pipe()

    def as_three_and_four() -> None:  # where the browser looks for them
        os.dup2(in_read, 3)
        os.dup2(out_write, 4)

    process = subprocess.Popen(
        [program, *_FLAGS, f"--user-data-dir={profile}"],
        pass_fds=(3, 4),
        preexec_fn=as_three_and_four,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    os.close(in_read)
    os.close(out_write)
    try:
        yield Page(in_write, out_read)
    finally:
        process.terminate()
        process.wait(_PATIENCE)
        os.close(in_write)
        os.close(out_read)


def _pipe() -> tuple[int, int]:
    """Return a pipe whose ends have numbers above those that the browser wants."""
    low = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low)
    for end in low:
        os.close(end)
    return high[0], high[1]
