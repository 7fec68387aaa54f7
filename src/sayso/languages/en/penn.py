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
_PARTICLES = ("IN", "RP", "RB")
_NOMINAL = frozenset(
    {"DT", "PRP", "PRP$", "CD", "NN", "NNS", "NNP", "JJ"}
)  # what a preposition stands before
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
        self._near: dict[str, dict[str, _Sums]] = {name: {} for name in ("p", "pp", "n", "nn", "t", "t2")}

    def tags(self, words: Sequence[str], candidates: Sequence[tuple[str, ...]]) -> list[str]:
        """Return a tag for each word out of its candidates; the only one where there is but one."""
        found: list[str] = []
        last = len(candidates) - 1
        for i, able in enumerate(candidates):
            if len(able) == 1 or (able == _PARTICLES and i < last and candidates[i + 1][0] in _NOMINAL):
                found.append(able[0])
            else:
                found.append(self._chosen(words, i, able, found))
        return found

    def _chosen(self, words: Sequence[str], i: int, able: tuple[str, ...], before: Sequence[str]) -> str:
        count = len(words)
        sums = [
            self._own.get(words[i]) or self._of_word(words[i]),
            self._of("p", words[i - 1] if i else _BEFORE),
            self._of("n", words[i + 1] if i + 1 < count else _BEHIND),
        ]
        if i:
            last = before[i - 1] or _MARKS.get(words[i - 1], ":")
            sums.append(self._of("t", last))
            if i > 1:
                first = before[i - 2] or _MARKS.get(words[i - 2], ":")
                sums.append(self._of("pp", words[i - 2]))
                sums.append(self._of("t2", f"{first},{last}"))
        if i + 2 < count:
            sums.append(self._of("nn", words[i + 2]))
        best, most = able[0], float("-inf")
        for tag in able:
            total = 0.0
            for each in sums:
                if tag in each:
                    total += each[tag]
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
            for feature in _shape(_spelled(word)):
                for tag, weight in self._sums(feature).items():
                    held[tag] = held.get(tag, 0.0) + weight
        return held

    def _of(self, kind: str, word: str) -> _Sums:
        """Return what a word or tag in a place of that kind speaks for: "p" before, "nn" two behind."""
        near = self._near[kind]
        held = near.get(word)
        if held is None:
            if len(near) >= _HELD:
                near.clear()
            held = near[word] = self._sums(f"{kind}={word if kind[0] == 't' else _spelled(word)}")
        return held

    def _sums(self, feature: str) -> _Sums:
        names = self._model.outcomes
        return {names[number]: weight for number, weight in self._model.weights(feature)}


def _spelled(word: str) -> str:
    """Return a word as the model was taught to spell it."""
    return "''" if word in ('"', "”") else "``" if word == "“" else word.translate(_SPELLED)


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
