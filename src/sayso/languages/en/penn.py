"""Tags of the Penn treebank for the words of a text, where spelling leaves several by a model.

The model is the one that the dictionary's package brings along (OpenNLP's, by maximum entropy). It is asked only for
words that the dictionary reads in more than one way, and only to choose among those ways; it is read when the first
such word comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import lingotweaker_data_en
import msgspec

from ...text.maxent import MaxentModel

_AFFIXES = 4  # letters of the longest prefix and suffix that the model looks at
_SPELLED = str.maketrans({"’": "'", "“": "`", "”": "'", "‘": "`"})
_PARTICLES = ("IN", "RP", "RB")
_NOMINAL = frozenset(
    {"DT", "PRP", "PRP$", "CD", "NN", "NNS", "NNP", "JJ"}
)  # what a preposition stands before

_Row = tuple[float, ...]
"""What a feature adds to each outcome of the model, by the outcome's number; 0 for those that it is silent on."""


class Spelled(msgspec.Struct, eq=False, gc=False):
    """A spelling and the tags that it may have, with what the tagger has worked out of it so far.

    `first` is the first tag; `lone` tells that there is no other, `nominal` that it may open what a preposition
    governs, `particle` that the word may be such a preposition. `label` is what neighbours know a lone tag by: a mark
    by its kind. `choices` are the tags by their numbers, each with what the word itself says for it; `before`, `far`,
    `behind` and `beyond` are what it says for a word right behind it, two behind it, right before it, two before it.
    """

    text: str
    able: tuple[str, ...]
    first: str
    lone: bool
    nominal: bool
    particle: bool
    label: str
    choices: tuple[tuple[int, str, float], ...] | None = None
    before: _Row | None = None
    far: _Row | None = None
    behind: _Row | None = None
    beyond: _Row | None = None


def spelled(text: str, able: tuple[str, ...]) -> Spelled:
    """Return a spelling that may have the tags `able`, the first of them the likeliest."""
    first = able[0]
    return Spelled(
        text,
        able,
        first,
        len(able) == 1,
        first in _NOMINAL,
        able == _PARTICLES,
        first or _MARKS.get(text, ":"),
    )


@cache
def tagger() -> PennTagger:
    """Return the one tagger; the model is not read yet."""
    return PennTagger(Path(lingotweaker_data_en.DATA_DIR) / "en" / "models" / "en-pos-maxent.bin")


class PennTagger:
    """Tags texts from left to right, each word by its neighbours and the tags before it."""

    def __init__(self, path: Path) -> None:
        self._model = MaxentModel(path)
        self._one: dict[str, _Row] = {}
        self._two: dict[tuple[str, str], _Row] = {}

    def tags(self, words: Sequence[Spelled]) -> list[str]:
        """Return a tag for each word out of those that it may have; the only one where there is but one."""
        found = [word.first for word in words]
        labels = [word.label for word in words]
        last = len(words) - 1
        for i in [i for i, word in enumerate(words) if not word.lone]:
            governs = words[i].particle and i < last and words[i + 1].nominal
            if not governs:
                found[i] = labels[i] = self._chosen(words, i, labels)
        return found

    def _chosen(self, words: Sequence[Spelled], i: int, labels: Sequence[str]) -> str:
        """Return the tag of word `i` that its neighbours and the labels before it speak for most."""
        word, last = words[i], len(words) - 1
        none = self._none
        choices = word.choices or self._choices(word)
        p = (words[i - 1].before or self._before(words[i - 1])) if i else self._opening
        n = (words[i + 1].behind or self._behind(words[i + 1])) if i < last else self._ending
        nn = (words[i + 2].beyond or self._beyond(words[i + 2])) if i + 1 < last else none
        t = pp = t2 = none
        if i:
            t = self._one.get(labels[i - 1]) or self._after(labels[i - 1])
        if i > 1:
            pp = words[i - 2].far or self._far(words[i - 2])
            both = labels[i - 2], labels[i - 1]
            t2 = self._two.get(both) or self._after_two(both)
        best, most = "", float("-inf")
        for k, tag, own in choices:
            total = own + p[k] + n[k] + t[k] + pp[k] + t2[k] + nn[k]
            if total > most:
                best, most = tag, total
        return best

    # ---- what is worked out once

    def _choices(self, word: Spelled) -> tuple[tuple[int, str, float], ...]:
        """Return the tags that a word may have, by their numbers, with what its own shape says for each."""
        own = dict.fromkeys(word.able, 0.0)
        names = self._model.outcomes
        for feature in _shape(_spelled(word.text)):
            for number, weight in self._model.weights(feature):
                if names[number] in own:
                    own[names[number]] += weight
        word.choices = tuple((self._numbers[tag], tag, own[tag]) for tag in word.able)
        return word.choices

    def _before(self, word: Spelled) -> _Row:
        word.before = self._sums(f"p={_spelled(word.text)}")
        return word.before

    def _far(self, word: Spelled) -> _Row:
        word.far = self._sums(f"pp={_spelled(word.text)}")
        return word.far

    def _behind(self, word: Spelled) -> _Row:
        word.behind = self._sums(f"n={_spelled(word.text)}")
        return word.behind

    def _beyond(self, word: Spelled) -> _Row:
        word.beyond = self._sums(f"nn={_spelled(word.text)}")
        return word.beyond

    def _after(self, label: str) -> _Row:
        held = self._one[label] = self._sums(f"t={label}")
        return held

    def _after_two(self, labels: tuple[str, str]) -> _Row:
        held = self._two[labels] = self._sums("t2={},{}".format(*labels))
        return held

    def _sums(self, feature: str) -> _Row:
        weights = self._model.weights(feature)
        if not weights:
            return self._none
        row = [0.0] * len(self._none)
        for number, weight in weights:
            row[number] = weight
        return tuple(row)

    @cached_property
    def _none(self) -> _Row:
        """What a feature says that the model does not know: one row for all of them."""
        return (0.0,) * len(self._model.outcomes)

    @cached_property
    def _opening(self) -> _Row:
        return self._sums("p=*SB*")

    @cached_property
    def _ending(self) -> _Row:
        return self._sums("n=*SE*")

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._model.outcomes)}


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
