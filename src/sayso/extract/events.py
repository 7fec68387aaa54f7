"""What a story tells of a day, and which statements were made on the occasion."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.passage import Passage
from ..text.grammemes import Gram
from .clauses import tense
from .draft import Draft
from .sentence_days import SentenceDays, inherited
from .story import Story

_DONE = Gram.PAST | Gram.IMPERS
_NOT_THERE = ("outlet", "document")


class Events:
    """The sentences of a document that narrate what happened on a day.

    A gathering dates what is said at it by whoever has no date of his own. Any other event of the lead dates what
    those say whom it names, or who speak to somebody it names; one that is told right before dates what "he" says.
    """

    def __init__(self, passage: Passage, story: Story, days: SentenceDays) -> None:
        self._p = passage
        self._story = story
        self._days = days

    def date(self, outer: list[Draft]) -> None:
        """Set `said_at` of the statements without a date that were made at an event whose day is told."""
        speaking = {draft.sentence for draft in outer if draft.cue_range}
        for number, (start, end) in enumerate(self._p.sentences[: self._story.background]):
            day = None if number in speaking else self._days.told_in(start, end)
            if day is None or day.start != day.end or not self._happened(number):
                continue
            for draft in outer:
                if number < draft.sentence < self._story.background and self._attends(draft, number):
                    draft.said_at = inherited(day, "the day of the event that is told of")

    def _happened(self, event: int) -> bool:
        """Tell whether a sentence tells of the past, or has no verb to tell by."""
        tenses = [tense(form) for form in self._p.forms[slice(*self._p.sentences[event])]]
        return not any(tenses) or any(each & _DONE for each in tenses)

    def _attends(self, draft: Draft, event: int) -> bool:
        """Tell whether a statement without a date was made at the event of a sentence."""
        source, forms = draft.source, self._p.forms[slice(*self._p.sentences[event])]
        if draft.said_at or source is None or source.type in _NOT_THERE:
            return False
        if any("gathering" in form.classes for form in forms):
            return draft.cue is None or draft.cue.cue.kind == "verb" or source.type == "person"
        if not any(form.finite for form in forms):
            return False
        next_to_it = draft.sentence == event + 1
        if self._story.rank(event) > 1:
            return next_to_it and self._story.goes_on(draft) and self._story.named_in(draft, event)
        if self._speaks_to(draft, event):
            return True
        return (source.type == "person" or next_to_it) and self._story.named_in(draft, event)

    def _speaks_to(self, draft: Draft, event: int) -> bool:
        """ "Посла викликали у вівторок … сказав послові": who is spoken to beside the cue is told of there."""
        if draft.cue is None or draft.cue.cue.kind != "verb":
            return False
        told = frozenset[str]().union(*self._people(*self._p.sentences[event]))
        _, end = self._p.sentences[draft.sentence]
        stop = min((a for a, _ in draft.content if a >= draft.cue.end), default=end)
        return any(lemmas & told for lemmas in self._people(draft.cue.end, stop, Gram.DAT))

    def _people(self, start: int, end: int, case: int = 0) -> Iterator[frozenset[str]]:
        """The lemmas of the roles and names among some tokens, only of those in a case where one is asked for."""
        for form in self._p.forms[start:end]:
            if ("role" in form.classes or form.name) and (not case or form.has(case)):
                yield form.lemmas
