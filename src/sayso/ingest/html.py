"""A web page: its article, without the navigation, the comments and the footer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ..errors import NotADocument
from ..gazetteer.outlets import Outlets
from ..model import Document
from . import html_metadata
from .capture import document_from_text
from .decode import decode
from .language import identify
from .options import IngestOptions, Rejected
from .raw import Raw, read_all

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""<\?xml[^>]+encoding\s*=\s*["']([A-Za-z0-9_\-]+)""")
_HEAD = 8192
"""Bytes within which HTML wants its charset declared (the standard says 1024; real pages need more)."""
_XML_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLANK = re.compile(r"\W+")
_MIN_ARTICLE = 40
"""Fewer characters than this are a menu's rest and no article."""
_SKIPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "header",
        "form",
        "aside",
        "iframe",
        "svg",
        "button",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    ]
)
_MAX_ELEMENTS = 10_000
"""Beyond this the extractor's time grows with the square: such a page is taken with all its text instead.
Long articles have two or three thousand elements."""


def read_html(raw: Raw, options: IngestOptions) -> Iterator[Document | Rejected]:
    """Yield the article of a page, its headline first. Raises NotADocument where the page holds none."""
    data = read_all(raw.stream, options.max_bytes)
    tree = parse(decode(data, raw.charset or declared_charset(data)))
    about = html_metadata.read(tree, raw.url)
    text = article_text(tree)
    if text is None:
        raise NotADocument(
            "no article text in the page", hint="save the article's own page, or its text as .txt"
        )
    text = with_headline(about.title, text)
    lang = identify(text) or about.lang
    yield document_from_text(
        text,
        options,
        url=about.url,
        outlet=_outlet(about, lang),
        lang=lang,
        published=about.published,
        published_basis=about.published_basis,
        title=about.title,
        origin=raw.origin,
    )


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that a page declares in its head."""
    match = _CHARSET.search(data[:_HEAD]) or _XML_CHARSET.match(data[:_HEAD].lstrip())
    return match.group(1).decode("ascii") if match else None


def parse(page: str) -> HtmlElement:
    """Return the tree of a page. Entities that a DOCTYPE defines are never expanded; nesting is cut by the
    parser.

    Raises NotADocument where nothing can be parsed.
    """
    try:
        return document_fromstring(
            _XML_PROLOGUE.sub("", page), parser=HTMLParser(remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise NotADocument(f"no HTML page: {error}") from None


def article_text(tree: HtmlElement) -> str | None:
    """Return the paragraphs of the article, parted by blank lines; None where there is no article."""
    from trafilatura import bare_extraction  # takes 0.15 s, which a reader of plain text need not wait

    text = ""
    if sum(1 for _ in islice(tree.iter(), _MAX_ELEMENTS + 1)) <= _MAX_ELEMENTS:
        found = bare_extraction(tree, with_metadata=False, include_comments=False, include_tables=True)
        text = getattr(found, "text", None) or ""
    if len(text) < _MIN_ARTICLE:
        text = _visible_text(tree)
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n\n".join(paragraphs) if len(text.strip()) >= _MIN_ARTICLE else None


def with_headline(title: str | None, text: str) -> str:
    """Put the headline before the article unless the article begins with it."""
    if not title or _BLANK.sub("", text.casefold()).startswith(_BLANK.sub("", title.casefold())):
        return text
    return f"{title}\n\n{text}"


def _visible_text(tree: HtmlElement) -> str:
    """All text of a page that is too short, too odd or too large for the extractor, one line a block."""
    pieces: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        block = element.tag not in _INLINE
        if event == "start" and element.tag in _SKIPPED:
            walk.skip_subtree()
        elif event == "start":
            pieces += ["\n" if block else "", element.text or ""]
        else:
            pieces += ["\n" if block else "", element.tail or ""]
    lines = (" ".join(line.split()) for line in "".join(pieces).splitlines())
    return "\n".join(line for line in lines if line)


def _outlet(about: html_metadata.About, lang: str | None) -> str | None:
    """The address tells better than the page's own label, which may be a slogan; both are looked up first."""
    outlets = Outlets.load()
    known = outlets.by_domain(about.url or "") or outlets.by_name(about.site_name or "")
    return known.label(lang) if known else about.site_name
