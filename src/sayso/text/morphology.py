"""What a dictionary says of a word form; the Protocol that every language's morphology answers to."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Analysis(NamedTuple):
    """One reading of a word form: its lemma and its grammemes (bits of `grammemes.Gram`, as a plain int)."""

    lemma: str
    grams: int


class Morphology(Protocol):
    """Morphology of one language. Implementations cache; answers are tuples and never change."""

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return every reading of `word` as it is spelled, likeliest first; empty where nothing is known of it."""
        ...

    def lemma(self, word: str) -> str:
        """Return the likeliest lemma of `word`, the word itself in lower case where nothing is known of it."""
        ...

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        """Return a form of `lemma` (a reading of `word`) that has all of `grams`, None where there is none."""
        ...
