"""When each statement of a document was made: the date belongs to the occasion, and is told once for all of it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping
from itertools import islice

from ..grammar.passage import Passage
from ..languages.base import Pack
from ..languages.numbers import matches
from ..model import Document, TimeReference
from ..text.tokens import NUMBER, WORD
from .clauses import tense
from .draft import Draft
from .events import Events
from .sentence_days import SentenceDays, inherited
from .story import Story
from .time import read_times, resolve, time_places

_DATELINE = 9
"""Tokens that a sentence of a dateline has at most."""
_STAMP_PARAGRAPHS = 8
_STAMP_WORDS = 9
_JOINING = frozenset({"and", "but"})
_Near = Mapping[int, list[Draft]]


class Occasions:
    """Dates the drafts of one document.

    A date beside the cue dates the statement. What the same speaker says elsewhere in the lead, before or after, was
    said on that occasion; a gathering whose day is told dates what is said at it; what is quoted inside a statement
    has its date. The background of a story has occasions of its own.
    """

    def __init__(self, passage: Passage, pack: Pack, story: Story, document: Document) -> None:
        self._p = passage
        self._calendar = pack.calendar
        self._pointers: dict[str, list[tuple[str, ...]]] = {}
        for words in pack.words.get("pointer", ()):
            if len(words) > 1:
                self._pointers.setdefault(words[0], []).append(words)
        self._story = story
        self._turns: set[str] = set()
        self._times = time_places(passage.tokens, pack.calendar)
        published = document.published or self._stamped()
        self._days = SentenceDays(passage, pack, story, published, document.year, self._times)

    def date(self, drafts: list[Draft]) -> None:
        """Set `said_at` of every draft whose day the text tells; the others keep None."""
        near = self._story.arranged(drafts)
        inside = {draft: self._story.outer(draft, near[draft.sentence]) for draft in drafts}
        outer = [draft for draft in drafts if not inside[draft]]
        self._beside_cues(drafts, set(outer), near)
        self._pointed_back(near)
        self._datelined(outer)
        Events(self._p, self._story, self._days).date(outer)
        told = [draft for draft in outer if draft.said_at]
        self._turns = {
            draft.said_at.iso() for draft in drafts if draft.said_at and self._opens_paragraph(draft)
        }
        for index, draft in enumerate(outer):
            if draft.said_at is None:
                before = outer[index - 1] if index else None
                draft.said_at = (
                    self._counted(draft, before, near)
                    or self._continued(draft, before)
                    or self._spoken(draft, told)
                )
        for draft in drafts:
            self._inside(draft, inside[draft])

    # ---- the day of the document

    def _stamped(self) -> dt.date | None:
        """The full date that stands alone in a line above the text, where the document's own day is not known."""
        p = self._p
        for start, end in p.paragraphs[:_STAMP_PARAGRAPHS]:
            if bisect_left(self._times, start) == bisect_left(self._times, end):
                continue
            words = (i for i in range(start, end) if p.tokens[i].kind in (WORD, NUMBER))
            if len(list(islice(words, _STAMP_WORDS + 1))) > _STAMP_WORDS:
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
                previous = self._days.told_in(*self._p.sentences[number]) or previous
            draft.said_at = self._days.beside(draft, near[draft.sentence], previous) or self._days.today(
                draft
            )
            if draft in outer:
                previous, last = draft.said_at, draft.sentence

    def _pointed_back(self, near: _Near) -> None:
        """ "Про це він сказав 5 травня": the day of the statement in the sentence before."""
        p = self._p
        for number, (start, end) in enumerate(p.sentences):
            pointers = self._pointers.get(p.tokens[start].norm, ())
            if not any(matches(p.tokens, start, words) for words in pointers):
                continue
            told = [
                draft
                for draft in near.get(number - 1, ())
                if draft.sentence == number - 1 and not draft.said_at
            ]
            said = any(not d.relays and self._story.within(start, d) for d in near.get(number, ()))
            day = self._days.told_in(start, end) if told and not said else None
            for draft in told:
                draft.said_at = day

    def _datelined(self, outer: list[Draft]) -> None:
        """ "SEOUL, October 21. The minister said": the day of a dateline is that of what its sentence tells."""
        for draft in outer:
            if draft.said_at or not self._story.lead(draft.sentence):
                continue
            own, _ = self._p.sentences[draft.sentence]
            above = self._p.sentences_of(self._p.paragraph_of(own)[0], own)[:-1]
            days = [self._dateline(*span) for span in above]
            if days and all(end - begin <= _DATELINE for begin, end in above):
                draft.said_at = next((inherited(day, "the day of the dateline") for day in days if day), None)

    def _dateline(self, start: int, end: int) -> TimeReference | None:
        """Return the day that a sentence without a verb tells, beginning with a name in the lead of a paragraph."""
        forms = self._p.forms[start:end]
        if not forms[0].capital or any(tense(form) for form in forms):
            return None
        found = self._days.told_in(start, end)
        return found if found and found.start == found.end else None

    # ---- the same occasion

    def _counted(self, draft: Draft, before: Draft | None, near: _Near) -> TimeReference | None:
        """ "Того ж дня": the day beside the cue counts from that of the statement before."""
        if before is None or not before.said_at:
            return None
        return self._days.beside(draft, near[draft.sentence], before.said_at)

    def _continued(self, draft: Draft, before: Draft | None) -> TimeReference | None:
        """ "Він додав": what follows at once, or goes on with a pronoun, is of the occasion of the statement before."""
        if before is None or not before.said_at:
            return None
        if self._joined(draft, before):
            return inherited(before.said_at, "joined to a statement of that day")
        if not self._story.same_speaker(draft, before):
            return None
        if self._story.opens_background(draft.sentence):
            return None
        if draft.sentence - before.sentence > 1 and not self._story.goes_on(draft):
            return None
        return inherited(before.said_at, "goes on with the statement before")

    def _joined(self, draft: Draft, before: Draft) -> bool:
        """ "3 червня він казав, що …, і просив …": tell whether a cue goes on where a content of its sentence ends."""
        if draft.sentence != before.sentence or draft.cue_range is None:
            return False
        cue = draft.cue_range[0]
        end = max((b for _, b in before.content if b <= cue), default=cue)
        first = next((form for form in self._p.forms[end:cue] if form.word), None)
        return first is not None and bool(first.classes & _JOINING)

    def _spoken(self, draft: Draft, told: list[Draft]) -> TimeReference | None:
        """The one day on which the lead says that a person spoke; a body speaks more often, so only after its first."""
        if self._story.in_background(draft) or draft.source is None:
            return None
        days: dict[str, tuple[Draft, TimeReference]] = {}
        for other in told:
            if other.said_at and self._may_share(draft, other):
                days.setdefault(other.said_at.iso(), (other, other.said_at))
        if len(days) != 1:
            return None
        ((other, said),) = days.values()
        on_a_day = draft.source.type == "person" and said.start == said.end
        if not on_a_day and not self._in_lead(draft, other):
            return None
        return inherited(said, "the same speaker on the same occasion")

    def _may_share(self, draft: Draft, other: Draft) -> bool:
        """Tell whether one speaker made both statements, neither as background, and no later day turns the story."""
        if self._story.in_background(other) or not self._story.same_speaker(draft, other):
            return False
        turned = other.said_at is not None and other.said_at.iso() in self._turns
        return not turned or other.sentence <= draft.sentence

    def _opens_paragraph(self, draft: Draft) -> bool:
        """ "8 вересня вона заявила": a day at the head of a paragraph below the lead is not that of what is above."""
        if draft.said_at is None or draft.said_at.span is None or self._story.lead(draft.sentence):
            return False
        first, _ = self._p.paragraph_of(self._p.sentences[draft.sentence][0])
        return draft.said_at.span.start == self._p.tokens[first].start

    def _in_lead(self, draft: Draft, other: Draft) -> bool:
        """Tell whether the lead dates what an organization says in the headline or below it; outlets speak daily."""
        if draft.source is None or draft.source.type == "outlet" or not self._story.lead(other.sentence):
            return False
        return other.sentence <= draft.sentence or self._story.headline(draft)

    def _inside(self, draft: Draft, outer: list[Draft]) -> None:
        """What is told inside a statement: a speech has the day of the one who tells of it."""
        for each in outer:
            if draft.said_at or each.said_at is None or draft.cue is None:
                continue
            if draft.cue.cue.kind == "verb" or each.said_at.span:
                draft.said_at = inherited(each.said_at, "told inside a statement of that day")
