"""Parts a content into sentences and clauses, and tells which clause is the main one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from ..grammar.entries import Entries
from ..grammar.forms import Form
from ..grammar.match import Range
from ..grammar.passage import Passage
from ..text.grammemes import Gram
from ..text.tokens import BREAK, PUNCT

_PARTING = frozenset(",;:")
_FINAL = frozenset({".", "!", "?", "…", "..."})
_WHOLE_WORD = 4
_TENSES = (Gram.PAST, Gram.PRES, Gram.FUT, Gram.IMPERS, Gram.IMPER)
_SENTENCES = 2
_DEEPEST = 3


@lru_cache(maxsize=65_536)  # asked of every word of a main clause; there is one form a spelling
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


class ClauseReader:
    """Finds the main clause among the tokens of a sentence, by the words that open other clauses."""

    def __init__(self, passage: Passage, words: Entries) -> None:
        self._p = passage
        self._words = words

    def clause(self, sentence: list[int]) -> list[int]:
        """Return the words of the main clause of a sentence, given by its tokens."""
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
        if self._words.stands("adverbial", self._p.forms, segment, k):
            return False
        depth = _DEEPEST if self._p.forms[segment[k]].first(Gram.PREP) else 1
        places = range(k, min(k + depth, len(segment)))
        return any(self._words.stands(name, self._p.forms, segment, n) for n in places)

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


def sentences(passage: Passage, content: list[Range]) -> list[list[int]]:
    """Return the tokens of the first sentences of a content, sentence by sentence, those of a quotation parted too."""
    found: list[list[int]] = []
    bounds = passage.sentences
    end, ended, tokens = -1, False, passage.tokens
    for a, b in content:
        for i in range(a, b):
            if i >= end or ended:
                if i >= end:
                    # the last sentence that begins up to `i`, or the one before where none holds it
                    at = max(bisect_right(bounds, (i, len(tokens))) - 1, 0)
                    end = next((e for _, e in bounds[at : at + 2] if e > i), len(tokens))
                if len(found) == _SENTENCES:
                    return found
                found.append([])
            found[-1].append(i)
            ended = tokens[i].text in _FINAL and _ends_sentence(passage, i)
    return found


def _ends_sentence(passage: Passage, i: int) -> bool:
    """Tell whether a sentence ends with token `i`: a final mark after a whole word, before a capital."""
    tokens = passage.tokens
    if i == 0 or i + 1 >= len(tokens):
        return False
    return len(tokens[i - 1].text) >= _WHOLE_WORD and tokens[i + 1].text[0].isupper()
