"""Word forms as the grammar sees them: agreement cells, verb features and lexicon classes, computed once a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from string import ascii_letters
from typing import Any, Protocol

from ..text.grammemes import Gram
from ..text.morphology import Analysis, Morphology
from ..text.tokens import NUMBER, WORD, Token, in_lower_case, tokenise
from . import agreement

FUNCTION = Gram.PREP | Gram.CONJ | Gram.PART | Gram.INTJ
_PERHAPS_FUNCTION = FUNCTION | Gram.ADV
_NOMINAL = Gram.NOUN | Gram.PRON
_SHOUTED = 6
_GIVEN = Gram.FNAME | Gram.PATR
_MODIFIER = Gram.ADJ | Gram.DET | Gram.NUM | Gram.PARTCP | Gram.POSS
_FINITE = Gram.PAST | Gram.PRES | Gram.FUT | Gram.IMPER | Gram.IMPERS
_CACHE_LIMIT = 200_000
_NO_CLASSES: frozenset[str] = frozenset()


class Form:
    """What is known of one spelling, wherever it stands.

    `noun` and `modifier` are agreement cells of its readings as a noun and as a modifier (0 where it has none);
    `grams` is the union of all grammemes, `likeliest` those of the first reading; `lower` is the text in lower case;
    `classes` are the lexicon classes of its lemmas; `capital` tells whether it starts with a capital letter, `latin`
    whether with a Latin one, `plain` whether it is a word in lower case of no class that is no function word,
    `abbreviation` whether it is one in capitals. `opens` tells whether a noun phrase may open with it, `doubtful`
    whether it may be a function word. `growth`, `cues` and `known` are for those who ask much of every word to keep
    what they have worked out: what may grow by it, which cues it begins, what the language's context knows of it.
    """

    __slots__ = (
        "abbreviation", "capital", "classes", "cues", "doubtful", "finite", "grams", "growth", "known", "latin",
        "lemmas", "likeliest", "lower", "modifier", "name", "noun", "opens", "plain", "readings", "text", "word",
    )  # fmt: skip

    def __init__(self, text: str, kind: str, readings: tuple[Analysis, ...], classes: frozenset[str]) -> None:
        self.text = text
        self.lower = in_lower_case(text)
        self.word = kind == WORD
        self.readings = readings
        self.classes = classes
        self.capital = text[:1].isupper()
        self.latin = self.word and text[0] in ascii_letters
        self.likeliest = readings[0].grams if readings else 0
        grams, noun, modifier = _agreeing(tuple([bits for _, bits in readings]))
        if kind == NUMBER:
            modifier = agreement.ANY
        self.grams = grams
        self.modifier = modifier
        self.finite = bool(grams & _FINITE)
        self.plain = self.word and not (self.capital or self.latin or classes or grams & FUNCTION)
        # ALL CAPITALS in a text may be a shouted name: only what is short, or known as such, abbreviates
        known = bool(grams & Gram.ABBR)
        self.abbreviation = self.word and len(text) > 1 and text.isupper() and (known or len(text) < _SHOUTED)
        # an abbreviation does not inflect, whatever a guess at its form says
        self.noun = noun if not self.abbreviation else agreement.ANY
        self.name = bool(grams & (Gram.FNAME | Gram.LNAME | Gram.PATR))
        self.lemmas = _lemmas(tuple([lemma for lemma, _ in readings]))
        self.growth: tuple[Callable[..., Any], ...] | None = None
        self.cues: Any = None
        self.known: Any = None
        self._settle()

    def _settle(self) -> None:
        """Work out what a reader of noun phrases asks of every word first."""
        counts = self.modifier or self.noun or self.capital or "quantifier" in self.classes
        self.opens = bool(counts) or not (
            self.word and self.text[0].isalpha()
        )  # a mark of possession is a mark too
        self.doubtful = bool(self.classes or self.grams & _PERHAPS_FUNCTION)

    def read_as(self, readings: tuple[Analysis, ...]) -> Form:
        """Return the form as it reads in some place: with these readings alone. Its lemmas are still all of them."""
        kind = WORD if self.word else NUMBER
        form = Form(self.text, kind, readings, self.classes)
        form.lemmas = self.lemmas
        _, form.noun, form.modifier = _agreeing(tuple([bits for _, bits in readings]))
        form._settle()
        return form

    def has(self, bits: int) -> bool:
        """Tell whether any reading has any of these grammemes."""
        return bool(self.grams & bits)

    def only(self, bits: int) -> bool:
        """Tell whether there are readings and all of them have one of these grammemes."""
        for _, grams in self.readings:  # a generator costs thrice as much
            if not grams & bits:
                return False
        return bool(self.readings)

    def first(self, bits: int) -> bool:
        """Tell whether the likeliest reading has one of these grammemes."""
        return bool(self.likeliest & bits)

    def __repr__(self) -> str:
        return f"Form({self.text!r}, {sorted(self.lemmas)})"


@lru_cache(maxsize=65_536)  # forms of one word share the answer: it is small, and there are many
def _lemmas(lemmas: tuple[str, ...]) -> frozenset[str]:
    return frozenset(lemmas)


@lru_cache(maxsize=16_384)  # words inflected alike share the answer; Ukrainian has fewer ways
def _agreeing(readings: tuple[int, ...]) -> tuple[int, int, int]:
    """Return all grammemes of several readings, and their cells as nouns and as modifiers."""
    grams = noun = modifier = 0
    for bits in readings:
        grams |= bits
        if bits & _NOMINAL:
            # nobody is called by a first name in the plural
            noun |= agreement.cells(bits) & (~agreement.PLUR if bits & _GIVEN else agreement.ANY)
        if bits & _MODIFIER:
            modifier |= agreement.cells(bits)
    return grams, noun, modifier


class Context(Protocol):
    """What a language makes of words by what stands around them, where spelling alone leaves too much open."""

    def tokens(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens of a text, some of them parted ("Seoul's") or joined ("U.S."), numbered anew."""
        ...

    def forms(self, tokens: Sequence[Token], forms: list[Form]) -> list[Form]:
        """Return for every token its form as it reads in its place."""
        ...


