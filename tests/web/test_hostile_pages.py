"""A document full of script, SVG, javascript: and template syntax shows as text on every page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from tests.web.desk_app import visiting

from sayso.app import listing, source_lists
from sayso.app.serving import Stores

ELEMENTS = frozenset(
    "html head meta title link body a header span nav ul ol li div main h1 h2 h3 p form label input select option "
    "textarea button section svg path g rect text line desc footer script details summary blockquote dl dt dd code "
    "time bdi abbr output table thead tbody tr th td article q sup ins del mark b strong".split()
)


class Seen(HTMLParser):
    """What a browser would take for markup, and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.handlers: list[str] = []
        self.targets: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        known = dict(attrs)
        self.handlers += [name for name in known if name.startswith("on") or name == "style"]
        self.targets += [
            known[name] or "" for name in ("href", "src", "action", "xlink:href") if name in known
        ]
        if tag == "script":
            self.scripts.append(known.get("src") or "inline")


def pages(stores: Stores) -> list[tuple[str, dict[str, str]]]:
    store = stores.reading
    documents = listing.documents(store, limit=20).items
    views = listing.claims(store, limit=10).items
    found: list[tuple[str, dict[str, str]]] = [
        ("/", {}),
        ("/story", {}),
        ("/story", {"words": "<script>bridge", "source": '"><script>', "stance": "x", "lang": "<b>"}),
        ("/discrepancies", {}),
        ("/sources", {}),
        ("/search", {"words": "bridge"}),
        ("/search", {"words": '"><script>{{ 7*7 }}', "outlet": "<svg>", "source": "Ann"}),
        ("/brief", {}),
        ("/brief", {"about": "<script>{{ 7*7 }}"}),
        ("/relays", {}),
        ("/relays", {"about": '"><svg onload=x>'}),
        ("/sign-in", {"to": '"><script>'}),
        ("/nothing/<script>", {}),
    ]
    found += [("/document", {"id": one.id}) for one in documents]
    found += [(f"/claim/{view.claim.id}", {}) for view in views]
    found += [(f"/utterance/{said.id}", {}) for view in views[:4] for said in view.claim.utterances]
    found += [("/source", {"name": one.name}) for one in source_lists.sources(store, limit=10).items]
    return found


@pytest.mark.parametrize("name", [None, "<script>Ann"])
def test_all_of_it_is_text(hostile: Stores, name: str | None) -> None:
    with visiting(hostile, name) as client:
        shown = 0
        for path, given in pages(hostile):
            answer = client.get(path, params=given)
            seen = Seen()
            seen.feed(answer.text)
            assert seen.tags <= ELEMENTS, (path, seen.tags - ELEMENTS)
            assert not seen.handlers, (path, given, seen.handlers)
            assert all(one.startswith("/static/") for one in seen.scripts)
            for target in seen.targets:
                assert re.match(r"[/#]|https?://", target), (path, target)
            assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", answer.text)
            assert (
                "49" not in re.sub(r"[0-9a-f]{16}|v=\w+|dprk\S+", "", answer.text)
                or "{{ 7*7 }}" in answer.text
            )
            shown += "{{ 7*7 }}" in answer.text
        assert shown > 5


def test_what_is_pasted_is_text_too(hostile: Stores) -> None:
    bad = "</textarea><script>alert(1)</script> Mayor Ann Smith said {{ 7*7 }} that <svg onload=x> it is closed."
    with visiting(hostile) as client:
        answer = client.post("/read", data={"text": bad, "outlet": '"><script>', "published": "<b>"})
        seen = Seen()
        seen.feed(answer.text)
        assert seen.tags <= ELEMENTS
        answer = client.post("/read", data={"text": bad, "outlet": '"><script>'})
        assert answer.status_code == 200
        assert "{{ 7*7 }}" in answer.text
        seen.feed(answer.text)
        assert seen.tags <= ELEMENTS
        assert not seen.handlers


def test_links_of_documents_are_web_addresses_that_learn_nothing(hostile: Stores) -> None:
    with visiting(hostile) as client:
        for one in listing.documents(hostile.reading, limit=20).items:
            page = client.get("/document", params={"id": one.id}).text
            links = re.findall(r'<a href="http[^>]*>', page)
            assert len(links) == (one.url or "").startswith("https")
            assert all('rel="noopener noreferrer nofollow external"' in link for link in links)
