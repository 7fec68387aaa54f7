"""How the same name is written in different ways: short first names, initials, capitals."""

from __future__ import annotations

_STEM = 2  # letters that a first name shares with its short form: Юлія, Юля
_SHORT = 4
_INITIALS = 3
_APOSTROPHES = ("'", "’")
_QUOTES = "«»„“”\"'‹› "


def unquoted(name: str) -> str:
    """Return a name without the marks round it; "розробники «Дії»" keeps those round a part of it."""
    inner = name.strip(_QUOTES)
    return name if name.startswith(inner) and any(mark in inner for mark in _QUOTES[:-1]) else inner


def same_first(one: str, other: str) -> bool:
    """Tell whether two first names, in lower case, can be one person's: one is missing, an initial or a short form."""
    length = min(len(one), len(other), _STEM)
    return one[:length] == other[:length]


def short_for(one: str, other: str) -> bool:
    """Tell whether one of two first names, in lower case, is short for the other: Юля, Юлія; not Оленка, Ольга."""
    length = _STEM if min(len(one), len(other)) <= _SHORT else _STEM + 1
    return one[:length] == other[:length]


def usual_case(word: str) -> str:
    """Return a word of a name with one capital where it has only capitals; three letters may be initials."""
    if len(word) <= _INITIALS or not word.isupper():
        return word
    return "-".join(_capitalised(part) for part in word.split("-"))


def _capitalised(part: str) -> str:
    """ "О’ЛІРІ" keeps the capital behind the apostrophe, "ДЕРЕВ’ЯНКО" does not."""
    if part[1:2] in _APOSTROPHES:
        return part[:2] + part[2:].capitalize()
    return part.capitalize()
