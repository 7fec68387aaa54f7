"""When each statement of a document was made: the date belongs to the occasion, and is told once for all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from ..grammar.match import Range
from ..grammar.passage import Passage
from ..languages.base import Pack
from ..languages.numbers import matches
from ..model import TimeReference
from ..text.tokens import NUMBER, WORD
from .draft import Draft
from .story import Story
from .time import read_times, resolve, time_in

_STAMP_PARAGRAPHS = 8
_STAMP_WORDS = 9
_Near = Mapping[int, list[Draft]]


class Occasions:
    """Dates the drafts of one document.

    A date beside the cue dates the statement. What the same speaker says elsewhere in the lead, before or after, was
    said on that occasion; a gathering whose day is told dates what is said at it; what is quoted inside a statement
    has its date. The background of a story has occasions of its own.
    """

    def __init__(self, passage: Passage, pack: Pack, story: Story, published: dt.date | None) -> None:
        self._p = passage
        self._calendar = pack.calendar
        self._pointers = [words for words in pack.words.get("pointer", ()) if len(words) > 1]
        self._story = story
        self._published = published or self._stamped()

    def date(self, drafts: list[Draft]) -> None:
        """Set `said_at` of every draft whose day the text tells; the others keep None."""
        near = self._story.arranged(drafts)
        inside = {draft: self._story.outer(draft, near[draft.sentence]) for draft in drafts}
        outer = [draft for draft in drafts if not inside[draft]]
        self._beside_cues(drafts, set(outer), near)
        self._pointed_back(near)
        self._gatherings(outer)
        told = [draft for draft in outer if draft.said_at]
        for index, draft in enumerate(outer):
            if draft.said_at is None:
                before = outer[index - 1] if index else None
                draft.said_at = self._continued(draft, before) or self._spoken(draft, told)
        for draft in drafts:
            self._inside(draft, inside[draft])

    # ---- the day of the document

    def _stamped(self) -> dt.date | None:
        """The full date that stands alone in a line above the text, where the document's own day is not known."""
        p = self._p
        for start, end in p.paragraphs[:_STAMP_PARAGRAPHS]:
            if sum(token.kind in (WORD, NUMBER) for token in p.tokens[start:end]) > _STAMP_WORDS:
                continue
            for expression in read_times(p.tokens[start:end], p.text, self._calendar):
                found = resolve(expression, None)
                if expression.kind == "day" and found and found.start == found.end:
                    return found.start
        return None

    # ---- beside the cue

    def _beside_cues(self, drafts: list[Draft], outer: set[Draft], near: _Near) -> None:
        previous: TimeReference | None = None
        last = 0
        for draft in drafts:
            for number in range(last + 1, draft.sentence):
                previous = self._told_in(*self._p.sentences[number]) or previous
            draft.said_at = self._beside(draft, near[draft.sentence], previous)
            if draft in outer:
                previous, last = draft.said_at, draft.sentence

    def _told_in(self, start: int, end: int) -> TimeReference | None:
        return time_in(self._p.tokens[start:end], self._p.text, self._calendar, self._published)

    def _beside(
        self, draft: Draft, drafts: list[Draft], previous: TimeReference | None
    ) -> TimeReference | None:
        if draft.cue_range is None:
            return None
        for start, end in self._stretches(draft, drafts):
            found = time_in(
                self._p.tokens[start:end], self._p.text, self._calendar, self._published, previous
            )
            if found:
                return found
        return None

    def _stretches(self, draft: Draft, drafts: list[Draft]) -> Iterator[Range]:
        """The stretches of the sentence that are nobody's content: the cue's own, then those without another cue."""
        assert draft.cue_range is not None
        cue = draft.cue_range[0]
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
        yield from (self._about(cue, run, others) for run in runs if run[0] <= cue < run[1])
        yield from (run for run in runs if not any(run[0] <= i < run[1] for i in (cue, *others)))

    def _about(self, cue: int, run: Range, others: list[int]) -> Range:
        """The part of a stretch that is nearer to the cue than any other cue."""
        first = max((i + 1 for i in others if run[0] <= i < cue), default=run[0])
        last = min((i for i in others if cue < i < run[1]), default=run[1])
        return first, last

    def _pointed_back(self, near: _Near) -> None:
        """ "Про це він сказав 5 травня": the day of the statement in the sentence before."""
        p = self._p
        for number, (start, end) in enumerate(p.sentences):
            if not any(matches(p.tokens, start, words) for words in self._pointers):
                continue
            told = [
                draft
                for draft in near.get(number - 1, ())
                if draft.sentence == number - 1 and not draft.said_at
            ]
            said = any(not d.relays and self._story.within(start, d) for d in near.get(number, ()))
            day = self._told_in(start, end) if told and not said else None
            for draft in told:
                draft.said_at = day

    # ---- the same occasion

    def _gatherings(self, outer: list[Draft]) -> None:
        """A sentence of narration that tells the day of a meeting dates what is said at it by those without a date."""
        speaking = {draft.sentence for draft in outer if draft.cue_range}
        for number, (start, end) in enumerate(self._p.sentences[: self._story.background]):
            day = None if number in speaking else self._told_in(start, end)
            if day is None or day.start != day.end:
                continue
            for draft in outer:
                if number < draft.sentence < self._story.background and self._attends(draft, number):
                    draft.said_at = _inherited(day, "the day of the event that is told of")

    def _attends(self, draft: Draft, event: int) -> bool:
        """Tell whether a statement was made at the event of a sentence: a gathering, or what the lead tells of its
        speaker."""
        source, forms = draft.source, self._p.forms[slice(*self._p.sentences[event])]
        if draft.said_at or source is None or source.type in ("outlet", "document"):
            return False
        if any("gathering" in form.classes for form in forms):
            return draft.cue is None or draft.cue.cue.kind == "verb" or source.type == "person"
        told = self._story.rank(event) <= 1 and any(form.finite for form in forms)
        near = source.type == "person" or draft.sentence == event + 1
        return told and near and self._story.named_in(draft, event)

    def _continued(self, draft: Draft, before: Draft | None) -> TimeReference | None:
        """ "Він додав": what follows at once, or goes on with a pronoun, is of the occasion of the statement before."""
        if before is None or not before.said_at or not self._story.same_speaker(draft, before):
            return None
        if self._story.opens_background(draft.sentence):
            return None
        if draft.sentence - before.sentence > 1 and not self._story.goes_on(draft):
            return None
        return _inherited(before.said_at, "goes on with the statement before")

    def _spoken(self, draft: Draft, told: list[Draft]) -> TimeReference | None:
        """The one day on which the lead says that a person spoke; a body speaks more often, so only after its first."""
        if self._story.in_background(draft) or draft.source is None:
            return None
        days = {}
        for other in told:
            if (
                self._story.in_background(other)
                or not other.said_at
                or not self._story.same_speaker(draft, other)
            ):
                continue
            days[other.said_at.iso()] = other
        if len(days) != 1:
            return None
        (other,) = days.values()
        assert other.said_at is not None
        person = draft.source.type == "person" and other.said_at.start == other.said_at.end
        if not person and (other.sentence > draft.sentence or self._story.rank(other.sentence) > 1):
            return None
        return _inherited(other.said_at, "the same speaker on the same occasion")

    def _inside(self, draft: Draft, outer: list[Draft]) -> None:
        """What is told inside a statement: a speech has the day of the one who tells of it."""
        for each in outer:
            if draft.said_at or each.said_at is None or draft.cue is None:
                continue
            if draft.cue.cue.kind == "verb" or each.said_at.span:
                draft.said_at = _inherited(each.said_at, "told inside a statement of that day")


def _inherited(reference: TimeReference, how: str) -> TimeReference:
    return TimeReference(start=reference.start, end=reference.end, basis=f"{how}; {reference.basis}")
