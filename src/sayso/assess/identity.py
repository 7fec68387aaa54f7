"""Whether two sources are the same: a plain default where no table of actors says more."""

from __future__ import annotations

import functools
from collections.abc import Callable
from difflib import SequenceMatcher

from ..gazetteer import Outlets
from ..gazetteer.keys import name_key
from ..model import Report, Source
from .marking import words

SameSource = Callable[[Source, Source], bool | None]
"""Tells whether two sources are one, None where it cannot tell."""

SURE = 0.75
"""From this likeness on, two romanised surnames are one."""
FOREIGN = 0.4
"""Below this likeness of every pair of words, two names are of two people."""

_LETTERS = {
    **dict(zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufie", strict=True)),
    "ґ": "g",
    "є": "e",
    "ё": "e",
    "ж": "zh",
    "і": "i",
    "ї": "i",
    "й": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ь": "",
    "ъ": "",
    "ю": "iu",
    "я": "ia",
    "'": "",
    "’": "",
    "ʼ": "",
}
_LATIN_SPELLINGS = (("kh", "h"), ("yu", "iu"), ("ya", "ia"), ("ye", "e"), ("y", "i"), ("j", "i"), ("w", "v"))
_SAME_SOUND = (
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("ph", "f"),
    ("th", "t"),
    ("g", "h"),
    ("ii", "i"),
)


@functools.lru_cache(maxsize=65_536)
def romanise(name: str) -> str:
    """Return a name in plain Latin letters, spellings of one sound folded: Зеленський and Zelenskyy are alike."""
    plain = "".join(_LETTERS.get(letter, letter) for letter in name.casefold())
    for old, new in (*_LATIN_SPELLINGS, *_SAME_SOUND):
        plain = plain.replace(old, new)
    return "".join(letter for at, letter in enumerate(plain) if at == 0 or plain[at - 1] != letter)


@functools.lru_cache(maxsize=65_536)
def same_source(first: Source, second: Source) -> bool | None:
    """Tell whether two sources are one by their names alone, None where names cannot tell.

    Persons: one surname, romanised. Outlets: one entry of the table of outlets. Anything else: one name.
    """
    if name_key(first.name) == name_key(second.name):
        return True
    outlets = Outlets.load()
    known = outlets.by_name(first.name), outlets.by_name(second.name)
    if known[0] and known[1]:
        return known[0] is known[1]
    if first.type != "person" or second.type != "person":
        return None
    return _same_person(first.name, second.name)


def _same_person(first: str, second: str) -> bool | None:
    names = [[romanise(word) for word in words(name.replace("-", " "))] for name in (first, second)]
    if not all(names):
        return None
    last = _likeness(names[0][-1], names[1][-1])
    best = max(_likeness(a, b) for a in names[0] for b in names[1])
    if last >= SURE or (len(names[0]) > 2 and best >= SURE):
        return True
    return False if best < SURE and last < FOREIGN + 0.2 and len(names[0]) == len(names[1]) else None


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def outlets_among(names: tuple[str, ...]) -> frozenset[str]:
    """Return the canonical names of the outlets among names, agencies left out: they sell to all."""
    found = (Outlets.load().by_name(name) for name in names)
    return frozenset(outlet.name for outlet in found if outlet and outlet.kind != "agency")


def own_outlet(report: Report) -> bool:
    """Tell whether a report stands in the source's own outlet."""
    source = report.statement.source
    return (
        source.type == "outlet"
        and bool(report.outlet)
        and name_key(source.name) == name_key(report.outlet or "")
    )
