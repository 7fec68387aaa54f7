"""Speech that no cue announces: quotations and dash-opened paragraphs that stand alone."""

from __future__ import annotations

from ..grammar import agreement
from ..grammar.match import SPEECH, Range
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from .draft import Draft
from .subject import is_named, of_oneself

_ALONE_WORDS = 6
_NEAR_SENTENCES = 2
_MARKS = frozenset(".!?…") | {"...", "!!!", "?!"}


class Speeches:
    """Reads speech without a cue, in one passage."""

    def __init__(self, passage: Passage, phrases: PhraseParser) -> None:
        self._p = passage
        self._phrases = phrases

    def alone(self, number: int, bare: Range, taken: set[int], known: list[Draft]) -> Draft | None:
        """A sentence that is one long quotation belongs to whoever was quoted just before it."""
        first, last = bare
        quote = self._p.quote_at[first] if first < last else -1
        if quote < 0 or self._p.quotes[quote][0] != first or self._p.quotes[quote][1] < last - 1:
            return None
        inner = self._p.quotes[quote][2], self._behind_last(self._p.quotes[quote][3])
        if len(self._p.words(*inner)) < _ALONE_WORDS or self._told_by_another(quote, inner, taken, known):
            return None
        header = self._header(first)
        if header:
            return self._headed(number, inner, header, quote)
        if first and "document" in self._p.forms[first - 1].classes:
            return None  # "у статті «Чи допоможе Китай?»" on a line of its own: a title
        before = [d for d in known if number - _NEAR_SENTENCES <= d.sentence < number and not self._inside(d)]
        if not before:
            return None
        last_draft = before[-1]
        if last_draft.quotes and self._ends_before(last_draft, number):
            last_draft.content.append(inner)
            return None
        draft = Draft(
            rule="quotation-alone", sentence=number, content=[inner], quotes=(quote,), implied="previous"
        )
        draft.notes.append("a quotation of its own, after a statement of the same speaker")
        return draft

    def _inside(self, draft: Draft) -> bool:
        """Tell whether the cue of a statement stands inside somebody's quotation."""
        return draft.cue_range is not None and self._p.quote_at[draft.cue_range[0]] >= 0

    def _told_by_another(self, quote: int, inner: Range, taken: set[int], known: list[Draft]) -> bool:
        """Tell whether a statement holds some of the quotation; what is said inside it, behind its cue, does not count.

        A quotation that lacks a mark may hold more than was said, so that there everything counts.
        """
        first, end = inner
        if not any(i in taken for i in range(first, end)):
            return False
        whole = self._p.quotations[quote]
        holding = [d for d in known if any(a < end and first < b for a, b in d.content)]
        inside = (
            d.cue_range and first <= d.cue_range[0] < end and d.content[0][0] > d.cue_range[0]
            for d in holding
        )
        return not (whole.opened and (whole.closed or whole.continued) and all(inside))

    def _ends_before(self, draft: Draft, number: int) -> bool:
        """Tell whether a quoted statement, with what it has gone on with, ends right before sentence `number`."""
        return draft.sentence == number - 1 or any(
            start <= draft.content[-1][0] < end for start, end in self._p.sentences[number - 1 : number]
        )

    def _behind_last(self, end: int) -> int:
        """A full stop inside the marks is no part of what is said."""
        return end - (self._p.tokens[end - 1].text == ".")

    def paragraph(self, number: int, start: int, taken: set[int], known: list[Draft]) -> Draft | None:
        """A paragraph that a dash opens, below "Ім'я Прізвище:" or below a statement of the same speaker."""
        speech = self._p.speech_paragraph(start)
        if speech is None:
            return None
        held = sum(i in taken for i in range(*speech))
        first, last = speech
        while last > first and self._p.tokens[last - 1].text in _MARKS:
            last -= 1
        header = self._header(start) if held < 0.5 * (last - first) else None
        if header:
            return self._headed(number, (first, last), header, SPEECH)
        if held or not self._goes_on(start, speech, known):
            return None
        draft = Draft(
            rule="speech-alone",
            sentence=number,
            content=[(first, last)],
            quotes=(SPEECH,),
            implied="previous",
        )
        draft.notes.append("speech of its own, below a statement of the same speaker")
        return draft

    def _goes_on(self, start: int, speech: Range, known: list[Draft]) -> bool:
        """Somebody spoke in the paragraph above and here speaks of himself; who asks is another."""
        if start == 0 or self._p.tokens[speech[1] - 1].text == "?" or self._p.tokens[start - 1].text == ":":
            return False
        first, end = self._p.paragraph_of(start - 1)
        above = any(first <= draft.start < end for draft in known)
        return above and any(of_oneself(form) for form in self._p.forms[slice(*speech)])

    def _headed(self, number: int, content: Range, header: Phrase, quote: int) -> Draft:
        return Draft(rule="header-colon", sentence=number, content=[content], phrase=header, quotes=(quote,))

    def _header(self, first: int) -> Phrase | None:
        """A line that ends in a source and a colon, above the speech that opens at `first`."""
        colon = first - 1
        if colon < 1 or self._p.tokens[colon].text != ":" or self._p.paragraph_of(first)[0] != first:
            return None
        line, _ = self._p.paragraph_of(colon)
        for start in range(line, colon):
            phrase = self._phrases.at(start, colon)
            if phrase and phrase.end == colon and phrase.mask & agreement.NOM and is_named(self._p, phrase):
                return phrase.replace(mask=phrase.mask & agreement.NOM)
        return None
