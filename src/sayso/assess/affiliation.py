"""Which countries and institutions a source speaks for, by the words of its name and role."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import takewhile

from ..gazetteer import Countries, romanised
from ..gazetteer.institutions import Institutions
from ..gazetteer.keys import name_key
from ..link.actors import actor_of
from ..model import Report
from .marking import words
from .once import once

ENDING = 3
"""Inflected forms of one word differ in their last letters, in no more than these."""
EXECUTIVE = frozenset(
    {"agency", "army", "government", "intelligence", "ministry", "mission", "police", "presidency"}
)
"""Kinds of institutions that are of one chain of command with the government of their country."""
WHOLE = 4
"""Words of fewer letters, and abbreviations, must be alike as a whole."""


_POSSESSIVE = re.compile("['’ʼ]s?$")


def countries_in(text: str, lang: str | None) -> frozenset[str]:
    """Return the ISO codes of the countries that a text names, in any case: "глава МЗС Південної Кореї" has KR."""
    return frozenset(code for code, _ in _named(text, lang))


@once
def countries_of(report: Report) -> frozenset[str]:
    """Return the ISO codes of the countries that a report's source has in its name or role."""
    source = report.statement.source
    place = source.name if source.type != "person" else ""
    return countries_in(f"{place} {source.role or ''}", report.lang)


def governments_of(report: Report) -> frozenset[str]:
    """Return the ISO codes of the countries whose government, army or services a report's source speaks for.

    As the tables of institutions and offices have it: a court, a parliament or a party is a voice of its own.
    """
    source, said = report.statement.source, report.statement.said_at
    actor = actor_of(source, report.lang, said.start if said else report.published)
    if source.type == "country":
        return frozenset({actor.country} if actor.country else ())
    table = Institutions.load()
    bodies = (body for key in actor.institutions if (body := table.get(key)))
    return frozenset(body.country for body in bodies if body.country and body.kind in EXECUTIVE)


def institutions_in(text: str, lang: str | None) -> frozenset[str]:
    """Return the abbreviations that a text names, romanised, those of countries left out: НАТО is "nato"."""
    places = {at for _, span in _named(text, lang) for at in span}
    bare = (_POSSESSIVE.sub("", word) if at not in places else "" for at, word in enumerate(words(text)))
    found = (word for word in bare if _abbreviation(word))
    return frozenset(_ALIKE.get(word.casefold(), romanised(word)) for word in found)


_ALIKE = {
    "вооз": "who",
    "воз": "who",
    "ес": "eu",
    "єс": "eu",
    "магате": "iaea",
    "магатэ": "iaea",
    "мвф": "imf",
    "обсе": "osce",
    "обсє": "osce",
    "оон": "un",
}
"""Abbreviations that are not letter for letter those of English, by the English one."""


def _abbreviation(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isupper()


@functools.lru_cache(maxsize=16_384)
def _named(text: str, lang: str | None) -> tuple[tuple[str, tuple[int, ...]], ...]:
    found = words(text)
    return tuple(_walk(found, lang or ""))


def _walk(found: list[str], lang: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    index = _index(lang)
    at = 0
    while at < len(found):
        best: tuple[int, int, str] = (0, 0, "")
        for spelling, code in index.get(found[at].casefold()[:2], ()):
            shared = _shared(found[at : at + len(spelling)], spelling)
            best = max(best, (len(spelling) if shared else 0, shared, code))
        if best[0]:
            yield best[2], tuple(range(at, at + best[0]))
        at += best[0] or 1


def _shared(found: list[str], spelling: tuple[str, ...]) -> int:
    """Return how many letters are shared, 0 where a word of the spelling is not there."""
    if len(found) < len(spelling):
        return 0
    shared = 0
    for word, expected in zip(found, spelling, strict=True):
        common = _common(word, expected)
        if not common:
            return 0
        shared += common
    return shared


def _common(word: str, expected: str) -> int:
    lower = word.casefold()
    if lower == expected:
        return len(lower) + 1
    if word.isupper() or min(len(lower), len(expected)) < WHOLE:
        return 0
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(lower, expected, strict=False)))
    longest = max(len(lower), len(expected))
    return common if common >= WHOLE and longest - common <= ENDING else 0


@functools.lru_cache(maxsize=16)
def _index(lang: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, country in Countries.load(lang).words():
        spelling = tuple(words(name_key(key)))
        if spelling:
            index.setdefault(spelling[0][:2], []).append((spelling, country.code))
    return {start: tuple(found) for start, found in index.items()}
