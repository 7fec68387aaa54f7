"""Tags of the Penn treebank for the words of a text, where spelling leaves several by a model.

The model is the one that the dictionary's package brings along (OpenNLP's, by maximum entropy). It is asked only for
words that the dictionary reads in more than one way, and only to choose among those ways; it is read when the first
such word comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import lingotweaker_data_en

from ...text.maxent import MaxentModel

_HELD = 200_000
_AFFIXES = 4  # letters of the longest prefix and suffix that the model looks at
_BEFORE, _BEHIND = "*SB*", "*SE*"
_SPELLED = str.maketrans({"’": "'", "“": "`", "”": "'", "‘": "`"})
_Sums = dict[str, float]


@cache
def tagger() -> PennTagger:
    """Return the one tagger; the model is not read yet."""
    return PennTagger(Path(lingotweaker_data_en.DATA_DIR) / "en" / "models" / "en-pos-maxent.bin")


class PennTagger:
    """Tags texts from left to right, each word by its neighbours and the tags before it."""

    def __init__(self, path: Path) -> None:
        self._model = MaxentModel(path)
        self._own: dict[str, _Sums] = {}
        self._near: dict[str, _Sums] = {}

    def tags(self, words: Sequence[str], candidates: Sequence[tuple[str, ...]]) -> list[str]:
        """Return a tag for each word out of its candidates; the only one where there is but one."""
        found: list[str] = []
        for i, able in enumerate(candidates):
            found.append(able[0] if len(able) == 1 else self._chosen(words, i, able, found))
        return found

    def _chosen(self, words: Sequence[str], i: int, able: tuple[str, ...], before: Sequence[str]) -> str:
        last, count = before[i - 1] if i else "", len(words)
        sums = [
            self._of_word(words[i]),
            self._of(f"p={_spelled(words[i - 1]) if i else _BEFORE}"),
            self._of(f"n={_spelled(words[i + 1]) if i + 1 < count else _BEHIND}"),
        ]
        if i:
            sums.append(self._of(f"t={last or _mark(words[i - 1])}"))
        if i > 1:
            sums.append(self._of(f"pp={_spelled(words[i - 2])}"))
            sums.append(self._of(f"t2={before[i - 2] or _mark(words[i - 2])},{last or _mark(words[i - 1])}"))
        if i + 2 < count:
            sums.append(self._of(f"nn={_spelled(words[i + 2])}"))
        best, most = able[0], float("-inf")
        for tag in able:
            total = 0.0
            for each in sums:
                total += each.get(tag, 0.0)
            if total > most:
                best, most = tag, total
        return best

    def _of_word(self, word: str) -> _Sums:
        """Return what a word's own shape speaks for."""
        held = self._own.get(word)
        if held is None:
            if len(self._own) >= _HELD:
                self._own.clear()
            held = self._own[word] = {}
            spelled = _spelled(word)
            for feature in _shape(spelled):
                for tag, weight in self._of(feature).items():
                    held[tag] = held.get(tag, 0.0) + weight
        return held

    def _of(self, feature: str) -> _Sums:
        held = self._near.get(feature)
        if held is None:
            if len(self._near) >= _HELD:
                self._near.clear()
            names = self._model.outcomes
            held = self._near[feature] = {
                names[number]: weight for number, weight in self._model.weights(feature)
            }
        return held


def _spelled(word: str) -> str:
    """Return a word as the model was taught to spell it."""
    return "''" if word in ('"', "”") else "``" if word == "“" else word.translate(_SPELLED)


def _mark(word: str) -> str:
    """Return the tag of a mark."""
    return _MARKS.get(word, ":")


def _shape(word: str) -> list[str]:
    """Return the features of a word by itself."""
    found = ["default", f"w={word}"]
    for length in range(1, min(len(word), _AFFIXES) + 1):
        found += [f"suf={word[-length:]}", f"pre={word[:length]}"]
    if "-" in word:
        found.append("h")
    if any(letter.isupper() for letter in word):
        found.append("c")
    if any(letter.isdigit() for letter in word):
        found.append("d")
    return found


_MARKS = {
    ",": ",", ".": ".", "!": ".", "?": ".", '"': "''", "”": "''", "“": "``", "‘": "``", "’": "''",
    "(": "-LRB-", ")": "-RRB-", "$": "$", "#": "#",
}  # fmt: skip
