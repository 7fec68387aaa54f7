"""Documents in more than one language: each paragraph is read by the pack of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

import msgspec

from ..ingest.language import identify
from ..languages.base import Pack
from ..model import Document, Span, Statement
from ..text.paragraphs import paragraph_spans

_LETTERS = {"latin": re.compile(r"[A-Za-z]"), "cyrillic": re.compile(r"[\u0400-\u04ff]")}
_RIVALS = re.compile(r"[іїєґыэёў]", re.IGNORECASE)  # tell the languages of one script apart without more ado
_FEWEST = 40  # letters of a paragraph that is worth a language of its own
_MOST = 0.7  # share of the letters that a script must have

Extract = Callable[[Document, Pack], Iterable[Statement]]
PackOf = Callable[[str], Pack | None]


def statements_of(
    document: Document, pack: Pack, available: Collection[str], pack_of: PackOf, extract: Extract
) -> tuple[Statement, ...]:
    """Return the statements of a document whose language is that of `pack`, in the order of its text.

    Paragraphs in another language that there is a pack for are read by that; the others are blank there, so that
    offsets and ids are those of the document. Who is meant by "he" is looked for within one language.
    """
    foreign = foreign_paragraphs(document.text, pack, available)
    if not foreign:
        return tuple(extract(document, pack))
    found = list(extract(_without(document, [span for spans in foreign.values() for span in spans]), pack))
    for lang, spans in foreign.items():
        other = pack_of(lang)
        if other is not None:
            found += extract(_only(document, spans), other)
    return tuple(sorted(found, key=lambda one: one.content_spans[0].start))


def foreign_paragraphs(text: str, pack: Pack, available: Collection[str]) -> dict[str, list[Span]]:
    """Return the paragraphs that are surely in another of the languages available, by their languages."""
    found: dict[str, list[Span]] = {}
    others = tuple(sorted(available))
    if len(others) < len(("one", "other")):
        return found
    for span in paragraph_spans(text):
        paragraph = span.of(text)
        if len(paragraph) >= _FEWEST and _perhaps_foreign(paragraph, pack.script):
            lang = identify(paragraph, others)
            if lang is not None and lang != pack.code:
                found.setdefault(lang, []).append(span)
    return found


def _perhaps_foreign(paragraph: str, script: str) -> bool:
    """Tell whether most letters are of another script, or letters stand there that neighbours do not share."""
    counts = {name: len(pattern.findall(paragraph)) for name, pattern in _LETTERS.items()}
    letters = sum(counts.values())
    if letters < _FEWEST:
        return False
    if any(count > _MOST * letters for name, count in counts.items() if name != script):
        return True
    return script == "cyrillic" and _RIVALS.search(paragraph) is not None


def _without(document: Document, spans: Iterable[Span]) -> Document:
    text = document.text
    for span in spans:
        text = text[: span.start] + _blank(span.of(text)) + text[span.end :]
    return msgspec.structs.replace(document, text=text)


def _only(document: Document, spans: Iterable[Span]) -> Document:
    text, at, pieces = document.text, 0, []
    for span in spans:
        pieces += [_blank(text[at : span.start]), span.of(text)]
        at = span.end
    return msgspec.structs.replace(document, text="".join([*pieces, _blank(text[at:])]))


def _blank(text: str) -> str:
    """Return a text of the same length and lines without a letter."""
    return re.sub(r"[^\n]", " ", text)
