"""A headless Chromium by Playwright, and axe-core: what the tests of pages in a browser share."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import find_browser

BROWSER = find_browser()
AXE = Path(sys.prefix) / "share" / "axe.min.js"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
SERIOUS = ("serious", "critical")


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


class Visit:
    """A page in a browser of its own; `said` are its complaints, `abroad` what it asked of others."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.context, self.home = context, home
        self.said: list[str] = []
        self.abroad: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda asked: self._note(asked.url))

    def _note(self, address: str) -> None:
        if not address.startswith((self.home, "data:")):
            self.abroad.append(address)

    def go(self, path: str) -> Page:
        """Open a page of the desk."""
        self.page.goto(self.home + path)
        return self.page

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def barriers(self) -> list[dict[str, Any]]:
        """Return what axe finds that is serious or worse, against WCAG 2.2 AA."""
        own = len(self.said)
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
        found = self.page.evaluate(f"axe.run(document, {json.dumps(rules)})")
        del self.said[own:]  # axe tries what the page's policy forbids, and the browser tells of it
        return [
            {"id": one["id"], "nodes": [node["html"][:200] for node in one["nodes"][:3]]}
            for one in found["violations"]
            if one["impact"] in SERIOUS
        ]


@contextmanager
def visit(started: Browser, home: str, **known: Any) -> Iterator[Visit]:
    """Open a window of its own, with no cookies; it must not complain, and ask nothing of others."""
    context = started.new_context(**{"viewport": DESK, "locale": "en-GB", **known})
    made = Visit(context, home)
    yield made
    context.close()
    assert made.said == []
    assert made.abroad == []
