"""Pages: their article, and what they say about themselves."""

import datetime as dt
import json
import time

import pytest

from sayso.ingest.html import _visible_text, article_text, parse, with_headline

DAY = dt.date(2024, 10, 28)


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def test_article_without_menu_and_footer(page, read) -> None:
    document = read(page(foot="Усі права застережено")).one
    assert document.text.startswith("Бюджет ухвалено\n\nМіська рада Лубен")
    assert "«Грошей вистачить на школи й дороги», – сказав він." in document.text
    assert "застережено" not in document.text
    assert (document.title, document.lang) == ("Бюджет ухвалено", "uk")


@pytest.mark.parametrize(
    "where",
    [
        {"head": linked(**{"@type": "NewsArticle", "datePublished": "2024-10-28T18:34:00+02:00"})},
        {"head": linked(**{"@graph": [{"@type": ["Article"], "datePublished": "2024-10-28"}]})},
        {"head": '<meta property="article:published_time" content="2024-10-28T18:34:00+0200">'},
        {"head": '<meta itemprop="datePublished" content="2024-10-28">'},
        {"top": '<time datetime="2024-10-28T18:34">28 жовтня, 18:34</time>'},
        {"top": '<span itemprop="datePublished">28.10.2024</span>'},
        {"top": "<div>28 жовтня 2024, 18:34</div>"},
    ],
)
def test_published_from_the_page(where, page, read) -> None:
    document = read(page(**where, foot="© 2011–2026 Вісник")).one
    assert (document.published, document.published_basis) == (DAY, "html")


def test_published_from_the_address(page, read) -> None:
    document = read(page(head='<link rel="canonical" href="https://example.org/2024/10/28/budget/">')).one
    assert (document.published, document.published_basis) == (DAY, "address")
    assert document.url == "https://example.org/2024/10/28/budget/"


@pytest.mark.parametrize(
    "where",
    [
        {"top": "<div>28 жовтня, 18:34</div>", "foot": "© 2019 Вісник. Оновлено 01.02.2019"},
        {"top": "<time>28 жовтня, 18:34</time>", "foot": '<time datetime="2019-02-01">1 лютого 2019</time>'},
        {"head": linked(**{"@type": "Organization", "datePublished": "2019-02-01"})},
        {"head": linked(**{"@type": "NewsArticle", "datePublished": "28 жовтня"})},
        {"head": '<meta name="copyright" content="2019-02-01">'},
        {"head": '<meta property="article:modified_time" content="2019-02-01">'},
        {"top": "<div>Оновлено: 01.02.2019</div>"},
        {"head": '<link rel="canonical" href="https://example.org/2019/02/">'},
        {"head": '<script type="application/ld+json">{"@type": "NewsArticle", </script>'},
    ],
)
def test_an_incomplete_or_foreign_date_is_unknown(where, page, read) -> None:
    document = read(page(**where)).one
    assert (document.published, document.published_basis) == (None, None)


def test_options_fill_in_only_what_is_missing(page, read) -> None:
    document = read(page(), published=DAY, outlet="Вісник", lang="en").one
    assert (document.published, document.published_basis, document.outlet) == (DAY, "option", "Вісник")
    assert document.lang == "uk"
    own = read(page(top="<div>01.02.2019</div>"), published=DAY).one
    assert own.published == dt.date(2019, 2, 1)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<link rel="canonical" href="https://www.eurointegration.com.ua/a"/>', "Європейська правда"),
        ('<meta property="og:site_name" content="ЄвроПравда">', "Європейська правда"),
        ('<meta property="og:site_name" content="Лубенський вісник">', "Лубенський вісник"),
        (linked(**{"@type": "NewsArticle", "publisher": {"name": "UNIAN"}}), "УНІАН"),
        ("", None),
    ],
)
def test_outlet(head: str, outlet: str | None, page, read) -> None:
    assert read(page(head=head)).one.outlet == outlet


@pytest.mark.parametrize("declaration", ['<meta charset="windows-1251">', ""])
def test_windows_1251_declared_or_not(declaration: str, page, read) -> None:
    document = read(page(head=declaration, encoding="cp1251")).one
    assert "«Грошей вистачить" in document.text


def test_title_element_is_cut_at_the_outlets_name(tmp_path, read) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"<title>Бюджет ухвалено | Вісник</title><p>{'Рада зібралася і проголосувала. ' * 9}</p>", "utf-8"
    )
    assert read(path).one.title == "Бюджет ухвалено"


def test_short_page_is_read_too(tmp_path, read) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body><p>Рада зібралася в понеділок і проголосувала.</p></body></html>", "utf-8")
    assert read(path).one.text == "Рада зібралася в понеділок і проголосувала."


def test_headline_is_not_doubled() -> None:
    assert with_headline("Бюджет ухвалено", "Бюджет ухвалено!\n\nРада") == "Бюджет ухвалено!\n\nРада"
    assert with_headline(None, "Рада") == "Рада"


@pytest.mark.parametrize(
    "html", ["<html></html>", "<p>.</p>", "<html><body><script>x</script></body></html>"]
)
def test_page_without_text(html: str, tmp_path, read) -> None:
    path = tmp_path / "a.html"
    path.write_text(html, "utf-8")
    assert "no article text" in read(path).lines[0]


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "blockquote", "font", "p"])
def test_a_hundred_thousand_nested_tags(tag: str, tmp_path, read) -> None:
    path = tmp_path / "deep.html"
    path.write_text(f"<{tag}>" * 100_000 + "Рада зібралася і проголосувала за бюджет міста." * 3, "utf-8")
    reading = read(path)
    assert len(reading.documents) + len(reading.lines) == 1


def test_entity_bomb_is_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><html><body><p>'
    )
    text = article_text(
        parse(bomb + "Рада зібралася в понеділок і проголосувала &c; за бюджет.</p></body></html>")
    )
    assert text is None or "хаха" not in text


def test_visible_text_keeps_blocks_apart_and_inline_marks_together(tmp_path, read) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body><nav>Меню</nav><div>Рада <b>зібра</b>лася <i>в понеділок</i>.<div>Голосувала за бюджет.</div>"
        "Розійшлася.</div><script>x()</script><footer>Низ</footer></body></html>",
        "utf-8",
    )
    lines = ["Рада зібралася в понеділок.", "Голосувала за бюджет.", "Розійшлася."]
    assert _visible_text(parse(path.read_text("utf-8"))).split("\n") == lines


def test_a_page_of_very_many_elements_is_read_in_linear_time(tmp_path, read) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body>" + "<h1>Рада</h1><time datetime='x'>1</time>" * 60_000, "utf-8")
    start = time.monotonic()
    assert read(path).one.text.count("Рада") == 60_000
    assert time.monotonic() - start < 20
