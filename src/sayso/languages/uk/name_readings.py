"""What one word of a Ukrainian name may be in the nominative, each reading with how far-fetched it is.

Nearest come the names of the dictionary, then its common nouns used as surnames, then unknown names by their
endings, where declining the nominative again must give the form seen, then the form itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import shevchenko

from ...text.grammemes import NAMES, Gram
from ...text.morphology import Analysis
from ...text.table import read_table
from .morphology import morphology

FIRST, MIDDLE, LAST, ALONE = "first", "middle", "last", "alone"

_NOM, _SING, _BAD = int(Gram.NOM), int(Gram.SING), int(Gram.BAD)
_MASC, _FEM = int(Gram.MASC), int(Gram.FEM)
_FNAME, _PATR, _LNAME = int(Gram.FNAME), int(Gram.PATR), int(Gram.LNAME)
_NAME_KINDS = _FNAME | _PATR | _LNAME

_USUAL = {FIRST: _FNAME, MIDDLE: _NAME_KINDS, LAST: _LNAME, ALONE: _LNAME}
# Costs, in no unit: only their order matters, and that two doubtful words outweigh one unlikely one.
_OUT_OF_PLACE = 0.3  # a surname before a given name and the like
_SUBSTANDARD = 0.5
_COMMON_NOUN = 1.5  # "гончаря" -> Гончар
_OTHER_GENDER = 0.2  # a man named by a feminine noun, "Сороки" -> Сорока
_BY_ENDING = 2.0
_LESS_USUAL_ENDING = 0.1  # for every rule that fits better
_NOT_CONFIRMED = 0.7  # declining the nominative again gives another form
_FIXED = {_FEM: 2.25, _MASC: 3.0}  # an unknown name that does not decline
_FIXED_BEFORE_LAST = 0.8  # less for a man's name other than his last: the first parts of Asian names
_FIXED_ON_VOWEL = 0.3
_IMPOSSIBLE = 5.0  # left as it is because nothing fits

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_DATIVE = ("ові", "еві", "єві")  # the dative's other ending, which shevchenko does not always choose
_VOWELS = "аеєиіїоуюя"
_SHEVCHENKO_CASES = {
    int(Gram.NOM): shevchenko.NOMINATIVE,
    int(Gram.GEN): shevchenko.GENITIVE,
    int(Gram.DAT): shevchenko.DATIVE,
    int(Gram.ACC): shevchenko.ACCUSATIVE,
    int(Gram.INS): shevchenko.ABLATIVE,
    int(Gram.LOC): shevchenko.LOCATIVE,
    int(Gram.VOC): shevchenko.VOCATIVE,
}


class NameReading(NamedTuple):
    """A nominative, spelled as a name with a capital, and its cost: the cheaper of two is likelier."""

    cost: float
    nominative: str


@lru_cache(maxsize=50_000)
def name_readings(word: str, place: str, case: int, gender: int) -> tuple[NameReading, ...]:
    """Return the readings of `word` as a form of one case and gender, cheapest first; there is always one.

    `place` is one of FIRST, MIDDLE, LAST and ALONE: where in the name the word stands.
    """
    if _stays(word):
        return (NameReading(0.0, word),)
    found = [*_known(word, place, case, gender)]
    if not found and "-" in word.strip("-"):
        found = [_compound(word, place, case, gender)]
    if not found:
        found = [*_unknown(word, place, case, gender)]
    return tuple(sorted(found))


def _stays(word: str) -> bool:
    """Tell whether `word` is a particle ("фон"), an initial or in another script: these never change."""
    return word[:1].islower() or len(word) < 2 or word.endswith(".") or not _CYRILLIC.search(word)


def _known(word: str, place: str, case: int, gender: int) -> Iterator[NameReading]:
    """Yield what the dictionary knows of `word`: names, and common nouns that may serve as a surname."""
    if not morphology().known(word):
        return
    for lemma, grams in morphology().analyse(word):
        if not (grams & case and grams & _SING):
            continue
        cost = _SUBSTANDARD if grams & _BAD else 0.0
        if grams & _NAME_KINDS and grams & gender:
            yield NameReading(cost + (0 if grams & _USUAL[place] else _OUT_OF_PLACE), lemma)
        elif _may_be_a_surname(Analysis(lemma, grams), gender) and place in (LAST, ALONE):
            cost += _COMMON_NOUN + (0 if grams & gender else _OTHER_GENDER)
            yield NameReading(cost, lemma[:1].upper() + lemma[1:])


def _may_be_a_surname(reading: Analysis, gender: int) -> bool:
    """Women bear only those common nouns as surnames that decline as feminine ones do."""
    return bool(reading.grams & Gram.NOUN) and (gender == _MASC or reading.lemma[-1:] in "ая")


def _compound(word: str, place: str, case: int, gender: int) -> NameReading:
    """Return the reading of a name with a hyphen, each part read by itself."""
    parts = [name_readings(part, place, case, gender)[0] for part in word.split("-")]
    return NameReading(max(part.cost for part in parts), "-".join(part.nominative for part in parts))


def _unknown(word: str, place: str, case: int, gender: int) -> Iterator[NameReading]:
    """Yield the readings of a name that the dictionary does not have, by its ending."""
    yield NameReading(_fixed_cost(word, place, gender), word)
    for rank, nominative in enumerate(dict.fromkeys(_by_ending(word, case, gender))):
        cost = _BY_ENDING + rank * _LESS_USUAL_ENDING
        lower = word.lower()
        confirmed = lower.endswith(_DATIVE) or _declined(nominative, place, case, gender) == lower
        yield NameReading(cost if confirmed else cost + _NOT_CONFIRMED, nominative)


def _fixed_cost(word: str, place: str, gender: int) -> float:
    """Return the cost of taking `word` for one that does not decline."""
    last = word[-1].lower()
    if last in "ая":
        return _IMPOSSIBLE
    cost = _FIXED[gender]
    if gender == _MASC and place in (FIRST, MIDDLE):
        cost -= _FIXED_BEFORE_LAST
    return cost + _FIXED_ON_VOWEL if last in "иіїую" else cost


def _by_ending(word: str, case: int, gender: int) -> Iterator[str]:
    """Yield nominatives by the table of endings, the longest ending first."""
    for length in range(min(len(word) - 1, _longest()), 0, -1):
        stem, ending = word[:-length], word[-length:].lower()
        if not any(letter in _VOWELS for letter in (stem + ending[:-1]).lower()):
            continue
        for cases, of_gender, nominatives in _endings().get(ending, ()):
            if cases & case and of_gender == gender:
                for nominative in nominatives:
                    yield _like(stem + nominative, word)


def _like(nominative: str, word: str) -> str:
    return nominative.upper() if word.isupper() else nominative


@lru_cache(maxsize=50_000)
def _declined(nominative: str, place: str, case: int, gender: int) -> str:
    """Return `nominative` declined, in lower case, as a given name where it stands first, else a surname."""
    field = "given_name" if place == FIRST else "family_name"
    sex = shevchenko.FEMININE if gender == _FEM else shevchenko.MASCULINE
    declined = shevchenko.in_case(_SHEVCHENKO_CASES[case], gender=sex, **{field: nominative.lower()})
    return str(declined[field]).lower()


_Endings = dict[str, list[tuple[int, int, tuple[str, ...]]]]


@cache
def _endings() -> _Endings:
    """Return (cases, gender, nominative endings) for every ending of `name_endings.tsv`."""
    table: _Endings = {}
    path = files(__package__) / "name_endings.tsv"
    for row in read_table(path, ("ending", "cases", "gender", "nominative")):
        cases = sum(int(NAMES[name]) for name in row["cases"].split())
        nominatives = tuple(row["nominative"].replace("+", "").split("|"))
        table.setdefault(row["ending"], []).append((cases, int(NAMES[row["gender"]]), nominatives))
    return table


@cache
def _longest() -> int:
    return max(map(len, _endings()))
