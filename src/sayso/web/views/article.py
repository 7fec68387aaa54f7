"""An article cut into pieces, each with all that it is part of: overlapping statements need no nesting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from ...model import Document, Span, Statement

Role = Literal["content", "source", "cue", "time"]
ROLES: tuple[Role, ...] = ("content", "source", "cue", "time")
_DEEPEST = 3


class Piece(NamedTuple):
    """Words that all are part of the same statements in the same roles.

    `numbers` are those of the statements, ascending; `depth` counts the contents that the words are in, up to three.
    `begins` are the statements whose marks stand before the words.
    """

    text: str
    roles: tuple[Role, ...] = ()
    numbers: tuple[int, ...] = ()
    depth: int = 0
    begins: tuple[int, ...] = ()


class Article(NamedTuple):
    """A text by its lines, the blank ones left out, and its statements by their numbers, from 1 on."""

    lines: tuple[tuple[Piece, ...], ...]
    statements: tuple[tuple[int, Statement], ...]


_TITLE = 110


def title(document: Document) -> str:
    """Return a document's title, or how its text begins."""
    begins = next(
        (document.text[line.start : line.end].strip() for line in _lines(document.text)), document.id
    )
    return document.title or (begins if len(begins) <= _TITLE else f"{begins[:_TITLE].rsplit(' ', 1)[0]} …")


class _Part(NamedTuple):
    span: Span
    role: Role
    number: int


def article(document: Document) -> Article:
    """Cut a document's text at every border of a span and at every line's end."""
    numbered = tuple(enumerate(document.statements, 1))
    parts = [part for number, one in numbered for part in _parts(number, one)]
    marks: defaultdict[int, list[int]] = defaultdict(list)
    for number, one in numbered:
        if one.content_spans:
            marks[one.content_spans[0].start].append(number)
    lines = tuple(_pieces(document.text, line, parts, marks) for line in _lines(document.text))
    return Article(lines, numbered)


def _parts(number: int, statement: Statement) -> Iterator[_Part]:
    said = statement.said_at
    for span in statement.content_spans:
        yield _Part(span, "content", number)
    found: Iterable[tuple[Role, Span | None]] = (
        ("source", statement.source.span),
        ("cue", statement.cue_span),
        ("time", said.span if said else None),
    )
    yield from (_Part(span, role, number) for role, span in found if span)


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines of a text that are not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _pieces(text: str, line: Span, parts: Sequence[_Part], marks: dict[int, list[int]]) -> tuple[Piece, ...]:
    inside = [part for part in parts if part.span.overlaps(line)]
    borders = {line.start, line.end, *(at for at in marks if line.start <= at < line.end)}
    borders |= {at for part in inside for at in part.span if line.start < at < line.end}
    return tuple(
        _piece(text, Span(start, end), inside, marks.get(start, ()))
        for start, end in pairwise(sorted(borders))
    )


def _piece(text: str, span: Span, parts: Sequence[_Part], begins: Sequence[int]) -> Piece:
    around = [part for part in parts if part.span.contains(span)]
    played = {part.role for part in around}
    return Piece(
        text=span.of(text),
        roles=tuple(role for role in ROLES if role in played),
        numbers=tuple(sorted({part.number for part in around})),
        depth=min(_DEEPEST, sum(part.role == "content" for part in around)),
        begins=tuple(begins),
    )
