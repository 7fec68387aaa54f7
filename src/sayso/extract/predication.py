"""The main clause of a content, where all stands that a content says of itself: its words, predicate and subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..grammar.entries import Entries
from ..grammar.match import Range
from ..grammar.passage import Passage
from ..text.grammemes import Gram
from ..text.tokens import BREAK, NUMBER, PUNCT
from .clauses import ClauseReader, is_infinitive, sentences, tense

_BESIDE = 2
_OPENING = 4
_ENOUGH = 5


class Predication(ClauseReader):
    """What the main clause of a content predicates.

    `main` are the tokens of that clause, subordinate clauses and brackets left out; `predicate` is its first finite
    verb, or None. A clause joined by "that" belongs to it where nobody else stands between: "it is likely that P".
    """

    def __init__(self, passage: Passage, content: list[Range], words: Entries) -> None:
        super().__init__(passage, words)
        self._pieces = [start for start, _ in content]
        self.main: list[int] = []
        self._finite: list[int] = []
        for sentence in sentences(passage, content):
            self.main = self.clause(sentence)
            self._finite = [i for i in self.main if tense(passage.forms[i])]
            if len(self.main) >= _ENOUGH or self._finite:
                break
        self.predicate = self._finite[0] if self._finite else None
        self._places = words.places(passage.forms, self.main)

    # ---- words

    def find(self, name: str) -> int | None:
        """Return the token where a word or sequence of this class begins, not negated, or None."""
        return next((i for i in self.all(name) if not self.negated(i)), None)

    def all(self, name: str) -> Iterator[int]:
        """Yield the tokens where words or sequences of a class begin in the main clause."""
        for k in self._places.get(name, ()):
            if self._words.stands(name, self._p.forms, self.main, k):
                yield self.main[k]

    def heads(self, name: str) -> bool:
        """Tell whether a content without a verb begins with a word of this class, prepositions passed over."""
        if self.predicate is not None:
            return False
        start = next((i for i in self.main if not self._p.forms[i].first(Gram.PREP)), None)
        return start is not None and start in self.all(name)

    def negated(self, i: int) -> bool:
        """Tell whether a negation stands right before token `i`."""
        return i > 0 and "negation" in self._p.forms[i - 1].classes

    def denied(self, i: int) -> bool:
        """Tell whether token `i` or the predicate before it is negated."""
        return self.negated(i) or (
            self.predicate is not None and self.predicate < i and self.negated(self.predicate)
        )

    def predicative(self, i: int) -> bool:
        """Tell whether word `i` is a predicate: after a dash, a copula or "this", or as a second piece."""
        k = self.main.index(i)
        if any(i == self._first_word(start) for start in self._pieces[1:]) or self._bare_predicate(k):
            return True
        while (
            k > 0 and self._p.forms[self.main[k - 1]].modifier and not self._is_any(self.main[k - 1], "this")
        ):
            k -= 1
        start = self.main[k]
        if start > 0 and self._p.is_dash(start - 1):
            return True
        return k > 0 and (self._is_any(self.main[k - 1], "be") or self._is_any(self.main[k - 1], "this"))

    def _bare_predicate(self, k: int) -> bool:
        """Tell whether an adjective follows a nominative without a verb and without a noun of its own after it."""
        forms = self._p.forms
        form = forms[self.main[k]]
        if self.predicate is not None or k == 0 or not form.has(Gram.ADJ) or not form.has(Gram.NOM):
            return False
        follows = forms[self.main[k + 1]] if k + 1 < len(self.main) else None
        before = forms[self.main[k - 1]]
        return (before.has(Gram.NOM) or not before.readings) and not (follows and follows.first(Gram.NOUN))

    def _first_word(self, start: int) -> int:
        tokens = self._p.tokens
        return next((i for i in range(start, len(tokens)) if tokens[i].kind not in (PUNCT, BREAK)), start)

    def between(self, start: int, end: int, name: str) -> bool:
        """Tell whether a word of the class stands among the few tokens from `start` to `end`."""
        return end - start <= _OPENING and any(
            self._is_any(i, name) and not self.negated(i) for i in range(start, end)
        )

    def report_before(self, i: int) -> int | None:
        """Return where the predicate at `i` begins, if the clause opens with a noun for a report; None otherwise."""
        heads = self._words.lone("report")
        opening = [k for k in self.main if k < i][:_OPENING]
        if not any(self._p.forms[k].lemmas & heads for k in opening):
            return None
        while i > 0 and (
            self._p.tokens[i - 1].kind == PUNCT or self._is_any(i - 1, "be") or self._is_any(i - 1, "this")
        ):
            i -= 1
        return i

    def _is_any(self, i: int, name: str) -> bool:
        words = self._words.lone(name)
        return self._p.tokens[i].norm in words or not words.isdisjoint(self._p.forms[i].lemmas)

    # ---- verbs

    def finite(self) -> Sequence[int]:
        """Return the finite verbs of the main clause: tokens whose likeliest reading is one."""
        return self._finite

    def person(self, i: int) -> bool:
        """Tell whether verb `i` is in the first person, by its form or by a pronoun in the clause."""
        form = self._p.forms[i]
        if form.has(Gram.P1 | Gram.P3):
            return form.has(Gram.P1)
        return any(self._p.forms[k].has(Gram.P1) and self._p.forms[k].has(Gram.NOM) for k in self.main)

    def conditional(self, i: int) -> bool:
        """Tell whether verb `i` is conditional: a particle such as "would" stands beside it."""
        return any(abs(k - i) <= _BESIDE for k in self.all("conditional"))

    def able(self, i: int) -> bool:
        """Tell whether "can" `i` speaks of ability: "I can", or the present with the infinitive of a lasting action."""
        if self.conditional(i):
            return False
        if self.person(i):
            return True
        k = self.infinitive_after(i)
        if k is None or not self._p.forms[i].has(Gram.PRES) or self.negated(k):
            return False
        return not self._p.forms[k].has(Gram.PERF) and not self._is_any(k, "stative")

    def infinitive(self) -> int | None:
        """Return the first infinitive of the main clause."""
        return next((i for i in self.main if is_infinitive(self._p.forms[i])), None)

    def infinitive_after(self, i: int, reach: int = 12) -> int | None:
        """Return the infinitive that depends on token `i`: the first one after it, before another finite verb."""
        for k in self.main:
            if not i < k <= i + reach:
                continue
            if is_infinitive(self._p.forms[k]):
                return k
            if tense(self._p.forms[k]):
                return None
        return None

    def subject(self, i: int) -> int | None:
        """Return the subject of verb `i`: a nominative before it, or one after it that can be nothing else."""
        plural = self._p.forms[i].has(Gram.PLUR)
        infinitive = self.infinitive_after(i)
        object_from = len(self._p.tokens) if infinitive is None else infinitive
        for k in self.main:
            form = self._p.forms[k]
            if self._governed(k):
                continue
            if k < i and (self._p.tokens[k].kind == NUMBER or form.has(Gram.ABBR) or not form.readings):
                return k
            if not form.first(Gram.NOUN | Gram.PRON | Gram.NUM) or not form.has(Gram.NOM):
                continue
            if (not plural and not form.has(Gram.SING)) or object_from <= k:
                continue
            if k < i or not form.has(Gram.ACC) or self._intransitive(i):
                return k
        return None

    def _governed(self, k: int) -> bool:
        """Tell whether a noun depends on a preposition or, as a genitive, on the noun before it."""
        form, j = self._p.forms[k], k - 1
        while j > 0 and self._p.forms[j].modifier and not self._p.forms[j].first(Gram.NOUN):
            j -= 1
        if j < 0:
            return False
        before = self._p.forms[j]
        return before.first(Gram.PREP) or (form.has(Gram.GEN) and before.first(Gram.NOUN))

    def _intransitive(self, i: int) -> bool:
        """Copulas and reflexives take no accusative, so that a noun after them is their subject."""
        return any(lemma in self._words.lone("intransitive") for lemma in self._p.forms[i].lemmas) or any(
            self._p.tokens[i].norm.endswith(end) for end in self._words.lone("reflexive-ending")
        )
