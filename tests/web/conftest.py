"""Stores that the tests of pages share."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from litestar.testing import TestClient
from tests.web.desk_app import stores_of, visiting

from sayso.app.examples import example_story
from sayso.app.serving import Stores

HOSTILE = (
    "</script><script>document.title='owned'</script>",
    "<svg onload=\"document.title='owned'\"><image href=x onerror=\"document.title='owned'\"/></svg>",
    "{{ 7*7 }}{% raw %}{{ config }}",
    "javascript:document.title='owned'",
    '"onmouseover="document.title=1" x="',
    "\u202egnihton\u0007",
)
"""What a document may hold that a page must only ever show."""


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """The example story; nobody writes into it."""
    found = stores_of(tmp_path_factory.mktemp("pages") / "story.db", example_story())
    yield found
    found.close()


@pytest.fixture(scope="session")
def client(stores: Stores) -> Iterator[TestClient]:  # type: ignore[type-arg]
    with visiting(stores) as found:
        yield found


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """A story whose documents hold what a page must only ever show, in every field."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = []
    for number, (bad, outlet) in enumerate(((one, other) for one in HOSTILE for other in ("A", "B")), 1):
        day = f"2024-10-{number:02}"
        said = f"Minister Ann {bad} Smith said that the bridge {bad} was closed on {number} October."
        more = f'"The bridge {bad} will open again on 30 October," spokesman John Brown told {bad} Reuters.'
        lines.append(
            {
                "id": f"bad/{number} {bad}",
                "text": f"{bad}\n\n{said}\n\n{more}\n\nMayor Bob Hill denied that the bridge was closed.",
                "title": f"{bad} title",
                "outlet": f"{outlet} {bad}",
                "url": "javascript:document.title='owned'" if number % 2 else f"https://x.example/{bad}",
                "lang": "en",
                "published": day,
            }
        )
    story = folder / "story.jsonl"
    story.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = stores_of(folder / "story.db", str(story))
    yield found
    found.close()
