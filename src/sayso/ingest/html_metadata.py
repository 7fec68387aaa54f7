"""What a page says about itself: title, outlet, language, address and day of publication."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from . import dates

_ARTICLE_TYPES = re.compile(r"(Article|BlogPosting|Report|WebPage|Posting)$")
_DATE_META = frozenset(
    [
        "article:published_time",
        "article:published",
        "og:published_time",
        "datepublished",
        "date",
        "publishdate",
        "publish-date",
        "pubdate",
        "publication_date",
        "published",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.issued",
        "dcterms.date",
        "sailthru.date",
        "parsely-pub-date",
        "cxenseparse:recs:publishtime",
        "rnews:datepublished",
        "mediator_published_time",
    ]
)
_SITE_META = ("og:site_name", "application-name", "dc.publisher", "publisher")
_TITLE_META = ("og:title", "twitter:title", "dc.title")
_LANG_META = ("og:locale", "content-language", "dc.language")
_NEAR = 12
"""Lines of text after the headline within which a dateline is the article's own."""
_BEFORE = 4
"""Lines of text before the headline, for pages that put the date above it."""
_ASIDE = ("aside", "footer", "nav", "script", "style", "noscript", "template", "head")
_TAIL = re.compile(r"\s+[|–—\-•»:]+\s+[^|–—•»]{2,40}$")
_MAX_LD = 200
"""Objects of JSON-LD looked at: real pages have a few dozen."""


class About(NamedTuple):
    """What a page says about itself; None where it says nothing."""

    title: str | None
    site_name: str | None
    lang: str | None
    url: str | None
    published: dt.date | None
    published_basis: str | None


def read(tree: HtmlElement, url: str | None) -> About:
    """Return what the page says. `url` is where it was fetched from, None for a saved page."""
    meta = _meta(tree)
    objects = list(_linked_data(tree))
    address = url or _address(tree, meta)
    published, basis = _published(tree, meta, objects, address)
    return About(
        title=_title(tree, meta, objects),
        site_name=_site_name(meta, objects),
        lang=_language(tree, meta),
        url=address,
        published=published,
        published_basis=basis,
    )


def _published(
    tree: HtmlElement, meta: dict[str, str], objects: list[dict[str, Any]], address: str | None
) -> tuple[dt.date | None, str | None]:
    """Metadata, then <time>, then the address, then a complete date by the headline; nothing else is looked
    at."""
    readings: tuple[tuple[Callable[[], dt.date | None], str], ...] = (
        (lambda: _from_linked_data(objects), "html"),
        (lambda: _from_meta(meta), "html"),
        (lambda: _from_time(tree), "html"),
        (lambda: dates.in_address(address), "address"),
        (lambda: _from_headline(tree), "html"),
    )
    for reading, basis in readings:
        if day := reading():
            return day, basis
    return None, None


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Names of meta elements in lower case; the first of several counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD, those inside lists and @graph too."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < _MAX_LD:
            item = waiting.pop(0)
            seen += 1
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                yield item
                waiting.extend(
                    value
                    for key in ("@graph", "mainEntity")
                    if isinstance(value := item.get(key), (list, dict))
                )


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(_ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _from_linked_data(objects: list[dict[str, Any]]) -> dt.date | None:
    days = (dates.parse(str(item.get("datePublished") or "")) for item in objects if _is_article(item))
    return next((day for day in days if day), None)


def _from_meta(meta: dict[str, str]) -> dt.date | None:
    return next(
        (day for name, content in meta.items() if name in _DATE_META and (day := dates.parse(content))), None
    )


def _from_time(tree: HtmlElement) -> dt.date | None:
    """The <time> marked as the publication's; else the first one with a full date in the article or beside
    its h1."""
    marked = tree.xpath('//*[@itemprop="datePublished"] | //time[@pubdate]')
    beside = tree.xpath(
        "//article//time[@datetime] | (//h1)[1]/following::time[@datetime][position() <= 2] | (//h1)[1]/..//time"
    )
    for element in [*marked, *beside]:
        if any(parent.tag in _ASIDE for parent in element.iterancestors()):
            continue
        written = element.get("datetime") or element.get("content") or element.text_content()
        if day := dates.parse(written):
            return day
    return None


def _from_headline(tree: HtmlElement) -> dt.date | None:
    """A dateline in the lines around the first h1; the rest of the page has other articles' dates."""
    headline = next(iter(tree.iter("h1")), None)
    if headline is None:
        return None
    before: list[str] = []
    after: list[str] = []
    passed = False
    for element in tree.iter():
        if element is headline:
            passed = True
        if len(after) >= _NEAR:
            break
        if not isinstance(element.tag, str) or element.tag in _ASIDE:
            continue
        line = " ".join((element.text or "").split())
        if line and not any(parent.tag in _ASIDE for parent in element.iterancestors()):
            (after if passed else before).append(line)
    return dates.first_dateline(after) or dates.first_dateline(before[-_BEFORE:])


def _title(tree: HtmlElement, meta: dict[str, str], objects: list[dict[str, Any]]) -> str | None:
    """The headline, without the outlet's name that <title> carries."""
    said = [str(item["headline"]) for item in objects if _is_article(item) and item.get("headline")]
    headings = [element.text_content() for element in tree.iter("h1")]
    metas = [meta[name] for name in _TITLE_META if name in meta]
    titles = [_TAIL.sub("", " ".join(element.text_content().split())) for element in tree.iter("title")]
    if len(headings) == 1:
        said = headings + said
    for candidate in [*said, *metas, *titles]:
        line = " ".join(candidate.split())
        if line:
            return line
    return None


def _site_name(meta: dict[str, str], objects: list[dict[str, Any]]) -> str | None:
    for name in _SITE_META:
        if name in meta:
            return meta[name]
    for item in objects:
        publisher = item.get("publisher")
        if (
            isinstance(publisher, dict)
            and isinstance(publisher.get("name"), str)
            and publisher["name"].strip()
        ):
            return str(publisher["name"]).strip()
    return None


def _language(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    """What the template declares; the letters of the text itself are surer, so this is the second choice."""
    declared = tree.get("lang") or next((meta[name] for name in _LANG_META if name in meta), "")
    code = re.match(r"[A-Za-z]{2}(?=[-_]|$)", declared.strip())
    return code.group().lower() if code else None


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = [
        link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    for candidate in [*links, meta.get("og:url", "")]:
        try:
            if urlsplit(candidate).scheme in ("http", "https"):
                return candidate
        except ValueError:
            continue
    return None
