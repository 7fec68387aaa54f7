"""Morphology of a language by an analyser that speaks Universal Dependencies, as [morphology] of pack.toml names it.

    [morphology]
    analyser = "rumorph"          # a package whose Analyzer() has analyze(word): lemma, pos, feats, labels, source
    indeclinable = "еиоэ"         # letters on which a foreign name may end that does not inflect
    nouns = ["подозреваемый"]     # adjectives and participles by which people are called

`universal.tsv` says what the features mean; they are the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ..errors import PackError
from ..text.grammemes import CASES, GENDERS, NUMBERS, Gram, read_tags
from ..text.morphology import Analysis
from .guesser import NAME_KINDS, capitalised

_HELD = 200_000
_FINITE = int(Gram.VERB | Gram.PAST | Gram.PRES | Gram.FUT)  # what a participle with cases is not
_REFLEXIVE = ("ся", "сь")
_SHORT = int(Gram.ADJ | Gram.PREDIC)
_CLOSED = int(Gram.PREP | Gram.CONJ | Gram.PART | Gram.PRON | Gram.NUM)
_USUAL = (
    0.02  # how likely a capitalised word must be a given name at least to be one rather than a thing or place
)
_KEYS = frozenset({"analyser", "indeclinable", "nouns"})
_INVISIBLE = dict.fromkeys(map(ord, "\u0301\u00ad\u200b"), "")  # stress mark, soft hyphen, zero-width space
_NAMES = NAME_KINDS | Gram.GEO
_INFLECTING = int(CASES | NUMBERS | GENDERS)
_FEATURES = {
    "Case": (
        (Gram.NOM, "Nom"),
        (Gram.GEN, "Gen"),
        (Gram.DAT, "Dat"),
        (Gram.ACC, "Acc"),
        (Gram.INS, "Ins"),
        (Gram.LOC, "Loc"),
    ),
    "Number": ((Gram.PLUR, "Plur"), (Gram.SING, "Sing")),
    "Gender": ((Gram.MASC, "Masc"), (Gram.FEM, "Fem"), (Gram.NEUT, "Neut")),
}


class UniversalMorphology:
    """Answers the `Morphology` protocol; the order of readings is that of the analyser, by how likely they are."""

    def __init__(self, folder: Traversable, settings: Mapping[str, Any]) -> None:
        """Open the analyser. Raises PackError where there is a setting that is not known."""
        if unknown := sorted(settings.keys() - _KEYS):
            raise PackError(f"{folder.name}/pack.toml: morphology: {', '.join(unknown)} is unknown")
        self._analyser = import_module(settings["analyser"]).Analyzer()
        self._indeclinable = tuple(settings.get("indeclinable", ""))
        self._nouns = frozenset(settings.get("nouns", ()))
        self._tags = read_tags(files(__package__) / "universal.tsv")
        self._held: dict[str, tuple[Analysis, ...]] = {}
        self._grams_held: dict[tuple[str, tuple[tuple[str, str], ...], frozenset[str]], int] = {}

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Return the readings of `word`, likeliest first; those of unknown words are guesses."""
        held = self._held.get(word)
        if held is None:
            if len(self._held) >= _HELD:
                self._held.clear()
            held = self._held[word] = tuple(dict.fromkeys(self._read(word.translate(_INVISIBLE))))
        return held

    def lemma(self, word: str) -> str:
        """Return the likeliest lemma of `word`, the word in lower case where nothing is known of it."""
        readings = self.analyse(word)
        return readings[0].lemma if readings else word.translate(_INVISIBLE).lower()

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        """Return a form of `lemma` (a reading of `word`) that has all of `grams`, None where there is none."""
        wanted = {name: value for name, values in _FEATURES.items() for gram, value in values if grams & gram}
        for found in self._analyser.analyze(word):
            if any(reading.lemma == lemma for reading in self._analyses(word, found)):
                form = _inflected(found, wanted)
                if form is not None:
                    return form.lower() if lemma == lemma.lower() else form
        return None

    def known(self, word: str) -> bool:
        """Return whether the dictionary itself has `word`, so that no guessing was needed."""
        return bool(self._analyser.is_known(word))

    def _read(self, word: str) -> Iterator[Analysis]:
        """Yield the readings of a word; no name for a word in lower case, names first for a guess with a capital."""
        if not any(letter.isalpha() for letter in word) or not word.strip("-"):
            return
        found = self._analyser.analyze(word)
        capital = word[0].isupper()
        readings = [reading for one in found for reading in self._analyses(word, one)]
        kept = [r for r in readings if r.grams and (capital or not r.grams & _NAMES)]
        if kept and kept[0].grams & _CLOSED:  # "Им" at the head of a sentence is no Korean
            kept = [r for r in kept if not r.grams & Gram.PROP and not (capital and r.grams & Gram.ABBR)]
        if capital and found and found[0].source == "guess":
            kept = [r for r in kept if r.grams & Gram.PROP] or kept
            if kept and kept[0].grams & NAME_KINDS:  # likelier a person than a town of that ending
                kept = [r for r in kept if not r.grams & Gram.GEO]
            kept.sort(key=lambda r: not r.grams & NAME_KINDS)
            if word.endswith(self._indeclinable):
                yield from _uninflected(word)
        elif capital and any(one.feats.get("NameType") == "Giv" and one.prob > _USUAL for one in found):
            kept.sort(key=lambda r: not r.grams & Gram.FNAME)
        elif capital and not any(r.grams & Gram.NOM and not r.grams & NAME_KINDS for r in kept):
            # "Песков" rather than sands
            kept.sort(key=lambda r: not (r.grams & NAME_KINDS and r.grams & Gram.NOM))
        elif capital and kept and all(r.grams & _SHORT == _SHORT for r in kept):  # "Данна" may be somebody
            kept += _uninflected(word)
        yield from kept

    def _analyses(self, word: str, found: Any) -> Iterator[Analysis]:
        """Yield what one reading of the analyser stands for; a short neuter participle is impersonal as well."""
        feats = found.feats
        grams = self._grams(found.pos, feats, found.labels)
        form = feats.get("VerbForm")
        if form == "Part" and feats.get("Variant") == "Short":
            if feats.get("Tense") == "Pres":  # "напоминаем" is what we do
                return
            if feats.get("Gender") == "Neut":
                yield Analysis(found.lemma, int(Gram.VERB | Gram.IMPERS | Gram.PAST | Gram.PASS))
            yield Analysis(_of_participle(found), grams)
        elif form == "Part":
            yield self._called(Analysis(_of_participle(found), grams & ~_FINITE))
        elif form == "Conv":
            yield Analysis(found.lemma, grams & ~_FINITE)
        elif feats.get("Voice") == "Pass":
            yield Analysis(_reflexive(found.lemma), grams)
        else:
            yield self._called(Analysis(_spelled(found.lemma, word, grams), grams))

    def _called(self, reading: Analysis) -> Analysis:
        """Return a reading as that of a noun too where people are called so: "подозреваемый"."""
        if reading.grams & Gram.ADJ and reading.lemma in self._nouns:
            return Analysis(reading.lemma, reading.grams | int(Gram.NOUN | Gram.ANIM))
        return reading

    def _grams(self, pos: str, feats: Mapping[str, str], labels: frozenset[str]) -> int:
        """Return the grammemes of a part of speech with features and labels; asked once for each set."""
        key = (pos, tuple(feats.items()), labels)
        held = self._grams_held.get(key)
        if held is None:
            parts: Iterable[str] = (f"pos={pos}", *(f"{k}={v}" for k, v in feats.items()), *labels)
            held = 0
            for part in parts:
                held |= int(self._tags.get(part, 0))
            if pos == "PRON" and "Person" in feats:
                held |= int(Gram.PERSONAL)
            if pos == "VERB" and "VerbForm" not in feats:
                held = int(Gram.PREDIC)
            self._grams_held[key] = held
        return held


