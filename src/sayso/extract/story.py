"""How the statements of one document stand to one another: lead and background, outer and inner, same speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from ..grammar.passage import Passage
from ..grammar.vocabulary import Vocabulary
from ..languages.calendar import Calendar
from ..languages.numbers import matches
from ..model import ANONYMOUS
from ..text.grammemes import Gram
from .draft import Draft

_OPENING_TOKENS = 3
_SENTENCE_TOKENS = 7
_AS_REACH = 3


class Story:
    """The order of one document's telling.

    `background` is the first sentence in which the text turns to what was before ("Нагадаємо"), or the number of
    sentences where it never does.
    """

    def __init__(self, passage: Passage, vocabulary: Vocabulary, calendar: Calendar) -> None:
        self._p = passage
        self._calendar = calendar
        self._vocabulary = vocabulary
        self._starts = [start for start, _ in passage.sentences]
        running = (end - start >= _SENTENCE_TOKENS for start, end in passage.sentences)
        self._ranks = list(accumulate(running, initial=0))
        count = len(passage.sentences)
        self.background = next((n for n in range(1, count) if self.opens_background(n)), count)

    def opens_background(self, number: int) -> bool:
        """Tell whether sentence `number` opens with words that turn back, further than to the same day."""
        return any(not self._same_day(place) for place in self._opening(number, "background"))

    def _opening(self, number: int, name: str) -> Iterator[int]:
        """The places among the first tokens of a sentence at which an entry of a word class stands."""
        start, end = self._p.sentences[number]
        tokens, known = self._p.tokens, self._vocabulary.first_words(name)
        for place in range(start, min(start + _OPENING_TOKENS, end)):
            word = tokens[place].norm
            if word in known:
                for words in self._vocabulary.at(name, word, forward=True):
                    if matches(tokens, place, words):
                        yield place

    def _same_day(self, place: int) -> bool:
        """ "Кількома годинами раніше": a word that turns back ends a phrase for the same day."""
        tokens = self._p.tokens
        phrases = self._calendar.phrases.get(tokens[place - 1].norm, ()) if place else ()
        return any(
            phrase.role == "same_day" and len(phrase.words) > 1 and matches(tokens, place - 1, phrase.words)
            for phrase in phrases
        )

    def rank(self, sentence: int) -> int:
        """Return how many sentences of running text stand before this one; datelines and captions do not count."""
        return self._ranks[sentence]

    def lead(self, sentence: int) -> bool:
        """Tell whether a sentence is one of the first two of the running text, the headline not counted."""
        rank = self.rank(sentence)
        return rank <= 1 or (rank == 2 and self._titled)

    @cached_property
    def _titled(self) -> bool:
        """Whether the text begins with a headline."""
        lengths = (end - start for start, end in self._p.sentences)
        first = next((n for n, length in enumerate(lengths) if length >= _SENTENCE_TOKENS), None)
        return first is not None and self._alone(first)

    def headline(self, draft: Draft) -> bool:
        """Tell whether the statement is a headline: no text stands before it, and nothing else in its paragraph."""
        return (
            self._alone(draft.sentence) and self.rank(draft.sentence) == 0 and not self.in_background(draft)
        )

    def _alone(self, sentence: int) -> bool:
        """Tell whether a sentence fills its paragraph and lacks a full stop."""
        p = self._p
        start, end = p.sentences[sentence]
        first, last = p.paragraph_of(start)
        return start <= first + 1 and end >= last - 1 and p.tokens[end - 1].text != "."

    def named_in(self, draft: Draft, sentence: int) -> bool:
        """Tell whether a sentence names the source of a statement."""
        if draft.source is None or draft.source.name == ANONYMOUS:
            return False
        last = draft.source.name.split()[-1].casefold()
        forms = self._p.forms[slice(*self._p.sentences[sentence])]
        return any(
            last in {form.text.casefold(), *(lemma.casefold() for lemma in form.lemmas)} for form in forms
        )

    def in_background(self, draft: Draft) -> bool:
        """Tell whether the statement stands in the background of the story, or in a line that points elsewhere."""
        return draft.sentence >= self.background or self.points_elsewhere(draft)

    def points_elsewhere(self, draft: Draft) -> bool:
        """Tell whether the statement stands in a line that points to another story."""
        return any(True for _ in self._opening(draft.sentence, "aside"))

    def within(self, token: int, draft: Draft) -> bool:
        """Tell whether a token stands in the content of a statement."""
        return any(a <= token < b for a, b in draft.content)

    def arranged(self, drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
        """Return the drafts by the sentences that their cue or their content touches."""
        found: dict[int, list[Draft]] = {}
        for draft in drafts:
            numbers = {draft.sentence}
            for a, b in draft.content:
                first = bisect_right(self._starts, a) - 1
                numbers.update(range(first, bisect_right(self._starts, b - 1)))
            for number in numbers:
                found.setdefault(number, []).append(draft)
        return found

    def outer(self, draft: Draft, drafts: Iterable[Draft]) -> list[Draft]:
        """Return those of the statements about a sentence that this one stands inside, the innermost first."""
        near = (other for other in drafts if other is not draft and other.sentence == draft.sentence)
        return sorted((other for other in near if self._holds(other, draft)), key=lambda other: other.size())

    def _holds(self, outer: Draft, inner: Draft) -> bool:
        """Tell whether one statement's content holds the other's cue, or would if both were cut cleanly.

        The content of "according to" often reaches back over the cue that it depends on ("he said that, according to
        them, …"): then the earlier cue is the outer one.
        """
        if outer.cue_range is None or inner.cue_range is None:
            return inner.cue_range is not None and self.within(inner.cue_range[0], outer)
        first = outer.cue_range[0] < inner.cue_range[0]
        if self._in_as_clause(inner):
            return False
        if self._in_as_clause(outer):
            return (first or self._is_phrase(inner)) and self.within(inner.cue_range[0], outer)
        if self.within(inner.cue_range[0], outer):
            return first or not (self.within(outer.cue_range[0], inner) or self._is_phrase(outer))
        return first and self._is_phrase(inner) and self.within(outer.cue_range[0], inner)

    def _in_as_clause(self, draft: Draft) -> bool:
        """ "Як ідеться у звіті": what is said beside a sentence stands inside nothing."""
        assert draft.cue_range is not None
        before = self._p.forms[max(0, draft.cue_range[0] - _AS_REACH) : draft.cue_range[0]]
        return any("as" in form.classes for form in before)

    def _is_phrase(self, draft: Draft) -> bool:
        return draft.cue is not None and draft.cue.cue.kind == "prep"

    def goes_on(self, draft: Draft) -> bool:
        """Tell whether a pronoun, or nothing at all, stands for the source."""
        return draft.phrase is None or self._p.forms[draft.phrase.head].has(Gram.PERSONAL | Gram.POSS)

    def same_speaker(self, draft: Draft, other: Draft) -> bool:
        """Tell whether two statements have one source, by name or by a name that is part of the other's phrase."""
        mine, theirs = draft.source, other.source
        if mine is None or theirs is None or ANONYMOUS in (mine.name, theirs.name):
            return False
        return (
            mine.name == theirs.name or mine.name in (theirs.text or "") or theirs.name in (mine.text or "")
        )
