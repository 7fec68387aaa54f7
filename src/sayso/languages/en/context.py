"""What English words are in their places: parted, told apart as nouns and verbs, and given the case of their place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from ...grammar.forms import Form
from ...grammar.names import TITLES
from ...text.grammemes import CASES, Gram
from ...text.morphology import Analysis
from ...text.tokens import Token
from .chunks import Chunk, Word, chunks
from .kinds import kinds_of
from .morphology import known_names
from .penn import Spelled, spelled, tagger
from .splitting import parted
from .tagging import AND_, A, C, D, F, G, H, K, P, R, S, T, Tagged, V, W, read_groups
from .tails import end_with_verbs

_HELD = 200_000
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
_FIXED_TAGS = frozenset(_FIXED) - {S}
_MODIFIERS = frozenset({D, S})
_FINITE = int(Gram.VERB)
_TENSES = {"past": int(Gram.PAST), "pres": int(Gram.PRES), "fut": int(Gram.FUT)}
_VERB_NUMBERS = (0, int(Gram.SING | Gram.P3), int(Gram.PLUR))


@cache
def context() -> EnglishContext:
    """Return the one context of English."""
    return EnglishContext()


class _Known(msgspec.Struct, eq=False):
    """A form with what the context makes of it: as the tagger and the chunks see it, and the names that it opens.

    `nouns` are its readings inside noun chunks, by case and by whether it modifies; `others` those elsewhere, by the
    grammemes of a finite verb, else by the tag, which is a smaller number.
    """

    form: Form
    spelled: Spelled
    word: Word
    names: list[tuple[tuple[str, ...], int]] | None
    nouns: dict[int, Form] = {}
    others: dict[int, Form] = {}


class EnglishContext:
    """Answers the `Context` protocol."""

    def __init__(self) -> None:
        self._starts = _names_of_several_words()
        self._parts: dict[tuple[str, int], _Known] = {}

    def tokens(self, tokens: list[Token]) -> list[Token]:
        """Part possessives and contractions, join letters with points between them."""
        return parted(tokens)

    def forms(self, tokens: Sequence[Token], forms: list[Form]) -> list[Form]:
        """Return the forms as they read in their places."""
        if len(self._parts) >= _HELD:
            self._parts.clear()
        known: list[_Known] = [form.known for form in forms]
        if None in known:
            known = [form.known or self._know(token, form) for token, form in zip(tokens, forms, strict=True)]
        self._join_names(tokens, known)
        penn = tagger().tags([each.spelled for each in known])
        end_with_verbs(tokens, penn)
        tagged = read_groups([token.norm for token in tokens], penn)
        found = chunks([each.word for each in known], tagged.tags)
        return _read(known, tagged, found)

    def _know(self, token: Token, form: Form) -> _Known:
        names = self._starts.get(form.text) if form.capital else None
        held = form.known = _Known(form, spelled(form.text, _able(token, form)), _word(form), names)
        return held

    def _join_names(self, tokens: Sequence[Token], known: list[_Known]) -> None:
        """Read names of several words, "South Korea", "White House", as the table of names has them."""
        places = [(i, each.names) for i, each in enumerate(known) if each.names]
        before = list(known) if places else known
        for i, names in places:
            for words, grams in names:
                if tuple([token.text for token in tokens[i : i + len(words)]]) == words:
                    for k, word in enumerate(words, i):
                        known[k] = self._part(tokens[k], before[k].form, word, grams)
                    break

    def _part(self, token: Token, form: Form, word: str, grams: int) -> _Known:
        held = self._parts.get((word, grams))
        if held is None:
            part = form.read_as((Analysis(word, grams),))
            part.classes = frozenset()  # the States of "United States" are no bodies
            made = _Known(part, spelled(part.text, _able(token, part)), _word(part), None)
            held = self._parts[word, grams] = made
        return held


def _able(token: Token, form: Form) -> tuple[str, ...]:
    """Return the tags that a form may have."""
    return ("NNP",) if form.likeliest & _PROPER and len(form.readings) == 1 else kinds_of(token, form)


def _word(form: Form) -> Word:
    return Word(
        form.lower,
        form.capital,
        bool(form.classes & TITLES) and not form.has(Gram.FNAME),
        "role" in form.classes,
        "weak-noun" in form.classes,
        form.first(Gram.FNAME),
        form.has(Gram.GEO),
        form.only(Gram.LNAME) and len(form.text) > 2,
        any(grams & Gram.NOUN and not grams & Gram.PROP for _, grams in form.readings),
        "particle" in form.classes,
    )


def _read(known: Sequence[_Known], tagged: Tagged, found: list[Chunk]) -> list[Form]:
    """Return for each word the form that its tag and its chunk make of it."""
    tags, verbs = tagged.tags, tagged.verbs
    read = [each.form for each in known]
    for chunk in found:
        head, case = chunk.head, chunk.case
        for i in range(chunk.start, chunk.end):
            modifies = i < head or tags[i] in _MODIFIERS
            each, key = known[i], case << 1 | modifies
            read[i] = each.nouns.get(key) or _nominal(each, key, case, modifies=modifies)
    for i in [i for i, made in enumerate(tags) if made in _FIXED_TAGS]:
        each, made = known[i], tags[i]
        read[i] = each.others.get(made) or _as(each, made, made, _FIXED[made])
    for i, (tense, number) in verbs.items():
        if tags[i] == V:
            grams = _FINITE | _TENSES[tense] | _VERB_NUMBERS[number]
            read[i] = known[i].others.get(grams) or _as(known[i], grams, V, grams)
    return read


def _nominal(each: _Known, key: int, case: int, *, modifies: bool) -> Form:
    form = each.form
    if modifies and "owning" in form.classes:
        made = _mark_of_possession(form)
    else:
        made = form.read_as(_modifier(form, case) if modifies else _noun(form, case))
    each.nouns[key] = made
    return made


def _as(each: _Known, key: int, made: int, grams: int) -> Form:
    form = each.form
    lemma = _verb_lemma(form) if made in (V, F, G, K) else form.lower
    held = each.others[key] = form.read_as((Analysis(lemma, grams),))
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
