"""What a content says, as a set of terms that can be compared between texts and between languages.

A term is a short string with a prefix that tells its kind:

    c:KP        a country, by name, adjective or capital
    k:troops    a concept of the thesaurus: one for all its words in every language
    n:rt        a name, by its consonants, which no alphabet changes much
    q:600000    a quantity; d:27 a bare figure (a day of the month, an hour)
    w:gptt      any other word, by the consonants of its stem: гепатит, hepatitis
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .. import languages
from ..gazetteer.concepts import Concepts
from ..gazetteer.countries import Countries
from ..gazetteer.forms import lemmas
from ..gazetteer.romanise import bones, romanised
from ..model import Statement
from ..text.grammemes import Gram
from ..text.morphology import Analysis, Morphology
from ..text.words import plain_words

WEIGHTS = {"c": 0.6, "k": 1.0, "n": 1.2, "q": 1.5, "d": 0.8, "w": 1.0}
"""How much a term of each kind tells. Countries stand in nearly every sentence of a story about them."""

_STEM, _BONES = 6, 4
"""Letters, and consonants, that are kept of a word; of a name all its consonants are."""
_ENOUGH_BONES = 3
"""Consonants below which a word is known by its vowels as well."""
_SHORTEST = 3
_LONG_ENOUGH = 5
"""Letters from which an inflected word may be looked for among countries by its endings alone."""
_PLACE = re.compile(r"(?<=\w\w)(?:shchin\w{1,3}|[sc]k(?:\w{1,2}|aia|uiu|ogo|omu|imi)?)$")
"""What a town, its region and their adjective end in, in Latin letters: Курськ, Курщина, Курская, Kursk are one."""
_OF_PLACES = ("ський", "цький", "зький", "ский", "цкий")
"""How adjectives of names end, which are not capital in Ukrainian and Russian: бурятський."""
_PEOPLES = {
    "americans": "US", "belarusians": "BY", "britons": "GB", "chinese people": "CN", "frenchman": "FR",
    "germans": "DE", "israelis": "IL", "palestinians": "PS", "poles": "PL", "russians": "RU", "ukrainians": "UA",
}  # fmt: skip
"""Concepts of a people that no rule derives from its country's name."""
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


def name_term(name: str) -> str:
    """Return what a name is compared by, the same in every alphabet, for a place and its region and adjective too."""
    latin = romanised(name).replace(" ", "").lower()
    return _by_bones(_PLACE.sub("", latin))


def _feminine(adjective: str) -> str:
    return re.sub("[иыо]й$", "ая", adjective)