class Forms:
    """Forms of one language, cached by spelling; what a place makes of them is up to the language's `context`.

    `classes` maps a lemma, or a spelling in lower case, to the names of its lexicon classes; a word with one of
    `prefixes` has those of the word without it ("ексміністр").
    """

    def __init__(
        self,
        morphology: Morphology,
        classes: Mapping[str, frozenset[str]],
        prefixes: Sequence[str] = (),
        context: Context | None = None,
    ) -> None:
        self._morphology = morphology
        self._classes = classes
        self._prefixes = tuple(prefixes)
        self._context = context
        self._cache: dict[str, Form] = {}

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a text, line ends left out, as the language parts them."""
        tokens = tokenise(text, breaks=False)
        return self._context.tokens(tokens) if self._context else tokens

    def all(self, tokens: Sequence[Token]) -> list[Form]:
        """Return the forms of the tokens of a text, each as it reads in its place."""
        held = self._cache.get
        forms = [held(token.text) or self.of(token) for token in tokens]
        return self._context.forms(tokens, forms) if self._context else forms

    def of(self, token: Token) -> Form:
        """Return the form of a token."""
        form = self._cache.get(token.text)
        if form is None:
            if len(self._cache) >= _CACHE_LIMIT:
                self._cache.clear()
            form = self._cache[token.text] = self._make(token)
        return form

    def _make(self, token: Token) -> Form:
        readings = self._morphology.analyse(token.text) if token.kind == WORD else ()
        known = self._classes
        found = [known[name] for name in (token.norm, token.text) if name in known]
        if not found and self._prefixes and token.norm.startswith(self._prefixes):
            found = self._without_prefix({token.norm, *(lemma.lower() for lemma, _ in readings)})
        for lemma in {lemma for lemma, _ in readings}:
            found += [known[name] for name in (lemma, lemma.lower()) if name in known]
        if not found and "-" in token.norm:
            found = self._of_first_part(lemma for lemma, _ in readings)
        classes = found[0].union(*found[1:]) if found else _NO_CLASSES
        return Form(token.text, token.kind, readings, classes)

    def _of_first_part(self, lemmas: Iterable[str]) -> list[frozenset[str]]:
        """A role with another word to it is the same kind of role: "художник-постановник"."""
        firsts = {lemma.partition("-")[0] for lemma in lemmas}
        found = [self._classes[first] for first in sorted(firsts) if first in self._classes]
        return [classes for classes in found if "role" in classes]

    def _without_prefix(self, words: Iterable[str]) -> list[frozenset[str]]:
        rests = {word[len(p) :].lstrip("-") for word in words for p in self._prefixes if word.startswith(p)}
        return [self._classes[rest] for rest in sorted(rests) if rest in self._classes]
