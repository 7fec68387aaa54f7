"""Names in Latin letters, for texts in English, where no table knows the usual spelling.

Ukrainian by the resolution of the Cabinet of Ministers No. 55 of 27 January 2010; Russian by the BGN/PCGN system of
1947 in the simplified form of newspapers (no soft signs, "y" for an ending "ий" or "ый").
"""

from __future__ import annotations

import re

_SHARED = {
    "а": "a", "б": "b", "в": "v", "д": "d", "ж": "zh", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ь": "", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
_UK = _SHARED | {
    "г": "h", "ґ": "g", "е": "e", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "ю": "iu", "я": "ia",
}  # fmt: skip
_UK_OPENING = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RU = _SHARED | {
    "г": "g", "е": "e", "ё": "yo", "и": "i", "й": "y", "ъ": "", "ы": "y", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_RU_YE = re.compile(r"(?:(?<=[аеёиоуыэюяъь])|\b)е")
_LETTERS = {"uk": _UK, "ru": _RU}
_WORD = re.compile(r"[\w'’ʼ]+")


def in_latin(name: str, lang: str | None) -> str:
    """Return a Ukrainian or Russian name in Latin letters; what is in another language or alphabet stays as it is."""
    letters = _LETTERS.get(lang or "")
    if letters is None:
        return name
    return _WORD.sub(lambda word: _spelled(word.group(), letters), name)


def _spelled(word: str, letters: dict[str, str]) -> str:
    lower = word.lower()
    if not any(letter in letters for letter in lower):
        return word
    if letters is _UK:
        lower = lower.replace("зг", "zgh")
        out = _UK_OPENING.get(lower[0], letters.get(lower[0], lower[0]))
        out += "".join(letters.get(letter, letter) for letter in lower[1:])
    else:
        lower = re.sub(r"(?:ый|ий)$", "y", _RU_YE.sub("ye", lower))
        out = "".join(letters.get(letter, letter) for letter in lower)
    if word.isupper() and len(word) > 1:
        return out.upper()
    return out[:1].upper() + out[1:] if word[:1].isupper() else out
