"""Ukrainian names and noun phrases out of an oblique case into the nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from ...text.grammemes import CASES, GENDERS, NUMBERS, Gram
from ...text.morphology import Analysis
from .morphology import morphology
from .name_readings import ALONE, FIRST, LAST, MIDDLE, name_readings

_NOM, _GEN, _PLUR, _NUM = int(Gram.NOM), int(Gram.GEN), int(Gram.PLUR), int(Gram.NUM)
_CASES, _GENDERS, _NUMBERS = int(CASES), int(GENDERS), int(NUMBERS)
_MODIFIER = int(Gram.ADJ | Gram.NUM)
_NOMINAL = int(Gram.NOUN | Gram.ADJ | Gram.PRON | Gram.NUM)
_CASE_ORDER = tuple(map(int, (Gram.NOM, Gram.GEN, Gram.INS, Gram.DAT, Gram.ACC, Gram.LOC, Gram.VOC)))
_GENDER_ORDER = (int(Gram.MASC), int(Gram.FEM))
_SMALL = frozenset(["два", "три", "чотири", "обидва"])  # the others govern the genitive
_ENDING = "аеиіїоуюяйь"
_APOSTROPHE = re.compile("[’ʼ`ʹ´]")
# Surnames that go with given names on -о (Марко, Дмитро) rather than with their foreign twins (Марк).
_SLAVIC = re.compile(
    r"(ко|[иіїо]й|[уюая]к|[иі]к|[ії]в|[оеє]в|[иії]н|ець|[иі]ч|[аую]нь|[аую]ня|[шщл]а|ло|[внкц]а)$"
)


def nominative(words: Sequence[str], case: int, gender: int | None = None) -> list[str]:
    """Return a person's name, given as `words` in some of the cases `case`, in the nominative.

    `case` holds the bits of the cases that the context allows; NOM alone returns the words as they are, 0
    stands for any case. `gender` is MASC or FEM where it is known. All words are taken to share case and
    gender; what cannot be read stays as it is, and so do capitals and apostrophes.
    """
    if case == _NOM or not words:
        return list(words)
    cases = [bit for bit in _CASE_ORDER if bit & (case or _CASES)]
    genders = [bit for bit in _GENDER_ORDER if bit & (gender or _GENDERS)] or list(_GENDER_ORDER)
    plain = [_APOSTROPHE.sub("'", word) for word in words]
    places = _places(plain)

    def cost(reading: tuple[int, int]) -> float:
        return sum(
            name_readings(word, place, *reading)[0].cost for word, place in zip(plain, places, strict=True)
        )

    chosen = min(product(cases, genders), key=cost)
    surname = _choose(plain[-1], places[-1], chosen, slavic=True)
    slavic = len(plain) == 1 or bool(_SLAVIC.search(surname.lower()))
    found = [_choose(word, place, chosen, slavic) for word, place in zip(plain[:-1], places, strict=False)]
    return [_spell(form, word) for form, word in zip([*found, surname], words, strict=True)]


def _places(words: Sequence[str]) -> list[str]:
    """Return where in the name every word stands."""
    if len(words) == 1:
        return [ALONE]
    return [FIRST, *[MIDDLE] * (len(words) - 2), LAST]


def _choose(word: str, place: str, reading: tuple[int, int], slavic: bool) -> str:
    """Return the cheapest nominative; of equals that which keeps most of the stem, then fits the surname."""
    readings = name_readings(word, place, *reading)

    def rank(nominative: str) -> tuple[int, bool, str]:
        stem = nominative.lower().rstrip(_ENDING)
        return -_shared(stem, word.lower()), nominative.endswith("о") != slavic, nominative

    return min((r.nominative for r in readings if r.cost == readings[0].cost), key=rank)


def _shared(one: str, other: str) -> int:
    """Return with how many equal letters two words begin."""
    letters = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(letters) if a != b), min(len(one), len(other)))


def nominative_phrase(words: Sequence[str], head: int, case: int) -> list[str]:
    """Return in the nominative a noun phrase with the head `words[head]` that has some of the cases `case`.

    The head and what agrees with it change and keep their number; what follows the head stays, and so do
    capitals. 0 stands for any oblique case. A phrase that cannot be read in that case is returned unchanged.
    """
    if case == _NOM:
        return list(words)
    before = [_readings(word, case, _MODIFIER) for word in words[:head]]
    reading = _head(words[head], before, case)
    if reading is None:
        return list(words)
    modifiers = [_agreeing(readings, reading.grams) for readings in before]
    counted = any(m and _counts(m) and m.lemma not in _SMALL for m in modifiers)
    target = _GEN if counted else _NOM  # "п'ять міністрів", yet "два міністри"
    found = list(words)
    found[head] = _inflected(words[head], reading, target | reading.grams & _NUMBERS)
    for at, modifier in enumerate(modifiers):
        if modifier and _counts(modifier):
            found[at] = _inflected(words[at], modifier, _NOM)
        elif modifier:
            grams = modifier.grams
            found[at] = _inflected(words[at], modifier, target | (grams & _PLUR or grams & _GENDERS))
    return found


def _readings(word: str, case: int, classes: int) -> list[Analysis]:
    """Return the readings of `word` in one of the cases and of one of the word classes."""
    wanted = case or _CASES & ~_NOM
    return [r for r in morphology().analyse(word) if r.grams & wanted and r.grams & classes]


def _head(word: str, before: list[list[Analysis]], case: int) -> Analysis | None:
    """Return the reading of a head that most of the modifiers before it agree with."""

    def disagreeing(reading: Analysis) -> int:
        return sum(bool(readings) and not _agreeing(readings, reading.grams) for readings in before)

    return min(_readings(word, case, _NOMINAL), key=disagreeing, default=None)


def _agreeing(modifiers: list[Analysis], head: int) -> Analysis | None:
    """Return the modifier that shares case, number and gender with a head, or at least number, or the case.

    The case alone is shared by coordinated singular adjectives of a plural head: "міська та обласна ради".
    """
    in_case = [m for m in modifiers if m.grams & head & _CASES]
    if head & _PLUR:
        return next((m for m in in_case if m.grams & _PLUR), next(iter(in_case), None))
    return next((m for m in in_case if m.grams & head & _GENDERS and not m.grams & _PLUR), None)


def _counts(reading: Analysis) -> bool:
    """Tell whether a reading is a cardinal number."""
    return reading.grams & _MODIFIER == _NUM


def _inflected(word: str, reading: Analysis, grams: int) -> str:
    """Return the form of a reading with `grams` in the capitals of `word`; `word` where there is none."""
    form = morphology().inflect(word, reading.lemma, grams)
    return _spell(form, word) if form else word


def _spell(form: str, model: str) -> str:
    """Return `form` with the capitals and the apostrophe of `model`."""
    mark = _APOSTROPHE.search(model)
    if mark:
        form = form.replace("'", mark.group())
    if model.isupper() and len(model) > 1:
        return form.upper()
    if model[:1].isupper():
        return form[:1].upper() + form[1:]
    return form
