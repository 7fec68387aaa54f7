"""One Latin form of personal names for comparing them across Ukrainian, Russian and English spellings.

What no rule of `sounds` can do is in `name_variants.tsv`: given names that languages translate, names of
famous people.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from importlib.resources import files
from itertools import product
from typing import NamedTuple

from ..errors import PackError
from ..text.table import numbered_rows
from .keys import name_key
from .sounds import close_sounds, consonants, read_elsewhere, sounds_of

_COLUMNS = ("name", "variants")
_SPELLED = {"S": "sh", "C": "ch", "Z": "zh", "J": "dzh"}
_HARD = str.maketrans("kptCc", "gbdJJ")
"""Korean consonants that transcriptions write either way."""
_PARTS = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"\b(?:al|el|as|аль|ель|эль|ас|ал)-(?=\w)")
_FIRST_SURNAMES = frozenset(
    "an ban be gan gon gvan Jo Joe Joi Jun Juan Jeon gim li lim min mun no o bag bak sin Sin son su ri im iun ioon "
    "ion ian van Jin Jan Jon Jou guan u vu liu".split()
)
"""Korean and Chinese surnames, hard consonants softened, before given names of two syllables."""
_MUTE_R = {"barg": "bag"}
"""The r of "Park" tells English readers how to say the vowel; no other alphabet writes it."""
_LONG_BONES = 5
"""Consonants of a name that is long enough to be known by them when a vowel differs."""
_PARTICLES = frozenset("von van der den de di da la al el bin ben ibn fon dos du le".split())


class _Part(NamedTuple):
    """One name of a person: its sounds, those sounds without what spellings waver in, its consonants.

    `others` are the consonants of a name in Latin letters as other languages read them.
    """

    sounds: str
    close: str
    bones: str
    latin: bool
    others: frozenset[str] = frozenset()

    def skeletons(self) -> tuple[str, ...]:
        """Its consonants, however it is read."""
        return (self.bones, *sorted(self.others - {self.bones}))


class _Person(NamedTuple):
    first: _Part | None
    middle: tuple[_Part, ...]
    last: _Part


class _Variants(NamedTuple):
    """The table: names by their close sounds; the first letters that an initial of a name may have."""

    names: dict[str, str]
    initials: dict[str, frozenset[str]]


def romanised(name: str) -> str:
    """Return the Latin form of a personal name in the nominative: "володимир зеленський" is "volodimir selenski".

    Spellings of one name have one form mostly, not always: compare persons by `same_person`.
    """
    parts = (re.sub("[SCZJ]", lambda found: _SPELLED[found[0]], part.sounds) for part in _parts(name))
    return " ".join(parts)


def bones(latin: str) -> str:
    """Return the consonants of a word in `romanised` letters, an `a` before them where a vowel begins it."""
    return consonants(latin)


def same_person(one: str, other: str) -> bool:
    """Return whether two names, in any of the languages, may be one person's.

    A surname alone agrees with every full name that has it, an initial with every given name that begins so; two
    different given names are two persons. A name without letters is nobody's.
    """
    left, right = _person(one), _person(other)
    if left is None or right is None:
        return False
    if left.first is None or right.first is None:
        return _alike(left.last, right.last)
    if _alike(left.first, right.last) and _alike(left.last, right.first):
        return True
    middles = zip(left.middle, right.middle, strict=False)
    return (
        _alike(left.last, right.last)
        and _given(left.first, right.first)
        and all(_given(*pair) for pair in middles)
    )


def person_keys(name: str) -> tuple[str, ...]:
    """Return keys of which two names of one person share one: the surname's consonants, those of both names."""
    person = _person(name)
    if person is None:
        return ()
    last = person.last.skeletons()
    firsts = person.first.skeletons() if person.first else ()
    return (*last, *("+".join(sorted(pair)) for pair in product(firsts, last)))


def _alike(one: _Part, other: _Part) -> bool:
    """Return whether two names are spellings of one: across alphabets vowels do not count."""
    if one.close == other.close:
        return True
    if one.latin == other.latin:
        return _a_vowel_apart(one, other)
    shared = {one.bones, *one.others} & {other.bones, *other.others}
    return any(len(bones) > 1 for bones in shared)


def _a_vowel_apart(one: _Part, other: _Part) -> bool:
    """Return whether two names differ by one vowel inside a long name: Классенс, Клаессенс. The last tells men from
    women."""
    if one.bones != other.bones or len(one.bones) < _LONG_BONES or one.close[-1] != other.close[-1]:
        return False
    short, long = sorted((one.close, other.close), key=len)
    start = next(
        (at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short)
    )
    rest = long[start + 1 :]
    return rest in (short[start:], short[start + 1 :])


