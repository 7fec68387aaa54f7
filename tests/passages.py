"""Texts as passages of a pack, for tests of grammar and of reading alike."""

from __future__ import annotations

from sayso.grammar.passage import Passage
from sayso.languages import load


def passage(text: str, language: str = "uk") -> Passage:
    """Return `text` as a passage of a pack."""
    pack = load(language)
    return Passage(text, pack.forms, pack.abbreviations, script=pack.script)


def said(p: Passage, start: int, end: int) -> str:
    """Return the characters of tokens [start, end)."""
    return p.span(start, end).of(p.text)
