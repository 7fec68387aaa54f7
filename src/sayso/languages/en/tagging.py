"""Which of its kinds each word of a text is: one pass from left to right, by the words around it.

No model and no frequencies: what the words before have made of the clause (a subject, a verb already, an auxiliary that
waits for its verb) tells most nouns from verbs, and the rest is told by what comes next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from . import kinds as k

# What a word is in its place. A verb's tense and number are told by its spelling and by the auxiliaries before it.
(N, J, D, P, T, R, C, V, I, A, G, K, U, W, H, Q, S, X) = range(18)
"""Noun, adjective or participle that modifies, determiner, preposition, "to" before a verb, adverb, conjunction, finite
verb, infinitive, auxiliary, -ing form, passive participle, pronoun, relative, "that", number, possessive, mark."""
AND_ = 18

_MODIFYING = frozenset({D, J, S, Q})
_NAMING = frozenset({N, U})
_REACH = 6


class Verb(NamedTuple):
    """A finite verb's tense and number: "past", "pres" or "fut"; `number` 1 for the singular, 2 for the plural, 0 for any."""

    tense: str
    number: int


class Tagged(NamedTuple):
    """The tags of a text, and what its finite verbs are, by their tokens."""

    tags: list[int]
    verbs: dict[int, Verb]


def tag(words: Sequence[str], bits: Sequence[int]) -> Tagged:
    """Return the tags of a text, given its words in lower case and what each may be."""
    return _Tagger(words, bits).run()