def _spelled(lemma: str, word: str, grams: int) -> str:
    """Return a lemma with the capitals that it has in writing: the analyser gives all in lower case."""
    if grams & Gram.ABBR and word.isupper():
        return lemma.upper()
    return capitalised(lemma) if grams & Gram.PROP else lemma


def _of_participle(found: Any) -> str:
    """Return a participle's masculine nominative, its lemma here, so that it is no form of its verb."""
    return _inflected(found, {"Case": "Nom", "Gender": "Masc", "Number": "Sing"}) or found.word.lower()


def _reflexive(lemma: str) -> str:
    """Return the verb that is reflexive in form, so that "требуется" is none of "требовать"."""
    return lemma if lemma.endswith(_REFLEXIVE) else f"{lemma}{_REFLEXIVE[0]}"


def _inflected(found: Any, wanted: Mapping[str, str]) -> str | None:
    """Return the form of a reading with the features wanted; without gender where it has none."""
    for feats in (wanted, {k: v for k, v in wanted.items() if k != "Gender"}):
        try:
            return str(found.inflect(**feats))
        except LookupError:
            continue
    return None


def _uninflected(word: str) -> Iterator[Analysis]:
    """Yield the readings of an unknown name that is the same in every case."""
    for gender in (Gram.MASC, Gram.FEM):
        yield Analysis(
            capitalised(word), int(Gram.NOUN | Gram.PROP | Gram.LNAME | Gram.ANIM | gender | Gram.SING)
        )
