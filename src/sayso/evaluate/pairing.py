"""Which statement that was read is which annotated one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .likeness import Record, content_of, right_source, token_f1

_SAME = 0.5  # token F1 from which two contents are one
_SOURCE = 0.3  # what the right source weighs against content when pairs compete


class Pair(NamedTuple):
    """Indices of an annotated and a read statement, and the token F1 of their contents."""

    gold: int
    read: int
    likeness: float


class Matching(NamedTuple):
    """One document: its annotated statements, those read, and the pairs of both."""

    document: str
    lang: str
    gold: Sequence[Record]
    read: Sequence[Record]
    pairs: tuple[Pair, ...]

    def missed(self) -> list[Record]:
        """Return the annotated statements without a partner, optional ones left out."""
        found = {pair.gold for pair in self.pairs}
        return [one for i, one in enumerate(self.gold) if i not in found and not one.get("optional")]

    def extra(self) -> list[Record]:
        """Return the read statements without a partner."""
        found = {pair.read for pair in self.pairs}
        return [one for i, one in enumerate(self.read) if i not in found]

    def partners(self) -> list[tuple[Record, Record, float]]:
        """Return the pairs as annotated statement, read statement and token F1 of their contents."""
        return [(self.gold[i], self.read[j], likeness) for i, j, likeness in self.pairs]


def match(document: str, lang: str, gold: Sequence[Record], read: Sequence[Record]) -> Matching:
    """Pair statements one to one whose contents share a token F1 of at least 0.5, best pairs first.

    A pair with the right source goes before others that are a little more alike.
    """
    candidates = []
    for i, annotated in enumerate(gold):
        for j, other in enumerate(read):
            likeness = token_f1(content_of(annotated), content_of(other))
            if likeness >= _SAME:
                rank = likeness + _SOURCE * right_source(annotated, other)
                candidates.append((rank, likeness, i, j))
    golds: set[int] = set()
    reads: set[int] = set()
    pairs = []
    for _, likeness, i, j in sorted(candidates, reverse=True):
        if i not in golds and j not in reads:
            golds.add(i)
            reads.add(j)
            pairs.append(Pair(i, j, likeness))
    return Matching(document, lang, gold, read, tuple(pairs))
