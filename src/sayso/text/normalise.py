"""One spelling for what is typed in many ways, with the way back to the captured text.

Apostrophes inside words become ’; soft hyphens and zero-width characters go; blanks of every width become one
blank and line ends of every kind a line feed; letters that only look right (a Latin "i" in a Cyrillic word, and
the reverse) become the letters they stand for; stress marks on Cyrillic vowels go; letters typed as base and mark
are composed (й, ї); the figure dash and the horizontal bar become the dash that they are typed for. Nothing that
carries meaning is folded: ї stays ї, and letter case stays.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..model import Span

_CYRILLIC, _LATIN = "\u0400-\u0481\u048a-\u052f", "A-Za-zïëÏË"
_TO_CYRILLIC = dict(zip("aeiopcyxABEIKMHOPCTXïëÏË", "аеіорсухАВЕІКМНОРСТХїёЇЁ", strict=True))
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}

_INVISIBLE = "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"
_BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\x0b\x0c\u0085\u2028\u2029"
_MARKS = "\u0300-\u036f"
_STRESS = re.compile("[\u0300\u0301\u0341]")
_APOSTROPHES = "'‘`´ʼʹ′＇"

_LETTER = r"[^\W\d_]"
_OTHER = (
    rf"(?P<other>[{_INVISIBLE}{_BLANKS}{_LINE_ENDS}{_APOSTROPHES}]"
    rf"(?:(?<=\r)\n|(?<=[{_INVISIBLE}])[{_INVISIBLE}]+)?)"
)
_EDIT = re.compile(rf"(?P<marked>{_LETTER}[{_INVISIBLE}]*[{_MARKS}][{_MARKS}{_INVISIBLE}]*)|{_OTHER}")
_EDIT_UNMARKED = re.compile(_OTHER)
_LETTER_AHEAD = re.compile(rf"[{_INVISIBLE}]*{_LETTER}")
_MIXED = re.compile(
    rf"(?:[{_CYRILLIC}]+(?=[{_LATIN}])|[{_LATIN}]+(?=[{_CYRILLIC}]))[{_CYRILLIC}{_LATIN}]++(?![{_MARKS}])"
)
_HAS_CYRILLIC, _HAS_LATIN = re.compile(f"[{_CYRILLIC}]"), re.compile(f"[{_LATIN}]")
_DASHES = "\u2012\u2015"
_DASH = "\u2013"
_MARK = re.compile(rf"[{_MARKS}]")
_SUSPECT = re.compile(rf"[{_INVISIBLE}{_BLANKS}{_LINE_ENDS}{_APOSTROPHES}{_MARKS}]")
_MEETING = re.compile(rf"[{_LATIN}](?:(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}][{_LATIN}]))")


class Normalised:
    """A normalised text and the map from its offsets to those of the captured text, both in code points."""

    __slots__ = ("_captured", "_ends", "_starts", "captured", "text")

    def __init__(self, captured: str, text: str, edits: Sequence[tuple[Span, Span]] = ()) -> None:
        """Take the edits that changed a length, in order, each as its span in `text` and in `captured`."""
        self.captured = captured
        self.text = text
        self._starts = [new.start for new, _ in edits]
        self._ends = [new.end for new, _ in edits]
        self._captured = [old for _, old in edits]

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the captured text that became [start, end) of the normalised one."""
        first, last = self._first(start), self._last(end)
        return Span(first, max(first, last))

    def _first(self, start: int) -> int:
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return start
        if start < self._ends[index]:
            return self._captured[index].start
        return self._captured[index].end + start - self._ends[index]

    def _last(self, end: int) -> int:
        index = bisect_left(self._starts, end) - 1
        if index < 0:
            return end
        return self._captured[index].end + max(0, end - self._ends[index])


def normalise(text: str) -> Normalised:
    """Return `text` in one spelling, with the map back. A text that needs nothing comes back as it is."""
    clean, edits = _edited(text) if _SUSPECT.search(text) else (text, [])
    if _HAS_CYRILLIC.search(clean) and _HAS_LATIN.search(clean) and _MEETING.search(clean):
        clean = _MIXED.sub(_one_script, clean)  # letter for letter, so that no offset changes
    for dash in _DASHES:
        clean = clean.replace(dash, _DASH)
    return Normalised(text, clean, edits)


def _edited(text: str) -> tuple[str, list[tuple[Span, Span]]]:
    parts: list[str] = []
    edits: list[tuple[Span, Span]] = []
    copied = length = 0
    # a letter before a mark is looked for at every letter, so only in a text that has marks at all
    for match in (_EDIT if _MARK.search(text) else _EDIT_UNMARKED).finditer(text):
        parts.append(text[copied : match.start()])
        length += match.start() - copied
        new = _replacement(match)
        if len(new) != match.end() - match.start():
            edits.append((Span(length, length + len(new)), Span(*match.span())))
        parts.append(new)
        length += len(new)
        copied = match.end()
    parts.append(text[copied:])
    return "".join(parts), edits


def _replacement(match: re.Match[str]) -> str:
    if match.lastgroup == "marked":
        letter = "".join(character for character in match[0] if character not in _INVISIBLE)
        if re.match(rf"[{_CYRILLIC}]", letter):
            letter = _STRESS.sub("", letter)
        return unicodedata.normalize("NFC", letter)
    character = match[0][0]
    if character in _INVISIBLE:
        return ""
    if character in _APOSTROPHES:
        inside = _follows_letter(match.string, match.start()) and _LETTER_AHEAD.match(
            match.string, match.end()
        )
        return "’" if inside else character
    return "\n" if character in _LINE_ENDS else " "


def _follows_letter(text: str, position: int) -> bool:
    """Tell whether a letter stands before `position`, with nothing but invisible characters and marks between."""
    while position and (text[position - 1] in _INVISIBLE or unicodedata.combining(text[position - 1])):
        position -= 1
    return position > 0 and text[position - 1].isalpha()


def _one_script(match: re.Match[str]) -> str:
    """Write a mixed word in the script of its unmistakable letters; leave it where neither script yields."""
    word = match[0]
    latin = [letter for letter in word if letter.isascii() or letter in "ïëÏË"]
    cyrillic_only = len(latin) < len(word) and all(letter in _TO_CYRILLIC for letter in latin)
    latin_only = all(letter in _TO_LATIN for letter in word if letter not in latin)
    if cyrillic_only and (not latin_only or len(latin) * 2 < len(word)):
        return "".join(_TO_CYRILLIC.get(letter, letter) for letter in word)
    if latin_only and (not cyrillic_only or len(latin) * 2 > len(word)):
        return "".join(_TO_LATIN.get(letter, letter) for letter in word)
    return word