class _Tagger:
    def __init__(self, words: Sequence[str], bits: Sequence[int]) -> None:
        self._words = words
        self._bits = bits
        self._tags: list[int] = []
        self._verbs: dict[int, Verb] = {}
        self._seen = False  # a finite verb in this clause
        self._waiting = -1  # the auxiliary that waits for its verb
        self._last = X  # the last tag that is no adverb

    def run(self) -> Tagged:
        for i, bits in enumerate(self._bits):
            made = _SIMPLE.get(bits)
            if made is None:
                made = self._choose(i, bits)
            self._note(i, made)
        return Tagged(self._tags, self._verbs)

    def _note(self, i: int, made: int) -> None:
        self._tags.append(made)
        if made in _OPENING:
            self._seen = made == AND_ and False
            if made != AND_:
                self._waiting = -1
        elif made == V:
            self._seen = True
        if made not in (R, A, V):
            self._waiting = -1 if made != X else self._waiting
        if made != R:
            self._last = made

    # ---- kinds that decide by themselves

    def _choose(self, i: int, bits: int) -> int:
        if bits & k.AUXILIARY and not bits & k.OWNER:
            return self._auxiliary(i, bits)
        if bits & k.OWNER:
            return self._possessive_or_is(i, bits)
        if bits & (k.PREP | k.SUBORDINATE | k.THAT | k.TO | k.WH):
            return self._joining(i, bits)
        if bits & (k.DET | k.POSSESSIVE | k.OBJECT | k.PRONOUN):
            return self._pointing(i, bits)
        if self._waiting >= 0 and bits & k.VERBAL:
            found = self._behind_auxiliary(i, bits)
            if found is not None:
                return found
        return self._content(i, bits)

    def _next(self, i: int) -> int:
        return self._bits[i + 1] if i + 1 < len(self._bits) else k.MARK

    def _noun_follows(self, i: int) -> bool:
        """Tell whether the next word goes on a noun phrase."""
        bits = self._next(i)
        return bool(bits & (k.NOMINAL | k.ADJ | k.NUMBERED | k.PARTICIPLE)) and not bits & (
            k.AUXILIARY | k.PREP | k.SUBORDINATE | k.AND | k.ADV
        )

    def _possessive_or_is(self, i: int, bits: int) -> int:
        if not bits & k.BE:
            return S
        before = self._bits[i - 1] if i else k.MARK
        if before & (k.PRONOUN | k.WH | k.THERE | k.THAT) and not before & k.NOUN:
            return self._auxiliary(i, k.BE)
        return S if self._noun_follows(i) or self._next(i) & (k.ING | k.MARK | k.VERBAL) else self._auxiliary(i, k.BE)

    def _joining(self, i: int, bits: int) -> int:
        after = self._next(i)
        if bits & k.TO:
            verb = after & k.BASE or after & k.AUXILIARY
            split = after & k.ADV and i + 2 < len(self._bits) and self._bits[i + 2] & k.BASE
            return T if (verb and self._words[i - 1 if i else 0] not in ("according", "due")) or split else P
        if bits & k.THAT:
            if self._last in (N, U) and after & (k.AUXILIARY | k.FINITE) and not after & (k.NOUN | k.NAME):
                return W
            if self._last in (N, U) and after & k.THIRD and not self._seen:
                return W
            return H if not self._this_one(i) else D
        if bits & k.WH:
            return W
        if bits & k.PREP and after & k.MARK and not bits & k.SUBORDINATE:
            return R
        if bits & k.ADV and bits & k.PREP and not after & (k.DET | k.NOMINAL | k.POSSESSIVE | k.NUMBERED):
            return R
        if bits & k.SUBORDINATE and not bits & k.PREP:
            return C if not bits & (k.ADV | k.NOUN | k.ADJ) else C
        return P

    def _this_one(self, i: int) -> bool:
        """ "that number": a determiner where a singular noun and then a verb follow, and no clause is awaited."""
        after = self._next(i)
        lone = after & k.NOUN and not after & (k.NAME | k.PLURAL | k.ADJ)
        verb = i + 2 < len(self._bits) and self._bits[i + 2] & (k.AUXILIARY | k.PAST | k.MARK)
        return bool(lone and (verb or self._last in (P, X, C)))

    def _pointing(self, i: int, bits: int) -> int:
        if bits & k.POSSESSIVE and not bits & k.OBJECT:
            return D
        if bits & (k.OBJECT | k.PRONOUN) and not bits & (k.DET | k.POSSESSIVE):
            return U
        return D if self._noun_follows(i) else U

    # ---- verb groups

    def _auxiliary(self, i: int, bits: int) -> int:
        word = self._words[i]
        if self._waiting >= 0 and bits & (k.BE | k.HAVE) and word in _BARE:
            verb = self._verbs.pop(self._waiting, Verb("pres", 0))
            self._tags[self._waiting] = A
            self._waiting = i
            self._verbs[i] = verb
            return V
        if word in ("be", "been", "have", "do") and self._last == T:
            self._waiting = -1
            return I
        if word in ("being", "having"):
            return G
        tense = "past" if word in _PAST else "fut" if word in _FUTURE else "pres"
        self._verbs[i] = Verb(tense, 1 if word in _SINGULAR else 2 if word in _PLURAL else 0)
        self._waiting = i
        return V

    def _behind_auxiliary(self, i: int, bits: int) -> int | None:
        """Return the tag of a verb that an auxiliary waits for: it carries the clause, unless it is passive."""
        at = self._waiting
        word, aux = self._words[at], self._bits[at]
        if aux & (k.MODAL | k.DO) and word not in ("be", "been"):
            return self._carry(i, "past" if word == "did" else "") if bits & k.BASE else None
        if aux & k.HAVE and bits & k.PARTICIPLE:
            return self._carry(i, "past")
        if aux & (k.BE | k.OWNER):
            if bits & k.ING and not (bits & k.NOUN and self._last == D):
                return self._carry(i, "")
            if bits & k.PARTICIPLE:
                self._waiting = -1
                return K
        return None

    def _carry(self, i: int, tense: str) -> int:
        verb = self._verbs.pop(self._waiting, Verb("pres", 0))
        self._tags[self._waiting] = A
        self._waiting = -1
        self._verbs[i] = Verb(tense or verb.tense, verb.number)
        return V

    # ---- nouns, verbs, adjectives

    def _content(self, i: int, bits: int) -> int:
        if bits & k.NUMBERED:
            return Q
        if bits & k.ADV and not bits & (k.NOMINAL | k.VERBAL | k.ADJ):
            return R
        if self._last == T and bits & k.BASE:
            return I
        finite = self._finite(i, bits)
        if finite:
            self._verbs[i] = finite
            return V
        if bits & (k.PARTICIPLE | k.ING) and not (bits & k.NOUN and self._last in _MODIFYING):
            found = self._participle(i, bits)
            if found is not None:
                return found
        return self._nominal(i, bits)

    def _participle(self, i: int, bits: int) -> int | None:
        if self._last in _NAMING:
            return G if bits & k.ING else K
        if self._last in _MODIFYING and (self._noun_follows(i) or bits & k.ADJ):
            return J if self._noun_follows(i) else None
        if bits & k.ING and not bits & k.ADJ:
            return J if self._last in _MODIFYING and self._noun_follows(i) else G
        if bits & k.ADJ:
            return J if self._noun_follows(i) else K
        return K if bits & k.PARTICIPLE else G

    def _nominal(self, i: int, bits: int) -> int:
        if bits & k.NAME:
            return N
        if bits & k.ADV and (not bits & k.NOUN or not self._last in _MODIFYING):
            if not bits & k.ADJ or not self._noun_follows(i):
                return R
        if bits & k.ADJ and (not bits & k.NOUN or (self._noun_follows(i) and not self._next(i) & k.FINITE)):
            return J
        if bits & k.NOUN:
            return N
        if bits & k.BASE:
            return I
        return R if bits & k.ADV else N

    def _finite(self, i: int, bits: int) -> Verb | None:
        """Return the tense and number of a word that carries the clause, None where it does not."""
        if not bits & k.FINITE or self._last in _MODIFYING or self._last in (P, T):
            return None
        capital_name = bits & k.NAME
        if capital_name and self._last not in (N, U, W):
            return None
        if self._last in (U, W, H) or self._tags_end_with_pronoun():
            return self._verb(bits) if not (self._last == H and bits & k.NOUN) else None
        if bits & k.PAST:
            return self._past(i, bits)
        if self._seen or capital_name:
            return None
        if self._last == N:
            return self._behind_noun(i, bits)
        return self._inverted(i, bits)

    def _tags_end_with_pronoun(self) -> bool:
        return self._last == U

    def _past(self, i: int, bits: int) -> Verb | None:
        if not bits & k.PARTICIPLE:
            return Verb("past", 0)
        after = self._next(i)
        if self._last in (N, AND_, X) and not self._seen:
            if self._words[i + 1 : i + 2] == ["by"] and self._verb_ahead(i):
                return None
            if self._last == X and not self._opens_speech(i) and not self._after_apposition(i):
                return None
            if self._last == AND_ and after & k.NOMINAL and not after & (k.DET | k.NAME):
                return None
            return Verb("past", 0) if not (self._verb_ahead(i) and not bits & k.NOUN) or self._last != N else None
        return Verb("past", 0) if self._last == AND_ else None

    def _verb_ahead(self, i: int) -> bool:
        """Tell whether a word that can only be a finite verb follows in the clause, without a subject of its own."""
        for at in range(i + 1, min(i + 1 + 2 * _REACH, len(self._bits))):
            bits = self._bits[at]
            if bits & (k.MARK | k.THAT | k.WH | k.PRONOUN | k.AND | k.SUBORDINATE | k.THERE) and not bits & k.PREP:
                return False
            sure = bits & (k.MODAL | k.HAVE | k.DO) or (bits & k.BE and self._words[at] not in _BARE)
            if sure or (bits & k.PAST and not bits & (k.NOUN | k.ADJ | k.PARTICIPLE)):
                return not self._bits[at - 1] & (k.NAME | k.PRONOUN) or at == i + 1
        return False

    def _behind_noun(self, i: int, bits: int) -> Verb | None:
        """ "Officials report that", "the agency claims": a verb behind a noun, where the clause has none yet."""
        after = self._next(i)
        if not bits & k.NOUN:
            return self._verb(bits)
        if after & (k.AUXILIARY | k.OWNER) or self._sure_verb(i + 1):
            return None
        plural = self._plural_before(i)
        agrees = bits & k.THIRD and not plural or (bits & k.BASE and plural)
        starts = after & (
            k.THAT | k.DET | k.POSSESSIVE | k.PRONOUN | k.OBJECT | k.TO | k.NAME | k.ADJ | k.NOUN | k.NUMBERED | k.WH
            | k.ING | k.ADV | k.SUBORDINATE
        )  # fmt: skip
        quoted = after & k.MARK and i + 1 < len(self._words) and self._words[i + 1] in _SPEECH
        ends = after & k.MARK and self._opened_by_comma(i)
        return self._verb(bits) if agrees and (starts or quoted or ends or after & k.PREP) and not self._verb_ahead(i) else None

    def _sure_verb(self, i: int) -> bool:
        bits = self._bits[i] if i < len(self._bits) else 0
        return bool(bits & k.PAST and not bits & (k.NOUN | k.ADJ))

    def _plural_before(self, i: int) -> bool:
        at = i - 1
        while at > 0 and self._tags[at] == R:
            at -= 1
        if self._bits[at] & k.PLURAL:
            return True
        while at > 0 and self._tags[at] in (N, J, D, P, S):
            at -= 1
            if self._tags[at] == AND_:
                return True
            if self._tags[at] == P and self._bits[at - 1] & k.PLURAL:
                return True
        return False

    def _opened_by_comma(self, i: int) -> bool:
        """ ", the mayor says." : a short clause behind a comma or a closing mark."""
        for at in range(i - 1, max(-1, i - 2 * _REACH), -1):
            if self._bits[at] & k.MARK:
                return self._words[at] in _CLAUSE_MARKS
            if self._tags[at] in (V, P, C):
                return False
        return False

    def _inverted(self, i: int, bits: int) -> Verb | None:
        """ "…," says Smith: a verb behind a mark, before its subject."""
        if self._last != X or not self._opens_speech(i):
            return None
        return self._verb(bits)

    def _opens_speech(self, i: int) -> bool:
        after = self._next(i)
        marked = i > 0 and self._words[i - 1] in _CLAUSE_MARKS
        return marked and bool(after & (k.NAME | k.DET | k.PRONOUN | k.POSSESSIVE | k.NOUN | k.ADJ)) and not (
            after & k.PREP
        )

    def _after_apposition(self, i: int) -> bool:
        return i > 0 and self._words[i - 1] in (",", ")", "–", "—", "”", '"', "’", "'")

    def _verb(self, bits: int) -> Verb:
        if bits & k.PAST and not bits & (k.THIRD | k.BASE):
            return Verb("past", 0)
        if bits & k.PAST and not bits & k.THIRD:
            return Verb("past", 0)
        return Verb("pres", 1 if bits & k.THIRD else 2)


_PAST = frozenset("was were had did could might".split())
_FUTURE = frozenset("will would shall ’ll wo".split())
_SINGULAR = frozenset("is was has does am".split())
_PLURAL = frozenset("are were have do ’re ’ve".split())
_BARE = frozenset("be been have being".split())
_CLAUSE_MARKS = frozenset({",", '"', "”", "’", "'", "–", "—", "-", "»", "’’", "''"})
_SPEECH = frozenset({'"', "“", ":", "‘", "'", ","})
_OPENING = frozenset({X, H, W, C, AND_})
_SIMPLE: dict[int, int] = {
    k.MARK: X, k.NUMBERED: Q, k.DET: D, k.AND: AND_, k.NOT: R, k.ADV: R, k.NOUN: N, k.NOUN | k.NAME: N, k.NAME: N,
    k.NOUN | k.PLURAL: N, k.WH: W, k.THERE: R, k.NOUN | k.PLURAL | k.NAME: N, k.POSSESSIVE: D, k.PRONOUN: U, k.OBJECT: U,
    k.SUBORDINATE: C,
}  # fmt: skip
