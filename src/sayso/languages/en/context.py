"""What English words are in their places: parted, told apart as nouns and verbs, and given the case of their place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...grammar.forms import Form
from ...grammar.names import TITLES
from ...text.grammemes import CASES, Gram
from ...text.morphology import Analysis
from ...text.tokens import PUNCT, Token
from .chunks import Chunk, Word, chunks
from .kinds import kinds_of
from .morphology import known_names
from .penn import tagger
from .splitting import parted
from .tagging import AND_, A, C, D, F, G, H, J, K, N, P, R, S, T, Tagged, V, W, read_groups

_HELD = 400_000
_APART = "·"  # makes the spelling of a mark of possession one of its own
_NOMINAL = int(Gram.NOUN | Gram.PRON)
_PERSON = int(Gram.P1 | Gram.P2 | Gram.P3)
_KEPT = int(Gram.PROP | Gram.GEO | Gram.ABBR | Gram.ORG | Gram.FNAME | Gram.LNAME | Gram.NUM | Gram.POSS)
_MODIFIED = int(Gram.ADJ)
_CASES, _PROPER = int(CASES), int(Gram.PROP)
_FIXED = {
    P: int(Gram.PREP), T: int(Gram.PART), R: int(Gram.ADV), C: int(Gram.CONJ), A: int(Gram.PART), H: int(Gram.CONJ),
    F: int(Gram.VERB | Gram.INF), G: int(Gram.VERB | Gram.GERUND), K: int(Gram.PREDIC | Gram.PASS), S: int(Gram.DET),
    AND_: int(Gram.CONJ), W: int(Gram.PRON | Gram.REL | Gram.NOM),
}  # fmt: skip
_TENSES = {"past": int(Gram.PAST), "pres": int(Gram.PRES), "fut": int(Gram.FUT)}
_VERB_NUMBERS = (0, int(Gram.SING | Gram.P3), int(Gram.PLUR))


@cache
def context() -> EnglishContext:
    """Return the one context of English."""
    return EnglishContext()


class EnglishContext:
    """Answers the `Context` protocol."""

    def __init__(self) -> None:
        self._starts = _names_of_several_words()
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._words: dict[str, Word] = {}
        self._made: dict[tuple[str, int, int], Form] = {}

    def tokens(self, tokens: list[Token]) -> list[Token]:
        """Part possessives and contractions, join letters with points between them."""
        return parted(tokens)

    def forms(self, tokens: Sequence[Token], forms: list[Form]) -> list[Form]:
        """Return the forms as they read in their places."""
        if len(self._made) >= _HELD:
            for held in (self._kinds, self._words, self._made):
                held.clear()
        forms = self._named(tokens, forms)
        able = [self._kind(token, form) for token, form in zip(tokens, forms, strict=True)]
        penn = tagger().tags([token.text for token in tokens], able)
        tagged = read_groups([token.norm for token in tokens], penn)
        words = [self._word(form) for form in forms]
        found = chunks(words, tagged.tags)
        return self._read(tokens, forms, tagged, found)

    def _named(self, tokens: Sequence[Token], forms: list[Form]) -> list[Form]:
        """Read names of several words, "South Korea", "White House", as the table of names has them."""
        found, starts = forms, self._starts
        for i in [i for i, form in enumerate(forms) if form.capital and form.text in starts]:
            for words, grams in starts[forms[i].text]:
                if tuple([token.text for token in tokens[i : i + len(words)]]) == words:
                    found = list(forms) if found is forms else found
                    for k, word in enumerate(words, i):
                        found[k] = self._part(forms[k], word, grams)
                    break
        return found

    def _part(self, form: Form, word: str, grams: int) -> Form:
        key = (word, -1, grams)
        held = self._made.get(key)
        if held is None:
            held = self._made[key] = form.read_as((Analysis(word, grams),))
            held.classes = frozenset()  # the States of "United States" are no bodies
        return held

    def _kind(self, token: Token, form: Form) -> tuple[str, ...]:
        if form.likeliest & _PROPER and len(form.readings) == 1:
            return ("NNP",)
        held = self._kinds.get(form.text)
        if held is None:
            held = self._kinds[form.text] = kinds_of(token, form)
        return held

    def _word(self, form: Form) -> Word:
        key = form.text if form.classes else f"{form.text} {form.likeliest}"
        held = self._words.get(key)
        if held is None:
            held = self._words[key] = Word(
                form.lower,
                form.capital,
                bool(form.classes & TITLES) and not form.has(Gram.FNAME),
                "role" in form.classes,
                "weak-noun" in form.classes,
                form.first(Gram.FNAME),
                form.has(Gram.GEO),
            )
        return held

    def _read(
        self, tokens: Sequence[Token], forms: list[Form], tagged: Tagged, found: list[Chunk]
    ) -> list[Form]:
        """Return for each word the form that its tag and its chunk make of it."""
        tags, verbs = tagged.tags, tagged.verbs
        read = list(forms)
        for chunk in found:
            for i in range(chunk.start, chunk.end):
                if tokens[i].kind != PUNCT:
                    modifies = i < chunk.head or tags[i] in (D, S)
                    read[i] = self._nominal(forms[i], modifies, chunk.case)
        for i, made in enumerate(tags):
            if made == V:
                tense, number = verbs[i]
                read[i] = self._as(forms[i], V, int(Gram.VERB) | _TENSES[tense] | _VERB_NUMBERS[number])
            elif made in _FIXED and made != S:
                read[i] = self._as(forms[i], made, _FIXED[made])
        return read

    def _nominal(self, form: Form, modifies: bool, case: int) -> Form:
        key = (
            form.text,
            (N if not modifies else J) + (form.likeliest << 8),
            0 if modifies and form.word else case,
        )
        held = self._made.get(key)
        if held is None and modifies and "owning" in form.classes:
            held = self._made[key] = _mark_of_possession(form)
        if held is None:
            readings = _modifier(form, case) if modifies else _noun(form, case)
            held = self._made[key] = form.read_as(readings)
        return held

    def _as(self, form: Form, made: int, grams: int) -> Form:
        key = (form.text, made + 100, grams)
        held = self._made.get(key)
        if held is None:
            lemma = _verb_lemma(form) if made in (V, F, G, K) else form.lower
            held = self._made[key] = form.read_as((Analysis(lemma, grams),))
        return held


def _mark_of_possession(form: Form) -> Form:
    """ "Seoul's" is no "Seoul is": the mark is no form of "be", so that it begins none of its cues."""
    held = form.read_as((Analysis(form.lower, _MODIFIED),))
    held.text, held.lemmas = form.text + _APART, frozenset({form.lower})
    return held


def _names_of_several_words() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Return the names of more than one word with their grammemes, by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name, kind in known_names().items():
        words = tuple(name.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, int(Gram.NOUN | Gram.PROP | Gram.SING) | kind))
    return {first: sorted(rest, key=lambda each: -len(each[0])) for first, rest in found.items()}


def _verb_lemma(form: Form) -> str:
    verbal = int(Gram.VERB | Gram.PARTCP)
    return next((lemma for lemma, grams in form.readings if grams & verbal), form.lower)


def _modifier(form: Form, case: int) -> tuple[Analysis, ...]:
    if not form.word:
        return (Analysis(form.text, int(Gram.NUM) | case),)
    lemma = form.readings[0].lemma if form.readings else form.lower
    determiner = int(Gram.DET) if form.grams & Gram.DET else _MODIFIED
    return (Analysis(lemma, determiner | form.likeliest & _KEPT | form.grams & int(Gram.POSS)),)


def _noun(form: Form, case: int) -> tuple[Analysis, ...]:
    """The readings of a word as a noun or pronoun in a case; a pronoun keeps its own where the place allows it."""
    readings = [reading for reading in form.readings if reading.grams & _NOMINAL]
    own = [r for r in readings if r.grams & _PERSON and r.grams & case]
    if own:
        return tuple(Analysis(lemma, grams & (~_CASES | case)) for lemma, grams in own)
    if not readings:
        lemma = form.readings[0].lemma if form.readings else form.text
        counted = not form.word and form.text != "1"
        plural = int(Gram.PLUR) if counted or form.grams & Gram.NUM else int(Gram.PLUR | Gram.SING)
        return (Analysis(lemma, int(Gram.NOUN) | plural | case),)
    return tuple(Analysis(lemma, grams & ~_CASES | case) for lemma, grams in readings)
