"""Morphology of one language out of its morfologik dictionaries and a table of what their tags mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from .grammemes import CASES, GENDERS, NUMBERS, Gram
from .lexicon import Lexicon
from .morphology import Analysis

_HELD = 200_000  # answers kept per method; a dictionary that is full is emptied
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ`ʹ´‘"), "'")
_INVISIBLE = dict.fromkeys(map(ord, "\u0301\u00ad\u200b"), "")  # stress mark, soft hyphen, zero-width space
_SPELLING = _APOSTROPHES | _INVISIBLE
_SYNTH_SEPARATOR = "|"  # between lemma and tag in a synthesis dictionary

# Plain ints: operations on flags cost a microsecond each.
_BAD, _PLUR, _GENDERS = int(Gram.BAD), int(Gram.PLUR), int(GENDERS)
_CLOSED = tuple(map(int, (Gram.PREP, Gram.CONJ, Gram.PRON, Gram.PART, Gram.NUM)))
_CASE_ORDER = tuple(map(int, (Gram.NOM, Gram.GEN, Gram.ACC, Gram.LOC, Gram.DAT, Gram.INS, Gram.VOC)))
_LEXICAL = ~int(CASES | NUMBERS | Gram.BAD)  # what sets readings of a word apart, not forms of one reading

Prefer = Callable[[str, tuple[Analysis, ...]], str | None]
"""Names the likeliest lemma among readings whose lemmas differ, or None where it has no opinion."""
Rare = Callable[[str], Callable[[str, str], bool] | None]
"""Gives for a form a test of lemma and tag: whether a text hardly ever means that; None where it has none."""

_KIND, _NOT_PREFERRED = 1000, 100  # a rank is kind * 1000, plus 100 for another lemma, plus case and number


class DictionaryMorphology:
    """Answers the `Morphology` protocol from a tagging dictionary and, to inflect, a synthesis dictionary."""

    def __init__(
        self,
        path: Path,
        synth_path: Path | None,
        tags: Mapping[str, int],
        *,
        prefer: Prefer | None = None,
        rare: Rare | None = None,
    ) -> None:
        """Open the dictionaries. `tags` gives the grammemes of a part of a tag ("noun:f:v_naz" has three).

        Raises PackError where a dictionary cannot be read.
        """
        self._lexicon = Lexicon(path)
        self._synth = Lexicon(synth_path) if synth_path else None
        self._parts = tags
        self._prefer = prefer
        self._rare = rare
        self._tags: dict[str, int] = {}
        self._ranks: dict[int, int] = {}
        self._analyses: dict[str, tuple[Analysis, ...]] = {}
        self._forms: dict[str, tuple[tuple[str, int], ...]] = {}

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return the readings of `word`: as spelled, in lower case, capitalised; likeliest first."""
        held = self._analyses.get(word)
        if held is None:
            if len(self._analyses) >= _HELD:
                self._analyses.clear()
            held = self._analyses[word] = self._analyse(word.translate(_SPELLING))
        return held

    def lemma(self, word: str) -> str:
        """Return the likeliest lemma of `word`, the word itself in lower case where it is unknown."""
        readings = self.analyse(word)
        return readings[0].lemma if readings else word.translate(_SPELLING).lower()

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        """Return the form of `lemma` with all of `grams` that is nearest to how `word` is read, or None.

        Nearest: it differs from a reading of `word` in the fewest grammemes, case and number aside.
        """
        readings = [reading.grams for reading in self.analyse(word) if reading.lemma == lemma]
        kept = _LEXICAL & ~_GENDERS if grams & _GENDERS else _LEXICAL
        best: tuple[tuple[bool, int], str] | None = None
        for form, found in self.forms(lemma):
            if found & grams != grams:
                continue
            apart = min((((found ^ reading) & kept).bit_count() for reading in readings), default=0)
            rank = bool(found & _BAD), apart
            if best is None or rank < best[0]:
                best = rank, form
        return best[1] if best else None

    def forms(self, lemma: str) -> tuple[tuple[str, int], ...]:
        """Return (form, grammemes) of everything that the synthesis dictionary has for `lemma`."""
        held = self._forms.get(lemma)
        if held is None:
            if len(self._forms) >= _HELD:
                self._forms.clear()
            entries = self._synth.starting_with(lemma + _SYNTH_SEPARATOR) if self._synth else []
            held = self._forms[lemma] = tuple((form, self.grams(tag)) for tag, form, _ in entries)
        return held

    def grams(self, tag: str) -> int:
        """Return the grammemes of a tag of the dictionary; parts that the table does not name add nothing."""
        held = self._tags.get(tag)
        if held is None:
            held = 0
            for part in tag.split(":"):
                held |= int(self._parts.get(part, 0))
            self._tags[tag] = held
        return held

    def _analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return the ordered readings of the spellings of `word`; capitalising a word is a last resort."""
        first, *others = spellings(word)
        readings = dict.fromkeys(self._read(word, first))
        for spelling in others:
            if not (readings and word == first.lower()):
                readings.update(dict.fromkeys(self._read(word, spelling)))
        return self._order(word, tuple(readings))

    def _read(self, word: str, spelling: str) -> Iterator[Analysis]:
        """Yield the readings of one spelling of `word`, the rare ones marked as substandard."""
        rare = [test for test in map(self._rare, {word, spelling}) if test] if self._rare else ()
        for base, tag in self._lexicon.look_up(spelling):
            grams = self._tags[tag] if tag in self._tags else self.grams(tag)
            if rare and any(test(base, tag) for test in rare):
                grams |= _BAD
            yield Analysis(base, grams)

    def _order(self, word: str, readings: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
        """Sort `readings`: substandard last, closed classes first, then the preferred lemma, then by case.

        The sort is stable, so readings of the word as spelled stay before those of its other spellings.
        """
        if len(readings) < 2:
            return readings
        ranks = [self._rank(grams) for _, grams in readings]
        if self._prefer:
            best = min(ranks) // _KIND
            rivals = {
                reading.lemma for reading, rank in zip(readings, ranks, strict=True) if rank // _KIND == best
            }
            preferred = self._prefer(word, readings) if len(rivals) > 1 else None
            if preferred is not None:
                ranks = [
                    rank + _NOT_PREFERRED * (reading.lemma != preferred)
                    for reading, rank in zip(readings, ranks, strict=True)
                ]
        order = sorted(range(len(readings)), key=ranks.__getitem__)
        return tuple([readings[place] for place in order])

    def _rank(self, grams: int) -> int:
        """Return the place of a reading with these grammemes, lower being likelier; asked once for each set."""
        held = self._ranks.get(grams)
        if held is None:
            kind = bool(grams & _BAD) * (len(_CLOSED) + 1) + _first(_CLOSED, grams)
            held = kind * _KIND + _first(_CASE_ORDER, grams) * 2 + bool(grams & _PLUR)
            self._ranks[grams] = held
        return held


def spellings(word: str) -> tuple[str, ...]:
    """Return `word` as spelled and the other ways in which a dictionary may spell it, without repetition."""
    lower = word.lower()
    capitalised = "-".join(part.capitalize() for part in lower.split("-"))
    if word == lower:
        return tuple(dict.fromkeys((word, capitalised)))
    if word.isupper() and len(word) > 1:
        return tuple(dict.fromkeys((word, capitalised, lower)))
    return word, lower


def _first(order: tuple[int, ...], grams: int) -> int:
    """Return the place in `order` of the first grammeme among `grams`, the length of `order` if none is."""
    return next((place for place, gram in enumerate(order) if grams & gram), len(order))
