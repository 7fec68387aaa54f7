"""Statements made by hand, for tests that read nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.model import Document, Source, Span, Statement, statement_id


def statement(
    document: Document, content: Span, source: Source, cue: Span | None = None, **more: Any
) -> Statement:
    """Return a statement of `document`: a plain one of the Ukrainian pack, but for what `more` says."""
    known = {"kind": "indirect", "rule": "colon", "pack": "uk", "pack_version": "1"}
    return Statement(
        id=statement_id(document.hash, [content], cue, source.span),
        document=document.id,
        content=(content.of(document.text),),
        content_spans=(content,),
        cue=cue and cue.of(document.text),
        cue_span=cue,
        source=source,
        **known | more,
    )


def said_after_colons(document: Document, **more: Any) -> Iterator[Statement]:
    """Yield a statement for every line of `document` that reads "NAME: CONTENT"."""
    at = 0
    for line in document.text.splitlines(keepends=True):
        name, colon, content = line.rstrip("\n").partition(": ")
        if colon:
            who = Span(at, at + len(name))
            what = Span(who.end + len(colon), who.end + len(colon) + len(content))
            source = Source(name=name, type="person", text=name, span=who)
            yield statement(document, what, source, **more)
        at += len(line)
