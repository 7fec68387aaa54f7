"""How names sound whatever alphabet they are written in.

This is phonetic, not official: it folds what transliterations differ in (x/kh/h/g, y/i/j, ts/c, w/v, double letters,
soft signs).
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = dict(
    zip(
        "абвгґдеєэжзиіїыйклмнопрстуўфхцчшщюяё",
        "a b v g g d e ie e Z s i i i i i k l m n o p r s t u u f g c C S SC iu ia e".split(),
        strict=True,
    )
)
"""Letters and their sounds; S, C, Z and J stand for sh, ch, zh and dzh. z is written s: Scholz is Шольц."""
_LATIN = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        ("^mc", "mak"),
        ("ee", "i"),
        ("oo", "u"),
        ("shch", "SC"),
        ("sch|sh|sz", "S"),
        ("tch|ch|cz", "C"),
        ("dzh|dj", "J"),
        ("zh|rz", "Z"),
        ("kh", "g"),
        ("gh(?![aeiou])", ""),
        ("ph", "f"),
        ("th", "t"),
        ("wh", "v"),
        ("ck|q", "k"),
        ("j(?=[aeiou])", "J"),
        ("c(?=[eiy])", "s"),
        ("(?<=[aeiou])c$|c(?=[aouklrtn])", "k"),
        ("ts|tz", "c"),
        ("(?<=Jo)h(?=n)|(?<=[aou])h(?=l)|(?<=[aeiou])h$", ""),
        ("(?<=o)w(?=[nm]|$)|(?<=[^l]a)w(?=n|$)|(?<=[^i]e)w(?=s|$)", ""),
        ("[jy]", "i"),
        ("h", "g"),
        ("w", "v"),
        ("x", "ks"),
        ("z", "s"),
    ]
]
_ELSEWHERE = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        ("j(?=[aeiou])", "i"),
        ("j(?=[aeiou])", "kh"),
        ("g(?=[eiy])", "j"),
        ("g(?=[eiy])|j(?=[aeiou])", "zh"),
        ("c(?=[ei])", "tch"),
        ("(?<![sct])ch", "k"),
        ("(?<![sct])ch", "kh"),
        ("(?<![sct])ch", "sh"),
        ("w(?=[aeiouy])", "u"),
        ("^v", "f"),
        ("^s(?=[pt][^h])", "sh"),
    ]
]
"""What letters are read as in names of other languages than those of `_LATIN`: Joost, Javier, Roger, Gérard, Francesca,
Christie, Michel, Bach, Prewitt, Volker, Stein."""
_AT_ONCE = 2
"""Letters of one name that are read in another way at once."""
_W = re.compile("^u(?=[aeio])")
"""How Cyrillic spells an English w: Уилсон, Вілсон."""
_DOUBLE = re.compile(r"(.)\1+")


def sounds_of(word: str) -> str:
    """Return the sounds of a word in lower case, double letters once; other alphabets' letters as they are."""
    sounds = "".join(_CYRILLIC.get(letter, letter) for letter in word.replace("дж", "J")).replace("ь", "")
    plain = "".join(c for c in unicodedata.normalize("NFKD", sounds) if c.isalpha())
    if sounds == word:
        for pattern, sound in _LATIN:
            plain = pattern.sub(sound, plain)
    else:
        plain = _W.sub("v", plain)
    return re.sub("(?<=n)g$", "", _DOUBLE.sub(r"\1", plain))


def close_sounds(sounds: str) -> str:
    """Return sounds without those that spellings of one alphabet waver in: и/і/е, є/е, ю/у."""
    return _DOUBLE.sub(r"\1", re.sub("i(?=e)|(?<=[^aeiou])i(?=[aou])", "", sounds).replace("e", "i"))


def consonants(sounds: str) -> str:
    """Return the consonants, an `a` before them where a vowel begins the name."""
    hard = re.sub("[aeiou]", "", sounds).replace("c", "s")
    return _DOUBLE.sub(r"\1", "a" * (sounds[:1] in tuple("aeiou")) + hard.replace("ts", "s")) or sounds


def read_elsewhere(word: str) -> frozenset[str]:
    """Return the consonants of a Latin name with one or two of its letters read as in other languages."""
    found = {word}
    for _ in range(_AT_ONCE):
        found |= {pattern.sub(sound, each) for pattern, sound in _ELSEWHERE for each in found}
    return frozenset(consonants(close_sounds(sounds_of(each))) for each in found - {word})
