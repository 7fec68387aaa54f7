"""Words that lost the blank between them: where to cut, if the cut is beyond doubt. The text itself stays."""

from __future__ import annotations

from collections.abc import Callable

SHORTEST_WORD = 10
SHORTEST_PART = 4


def propose_split(word: str, known: Callable[[str], bool]) -> int | None:
    """Return the index at which `word` falls into two known words, None where that is not certain.

    `known` tells whether a dictionary has a form. Nothing is proposed for a known word, for one under ten
    letters, for parts under four letters, or where several cuts are possible: a wrong cut costs more than a
    missed one.
    """
    if len(word) < SHORTEST_WORD or not word.isalpha() or known(word) or known(word.lower()):
        return None
    cuts = [
        index
        for index in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        if _could_begin(word[index:]) and known(word[:index]) and known(word[index:])
    ]
    return cuts[0] if len(cuts) == 1 else None


def _could_begin(part: str) -> bool:
    """A word is in lower case throughout, or has a capital only in front."""
    return part[1:].islower()
