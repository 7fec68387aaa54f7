"""What a story tells of a day, and which statements were made on the occasion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..grammar.passage import Passage
from ..model import TimeReference
from ..text.grammemes import Gram
from .clauses import tense
from .draft import Draft
from .sentence_days import SentenceDays, inherited
from .story import Story

_DONE = Gram.PAST | Gram.IMPERS
_NOT_THERE = ("outlet", "document")


class _Event(NamedTuple):
    """What sentence `number` tells of a day, by a `finite` verb or without; at a `gathering` others speak as well."""

    number: int
    day: TimeReference
    finite: bool
    gathering: bool


class Events:
    """The sentences of a document that tell what happened on a day.

    A gathering dates what is said at it by whoever has no date of his own. Any other event of the lead dates what
    those say whom it names, or who speak to somebody it names; one that is told right before dates what "he" says.
    """

    def __init__(self, passage: Passage, story: Story, days: SentenceDays) -> None:
        self._p = passage
        self._story = story
        self._days = days

    def date(self, outer: list[Draft]) -> None:
        """Set `said_at` of the statements without a date that were made at an event whose day is told."""
        present = [draft for draft in outer if draft.sentence < self._story.background]
        for event in self._events(present):
            for draft in present:
                if event.number < draft.sentence and self._attends(draft, event):
                    draft.said_at = inherited(event.day, "the day of the event that is told of")

    def _events(self, drafts: list[Draft]) -> Iterator[_Event]:
        speaking: dict[int, list[Draft]] = {}
        for draft in drafts:
            if draft.cue_range:
                speaking.setdefault(draft.sentence, []).append(draft)
        for number in range(self._story.background):
            event = self._spoken_at(number, speaking[number]) if number in speaking else self._told(number)
            if event and event.day.start == event.day.end:
                yield event

    def _told(self, number: int) -> _Event | None:
        """Return the event that a sentence without a cue narrates: of the past, or without a verb to tell by."""
        start, end = self._p.sentences[number]
        day = self._days.told_in(start, end)
        tenses = [tense(form) for form in self._p.forms[start:end]] if day else []
        if day is None or (any(tenses) and not any(each & _DONE for each in tenses)):
            return None
        finite = any(form.finite for form in self._p.forms[start:end])
        return _Event(number, day, finite, self._gathers(number, []))

    def _spoken_at(self, number: int, drafts: list[Draft]) -> _Event | None:
        """ "На зустрічі 3 червня сказав": return the gathering beside a cue; of one that it tells of, an outlet was no
        part."""
        days = (d.said_at for d in drafts if d.said_at and d.said_at.span and self._may_attend(d))
        day = next(days, None)
        return _Event(number, day, True, True) if day and self._gathers(number, drafts) else None

    def _gathers(self, number: int, drafts: list[Draft]) -> bool:
        """Tell whether a sentence names a gathering, elsewhere than in cue and content of these statements."""
        taken = [each for d in drafts for each in (d.cue_range, *d.content) if each]
        return any(
            "gathering" in self._p.forms[i].classes and not any(a <= i < b for a, b in taken)
            for i in range(*self._p.sentences[number])
        )

    def _may_attend(self, draft: Draft) -> bool:
        return draft.source is not None and draft.source.type not in _NOT_THERE

    def _attends(self, draft: Draft, event: _Event) -> bool:
        """Tell whether a statement without a date was made at an event."""
        if draft.said_at or draft.source is None or not self._may_attend(draft):
            return False
        person = draft.source.type == "person"
        if event.gathering:
            return draft.cue is None or draft.cue.cue.kind == "verb" or person
        lead, next_to_it = self._story.rank(event.number) <= 1, draft.sentence == event.number + 1
        if not event.finite or not (lead or (next_to_it and self._story.goes_on(draft))):
            return False
        if (person or next_to_it) and self._story.named_in(draft, event.number):
            return True
        return lead and self._speaks_to(draft, event.number)

    def _speaks_to(self, draft: Draft, event: int) -> bool:
        """ "Посла викликали у вівторок … сказав послові": who is spoken to beside the cue is told of there."""
        if draft.cue is None or draft.cue.cue.kind != "verb":
            return False
        _, end = self._p.sentences[draft.sentence]
        stop = min((a for a, _ in draft.content if a >= draft.cue.end), default=end)
        spoken_to = list(self._people(draft.cue.end, stop, Gram.DAT))
        told = self._people(*self._p.sentences[event]) if spoken_to else ()
        return any(one & other for one in told for other in spoken_to)

    def _people(self, start: int, end: int, case: int = 0) -> Iterator[frozenset[str]]:
        """The lemmas of the roles and names among some tokens, only of those in a case where one is asked for."""
        for form in self._p.forms[start:end]:
            if ("role" in form.classes or form.name) and (not case or form.has(case)):
                yield form.lemmas
