"""Phrases of several words found in a text whatever their case endings: names of offices, countries, titles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Generic, TypeVar

from .keys import name_key

T = TypeVar("T")
_WORD = re.compile(r"[\w']+")
_POSSESSIVE = re.compile(r"'s?(?=\s|$)")
_ENDINGS = sorted(
    (
        "ого ому ими ыми ого его ему ої ою ою єю ею ий ый ій ой ей ая яя ую юю ее ое ые ие им ым их ых ом ем єм ем "
        "ів ов ев їв ах ях ам ям ами ями а я и ы і ї у ю е є о ь й"
    ).split(),
    key=len,
    reverse=True,
)
_SHORTEST = 3
"""Letters that a stem keeps at least."""
_SAME = {
    "defense": "defence",
    "center": "centre",
    "organisation": "organization",
    "programme": "program",
    "єгипет": "єгипт",
    "египет": "египт",
    "кит": "кита",
    "уругв": "уругва",
    "парагв": "парагва",
}
_EMPTY = frozenset({"the", "of", "for"})


@lru_cache(maxsize=65_536)
def stems(text: str) -> tuple[str, ...]:
    """Return the words of a text without their case endings; articles, dots and possessives are left out.

    The stems are no lemmas: they only make forms of one name equal ("Південної Кореї", "Південна Корея").
    """
    plain = _POSSESSIVE.sub("", name_key(text).replace(".", "").replace("ё", "е"))
    return tuple(_stem(word) for word in _WORD.findall(plain) if word not in _EMPTY)


def _stem(word: str) -> str:
    word = _SAME.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    return _SAME.get(word, word)


class Phrases(Generic[T]):
    """What phrases stand for. A phrase that is added again keeps its first meaning."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, ...], T] = {}
        self._longest = 0

    def add(self, phrase: str, value: T) -> None:
        """Let `phrase`, in any case and number of its words, stand for `value`."""
        key = stems(phrase)
        self._values.setdefault(key, value)
        self._longest = max(self._longest, len(key))

    def get(self, phrase: str) -> T | None:
        """Return what the whole of `phrase` stands for."""
        return self._values.get(stems(phrase))

    def read(self, text: str) -> list[T] | None:
        """Return what a text consists of, longest phrases first, None where a word belongs to no phrase."""
        words, found, at = stems(text), [], 0
        while at < len(words):
            for end in range(min(len(words), at + self._longest), at, -1):
                value = self._values.get(words[at:end])
                if value is not None:
                    found.append(value)
                    at = end
                    break
            else:
                return None
        return found
