"""Words that lost the blank between them: where to cut, if the cut is beyond doubt. The text itself stays."""

from __future__ import annotations

from collections.abc import Callable

SHORTEST_WORD = 10
SHORTEST_PART = 4
SHORTEST_LEFT = 7
SHORTEST_RIGHT = 5


def propose_split(word: str, known: Callable[[str], bool]) -> int | None:
    """Return the index at which `word` falls into two known words, None where that is not certain.

    `known` tells whether a dictionary has a form. A capital inside the word shows the place ("alsoStephen"; parts
    of four letters and more). Without one, only a word in lower case is cut, into a left part of seven letters
    and a right one of five or more: under these, cuts through compounds and derived words ("radio|programme")
    outnumber the right ones. Nothing is proposed where several cuts are possible.
    """
    if len(word) < SHORTEST_WORD or not word.isalpha() or known(word) or known(word.lower()):
        return None
    capitals = [index for index, letter in enumerate(word) if index and letter.isupper()]
    if capitals:
        places = range(capitals[0], capitals[0] + 1) if len(capitals) == 1 else range(0)
        left, right = SHORTEST_PART, SHORTEST_PART
    elif word.islower():
        left, right = SHORTEST_LEFT, SHORTEST_RIGHT
        places = range(left, len(word) - right + 1)
    else:
        return None
    cuts = [
        index
        for index in places
        if left <= index <= len(word) - right and known(word[:index]) and known(word[index:])
    ]
    return cuts[0] if len(cuts) == 1 else None
