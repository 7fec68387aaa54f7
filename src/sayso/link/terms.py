"""What a content says, as a set of terms that can be compared between texts and between languages.

A term is a short string with a prefix that tells its kind:

    c:KP        a country, by name, adjective or capital
    k:troops    a concept of the thesaurus: one for all its words in every language
    n:rutt      a name, in Latin letters
    q:600000    a quantity; d:27 a bare figure (a day of the month, an hour)
    w:розгор    any other word, cut to a stem
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .. import languages
from ..gazetteer.concepts import Concepts
from ..gazetteer.countries import Countries
from ..gazetteer.romanise import romanised
from ..model import Statement
from ..text.grammemes import Gram
from ..text.morphology import Morphology
from ..text.words import plain_words

WEIGHTS = {"c": 0.6, "k": 1.0, "n": 1.2, "q": 1.5, "d": 0.8, "w": 1.0}
"""How much a term of each kind tells. Countries stand in nearly every sentence of a story about them."""

_STEM = 6
_NAME = 6
_SHORTEST = 3
_PLACES = (
    "ччина", "щина", "ський", "ська", "ське", "цький", "цька", "цьке", "ськ", "цьк",
    "ский", "ская", "ское", "цкий", "цкая", "цкое", "ск", "цк",
)  # fmt: skip
_MUTE = int(Gram.PREP | Gram.CONJ | Gram.PRON | Gram.PART)
_MUTE_KINDS = frozenset({"stop", "modal", "negation"})


def weight(term: str) -> float:
    """Return how much a term tells."""
    return WEIGHTS[term[0]]


def is_event(term: str) -> bool:
    """Tell whether a term is a concept of something that happens or is done."""
    return term[0] == "k" and Concepts.load().kind(term[2:]) == "event"


def terms_of(statement: Statement, lang: str | None) -> frozenset[str]:
    """Return the terms of a statement's content, read as a text of `lang`."""
    words = reader(lang or "")
    found = {f"q:{bound:g}" for q in statement.quantities for bound in (q.low, q.high) if bound is not None}
    counted = {_figure(part) for q in statement.quantities for part in (*q.text.split(), q.text)}
    for piece in statement.content:
        found |= set(words.terms(piece, counted))
    return frozenset(found)


def _figure(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _place(name: str) -> str:
    """Cut what a town, its region and their adjective end in, so that they are one: Курськ, Курщина, Курська."""
    ending = next((e for e in _PLACES if name.endswith(e) and len(name) > len(e) + 1), "")
    return name.removesuffix(ending)


@lru_cache
def reader(lang: str) -> TermReader:
    """Return the reader of a language, made once; of one that has no pack, or is unknown, as well."""
    morphology = languages.load(lang).morphology if lang in languages.available() else None
    return TermReader(lang, morphology)


class TermReader:
    """Reads the terms of texts in one language. Without a morphology a word is cut to its stem as it stands."""

    def __init__(self, lang: str, morphology: Morphology | None) -> None:
        self._lang = lang
        self._morphology = morphology
        self._countries = Countries.load(lang)
        self._concepts = Concepts.load()
        self._known: dict[str, str | None] = {}

    def terms(self, text: str, counted: set[str] | frozenset[str] = frozenset()) -> Iterator[str]:
        """Yield the terms of `text` in order; the figures in `counted` belong to quantities and are left out."""
        words = list(plain_words(text))
        at = 0
        while at < len(words):
            code = self._country_of_two(words, at)
            if code:
                yield f"c:{code}"
                at += 2
                continue
            term = self.term(words[at], opening=at == 0)
            if term and (term[0] != "d" or term[2:] not in counted):
                yield term
            at += 1

    def term(self, word: str, *, opening: bool = False) -> str | None:
        """Return the term of one word, None for one that tells nothing; `opening` words are capital by their place."""
        key = word.lower() if opening and not word.isupper() else word
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def _read(self, word: str) -> str | None:
        if word[:1].isdigit():
            return f"d:{_figure(word)}"
        lemma, grams = self._analyse(word)
        country = self._country(word, lemma)
        if country and (word[:1].isupper() or not grams & _MUTE):  # "того" is no Togo
            return f"c:{country}"
        concept = self._concept(lemma, word)
        if concept:
            return None if self._concepts.kind(concept) in _MUTE_KINDS else f"k:{concept}"
        if grams & _MUTE or len(lemma) < _SHORTEST:
            return None
        if lemma[:1].isupper() or (
            word[:1].isupper() and grams & Gram.ADJ
        ):  # "Курська" is as much of a place
            return f"n:{romanised(_place(lemma)).lower().replace(' ', '')[:_NAME]}"
        return f"w:{lemma[:_STEM]}"

    def _country(self, word: str, lemma: str) -> str | None:
        countries = self._countries
        return countries.code(lemma) or countries.code(word) or countries.people(lemma)

    def _analyse(self, word: str) -> tuple[str, int]:
        if self._morphology is None:
            return word, 0
        readings = self._morphology.analyse(word)
        return self._morphology.lemma(word), readings[0].grams if readings else 0

    def _concept(self, lemma: str, word: str) -> str | None:
        if self._morphology is None:
            return self._concepts.of_form(word.lower(), self._lang)
        return self._concepts.of(lemma.lower(), self._lang)

    def _country_of_two(self, words: list[str], at: int) -> str | None:
        """Return the country of a name of two words, in any case: "Північної Кореї"."""
        if at + 1 >= len(words) or not words[at + 1][:1].isupper():
            return None
        pair = (words[at], words[at + 1])
        lemmas = " ".join(self._analyse(word)[0] for word in pair)
        return self._countries.code(" ".join(pair)) or self._countries.code(lemmas) or self._agreed(pair)

    def _agreed(self, pair: tuple[str, str]) -> str | None:
        """Try the adjective in the genders of a nominative, for lemmas are masculine: "північний Корея"."""
        first, second = (self._analyse(word)[0] for word in pair)
        if self._morphology is None or not first.endswith(("ий", "ій", "ый")):
            return None
        endings = ("а", "я", "ая", "е", "і", "ые")
        forms = (f"{first[:-2]}{ending} {second}" for ending in endings)
        return next((code for form in forms if (code := self._countries.code(form))), None)
