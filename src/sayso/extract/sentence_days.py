"""What day the words of one sentence tell: of what it narrates, or of the cue that stands in it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..grammar.forms import Form
from ..grammar.match import Range
from ..grammar.passage import Passage
from ..languages.base import Pack
from ..model import TimeReference
from ..text.grammemes import Gram
from .clauses import tense
from .draft import Draft
from .story import Story
from .time import read_times, resolve, time_in

_RELATIVE_REACH = 2  # "який", "на якій"
_OCCASIONS = frozenset({"gathering", "document", "place"})
_CLAUSE_ENDS = frozenset(",:;.!?…")
_WEEK = dt.timedelta(days=7)
_NOW = Gram.PRES | Gram.FUT
_TOLD = Gram.PAST | Gram.IMPERS


class SentenceDays:
    """Reads days off the sentences of one document, seen from its day or year of publication.

    `times` are the tokens of the document at which an expression of time may begin.
    """

    def __init__(
        self,
        passage: Passage,
        pack: Pack,
        story: Story,
        published: dt.date | None,
        year: int | None,
        times: list[int],
    ) -> None:
        self._p = passage
        self._calendar = pack.calendar
        self._cues = pack.cues
        self._story = story
        self._published = published
        self._year = year
        self._times = times
        self._told: dict[Range, TimeReference | None] = {}

    def told_in(self, start: int, end: int) -> TimeReference | None:
        """Return the day that the tokens `start` to `end` tell, None where they tell none."""
        if (start, end) not in self._told:
            found = self._in(range(start, end), None)
            main = list(self._main(start, end)) if found else range(start, end)
            self._told[start, end] = self._in(main, None) if len(main) < end - start else found
        return self._told[start, end]

    def beside(
        self, draft: Draft, drafts: list[Draft], previous: TimeReference | None
    ) -> TimeReference | None:
        """Return the day told beside the cue of a statement, in words that are nobody's content.

        `drafts` are the statements that touch its sentence, `previous` the day named before it.
        """
        if draft.cue_range is None:
            return None
        cue = draft.cue_range[0]
        for start, end in self._stretches(cue, draft, drafts):
            own = self._own_clause(start, min(cue, end))
            found = (own > start and self._in(range(own, end), previous)) or self._in(
                range(start, end), previous
            )
            if not found:
                continue
            words = list(self._main(start, end, cue))
            if len(words) < end - start:
                found = self._in(words, previous)
            if found and not self._of_another_verb(found, words, cue):
                return found
        return None

    def today(self, draft: Draft) -> TimeReference | None:
        """Return the day of publication where somebody is quoted with "today I can confirm": his today is no other.

        The word must stand in a clause in which the speaker says of himself that he says something.
        """
        if self._published is None or not draft.content or self._p.quote_at[draft.content[0][0]] < 0:
            return None
        start, end = draft.content[0]
        tokens = self._p.tokens
        end = next((i for i in range(start + 1, end) if tokens[i].text in _CLAUSE_ENDS), end)
        if not self._says_so(start, end):
            return None
        for expression in read_times(tokens[start:end], self._p.text, self._calendar):
            if expression.kind == "relative" and expression.offset == 0:
                found = resolve(expression, self._published)
                return found and inherited(found, "in the speaker's own words")
        return None

    def _says_so(self, start: int, end: int) -> bool:
        """Tell whether somebody says in these words that he says or can say something: "можу підтвердити"."""
        forms = self._p.forms[start:end]
        if not any(form.has(Gram.P1) and form.has(Gram.SING) and tense(form) & _NOW for form in forms):
            return False
        return any(cue.kind == "verb" for form in forms for cue in self._cues.starting(form))

    def _in(self, indices: Sequence[int], previous: TimeReference | None) -> TimeReference | None:
        tokens = self._p.tokens
        if isinstance(indices, range):
            at = bisect_left(self._times, indices.start)
            if at == len(self._times) or self._times[at] >= indices.stop:
                return None
            tokens = tokens[indices.start : indices.stop]
        else:
            tokens = [tokens[i] for i in indices]
        return time_in(tokens, self._p.text, self._calendar, self._published, previous, year=self._year)

    # ---- which words

    def _stretches(self, cue: int, draft: Draft, drafts: list[Draft]) -> Iterator[Range]:
        """The stretches of the sentence that are nobody's content: the cue's own, then those without another cue."""
        said = {
            i
            for d in drafts
            for a, b in d.content
            if d is draft or not self._story.within(cue, d)
            for i in range(a, b)
        }
        runs: list[Range] = []
        for i in range(*self._p.sentences[draft.sentence]):
            if i in said:
                continue
            if runs and runs[-1][1] == i:
                runs[-1] = (runs[-1][0], i + 1)
            else:
                runs.append((i, i + 1))
        others = [d.cue_range[0] for d in drafts if d.cue_range and d is not draft]
        yield from (_about(cue, run, others) for run in runs if run[0] <= cue < run[1])
        yield from (run for run in runs if not any(run[0] <= i < run[1] for i in (cue, *others)))

    def _main(self, start: int, end: int, cue: int = -1) -> Iterator[int]:
        """The tokens of a stretch without the relative clauses that tell something else of somebody or something.

        A clause about a meeting or a text tells the occasion ("у заяві, яку оприлюднили 3 червня"), and one that holds
        the cue is its own.
        """
        commas = [i for i in range(start, end) if self._p.tokens[i].text == ","]
        last = start
        for comma, after in pairwise((*commas, end)):
            if comma < last:
                continue
            if self._relative(comma) and not comma < cue < after:
                yield from range(last, comma)
                last = after
        yield from range(last, end)

    def _relative(self, comma: int) -> bool:
        """Tell whether a clause about no occasion begins behind a comma: "міністр, який …"."""
        forms = self._p.forms
        opening = forms[comma + 1 : comma + 1 + _RELATIVE_REACH]
        relative = next((n for n, form in enumerate(opening) if _is_relative(form)), None)
        if relative is None or comma == 0 or not all(form.has(Gram.PREP) for form in opening[:relative]):
            return False
        return not forms[comma - 1].classes & _OCCASIONS

    def _own_clause(self, start: int, cue: int) -> int:
        """ "2 квітня підписав наказ, а 3 квітня сказав": where the clause of the cue begins behind another verb."""
        forms = self._p.forms
        joints = (i for i in range(cue - 1, start, -1) if not forms[i].classes.isdisjoint({"and", "but"}))
        joint = next(joints, start)
        return joint if any(tense(form) & _TOLD for form in forms[start:joint]) else start

    def _of_another_verb(self, found: TimeReference, words: list[int], cue: int) -> bool:
        """Tell whether a long time belongs to what was done before: "У 2013 році він купив …, але казав"."""
        if found.span is None or found.end - found.start <= _WEEK:
            return False
        tokens, forms = self._p.tokens, self._p.forms
        between = (i for i in words if found.span.end <= tokens[i].start and i < cue)
        return any(tense(forms[i]) & _TOLD for i in between)


def _is_relative(form: Form) -> bool:
    """Tell whether a word opens relative clauses; one that is a conjunction as well mostly opens others."""
    return "relative" in form.classes and not form.has(Gram.CONJ)


def _about(cue: int, run: Range, others: list[int]) -> Range:
    """The part of a stretch that is nearer to the cue than any other cue."""
    first = max((i + 1 for i in others if run[0] <= i < cue), default=run[0])
    last = min((i for i in others if cue < i < run[1]), default=run[1])
    return first, last


def inherited(reference: TimeReference, how: str) -> TimeReference:
    """Return the same days for another statement, with the reason for it before their own basis."""
    return TimeReference(start=reference.start, end=reference.end, basis=f"{how}; {reference.basis}")
