"""Documents of invented sentences, read by the Ukrainian pack."""

from __future__ import annotations

from sayso.extract.pipeline import extract
from sayso.grammar.passage import Passage
from sayso.languages import load
from sayso.model import Document, Statement


def document(text: str) -> Document:
    """Return `text` as a captured document without outlet or date."""
    return Document.capture(text, lang="uk")


def read(text: str) -> tuple[Statement, ...]:
    """Return the statements of `text`."""
    return extract(document(text), load("uk"))


def passage(text: str) -> Passage:
    """Return `text` as a passage."""
    pack = load("uk")
    return Passage(text, pack.forms, pack.abbreviations, script=pack.script)


def said(p: Passage, start: int, end: int) -> str:
    """Return the characters of tokens [start, end)."""
    return p.span(start, end).of(p.text)
