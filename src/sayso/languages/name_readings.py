"""What one word of a name may be in the nominative, each reading with how far-fetched it is.

Nearest come the names of the dictionary, then its common nouns used as surnames, then unknown names by their endings,
where declining the nominative again, if the pack can, must give the form seen, then the form itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib.resources.abc import Traversable
from typing import NamedTuple, Protocol

from ..text.grammemes import NAMES, Gram
from ..text.morphology import Analysis, Morphology
from ..text.table import read_table

FIRST, MIDDLE, LAST, ALONE = "first", "middle", "last", "alone"

_SING, _BAD = int(Gram.SING), int(Gram.BAD)
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

_SCRIPTS = {"cyrillic": re.compile(r"[\u0400-\u04ff]"), "latin": re.compile(r"[A-Za-z\u00c0-\u024f]")}


class NameReading(NamedTuple):
    """A nominative, spelled as a name with a capital, and its cost: the cheaper of two is likelier."""

    cost: float
    nominative: str


class Letters(NamedTuple):
    """How names end in a language: its vowels, those on which women's names and an uninflected one rather seldom end.

    `unconfirmed` are endings that `Decline` does not always give where they stand; `script` is the pack's.
    """

    script: str
    vowels: str
    feminine: str
    seldom_fixed: str
    unconfirmed: tuple[str, ...]


class Decline(Protocol):
    """Declines a nominative: a given name where `place` is FIRST, else a surname; None where it cannot."""

    def __call__(self, nominative: str, place: str, case: int, gender: int) -> str | None:
        """Return the form in one case (a grammeme) for a gender, in lower case."""
        ...


class KnownMorphology(Morphology, Protocol):
    """A morphology that tells its dictionary from its guesses."""

    def known(self, word: str) -> bool:
        """Return whether the dictionary itself has `word`."""
        ...


_Endings = dict[str, list[tuple[int, int, tuple[str, ...]]]]


class NameReadings:
    """Readings of the words of names in one language; asked once for each form, case and gender."""

    def __init__(
        self, morphology: KnownMorphology, endings: Traversable, letters: Letters, decline: Decline | None
    ) -> None:
        """`endings` is the table of endings in oblique cases and of the nominatives that they come from."""
        self._morphology = morphology
        self._path = endings
        self._letters = letters
        self._decline = lru_cache(maxsize=50_000)(decline) if decline else None
        self.of = lru_cache(maxsize=50_000)(self._of)

    def _of(self, word: str, place: str, case: int, gender: int) -> tuple[NameReading, ...]:
        """Return the readings of `word` as a form of one case and gender, cheapest first; there is always one.

        `place` is one of FIRST, MIDDLE, LAST and ALONE: where in the name the word stands.
        """
        if self._stays(word):
            return (NameReading(0.0, word),)
        found = [*self._known(word, place, case, gender)]
        if "-" in word.strip("-"):
            # what a dictionary makes of two names may be a man's: "Руденко-Краєвської"
            whole = self._compound(word, place, case, gender)
            found = [whole, *(reading for reading in found if reading.cost < whole.cost)]
        if not found:
            found = [*self._unknown(word, place, case, gender)]
        return tuple(sorted(found))

    def _stays(self, word: str) -> bool:
        """Tell whether `word` is a particle ("фон"), an initial or in another script: these never change."""
        script = _SCRIPTS[self._letters.script]
        return word[:1].islower() or len(word) < 2 or word.endswith(".") or not script.search(word)

    def _known(self, word: str, place: str, case: int, gender: int) -> Iterator[NameReading]:
        """Yield what the dictionary knows of `word`: names, and common nouns that may serve as a surname."""
        if not self._morphology.known(word):
            return
        for lemma, grams in self._morphology.analyse(word):
            if not (grams & case and grams & _SING):
                continue
            cost = _SUBSTANDARD if grams & _BAD else 0.0
            if grams & _NAME_KINDS and grams & gender:
                yield NameReading(cost + (0 if grams & _USUAL[place] else _OUT_OF_PLACE), lemma)
            elif self._may_be_a_surname(Analysis(lemma, grams), gender) and place in (LAST, ALONE):
                cost += _COMMON_NOUN + (0 if grams & gender else _OTHER_GENDER)
                yield NameReading(cost, lemma[:1].upper() + lemma[1:])

    def _may_be_a_surname(self, reading: Analysis, gender: int) -> bool:
        """Women bear only those common nouns as surnames that decline as feminine ones do."""
        feminine = reading.lemma[-1:] in self._letters.feminine
        return bool(reading.grams & Gram.NOUN) and (gender == _MASC or feminine)

    def _compound(self, word: str, place: str, case: int, gender: int) -> NameReading:
        """Return the reading of a name with a hyphen, each part read by itself."""
        parts = [self.of(part, place, case, gender)[0] for part in word.split("-")]
        return NameReading(max(part.cost for part in parts), "-".join(part.nominative for part in parts))

    def _unknown(self, word: str, place: str, case: int, gender: int) -> Iterator[NameReading]:
        """Yield the readings of a name that the dictionary does not have, by its ending."""
        yield NameReading(self._fixed_cost(word, place, gender), word)
        for rank, nominative in enumerate(dict.fromkeys(self._by_ending(word, case, gender))):
            cost = _BY_ENDING + rank * _LESS_USUAL_ENDING
            confirmed = self._confirmed(nominative, word.lower(), place, case, gender)
            yield NameReading(cost if confirmed else cost + _NOT_CONFIRMED, nominative)

    def _confirmed(self, nominative: str, form: str, place: str, case: int, gender: int) -> bool:
        """Tell whether declining `nominative` gives `form`, or nobody can tell."""
        if self._decline is None or form.endswith(self._letters.unconfirmed):
            return True
        return self._decline(nominative, place, case, gender) in (None, form)

    def _fixed_cost(self, word: str, place: str, gender: int) -> float:
        """Return the cost of taking `word` for one that does not decline."""
        last = word[-1].lower()
        if last in self._letters.feminine:
            return _IMPOSSIBLE
        cost = _FIXED[gender]
        if gender == _MASC and place in (FIRST, MIDDLE):
            cost -= _FIXED_BEFORE_LAST
        return cost + _FIXED_ON_VOWEL if last in self._letters.seldom_fixed else cost

    def _by_ending(self, word: str, case: int, gender: int) -> Iterator[str]:
        """Yield nominatives by the table of endings, the longest ending first."""
        vowels = self._letters.vowels
        for length in range(min(len(word) - 1, self._longest), 0, -1):
            stem, ending = word[:-length], word[-length:].lower()
            if not any(letter in vowels for letter in (stem + ending[:-1]).lower()):
                continue
            for cases, of_gender, nominatives in self._endings.get(ending, ()):
                if cases & case and of_gender == gender:
                    for nominative in nominatives:
                        yield _like(stem + nominative, word)

    @cached_property
    def _endings(self) -> _Endings:
        """Return (cases, gender, nominative endings) for every ending of the table."""
        table: _Endings = {}
        for row in read_table(self._path, ("ending", "cases", "gender", "nominative")):
            cases = sum(int(NAMES[name]) for name in row["cases"].split())
            nominatives = tuple(row["nominative"].replace("+", "").split("|"))
            table.setdefault(row["ending"], []).append((cases, int(NAMES[row["gender"]]), nominatives))
        return table

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._endings))


def _like(nominative: str, word: str) -> str:
    return nominative.upper() if word.isupper() else nominative
