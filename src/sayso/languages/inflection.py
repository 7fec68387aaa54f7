"""Morphology of an inflected language, as the table [morphology] of its pack.toml describes it.

    [morphology]
    package = "lingotweaker_data_uk"                # names its data folder DATA_DIR; paths below begin there
    dictionary = "uk/dictionaries/ukrainian.dict"   # what a form may be
    synthesis = "uk/dictionaries/ukrainian_synth.dict"
    guesser = "uk"                                  # pymorphy3's language, for words that the dictionary lacks
    rare = "uk/words/disambig_remove.txt"           # readings that hardly ever are meant
    gerunds = "uk/words/derivats.txt"               # pairs of a gerund and its verb
    fixed-parts = "uk/words/dash_prefixes.txt"      # first parts of compounds that never inflect

All but the first three may be absent. Beside pack.toml lie `tags.tsv`, what the parts of a tag mean, and, where the
pack has one, `lemmas.txt`, which lemma of an ambiguous form is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path
from typing import Any

from ..errors import PackError
from ..text.dictionary import DictionaryMorphology, Prefer
from ..text.grammemes import CASES, GENDERS, NUMBERS, Gram, read_tags
from ..text.morphology import Analysis
from .guesser import NAME_KINDS, Guesser
from .likely import LikelyLemmas, RareReadings

_HELD = 200_000
_REQUIRED = ("package", "dictionary", "synthesis")
_KEYS = frozenset({*_REQUIRED, "guesser", "rare", "gerunds", "fixed-parts"})
_AGREEING = int(CASES | NUMBERS)

Settings = Mapping[str, Any]


def open_dictionary(
    folder: Traversable, settings: Settings, prefer: Prefer | None = None
) -> DictionaryMorphology:
    """Open the dictionary of a pack alone; `prefer` decides between lemmas that the dictionary leaves open.

    Raises PackError where the settings are not understood or the dictionary cannot be read.
    """
    strange = [*(key for key in _REQUIRED if key not in settings), *sorted(settings.keys() - _KEYS)]
    if strange:
        raise PackError(f"{folder.name}/pack.toml: morphology: {', '.join(strange)} is missing or unknown")
    rare = RareReadings(_path(settings, "rare")) if "rare" in settings else None
    return DictionaryMorphology(
        _path(settings, "dictionary"),
        _path(settings, "synthesis"),
        read_tags(folder / "tags.tsv"),
        prefer=prefer,
        rare=rare,
    )


def _path(settings: Settings, key: str) -> Path:
    """Return where a file lies that the settings name."""
    return Path(import_module(settings["package"]).DATA_DIR) / str(settings[key])


class Inflection:
    """Answers the `Morphology` protocol: the dictionary, then parts of compounds, then pymorphy3's guess."""

    def __init__(self, folder: Traversable, settings: Settings) -> None:
        """Open the dictionary, which takes some 15 ms; `folder` is the pack's."""
        listed = folder / "lemmas.txt"
        self._settings = settings
        self._dictionary = open_dictionary(
            folder, settings, LikelyLemmas(listed) if listed.is_file() else None
        )
        self._guesser = Guesser(settings["guesser"]) if "guesser" in settings else None
        self._held: dict[str, tuple[Analysis, ...]] = {}

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return the readings of `word`, likeliest first; those of unknown words are guesses."""
        held = self._held.get(word)
        if held is None:
            if len(self._held) >= _HELD:
                self._held.clear()
            held = self._held[word] = self._known(word) or self._compound(word) or self._guess(word)
        return held

    def lemma(self, word: str) -> str:
        """Return the likeliest lemma of `word`, the word in lower case where nothing can be guessed."""
        readings = self.analyse(word)
        return readings[0].lemma if readings else self._dictionary.lemma(word)

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        """Return a form of `lemma` (a reading of `word`) that has all of `grams`, None where there is none.

        The form is spelled as the lemma is. Of a compound the last part inflects, the first too if it can.
        """
        form = self._dictionary.inflect(word, lemma, grams)
        if form is None and "-" in lemma and word.count("-") == lemma.count("-"):
            form = self._inflect_compound(word, lemma, grams)
        if form is None and self._guesser:
            form = self._guesser.inflect(word, lemma, grams)
        return form

    def known(self, word: str) -> bool:
        """Return whether the dictionary itself has `word`, so that no guessing was needed."""
        return bool(self._dictionary.analyse(word))

    def _known(self, word: str) -> tuple[Analysis, ...]:
        """Return the readings of the dictionary, gerunds under their verbs."""
        readings = self._dictionary.analyse(word)
        if "gerunds" in self._settings and any(reading.grams & Gram.GERUND for reading in readings):
            return tuple(self._gerund(reading) for reading in readings)
        return readings

    def _guess(self, word: str) -> tuple[Analysis, ...]:
        return self._guesser.analyse(word) if self._guesser else ()

    @cached_property
    def _infinitives(self) -> dict[str, str]:
        """Verbs by their gerunds, where the dictionary lists these as lemmas of their own."""
        words = _path(self._settings, "gerunds").read_text(encoding="utf-8").split()
        return dict(zip(words[::2], words[1::2], strict=True))

    @cached_property
    def _fixed_parts(self) -> frozenset[str]:
        """First parts of compounds that never inflect: "онлайн" in "онлайн-зустріч"."""
        if "fixed-parts" not in self._settings:
            return frozenset()
        text = _path(self._settings, "fixed-parts").read_text(encoding="utf-8")
        return frozenset(line.split()[0].lower() for line in text.splitlines() if line.strip())

    def _gerund(self, reading: Analysis) -> Analysis:
        """Return `reading` under its verb's infinitive if it is a gerund."""
        if not reading.grams & Gram.GERUND:
            return reading
        return Analysis(self._infinitives.get(reading.lemma, reading.lemma), reading.grams)

    def _compound(self, word: str) -> tuple[Analysis, ...]:
        """Read an unknown word with a hyphen by its parts: both where they agree, else the last."""
        first, hyphen, last = word.rpartition("-")
        if not hyphen or not first or not last:
            return ()
        ends = self._dictionary.analyse(last)
        if first.lower() not in self._fixed_parts:
            both = tuple(dict.fromkeys(_agreeing(self.analyse(first), ends)))
            if both:
                return both
        return tuple(Analysis(f"{first.lower()}-{end.lemma}", end.grams) for end in ends)

    def _inflect_compound(self, word: str, lemma: str, grams: int) -> str | None:
        (first, _, last), (first_lemma, _, last_lemma) = word.rpartition("-"), lemma.rpartition("-")
        end = self._dictionary.inflect(last, last_lemma, grams)
        if end is None:
            return None
        fixed = first.lower() in self._fixed_parts or not any(
            reading.lemma == first_lemma and reading.grams & CASES for reading in self.analyse(first)
        )
        head = first_lemma if fixed else self.inflect(first, first_lemma, grams & _AGREEING)
        return f"{head or first_lemma}-{end}"


def _agreeing(firsts: tuple[Analysis, ...], lasts: tuple[Analysis, ...]) -> Iterator[Analysis]:
    """Yield joint readings of two nouns or surnames in one case and number; the first gives the gender."""
    for first, last in product(firsts, lasts):
        shared = first.grams & last.grams
        names = shared & Gram.LNAME and shared & GENDERS
        plain = not (first.grams | last.grams) & NAME_KINDS
        if shared & Gram.NOUN and shared & CASES and shared & NUMBERS and (names or plain):
            yield Analysis(f"{first.lemma}-{last.lemma}", first.grams)
