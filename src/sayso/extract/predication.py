"""The main clause of a content, where all stands that a content says of itself: its words, predicate and subject."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.forms import Form
from ..grammar.match import Range
from ..grammar.passage import Passage
from ..languages.base import WordClasses
from ..text.grammemes import Gram
from ..text.tokens import BREAK, NUMBER, PUNCT

_PARTING = frozenset(",;:")
_FINAL = frozenset({".", "!", "?", "…", "..."})
_WHOLE_WORD = 4
_TENSES = (Gram.PAST, Gram.PRES, Gram.FUT, Gram.IMPERS, Gram.IMPER)
_SENTENCES = 2
_DEEPEST = 3
_BESIDE = 2
_OPENING = 4
_ENOUGH = 5


def tense(form: Form) -> int:
    """Return the tense or mood of a form whose likeliest reading is a finite verb, 0 for any other form.

    A vocative and an order in one form with an infinitive are not likely: "рости" is to grow.
    """
    readings = [grams for _, grams in form.readings if not grams & Gram.VOC]
    if not readings or not readings[0] & Gram.VERB:
        return 0
    for grams in readings:
        for found in _TENSES:
            if grams & found and not (found == Gram.IMPER and form.has(Gram.INF)):
                return found
    return 0


def is_infinitive(form: Form) -> bool:
    """Tell whether a form is an infinitive rather than a finite verb."""
    return form.has(Gram.INF) and (not tense(form) or form.first(Gram.INF)) and not form.has(Gram.FUT)


class Predication:
    """What the main clause of a content predicates.

    `main` are the tokens of that clause, subordinate clauses and brackets left out; `predicate` is its first finite
    verb, or None. A clause joined by "that" belongs to it where nobody else stands between: "it is likely that P".
    """

    def __init__(self, passage: Passage, content: list[Range], words: WordClasses) -> None:
        self._p = passage
        self._words = words
        self._singles: dict[str, frozenset[str]] = {}
        inside = [i for start, end in content for i in range(start, end)]
        self._known = {passage.tokens[i].norm for i in inside}.union(
            *(passage.forms[i].lemmas for i in inside)
        )
        self._pieces = [start for start, _ in content]
        self.main: list[int] = []
        for sentence in _sentences(passage, content):
            self.main = self._clause(sentence)
            if len(self.main) >= _ENOUGH or self._first_finite() is not None:
                break
        self.predicate = self._first_finite()

    # ---- words

    def find(self, name: str) -> int | None:
        """Return the token where a word or sequence of this class begins, not negated, or None."""
        return next((i for i in self.all(name) if not self.negated(i)), None)

    def all(self, name: str) -> Iterator[int]:
        """Yield the tokens where words or sequences of a class begin in the main clause."""
        entries = [entry for entry in self._words.get(name, ()) if entry[0] in self._known]
        if not entries:
            return
        for k, i in enumerate(self.main):
            if any(self._matches(entry, k) for entry in entries):
                yield i

    def _matches(self, entry: tuple[str, ...], k: int) -> bool:
        if k + len(entry) > len(self.main):
            return False
        return all(self._is(self.main[k + n], word) for n, word in enumerate(entry))

    def _is(self, i: int, word: str) -> bool:
        return self._p.tokens[i].norm == word or word in self._p.forms[i].lemmas

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
        heads = self._lone("report")
        opening = [k for k in self.main if k < i][:_OPENING]
        if not any(self._p.forms[k].lemmas & heads for k in opening):
            return None
        while i > 0 and (
            self._p.tokens[i - 1].kind == PUNCT or self._is_any(i - 1, "be") or self._is_any(i - 1, "this")
        ):
            i -= 1
        return i

    def _is_any(self, i: int, name: str) -> bool:
        words = self._lone(name)
        return self._p.tokens[i].norm in words or not words.isdisjoint(self._p.forms[i].lemmas)

    # ---- verbs

    def finite(self) -> Iterator[int]:
        """Yield the finite verbs of the main clause: tokens whose likeliest reading is one."""
        for i in self.main:
            if tense(self._p.forms[i]):
                yield i

    def _first_finite(self) -> int | None:
        return next(self.finite(), None)

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
            if k < i and (self._p.tokens[k].kind == NUMBER or not form.readings):
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
        return any(lemma in self._lone("intransitive") for lemma in self._p.forms[i].lemmas) or any(
            self._p.tokens[i].norm.endswith(end) for end in self._lone("reflexive-ending")
        )

    def _lone(self, name: str) -> frozenset[str]:
        """Return the single words of a class."""
        found = self._singles.get(name)
        if found is None:
            found = frozenset(entry[0] for entry in self._words.get(name, ()) if len(entry) == 1)
            self._singles[name] = found
        return found

    # ---- clauses

    def _clause(self, sentence: list[int]) -> list[int]:
        main: list[int] = []
        subordinate = False
        for segment in self._segments(sentence):
            subordinate = self._subordinate(segment, main, subordinate)
            if not subordinate:
                main += segment
        return main

    def _subordinate(self, segment: list[int], main: list[int], before: bool) -> bool:
        if self._opens(segment, "subordinate"):
            return True
        if self._opens(segment, "complement"):
            return before or not self._own(main)
        if self._opens(segment, "resume"):
            return False
        return before and bool(main) and not any(self._p.forms[i].finite for i in segment)

    def _own(self, main: list[int]) -> bool:
        """Tell whether a that-clause after these words is the source's own: "I think that", "it is likely that"."""
        if not main or self._p.forms[main[-1]].first(Gram.NOUN):
            return False
        verbs = [i for i in main if tense(self._p.forms[i])]
        return all(self._p.forms[i].has(Gram.P1 | Gram.IMPERS) for i in verbs)

    def _opens(self, segment: list[int], name: str) -> bool:
        """Tell whether a segment begins with a word of the class, after conjunctions or in "with the help of which"."""
        k = 0
        while k < len(segment) - 1 and self._p.forms[segment[k]].classes & {"and", "but"}:
            k += 1
        if self._entry_at(segment, k, "adverbial"):
            return False
        depth = _DEEPEST if self._p.forms[segment[k]].first(Gram.PREP) else 1
        return any(self._entry_at(segment, n, name) for n in range(k, min(k + depth, len(segment))))

    def _entry_at(self, segment: list[int], k: int, name: str) -> bool:
        return any(
            entry[0] in self._known
            and len(entry) <= len(segment) - k
            and all(self._is(segment[k + n], word) for n, word in enumerate(entry))
            for entry in self._words.get(name, ())
        )

    def _segments(self, sentence: list[int]) -> Iterator[list[int]]:
        """Part a sentence at commas, colons and dashes; brackets are left out."""
        segment: list[int] = []
        depth = 0
        for i in sentence:
            text = self._p.tokens[i].text
            depth = max(0, depth + (text == "(") - (text == ")"))
            if depth or self._p.tokens[i].kind in (PUNCT, BREAK):
                if not depth and (text in _PARTING or self._p.is_dash(i)) and segment:
                    yield segment
                    segment = []
                continue
            segment.append(i)
        if segment:
            yield segment


def _sentences(passage: Passage, content: list[Range]) -> list[list[int]]:
    """Return the tokens of the first sentences of a content, sentence by sentence, those of a quotation parted too."""
    found: list[list[int]] = []
    ends = iter(end for _, end in passage.sentences)
    end, ended = -1, False
    for i in (i for a, b in content for i in range(a, b)):
        if i >= end or ended:
            end = next((e for e in ends if e > i), len(passage.tokens)) if i >= end else end
            if len(found) == _SENTENCES:
                break
            found.append([])
        found[-1].append(i)
        ended = _ends_sentence(passage, i)
    return found


def _ends_sentence(passage: Passage, i: int) -> bool:
    """Tell whether a sentence ends with token `i`: a final mark after a whole word, before a capital."""
    tokens = passage.tokens
    if tokens[i].text not in _FINAL or i == 0 or i + 1 >= len(tokens):
        return False
    return len(tokens[i - 1].text) >= _WHOLE_WORD and tokens[i + 1].text[0].isupper()
