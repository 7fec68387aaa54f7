"""English morphology: the dictionary, and what a table knows of names."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import lingotweaker_data_en

from ...text.dictionary import DictionaryMorphology
from ...text.grammemes import NAMES, Gram
from ...text.morphology import Analysis
from ...text.table import read_table
from ..titles import read_titles

_HELD = 200_000
_DATA = Path(lingotweaker_data_en.DATA_DIR) / "en"
_PROPER = int(Gram.PROP)
_KINDS = {
    "m": int(Gram.FNAME | Gram.MASC | Gram.SING),
    "f": int(Gram.FNAME | Gram.FEM | Gram.SING),
    "c": int(Gram.FNAME | Gram.MASC | Gram.FEM | Gram.SING),
    "place": int(Gram.GEO),
    "body": int(Gram.ORG),
}
_ENDINGS = ("'s", "'")


@cache
def morphology() -> EnglishMorphology:
    """Return the one morphology of English; opened at the first call."""
    return EnglishMorphology()


@cache
def tags() -> dict[str, int]:
    """Return the grammemes of every tag that `tags.tsv` names."""
    rows = read_table(files(__package__) / "tags.tsv", ("tag", "grams"))
    return {row["tag"]: sum(int(NAMES[name]) for name in row["grams"].split()) for row in rows}


@cache
def known_names() -> dict[str, int]:
    """Return the grammemes of names, by the name as it is spelled: first names, places, bodies."""
    found: dict[str, int] = {}
    for row in read_table(files(__package__) / "names.tsv", ("name", "kind")):
        found[row["name"]] = found.get(row["name"], 0) | _KINDS[row["kind"]]
    return found


@cache
def _titles() -> frozenset[str]:
    """Return the nouns for roles, bodies and the like: with a capital they are still no surnames."""
    return frozenset(noun for noun, _ in read_titles(files(__package__) / "titles.tsv"))


class EnglishMorphology:
    """Answers the `Morphology` protocol: the dictionary, names by a table, and unknown capitals as surnames."""

    def __init__(self) -> None:
        folder = _DATA / "dictionaries"
        self._dictionary = DictionaryMorphology(
            folder / "english.dict", folder / "english_synth.dict", tags()
        )
        self._held: dict[str, tuple[Analysis, ...]] = {}

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return the readings of `word`; one with a capital that nothing is known of is a surname."""
        held = self._held.get(word)
        if held is None:
            if len(self._held) >= _HELD:
                self._held.clear()
            held = self._held[word] = self._analyse(word.replace("’", "'"))
        return held

    def lemma(self, word: str) -> str:
        """Return the likeliest lemma of `word`; a possessive is its noun."""
        plain = word.replace("’", "'")
        ending = next((end for end in _ENDINGS if plain.endswith(end) and len(plain) > len(end)), "")
        if ending:
            return self.lemma(plain.removesuffix(ending))
        readings = self.analyse(word)
        return readings[0].lemma if readings else self._dictionary.lemma(word)

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        """Return a form of `lemma` with all of `grams`; case aside, which English words do not show."""
        return self._dictionary.inflect(word, lemma, grams)

    def _analyse(self, word: str) -> tuple[Analysis, ...]:
        known = self._dictionary.analyse(word.replace(".", "") if _pointed(word) else word)
        readings = tuple(dict.fromkeys(_finest(known)))
        if not word[:1].isupper():
            return readings
        names = known_names()
        kind = names.get(word, names.get(word.rstrip(".")))
        proper = [reading for reading in readings if reading.grams & _PROPER]
        others = tuple(reading for reading in readings if not reading.grams & _PROPER)
        if kind is not None:
            if word.isupper():  # "US" is nobody's "us"
                others = tuple(reading for reading in others if not reading.grams & Gram.PRON)
            return (*_as_names(word, kind), *others)
        if others and not word.isupper() and {word, word.lower()} & _titles():
            return others
        if proper or not (readings or word.lower() in _titles()):
            return (*_unlisted(word, proper, adjective=any(r.grams & Gram.ADJ for r in others)), *others)
        return readings or (Analysis(word.lower(), int(Gram.NOUN | Gram.SING)),)


def _pointed(word: str) -> bool:
    return "." in word and all(len(part) == 1 for part in word.rstrip(".").split("."))


def _finest(readings: tuple[Analysis, ...]) -> list[Analysis]:
    """Leave out a pronoun without person where the dictionary tells the person as well."""
    personal = int(Gram.PERSONAL)
    persons = int(Gram.P1 | Gram.P2 | Gram.P3)
    told = any(grams & persons and grams & personal for _, grams in readings)
    return [r for r in readings if not (told and r.grams & personal and not r.grams & persons)]


def _as_names(word: str, kind: int) -> tuple[Analysis, ...]:
    given = int(Gram.FNAME)
    grams = int(Gram.NOUN | Gram.PROP | Gram.SING) | kind
    return (Analysis(word, grams | int(Gram.ANIM) if kind & given else grams),)


def _unlisted(word: str, proper: list[Analysis], *, adjective: bool) -> tuple[Analysis, ...]:
    """A proper noun that no table knows is taken for a surname, an abbreviation for a body.

    One that is an adjective too, "Korean", names a people.
    """
    if not word.isupper() and {word, word.lower()} & _titles():
        several = word.endswith("s") and not word.endswith("ss")  # "Israelis"
        return (Analysis(word.lower(), int(Gram.NOUN | (Gram.PLUR if several else Gram.SING))),)
    grams = int(Gram.NOUN | Gram.PROP | Gram.SING)
    if word.isupper() and len(word.strip(".")) > 1:
        return (Analysis(word, grams | int(Gram.ABBR | Gram.ORG)),)
    if proper and proper[0].grams & Gram.PLUR:
        return (Analysis(proper[0].lemma, int(Gram.NOUN | Gram.PROP | Gram.PLUR)),)
    return (Analysis(word, grams if adjective else grams | int(Gram.LNAME)),)
