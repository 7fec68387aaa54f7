"""Passages of the Ukrainian pack, for tests of what knows no language itself."""

from __future__ import annotations

from sayso.grammar import agreement
from sayso.grammar.passage import Passage
from sayso.grammar.phrases import Phrase, PhraseParser
from sayso.languages import load

CASES = {
    "nom": agreement.NOM,
    "gen": agreement.GEN,
    "dat": agreement.DAT,
    "acc": agreement.ACC,
    "ins": agreement.INS,
    "loc": agreement.LOC,
}


def passage(text: str, language: str = "uk") -> Passage:
    """Return `text` as a passage of a pack."""
    pack = load(language)
    return Passage(text, pack.forms, pack.abbreviations, script=pack.script)


def said(p: Passage, start: int, end: int) -> str:
    """Return the characters of tokens [start, end)."""
    return p.span(start, end).of(p.text)


def token(p: Passage, word: str) -> int:
    """Return the index of the first token that is `word`."""
    return next(t.index for t in p.tokens if t.text == word)


def phrase(text: str, start: int = 0) -> tuple[Passage, Phrase | None]:
    """Return the noun phrase that starts at token `start` of `text`."""
    p = passage(text)
    return p, PhraseParser(p).at(start, len(p.tokens))
