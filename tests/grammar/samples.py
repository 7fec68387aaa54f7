"""Passages of the Ukrainian pack, for tests of what knows no language itself."""

from __future__ import annotations

from passages import passage
from sayso.grammar import agreement
from sayso.grammar.passage import Passage
from sayso.grammar.phrases import Phrase, PhraseParser

CASES = {
    "nom": agreement.NOM,
    "gen": agreement.GEN,
    "dat": agreement.DAT,
    "acc": agreement.ACC,
    "ins": agreement.INS,
    "loc": agreement.LOC,
}


def token(p: Passage, word: str) -> int:
    """Return the index of the first token that is `word`."""
    return next(t.index for t in p.tokens if t.text == word)


def phrase(text: str, start: int = 0) -> tuple[Passage, Phrase | None]:
    """Return the noun phrase that starts at token `start` of `text`."""
    p = passage(text)
    return p, PhraseParser(p).at(start, len(p.tokens))
