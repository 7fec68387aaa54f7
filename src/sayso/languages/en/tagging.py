"""What each word of a text does in its place: nouns, modifiers, finite verbs with their auxiliaries, and the rest.

The tags of the Penn treebank tell words apart; here they are read as groups. A chain of auxiliaries gives its tense and
number to the verb that it leads to, so that one word carries each clause; a passive keeps its "be" as that word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

(N, J, D, P, T, R, C, V, F, A, G, K, U, W, H, Q, S, X, AND_) = range(19)
"""Noun, modifier, determiner, preposition, "to" before a verb, adverb, conjunction, finite verb, infinitive, auxiliary,
-ing form, passive participle or predicate, pronoun, relative, "that", number, possessive, mark, "and"."""


class Verb(NamedTuple):
    """A finite verb's tense, "past", "pres" or "fut", and number: 1 singular, 2 plural, 0 for any."""

    tense: str
    number: int


class Tagged(NamedTuple):
    """The tags of a text, and what its finite verbs are, by their tokens."""

    tags: list[int]
    verbs: dict[int, Verb]


def read_groups(words: Sequence[str], penn: Sequence[str]) -> Tagged:
    """Return what each word does, given the words in lower case and their Penn tags."""
    return _Groups(words, penn).read()


class _Groups:
    def __init__(self, words: Sequence[str], penn: Sequence[str]) -> None:
        self._words = words
        self._penn = penn
        self._tags: list[int] = list(map(_GROUPS.__getitem__, penn))
        self._verbs: dict[int, Verb] = {}
        self._waiting = -1  # the auxiliary that waits for its verb

    def read(self) -> Tagged:
        tags = self._tags
        for i in [i for i, tag in enumerate(tags) if tag < 0]:
            if self._waiting >= 0 and not _KEEPING.issuperset(tags[self._waiting + 1 : i]):
                self._waiting = -1
            tags[i] = _READERS[self._penn[i]](self, i)
        return Tagged(tags, self._verbs)

    def _last(self, i: int) -> int:
        """Return the tag before `i`, adverbs passed over."""
        i -= 1
        while i >= 0 and self._tags[i] == R:
            i -= 1
        return self._tags[i] if i >= 0 else X

    def _next(self, i: int) -> str:
        return self._penn[i + 1] if i + 1 < len(self._penn) else ""

    def _noun_follows(self, i: int) -> bool:
        """Tell whether the next word, adverbs before adjectives passed over, goes on a noun phrase."""
        after = self._next(i)
        if after in _ADVERBS and i + 2 < len(self._penn):
            return self._penn[i + 2] in _ADJECTIVES and self._last_determines(i)
        return after in _NOMINAL

    def _last_determines(self, i: int) -> bool:
        return self._penn[i] in ("DT", "PRP$", "CD", "POS")

    # ---- function words

    def _determiner(self, i: int) -> int:
        return D if self._words[i] in _ALWAYS_BEFORE or self._noun_follows(i) else U

    def _preposition(self, i: int) -> int:
        word = self._words[i]
        if word == "that":
            behind = self._penn[i + 2] if i + 2 < len(self._penn) else ""
            return D if self._next(i) == "NN" and behind in _ENDING else H  # "rejected that demand."
        return C if word in _CONJUNCTIONS else P

    def _to(self, i: int) -> int:
        split = self._next(i) in _ADVERBS and i + 2 < len(self._penn) and self._penn[i + 2] == "VB"
        return T if split or self._next(i) == "VB" else P

    def _adjective(self, i: int) -> int:
        if self._next(i) == "CC" and i + 2 < len(self._penn) and self._penn[i + 2] in _ADJECTIVES:
            return J
        if self._noun_follows(i):
            return J
        return N if self._last(i) in _MODIFYING else K

    # ---- verb groups

    def _modal(self, i: int) -> int:
        return self._auxiliary(i)

    def _auxiliary(self, i: int) -> int:
        word = self._words[i]
        if self._waiting >= 0 and word in _BARE:
            verb = self._verbs.pop(self._waiting, Verb("pres", 0))
            self._tags[self._waiting] = A
            self._waiting, self._verbs[i] = i, verb
            return V
        if word in ("being", "having"):
            return G
        if word in _BARE and (self._last(i) == T or self._penn[i] == "VB"):
            return F
        tense = "past" if word in _PAST else "fut" if word in _FUTURE else "pres"
        self._verbs[i] = Verb(tense, 1 if word in _SINGULAR else 2 if word in _PLURAL else 0)
        self._waiting = i
        return V

    def _finite(self, i: int) -> int:
        if self._words[i] in _AUXILIARIES:
            return self._auxiliary(i)
        penn = self._penn[i]
        if self._waiting >= 0 and penn in ("VBP", "VBD"):
            found = self._behind_auxiliary(i)
            if found >= 0:
                return found
        self._verbs[i] = Verb("past" if penn == "VBD" else "pres", _NUMBERS.get(penn, 0))
        return V

    def _base(self, i: int) -> int:
        if self._words[i] in _AUXILIARIES:
            return self._auxiliary(i)
        if self._waiting >= 0:
            found = self._behind_auxiliary(i)
            if found >= 0:
                return found
        return F

    def _pronoun(self, i: int) -> int:
        return D if self._words[i] == "her" and self._next(i) in _NOMINAL else U

    def _speech_before(self, i: int) -> bool:
        """ "…," admitted the airline: a verb behind a closing mark, before its subject."""
        marked = i > 0 and self._words[i - 1] in _CLOSING
        return marked and self._next(i) in ("DT", "NNP", "PRP", "PRP$", "NN", "NNS", "JJ")

    def _participle(self, i: int) -> int:
        if self._words[i] in _AUXILIARIES:
            return self._auxiliary(i)
        if self._penn[i] == "VBN" and self._speech_before(i):
            self._verbs[i] = Verb("past", 0)
            return V
        if self._waiting >= 0:
            found = self._behind_auxiliary(i)
            if found >= 0:
                return found
        last = self._last(i)
        if last in _MODIFYING and self._last_is_open(i):
            return J if self._noun_follows(i) else N
        noun = self._next(i) in ("NN", "NNS", "NNP", "JJ") and last in (P, V, X, C, AND_)
        if self._penn[i] == "VBN":
            return J if noun else K
        return J if noun and last == P and self._words[i] in _ADJECTIVAL else G

    def _last_is_open(self, i: int) -> bool:
        """Tell whether the noun phrase before has no head yet."""
        return i > 0 and (self._tags[i - 1] in _MODIFYING or self._tags[i - 1] == R)

    def _behind_auxiliary(self, i: int) -> int:
        """Return the tag of a verb that an auxiliary waits for: it carries the clause unless passive. -1: none."""
        word, penn = self._words[self._waiting], self._penn[i]
        if word in _MODALS:
            return self._carry(i, "past" if word == "did" else "") if penn in ("VB", "VBP") else -1
        if word in _HAVE:
            return self._carry(i, "past") if penn in ("VBN", "VBD") else -1
        if penn == "VBG":
            return self._carry(i, "")
        if penn in ("VBN", "VBD"):
            self._waiting = -1
            return K
        return -1

    def _carry(self, i: int, tense: str) -> int:
        verb = self._verbs.pop(self._waiting, Verb("pres", 0))
        self._tags[self._waiting] = A
        self._waiting = -1
        self._verbs[i] = Verb(tense or verb.tense, verb.number)
        return V


