"""Readings of words that no dictionary has, guessed by pymorphy3, which tags every language as OpenCorpora does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from typing import Any

from ..text.grammemes import CASES, Gram, read_tags
from ..text.morphology import Analysis

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
NAME_KINDS = int(Gram.FNAME | Gram.LNAME | Gram.PATR)


class Guesser:
    """pymorphy3's analyser of a language, loaded (0.1 s) when the first unknown word comes."""

    def __init__(self, language: str) -> None:
        self._language = language

    @cached_property
    def _analyser(self) -> Any:
        import pymorphy3

        return pymorphy3.MorphAnalyzer(lang=self._language)

    @cached_property
    def _parts(self) -> dict[str, int]:
        return read_tags(files(__package__) / "opencorpora.tsv")

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return guessed readings; those as a name come first for a capitalised word, others have none."""
        if not _CYRILLIC.search(word):
            return ()
        capital = word[0].isupper()
        readings = dict.fromkeys(self._reading(parse, capital) for parse in self._analyser.parse(word))
        kept = [r for r in readings if r.grams and (capital or not r.grams & NAME_KINDS)]
        if capital and _only_called(kept):
            return ()
        return tuple(sorted(kept, key=lambda r: (bool(r.grams & Gram.BAD), not r.grams & NAME_KINDS)))

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        """Return a form of `lemma` with all of `grams`, guessed by analogy."""
        for parse in self._analyser.parse(word):
            if self._reading(parse, word[:1].isupper()).lemma != lemma:
                continue
            for form in parse.lexeme:
                if self._grams(form.tag) & grams == grams:
                    return capitalised(str(form.word)) if lemma[:1].isupper() else str(form.word)
        return None

    def _reading(self, parse: Any, capital: bool) -> Analysis:
        grams = self._grams(parse.tag)
        lemma = str(parse.normal_form)
        if capital and grams & NAME_KINDS:
            lemma = capitalised(lemma)
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


def capitalised(name: str) -> str:
    """Return a name, or each part of one with hyphens, with a capital letter."""
    return "-".join(part.capitalize() for part in name.split("-"))
