"""Words that change the force of a sentence, and kinds of counted things, read from tables of every language."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from importlib.resources import files
from typing import Literal, get_args

from ..errors import PackError
from ..text.table import numbered_rows

Marker = Literal[
    "about",
    "already",
    "billion",
    "doubt",
    "intent",
    "lower",
    "million",
    "nearly",
    "negation",
    "not-yet",
    "proof",
    "readiness",
    "thousand",
    "unproven",
    "untrue",
]
_COLUMNS = ("words", "kind")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


@functools.lru_cache(maxsize=65_536)
def find_marker(text: str, kind: Marker) -> re.Match[str] | None:
    """Return where a word of that kind first stands in a text, None where none does."""
    return _markers()[kind].search(text)


@functools.lru_cache(maxsize=16_384)
def unit_kinds(unit: str | None) -> frozenset[str]:
    """Return the kinds of things that a unit's words name: "North Korean soldiers" is a "person"."""
    return frozenset(kind for kind, pattern in _units().items() if unit and pattern.search(unit))


@functools.lru_cache(maxsize=16_384)
def event_kinds(text: str) -> frozenset[str]:
    """Return the kinds of events that a text's words name: "the first clashes" is a "combat"."""
    return frozenset(kind for kind, pattern in _events().items() if pattern.search(text))


@functools.lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return what the inflected forms of a word mostly share: a short word whole, of a longer one its beginning."""
    word = word.casefold().replace("ё", "е")
    return word if len(word) <= 4 else word[: max(4, len(word) - 3)]


def words(text: str) -> list[str]:
    """Return the words of a text, case kept, without numbers and marks."""
    return _WORD.findall(text)


@functools.cache
def _markers() -> dict[str, re.Pattern[str]]:
    return _table("markers.tsv", frozenset(get_args(Marker)))


@functools.cache
def _units() -> dict[str, re.Pattern[str]]:
    return _table("units.tsv", None)


@functools.cache
def _events() -> dict[str, re.Pattern[str]]:
    return _table("events.tsv", None)


def _table(name: str, kinds: frozenset[str] | None) -> dict[str, re.Pattern[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for number, row in numbered_rows(files(__package__) / name, _COLUMNS):
        if kinds is not None and row["kind"] not in kinds:
            raise PackError(f"{name}, line {number}: no such kind: {row['kind']!r}")
        found[row["kind"]].append(_pattern(row["words"]))
    return {kind: re.compile("|".join(patterns), re.IGNORECASE) for kind, patterns in found.items()}


def _pattern(phrase: str) -> str:
    body = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
    return rf"(?<![^\W\d_]){body}(?!\w)"