_CLOSING = frozenset({'"', "”", "’", "''", "’’", "»"})
_MODIFYING = frozenset({D, J, S, Q})
_KEEPING = frozenset({V, A, R})  # over which an auxiliary waits for its verb
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "VBN", "VBG"})
_ENDING = frozenset({"", "IN", "CC", "TO"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_ALWAYS_BEFORE = frozenset("a an the every no".split())
_CONJUNCTIONS = frozenset("because although though if unless whereas whether lest while so once".split())
_ADJECTIVAL = frozenset("leading remaining coming living growing ongoing".split())
_PAST = frozenset("was were had did could might ’d".split())
_FUTURE = frozenset("will would shall ’ll wo".split())
_SINGULAR = frozenset("is was has does am ’s ’m".split())
_PLURAL = frozenset("are were have do ’re ’ve".split())
_BARE = frozenset("be been have being".split())
_HAVE = frozenset("have has had ’ve".split())
_MODALS = frozenset(
    "would shall should might must can could cannot ca wo sha ought ’ll ’d will may do does did".split()
)
_AUXILIARIES = _MODALS | _HAVE | _BARE | _SINGULAR | _PLURAL | frozenset(["was", "had", "having"])
_NUMBERS = {"VBZ": 1, "VBP": 2}
_PLAIN: dict[str, int] = {
    "": X, "CD": Q, "NN": N, "NNS": N, "NNP": N, "NNPS": N,
    "PRP$": D, "CC": AND_, "RB": R, "RBR": R, "RBS": R,
    "RP": R, "UH": R, "WP": W, "WDT": W, "WRB": W, "POS": S, "EX": U, "FW": N, "PDT": D,
}  # fmt: skip
_READERS = {
    "PRP": _Groups._pronoun, "DT": _Groups._determiner, "IN": _Groups._preposition, "TO": _Groups._to,
    "JJ": _Groups._adjective,
    "JJR": _Groups._adjective, "JJS": _Groups._adjective, "MD": _Groups._modal, "VB": _Groups._base,
    "VBP": _Groups._finite,
    "VBZ": _Groups._finite, "VBD": _Groups._finite, "VBN": _Groups._participle, "VBG": _Groups._participle,
}  # fmt: skip
_GROUPS = {**_PLAIN, **dict.fromkeys(_READERS, -1)}  # by the tag; -1 where what stands around decides
