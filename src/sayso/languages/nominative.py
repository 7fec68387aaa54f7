"""Names and noun phrases out of an oblique case into the nominative, as the table [names] of pack.toml describes it.

    [names]
    vowels = "аеєиіїоуюя"
    endings = "аеиіїоуюяйь"                  # letters that inflection puts behind a stem
    feminine = "ая"                          # on which women's names end
    seldom-fixed = "иіїую"                   # on which a name that does not inflect rather seldom ends
    unconfirmed = ["ові", "еві", "єві"]      # endings that the pack's `declined` does not always give
    small-numbers = ["два", "три"]           # those after which a noun keeps its case
    native-surname = "ко$"                   # surnames that go with given names on -о (Марко, not Марк)

All may be absent. Beside pack.toml lies `name_endings.tsv`; the pack's module `names` may define `declined`, which
declines a nominative, so that a guess can be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable
from itertools import product
from typing import Any

from ..errors import PackError
from ..text.grammemes import CASES, GENDERS, NUMBERS, Gram
from ..text.morphology import Analysis
from .name_readings import ALONE, FIRST, LAST, MIDDLE, Decline, KnownMorphology, Letters, NameReadings

_NOM, _GEN, _PLUR, _NUM = int(Gram.NOM), int(Gram.GEN), int(Gram.PLUR), int(Gram.NUM)
_CASES, _GENDERS, _NUMBERS = int(CASES), int(GENDERS), int(NUMBERS)
_MODIFIER = int(Gram.ADJ | Gram.NUM)
_NOMINAL = int(Gram.NOUN | Gram.ADJ | Gram.PRON | Gram.NUM)
_CASE_ORDER = tuple(map(int, (Gram.NOM, Gram.GEN, Gram.INS, Gram.DAT, Gram.ACC, Gram.LOC, Gram.VOC)))
_GENDER_ORDER = (int(Gram.MASC), int(Gram.FEM))
_APOSTROPHE = re.compile("[’ʼ`ʹ´]")
_NEVER = "(?!)"
_KEYS = frozenset("vowels endings feminine seldom-fixed unconfirmed small-numbers native-surname".split())


class Nominative:
    """Answers the `Names` protocol for a language that declines its names."""

    def __init__(
        self,
        morphology: KnownMorphology,
        folder: Traversable,
        script: str,
        settings: Mapping[str, Any],
        decline: Decline | None = None,
    ) -> None:
        """Take the settings as above. Raises PackError where there is one that is not known."""
        if unknown := sorted(settings.keys() - _KEYS):
            raise PackError(f"{folder.name}/pack.toml: names: {', '.join(unknown)} is unknown")
        letters = Letters(
            script,
            settings.get("vowels", ""),
            settings.get("feminine", ""),
            settings.get("seldom-fixed", ""),
            tuple(settings.get("unconfirmed", ())),
        )
        self._morphology = morphology
        self._readings_of = NameReadings(morphology, folder / "name_endings.tsv", letters, decline).of
        self._endings = settings.get("endings", "")
        self._small = frozenset(settings.get("small-numbers", ()))
        self._native = re.compile(settings.get("native-surname", _NEVER))

    def nominative(self, words: Sequence[str], case: int, gender: int | None = None) -> list[str]:
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
                self._readings_of(word, place, *reading)[0].cost
                for word, place in zip(plain, places, strict=True)
            )

        chosen = min(product(cases, genders), key=cost)
        surname = self._choose(plain[-1], places[-1], chosen, native=True)
        native = len(plain) == 1 or bool(self._native.search(surname.lower()))
        found = [
            self._choose(word, place, chosen, native) for word, place in zip(plain[:-1], places, strict=False)
        ]
        return [_spell(form, word) for form, word in zip([*found, surname], words, strict=True)]

    def _choose(self, word: str, place: str, reading: tuple[int, int], native: bool) -> str:
        """Return the cheapest nominative; of equals that which keeps most of the stem, then fits the surname."""
        readings = self._readings_of(word, place, *reading)

        def rank(nominative: str) -> tuple[int, bool, str]:
            stem = nominative.lower().rstrip(self._endings)
            return -_shared(stem, word.lower()), nominative.endswith("о") != native, nominative

        return min((r.nominative for r in readings if r.cost == readings[0].cost), key=rank)

    def nominative_phrase(self, words: Sequence[str], head: int, case: int) -> list[str]:
        """Return in the nominative a noun phrase with the head `words[head]` that has some of the cases `case`.

        The head and what agrees with it change and keep their number; what follows the head stays, and so do
        capitals. 0 stands for any oblique case. A phrase that cannot be read in that case is returned unchanged.
        """
        if case == _NOM:
            return list(words)
        before = [self._readings(word, case, _MODIFIER) for word in words[:head]]
        reading = self._head(words[head], before, case)
        if reading is None:
            return list(words)
        modifiers = [_agreeing(readings, reading.grams) for readings in before]
        counted = any(m and _counts(m) and m.lemma not in self._small for m in modifiers)
        target = _GEN if counted else _NOM  # "п'ять міністрів", yet "два міністри"
        found = list(words)
        found[head] = self._inflected(words[head], reading, target | reading.grams & _NUMBERS)
        for at, modifier in enumerate(modifiers):
            if modifier and _counts(modifier):
                found[at] = self._inflected(words[at], modifier, _NOM)
            elif modifier:
                grams = modifier.grams
                found[at] = self._inflected(words[at], modifier, target | (grams & _PLUR or grams & _GENDERS))
        return found

    def _readings(self, word: str, case: int, classes: int) -> list[Analysis]:
        """Return the readings of `word` in one of the cases and of one of the word classes."""
        wanted = case or _CASES & ~_NOM
        return [r for r in self._morphology.analyse(word) if r.grams & wanted and r.grams & classes]

    def _head(self, word: str, before: list[list[Analysis]], case: int) -> Analysis | None:
        """Return the reading of a head that most of the modifiers before it agree with."""

        def disagreeing(reading: Analysis) -> int:
            return sum(bool(readings) and not _agreeing(readings, reading.grams) for readings in before)

        return min(self._readings(word, case, _NOMINAL), key=disagreeing, default=None)

    def _inflected(self, word: str, reading: Analysis, grams: int) -> str:
        """Return the form of a reading with `grams` in the capitals of `word`; `word` where there is none."""
        form = self._morphology.inflect(word, reading.lemma, grams)
        return _spell(form, word) if form else word


def _places(words: Sequence[str]) -> list[str]:
    """Return where in the name every word stands."""
    if len(words) == 1:
        return [ALONE]
    return [FIRST, *[MIDDLE] * (len(words) - 2), LAST]


def _shared(one: str, other: str) -> int:
    """Return with how many equal letters two words begin."""
    letters = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(letters) if a != b), min(len(one), len(other)))


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
