"""Esperanto words tell by their endings what they are (Fundamento de Esperanto, 1905, rules 2 to 9)."""

from __future__ import annotations

from functools import cache

from sayso.text.grammemes import GENDERS, Gram
from sayso.text.morphology import Analysis

_NOMINATIVE = int(Gram.NOM | Gram.GEN | Gram.DAT | Gram.INS | Gram.LOC)  # bare, or behind any preposition
_ACCUSATIVE = int(Gram.ACC)
_TENSES = {"is": Gram.PAST, "as": Gram.PRES, "os": Gram.FUT}
_WORDS = {
    "la": Gram.DET, "kaj": Gram.CONJ, "sed": Gram.CONJ, "ke": Gram.CONJ, "kiel": Gram.CONJ, "ne": Gram.PART,
    "en": Gram.PREP, "de": Gram.PREP, "laŭ": Gram.PREP, "kun": Gram.PREP, "por": Gram.PREP, "pri": Gram.PREP,
    "al": Gram.PREP, "post": Gram.PREP, "dum": Gram.PREP, "ĉe": Gram.PREP,
}  # fmt: skip
_PRONOUNS = {"li": Gram.MASC | Gram.SING, "ŝi": Gram.FEM | Gram.SING, "ili": Gram.PLUR}


class EsperantoMorphology:
    """Answers the `Morphology` protocol by endings alone."""

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return the reading of a word; a word without an ending of Esperanto's has none."""
        lower = word.lower()
        if lower in _WORDS:
            return (Analysis(lower, int(_WORDS[lower])),)
        if lower in _PRONOUNS:
            return (
                Analysis(lower, int(_PRONOUNS[lower] | Gram.PRON | Gram.PERSONAL | Gram.P3 | _NOMINATIVE)),
            )
        for ending, tense in _TENSES.items():
            if lower.endswith(ending) and len(lower) > len(ending) + 1:
                return (Analysis(lower.removesuffix(ending) + "i", int(Gram.VERB | tense)),)
        return self._nominal(lower)

    def lemma(self, word: str) -> str:
        """Return the word without its endings of number, case and tense."""
        readings = self.analyse(word)
        return readings[0].lemma if readings else word.lower()

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        """Return the nominative, which is the lemma."""
        return lemma if not grams & _ACCUSATIVE else None

    def _nominal(self, word: str) -> tuple[Analysis, ...]:
        stem, case = (word[:-1], _ACCUSATIVE) if word.endswith("n") else (word, _NOMINATIVE)
        stem, number = (stem[:-1], Gram.PLUR) if stem.endswith("j") else (stem, Gram.SING)
        if len(stem) > 2 and stem.endswith("o"):
            return (Analysis(stem, int(Gram.NOUN | GENDERS | number | case)),)
        if len(stem) > 2 and stem.endswith("a"):
            return (Analysis(stem, int(Gram.ADJ | GENDERS | number | case)),)
        return (Analysis(word, int(Gram.ADV)),) if len(word) > 2 and word.endswith("e") else ()


@cache
def morphology() -> EsperantoMorphology:
    """Return the one morphology of Esperanto."""
    return EsperantoMorphology()
