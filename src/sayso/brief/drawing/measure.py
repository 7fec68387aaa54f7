"""How wide text will be, told without a font: a little too wide rather than too narrow."""

from __future__ import annotations

import unicodedata

_THIN = frozenset("ijlI.,:;'’|!()[]{}іїІЇ·`")
_SLIM = frozenset('tfr-гґєсзtfrJ \u00a0"«»“”/')
_BROAD = frozenset("mwMWжшщюмфыЖШЩЮМФЫДО@%—…–QOGœæ")
_OF_THIN, _OF_SLIM, _OF_USUAL, _OF_CAPITAL, _OF_BROAD, _OF_FULL = 0.28, 0.41, 0.56, 0.70, 0.82, 1.02
"""Shares of the font size, from the advance widths of Arial and its like, rounded up."""
WIDER = 1.12
"""How much wider lines may come out where there is no Arial and nothing of its widths: DejaVu Sans is so."""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a line is set at a font size, in the same unit."""
    return sum(map(_share, text)) * size * (1.07 if bold else 1.0)


def cut(text: str, width: float, size: float) -> str:
    """Return `text` if it fits a width, else as much as fits with "…" behind it."""
    if width_of(text, size) <= width:
        return text
    room = width - _share("…") * size
    at = 0
    for letter in text:
        room -= _share(letter) * size
        if room < 0:
            break
        at += 1
    return text[:at].rstrip(" ,.;:–—-") + "…"


def wrap(text: str, width: float, size: float, most: int) -> list[str]:
    """Return `text` in lines of a width, `most` of them; what does not fit is cut off the last one with "…"."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        fit = 1
        while fit < len(words) and width_of(" ".join(words[: fit + 1]), size) <= width:
            fit += 1
        lines.append(cut(" ".join(words[:fit]), width, size))
        words = words[fit:]
    return [*lines, cut(" ".join(words), width, size)] if words else lines


def _share(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if letter in _THIN:
        return _OF_THIN
    if letter in _SLIM:
        return _OF_SLIM
    if letter in _BROAD:
        return _OF_BROAD
    if unicodedata.east_asian_width(letter) in "WF":
        return _OF_FULL
    return _OF_CAPITAL if letter.isupper() else _OF_USUAL