def _given(one: _Part, other: _Part) -> bool:
    """Return whether two given names or initials agree."""
    if len(one.sounds) > 1 and len(other.sounds) > 1:
        return _alike(one, other)
    return bool(_initials(one) & _initials(other))


def _initials(part: _Part) -> frozenset[str]:
    return _variants().initials.get(part.close, frozenset()) | {_initial(part.sounds)}


def _initial(sounds: str) -> str:
    return "i" if sounds[0] == "e" else sounds[0]


@functools.lru_cache(maxsize=65_536)  # linking compares every name with many others
def _person(name: str) -> _Person | None:
    parts = _parts(name)
    if not parts:
        return None
    if len(parts) > 1 and len(parts[-1].sounds) == 1 < len(parts[0].sounds):
        parts = (*parts[1:], parts[0])
    return _Person(parts[0] if len(parts) > 1 else None, parts[1:-1], parts[-1])


@functools.lru_cache(maxsize=65_536)
def _parts(name: str) -> tuple[_Part, ...]:
    """Return the names of a person, the surname last."""
    spelled = name_key(name)
    whole = _variants().names.get(_whole(spelled))
    if whole:
        return tuple(_part(sounds, latin=True) for sounds in whole.split())
    if eastern := _eastern(spelled):
        return eastern
    spelled = _ARTICLE.sub("", re.sub(r"(?<=\w)\.(?=\w)", ". ", spelled))
    words = ["".join(_PARTS.findall(word)) for word in spelled.split()]
    parts = [_named(word) for word in words if sounds_of(word)]
    leading = len(parts) > 1 and parts[0].sounds in ("von", "fon", "de")
    proper = [part for at, part in enumerate(parts) if part.sounds not in _PARTICLES or not (at or leading)]
    if proper and len(parts) > 1 and parts[-1].sounds not in _PARTICLES:
        return tuple(proper)
    return tuple(parts)


def _whole(spelled: str) -> str:
    return " ".join(close_sounds(sounds_of(word)) for word in _PARTS.findall(spelled) if sounds_of(word))


def _eastern(spelled: str) -> tuple[_Part, ...]:
    """Return given name and surname of "Kim Yong-hyun", "Кім Йон Хен" and "Ил Ха Ким"; () for other names."""
    words = _PARTS.findall(spelled)
    soft = [re.sub("ng?$", "n", sounds_of(word)).translate(_HARD) for word in words]
    if len(words) != 3 or not all(soft) or any(len(re.findall("[aeiou]+", one)) != 1 for one in soft):
        return ()
    soft = [_MUTE_R.get(one, one) for one in soft]
    if soft[0] not in _FIRST_SURNAMES:
        if soft[2] not in _FIRST_SURNAMES:
            return ()
        soft = [soft[2], *soft[:2]]
    given = "".join(consonants(one) for one in soft[1:])
    return (_Part("".join(soft[1:]), given, given, False), _part(soft[0], latin=True))


def _named(word: str) -> _Part:
    """Return a name, the usual one where languages translate it: Микола, Николай, Nicholas."""
    sounds = sounds_of(word)
    known = _variants().names.get(close_sounds(sounds))
    bare = unicodedata.normalize("NFKD", word)
    latin = bare[0].isascii()
    others = read_elsewhere(bare) if known is None and latin else frozenset()
    return _part(known or sounds, latin=latin)._replace(others=others)


def _part(sounds: str, *, latin: bool) -> _Part:
    close = close_sounds(sounds)
    return _Part(sounds, close, consonants(close), latin)


@functools.cache
def _variants() -> _Variants:
    names: dict[str, str] = {}
    initials: dict[str, frozenset[str]] = {}
    for line, row in numbered_rows(files(__package__) / "name_variants.tsv", _COLUMNS):
        sounds = " ".join(sounds_of(word) for word in _PARTS.findall(name_key(row["name"])))
        spellings = [row["name"], *row["variants"].split("|")]
        for spelling in spellings:
            if names.setdefault(_whole(name_key(spelling)), sounds) != sounds:
                raise PackError(f"name_variants.tsv, line {line}: {spelling!r} is a variant of two names")
        heads = frozenset(_initial(sounds_of(name_key(spelling))) for spelling in spellings)
        initials[close_sounds(sounds)] = heads
    return _Variants(names, initials)
