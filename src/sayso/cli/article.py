"""An article with its sources, cues and contents marked in the text. Pure, as render is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from ..model import Document, Span
from .messages import Messages
from .render import statements
from .terminal import plain


class _Bracket(NamedTuple):
    """A bracket to insert. At one place closing ones come first, the shorter content's before the longer's.

    Then come opening ones, the longer content's first, so that brackets nest.
    """

    position: int
    opens: bool
    length: int
    mark: str


def article(document: Document, say: Messages, *, why: bool = False) -> RenderableType:
    """Return the marked text and below it the statements, numbered as in the text."""
    parts = [
        marked_text(document),
        Text(),
        legend(say),
        Text(),
        statements(document, say, why=why, numbered=True),
    ]
    if document.url:
        parts.insert(0, plain(document.url, "aside"))
    return Group(*parts)


def marked_text(document: Document) -> Text:
    """Return a document's text with the spans of its statements coloured and contents bracketed.

    A content reads "[2: …]", 2 being its statement's number, so that it can be seen without colours too.
    """
    text = plain(document.text)
    brackets: list[_Bracket] = []
    for number, statement in enumerate(document.statements, 1):
        _paint(text, "content", statement.content_spans)
        for span in statement.content_spans:
            brackets.append(_Bracket(span.start, True, span.start - span.end, f"[{number}: "))
            brackets.append(_Bracket(span.end, False, span.end - span.start, "]"))
    for statement in document.statements:
        _paint(text, "cue", [statement.cue_span])
        _paint(text, "source", [statement.source.span])
    return _insert(text, sorted(brackets))


def legend(say: Messages) -> Text:
    """Return one line that tells which colour is what."""
    return Text("  ").join(
        [
            Text(say("source"), "source"),
            Text(say("cue"), "cue"),
            Text("[1: ", "mark").append(say("content"), "content").append("]", "mark"),
        ]
    )


def _paint(text: Text, style: str, spans: Iterable[Span | None]) -> None:
    for span in spans:
        if span:
            text.stylize(style, span.start, span.end)


def _insert(text: Text, brackets: Sequence[_Bracket]) -> Text:
    result = Text()
    pieces = text.divide(bracket.position for bracket in brackets)
    for piece, bracket in zip(pieces, brackets, strict=False):
        result.append_text(piece).append(bracket.mark, "mark")
    return result.append_text(pieces[-1])
