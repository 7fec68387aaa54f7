"""Ukrainian morphology: the dictionary, its list of rare readings, and guesses for words unknown to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path
from typing import Any

import lingotweaker_data_uk

from ...text.dictionary import DictionaryMorphology, Prefer
from ...text.grammemes import CASES, GENDERS, NAMES, NUMBERS, Gram
from ...text.morphology import Analysis
from ...text.table import read_table

_HELD = 200_000
_DATA = Path(lingotweaker_data_uk.DATA_DIR) / "uk"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NAME_KINDS = int(Gram.FNAME | Gram.LNAME | Gram.PATR)
_AGREEING = int(CASES | NUMBERS)


@cache
def morphology() -> UkrainianMorphology:
    """Return the one morphology of Ukrainian; opened at the first call, which takes some 15 ms."""
    return UkrainianMorphology()


@cache
def tags() -> dict[str, int]:
    """Return the grammemes of every part of a tag that `tags.tsv` names."""
    table = files(__package__) / "tags.tsv"
    grams = {}
    for row in read_table(table, ("tag", "grams")):
        grams[row["tag"]] = sum(int(NAMES[name]) for name in row["grams"].split())
    return grams


def open_dictionary(prefer: Prefer | None = None) -> DictionaryMorphology:
    """Open the dictionary alone; `prefer` decides between lemmas that the dictionary leaves open."""
    folder = _DATA / "dictionaries"
    rare = RareReadings(_DATA / "words" / "disambig_remove.txt")
    return DictionaryMorphology(
        folder / "ukrainian.dict", folder / "ukrainian_synth.dict", tags(), prefer=prefer, rare=rare
    )


class UkrainianMorphology:
    """Answers the `Morphology` protocol: the dictionary, then parts of compounds, then pymorphy3's guess."""

    def __init__(self) -> None:
        self._dictionary = open_dictionary(LikelyLemmas(files(__package__) / "lemmas.txt"))
        self._guesser = Guesser(tags())
        self._held: dict[str, tuple[Analysis, ...]] = {}

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return the readings of `word`, likeliest first; those of unknown words are guesses."""
        held = self._held.get(word)
        if held is None:
            if len(self._held) >= _HELD:
                self._held.clear()
            known = self._dictionary.analyse(word)
            if any(reading.grams & Gram.GERUND for reading in known):
                known = tuple(self._gerund(reading) for reading in known)
            held = self._held[word] = known or self._compound(word) or self._guesser.analyse(word)
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
        return form or self._guesser.inflect(word, lemma, grams)

    def known(self, word: str) -> bool:
        """Return whether the dictionary itself has `word`, so that no guessing was needed."""
        return bool(self._dictionary.analyse(word))

    @cached_property
    def _infinitives(self) -> dict[str, str]:
        """Verbs by their gerunds, which the dictionary lists as lemmas of their own."""
        words = (_DATA / "words" / "derivats.txt").read_text(encoding="utf-8").split()
        return dict(zip(words[::2], words[1::2], strict=True))

    @cached_property
    def _fixed_parts(self) -> frozenset[str]:
        """First parts of compounds that never inflect: "онлайн" in "онлайн-зустріч"."""
        text = (_DATA / "words" / "dash_prefixes.txt").read_text(encoding="utf-8")
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


class RareReadings:
    """Readings so rare that a text hardly ever means them, as the makers of the dictionary list them.

    A line holds a form and, parted by "|", lemmas each with a pattern of tags: "рік ректи verb:.*:past.*".
    """

    def __init__(self, path: Path) -> None:
        self._patterns: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            form, _, readings = line.partition("#")[0].strip().partition(" ")
            for reading in filter(None, readings.split("|")):
                lemma, _, tag = reading.strip().partition(" ")
                self._patterns.setdefault(form, []).append((lemma, re.compile(tag or ".*")))

    def __call__(self, form: str) -> Callable[[str, str], bool] | None:
        """Return whether `form` hardly ever is a lemma with a tag, as a test of both; None where it is not listed."""
        patterns = self._patterns.get(form)
        if patterns is None:
            return None
        return lambda lemma, tag: any(lemma == rare and tags.fullmatch(tag) for rare, tags in patterns)


class LikelyLemmas:
    """Which lemma is meant by a form that may have several; what is not listed is left to the dictionary's order.

    A line holds a lemma, a tab, and forms in lower case, parted by blanks.
    """

    def __init__(self, path: Traversable) -> None:
        self._path = path

    @cached_property
    def _lemmas(self) -> dict[str, str]:
        lines = self._path.read_text(encoding="utf-8").splitlines()
        rows = (line.partition("\t") for line in lines if not line.startswith("#"))
        return {form: lemma for lemma, _, forms in rows for form in forms.split()}

    def __call__(self, word: str, readings: tuple[Analysis, ...]) -> str | None:
        """Return the likeliest lemma of `word` if it is among `readings`."""
        lemma = self._lemmas.get(word.lower())
        return lemma if any(reading.lemma == lemma for reading in readings) else None


class Guesser:
    """pymorphy3's Ukrainian analyser, loaded (0.1 s) when the first unknown word comes."""

    def __init__(self, grams: dict[str, int]) -> None:
        self._parts = grams

    @cached_property
    def _analyser(self) -> Any:
        import pymorphy3

        return pymorphy3.MorphAnalyzer(lang="uk")

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return guessed readings; those as a name come first for a capitalised word, others have none."""
        if not _CYRILLIC.search(word):
            return ()
        capital = word[0].isupper()
        readings = dict.fromkeys(self._reading(parse, capital) for parse in self._analyser.parse(word))
        kept = [r for r in readings if r.grams and (capital or not r.grams & _NAME_KINDS)]
        if capital and _only_called(kept):
            return ()
        return tuple(sorted(kept, key=lambda r: (bool(r.grams & Gram.BAD), not r.grams & _NAME_KINDS)))

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        """Return a form of `lemma` with all of `grams`, guessed by analogy."""
        for parse in self._analyser.parse(word):
            if self._reading(parse, word[:1].isupper()).lemma != lemma:
                continue
            for form in parse.lexeme:
                if self._grams(form.tag) & grams == grams:
                    return _capitalised(str(form.word)) if lemma[:1].isupper() else str(form.word)
        return None

    def _reading(self, parse: Any, capital: bool) -> Analysis:
        grams = self._grams(parse.tag)
        lemma = str(parse.normal_form)
        if capital and grams & _NAME_KINDS:
            lemma = _capitalised(lemma)
        return Analysis(lemma, grams)

    def _grams(self, tag: Any) -> int:
        grams = 0
        for part in str(tag).replace(" ", ",").split(","):
            grams |= self._parts.get(part, 0)
        return grams | int(Gram.ADJ) if grams & Gram.PARTCP else grams


def _only_called(readings: Sequence[Analysis]) -> bool:
    """Tell whether the one case guessed is the vocative: rather than called so, somebody is "Монтедуро"."""
    cases = 0
    for reading in readings:
        cases |= reading.grams & int(CASES)
    return cases == int(Gram.VOC)


def _capitalised(name: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-"))


def _agreeing(firsts: tuple[Analysis, ...], lasts: tuple[Analysis, ...]) -> Iterator[Analysis]:
    """Yield joint readings of two nouns or surnames in one case and number; the first gives the gender."""
    for first, last in product(firsts, lasts):
        shared = first.grams & last.grams
        names = shared & Gram.LNAME and shared & GENDERS
        plain = not (first.grams | last.grams) & _NAME_KINDS
        if shared & Gram.NOUN and shared & CASES and shared & NUMBERS and (names or plain):
            yield Analysis(f"{first.lemma}-{last.lemma}", first.grams)