def _by_bones(latin: str) -> str:
    found = bones(latin)
    return found[:_BONES] if len(found) >= _ENOUGH_BONES else latin[:_STEM]


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
        self._pairs: dict[tuple[str, str], str | None] = {}

    def terms(self, text: str, counted: set[str] | frozenset[str] = frozenset()) -> Iterator[str]:
        """Yield the terms of `text` in order; the figures in `counted` belong to quantities and are left out."""
        words = [word.removesuffix("'s") for word in plain_words(text)]
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
        if not opening or word.isupper():
            return self._remembered(word)
        term = self._remembered(word.lower())
        return self._at_the_head(word, term) if term and term[0] == "w" else term

    def _at_the_head(self, word: str, term: str) -> str:
        """Return the term of a word that no table has in lower case: a name or country if its capital reads as one."""
        named = self._analyse(word)[0][:1].isupper()
        found = self._remembered(word) if named else None
        return found if found and found[0] in "cn" else term

    def _remembered(self, word: str) -> str | None:
        if word not in self._known:
            self._known[word] = self._read(word)
        return self._known[word]

    def _read(self, word: str) -> str | None:
        if word[:1].isdigit():
            return f"d:{_figure(word)}"
        lemma, grams = self._analyse(word)
        country = self._country(word, lemma)
        if country and (word[:1].isupper() or not grams & _MUTE):
            return f"c:{country}"
        concept = self._concept(lemma, word)
        if concept in _PEOPLES:
            return f"c:{_PEOPLES[concept]}"
        if concept:
            return None if self._concepts.kind(concept) in _MUTE_KINDS else f"k:{concept}"
        if grams & _MUTE or len(lemma) < _SHORTEST:
            return None
        if word[:1].isupper() or lemma[:1].isupper() or lemma.endswith(_OF_PLACES):
            return f"n:{name_term(lemma)}"  # "Курська" is as much of a place
        return f"w:{_by_bones(romanised(lemma))}"

    def _country(self, word: str, lemma: str) -> str | None:
        countries = self._countries
        unsure = self._morphology is None and word.islower()
        if len(word) < _LONG_ENOUGH and unsure:  # "того" is no Togo
            return None
        found = countries.code(lemma) or countries.code(word) or countries.people(lemma)
        if found or len(word) < _LONG_ENOUGH:
            return found
        forms = lemmas(word.lower(), self._lang)
        return next(
            (code for form in forms if (code := countries.code(form) or countries.people(form))), None
        )

    def _analyse(self, word: str) -> tuple[str, int]:
        if self._morphology is None:
            return word, 0
        readings = self._analyses(word)
        return self._morphology.lemma(word), readings[0].grams if readings else 0

    def _concept(self, lemma: str, word: str) -> str | None:
        if self._morphology is None:
            return self._concepts.of_form(word.lower(), self._lang)
        found = self._concepts.of(lemma.lower(), self._lang)
        return found if found or word[:1].isupper() else self._other_concept(lemma.lower(), word)

    def _other_concept(self, lemma: str, word: str) -> str | None:
        """Return the concept of a word whose likeliest lemma has none.

        It is that of the form itself ("talks"), of another lemma that it may have, or of a participle's verb.
        """
        lemmas = (reading.lemma.lower() for reading in self._analyses(word))
        known = (self._concepts.of(other, self._lang) for other in (word, *lemmas))
        return next((one for one in known if one), None) or self._concepts.of_verb(lemma, self._lang)

    def _analyses(self, word: str) -> tuple[Analysis, ...]:
        return self._morphology.analyse(word) if self._morphology else ()

    def _country_of_two(self, words: list[str], at: int) -> str | None:
        """Return the country of a name of two words, in any case: "Північної Кореї"."""
        if at + 1 >= len(words) or not words[at + 1][:1].isupper():
            return None
        pair = (words[at], words[at + 1])
        if pair not in self._pairs:
            self._pairs[pair] = self._read_pair(pair)
        return self._pairs[pair]

    def _read_pair(self, pair: tuple[str, str]) -> str | None:
        analysed = " ".join(self._analyse(word)[0] for word in pair)
        whole = " ".join(pair)
        found = self._countries.code(whole) or self._countries.code(analysed) or self._agreed(pair)
        found = found or self._countries.people(whole.lower())
        if found:
            return found
        firsts, seconds = ([word.lower(), *lemmas(word.lower(), self._lang)] for word in pair)
        firsts = [first for first in {*firsts, *map(_feminine, firsts)} if self._countries.begins(first)]
        forms = (f"{first} {second}" for first in sorted(firsts) for second in seconds)
        return next((code for form in forms if (code := self._countries.code(form))), None)

    def _agreed(self, pair: tuple[str, str]) -> str | None:
        """Try the adjective in the genders of a nominative, for lemmas are masculine: "північний Корея"."""
        first, second = (self._analyse(word)[0] for word in pair)
        if self._morphology is None or not first.endswith(("ий", "ій", "ый")):
            return None
        endings = ("а", "я", "ая", "е", "і", "ые")
        forms = (f"{first[:-2]}{ending} {second}" for ending in endings)
        return next((code for form in forms if (code := self._countries.code(form))), None)
