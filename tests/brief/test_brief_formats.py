"""The forms of a brief: each read back by its own library, and nothing of a document's runs in them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import lxml.html
import pytest
from tests.brief.told import BAD, DOCUMENTS, store_at, told

from sayso.app import picturing
from sayso.app.querying import open_store
from sayso.brief.formats import FORMATS, html
from sayso.brief.relays.formats import svg as relays_svg
from sayso.brief.timeline.formats import html as timeline_html
from sayso.brief.timeline.formats import svg as timeline_svg

SENTENCE = "Іван Гнатюк сказав: «Ремонт триватиме два місяці» [1]."


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return store_at(tmp_path_factory.mktemp("forms"), *DOCUMENTS, BAD)


def text_in(form: str, data: bytes) -> str:
    if form == "docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    if form == "html":
        return str(lxml.html.fromstring(data.decode()).text_content())
    return " ".join(data.decode().replace("\n ", "").split())


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_form_says_the_same(form: str, path: str) -> None:
    data = FORMATS[form].render(told(path))
    text = text_in(form, data)
    for said in ("Що відомо", "Хронологія", SENTENCE, "Вісник, «Міст», 3 квітня 2023 року (d1)"):
        assert said in text or said.upper() in text


def test_page_asks_nothing_of_the_network_and_runs_nothing(path: str) -> None:
    page = lxml.html.fromstring(FORMATS["html"].render(told(path)).decode())
    assert page.xpath("//script|//img|//iframe|//object|//link[@rel!='icon']|//b|//i") == []
    assert [name for node in page.iter() for name in node.attrib if name.startswith("on")] == []
    links = page.xpath("//a/@href")
    assert links
    assert all(link.startswith(("#ref-", "https://visnyk.example")) for link in links)
    targets = set(page.xpath("//@id"))
    assert {link[1:] for link in links if link.startswith("#")} <= targets
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


def test_template_syntax_of_a_document_is_text(path: str) -> None:
    assert "{{ 7*7 }}" in text_in("html", FORMATS["html"].render(told(path)))


def test_markdown_of_a_document_is_text(path: str) -> None:
    text = FORMATS["md"].render(told(path)).decode()
    assert "[закриють](javascript" not in text
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert r"\<b\>Міст" in text


def test_word_takes_what_xml_has_no_place_for(tmp_path: Path) -> None:
    odd = DOCUMENTS[0] | {"title": "Міст\x08 і річка", "id": "odd"}
    data = FORMATS["docx"].render(told(store_at(tmp_path, odd)))
    assert "Міст і річка" in text_in("docx", data)


def test_fragments_are_put_into_pages_of_others(path: str) -> None:
    """No page around them, no script, and with a prefix no id twice though two of each stand on one page."""
    with open_store(path, read_only=True) as store:
        story, graph = picturing.timeline(store, lang="uk"), picturing.relays(store, lang="uk")
    written = "".join(
        f"{html.render_fragment(told(path), prefix)}{timeline_html.render_fragment(story, f'{prefix}story-')}"
        f"{timeline_svg.render_fragment(story, f'{prefix}alone-')}{relays_svg.render_fragment(graph, prefix)}"
        for prefix in ("one-", "two-")
    )
    assert not re.search(r"<(html|head|body|style|script|link)\b", written)
    ids = re.findall(r'\bid="([^"]*)"', written)
    assert len(ids) > 10
    assert len(ids) == len(set(ids))
    used = re.findall(r'href="#([^"]*)"', written)
    used += " ".join(re.findall(r'aria-labelledby="([^"]*)"', written)).split()
    assert set(used) <= set(ids)
