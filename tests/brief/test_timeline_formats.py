"""The forms of a timeline: each read back by a reader of its own, and nothing of a document's runs in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import lxml.html
import pytest
from hypothesis import given, settings
from tests.brief.accounts import accounts, documents_of
from tests.brief.told import BAD, DOCUMENTS, store_at

from sayso.app import picturing
from sayso.app.querying import open_store
from sayso.brief.drawing.png import has_font
from sayso.brief.timeline import Timeline, compose
from sayso.brief.timeline.formats import FORMATS
from sayso.model import Account

SCHEMA = json.loads((Path(__file__).parent / "timelinejs.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    path = store_at(tmp_path_factory.mktemp("timelines"), *DOCUMENTS, BAD)
    with open_store(path, read_only=True) as store:
        return picturing.timeline(store, lang="uk", limit=50)


@pytest.fixture(scope="module")
def html(page: Timeline) -> Any:
    return lxml.html.fromstring(FORMATS["html"].render(page).decode())


@settings(max_examples=25, deadline=None)
@given(accounts())
def test_timelinejs_takes_every_story_and_holds_every_entry(story: list[Account]) -> None:
    made = compose(story, documents_of(*story), "uk")
    told = json.loads(FORMATS["timelinejs"].render(made))
    jsonschema.validate(told, SCHEMA)
    placed = [event["unique_id"] for event in told["events"]]
    assert len(placed) + told["title"]["text"]["text"].count("<li>") == len(made.entries)
    assert set(placed) <= {entry.utterance for entry in made.entries}


def test_timelinejs_escapes_what_it_would_read_as_markup(page: Timeline) -> None:
    told = json.loads(FORMATS["timelinejs"].render(page))
    texts = [words for event in told["events"] for words in (*event["text"].values(), event["group"])]
    tags = {
        node.tag for words in texts for node in lxml.html.fragment_fromstring(words, create_parent="x").iter()
    }
    assert tags <= {"x", "p", "ul", "li"}
    assert any("&lt;b&gt;Міст&lt;/b&gt;" in words for words in texts)
    assert all(event["autolink"] is False for event in told["events"])


def test_page_asks_nothing_of_the_network_and_runs_nothing(html: Any) -> None:
    assert html.xpath("//script|//img|//iframe|//object|//link[@rel!='icon']|//i|//style[position()>1]") == []
    assert [name for node in html.iter() for name in node.attrib if name.startswith("on")] == []
    assert "default-src 'none'" in html.xpath("//meta[@http-equiv]/@content")[0]
    links = html.xpath("//@href")
    assert all(link.startswith(("#ref-", "https://visnyk.example", "data:,")) for link in links)
    targets = set(html.xpath("//@id"))
    assert {link[1:] for link in links if link.startswith("#")} <= targets
    assert len(html.xpath("//@id")) == len(targets)


def test_page_tells_every_entry_in_words_and_in_the_picture(page: Timeline, html: Any) -> None:
    assert len(html.xpath("//ul[@class='entries']/li")) == len(page.entries)
    assert len(html.xpath("//*[@class='entry']")) == len(page.entries)
    assert "Іван Гнатюк сказав: «Ремонт триватиме два місяці»" in html.text_content()
    assert "{{ 7*7 }}" in html.text_content()


def test_pictures_of_hostile_words_hold_no_markup_of_theirs(page: Timeline) -> None:
    svg = FORMATS["svg"].render(page).decode()
    assert "<script" not in svg
    assert "<b>" not in svg
    assert "&lt;b&gt;Міст&lt;/b&gt;" in svg


@pytest.mark.skipif(not has_font(), reason="no font: apt-get install fonts-dejavu-core")
def test_png_is_the_picture_at_twice_its_size(page: Timeline) -> None:
    drawn = FORMATS["png"].render(page)
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(drawn[16:20], "big") == 1920
