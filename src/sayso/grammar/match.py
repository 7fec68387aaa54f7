"""Tries rules on a cue: what stands where, and which tokens are the content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from ..text.grammemes import Gram
from ..text.tokens import WORD
from .agreement import row
from .gap import (
    END_MARKS,
    behind_apposition,
    beside_verb,
    clause_ahead,
    fronted,
    gerund_ahead,
    governed,
    infinitive_ahead,
    is_sum,
    may_skip,
    object_behind,
    skip_width,
    wedged,
)
from .passage import DASHES, Passage
from .phrases import Phrase, PhraseParser
from .rule import Element, Rule
from .vocabulary import Beside, Link, Prepared, Sides, Vocabulary

_TAIL_MARKS = END_MARKS | frozenset('»”"“')
_CASE_BITS = {
    "nom": Gram.NOM, "gen": Gram.GEN, "dat": Gram.DAT, "acc": Gram.ACC, "ins": Gram.INS, "loc": Gram.LOC,
}  # fmt: skip

Range = tuple[int, int]
SPEECH = -1
"""Stands among the quotations of a match for direct speech without quotation marks."""


class Scope(NamedTuple):
    """Where a cue's construction may reach: tokens [start, end), and `rest`, where REST has to stop."""

    start: int
    end: int
    rest: int


class Match(NamedTuple):
    """A rule that fits: its content as token ranges in order, whether it points back, and the quotations used."""

    rule: Rule
    content: tuple[Range, ...]
    back: bool
    quotes: tuple[int, ...]
    source: Phrase | None
    left: int
    right: int


class _State(msgspec.Struct, frozen=True, gc=False):
    position: int
    content: tuple[Range, ...] = ()
    back: bool = False
    quotes: tuple[int, ...] = ()
    source: Phrase | None = None

    def at(self, position: int) -> _State:
        """The same at another place."""
        return _State(position, self.content, self.back, self.quotes, self.source)

    def take(self, position: int, piece: Range, *quotes: int) -> _State:
        """Go on at `position` with one more piece of content, and the quotations that it is."""
        return _State(position, (*self.content, piece), self.back, self.quotes + quotes, self.source)


class Matcher:
    """Matches rules in one passage."""

    def __init__(self, passage: Passage, phrases: PhraseParser, vocabulary: Vocabulary) -> None:
        self._p = passage
        self._phrases = phrases
        self._vocabulary = vocabulary
        self._governed = 0
        self._norms = [token.norm for token in passage.tokens]
        # a quotation that is read must begin or end where the rule wants it
        self._opens = sorted(quote[0] for quote in passage.quotes)
        self._ends = sorted(quote[1] for quote in passage.quotes)
        self._widths: dict[tuple[bool, bool], dict[int, int]] = {
            (commas, forward): {} for commas in (False, True) for forward in (False, True)
        }

    def matches(
        self, rules: Iterable[Prepared], start: int, end: int, scope: Scope, governed: str | None
    ) -> Iterator[Match]:
        """Yield, for each rule that fits a cue at tokens [start, end), the first way in which it does.

        `governed` is the case ("gen") in which the cue wants its source where a rule has SRC.
        """
        left = Beside(frozenset(self._norms[scope.start : start]), _holds(self._ends, scope.start, start))
        right = Beside(frozenset(self._norms[end : scope.end]), _holds(self._opens, end, scope.end))
        self._governed = int(_CASE_BITS[governed]) if governed else 0
        for rule, sides in rules:
            if sides.possible(left, right):
                match = self._match(rule, sides, start, end, scope)
                if match:
                    yield match

    def match(self, rule: Rule, start: int, end: int, scope: Scope, governed: str | None) -> Match | None:
        """Return the first way in which `rule` fits a cue, as `matches` does, None where it does not."""
        return next(self.matches([self._vocabulary.prepared(rule)], start, end, scope, governed), None)

    def _match(self, rule: Rule, sides: Sides, start: int, end: int, scope: Scope) -> Match | None:
        lefts = (
            list(self._from(sides.left, _State(start), scope, forward=False)) if sides.left_first else None
        )
        if lefts == []:
            return None
        for right in self._from(sides.right, _State(end), scope, forward=True):
            if lefts is None:
                lefts = list(self._from(sides.left, _State(start), scope, forward=False))
            for left in lefts:
                content = tuple(reversed(left.content)) + right.content
                if content or left.back or right.back:
                    quotes = left.quotes + right.quotes
                    back, source = left.back or right.back, right.source or left.source
                    return Match(rule, content, back, quotes, source, left.position, right.position)
        return None

    def _from(self, link: Link | None, state: _State, scope: Scope, *, forward: bool) -> Iterable[_State]:
        """Return the ends of all ways from `state` through `link` and what follows it, the first choice first."""
        start, end, _ = scope
        while link is not None:
            i = state.position if forward else state.position - 1
            word = self._norms[i] if start <= i < end else ""
            if link.first is not None and word not in link.first:
                return ()
            if link.gap:
                return self._over_gap(link, state, scope, forward=forward)
            after = self._step(link, state, word, scope, forward=forward)
            if link.optional:
                if after:
                    return self._branches(link.rest, [*after, state], scope, forward=forward)
            elif len(after) > 1:
                return self._branches(link.rest, after, scope, forward=forward)
            elif after:
                state = after[0]
            else:
                return ()
            link = link.rest
        return (state,)

    def _branches(
        self, link: Link | None, states: Sequence[_State], scope: Scope, *, forward: bool
    ) -> Iterator[_State]:
        for state in states:
            yield from self._from(link, state, scope, forward=forward)

    def _over_gap(self, link: Link, state: _State, scope: Scope, *, forward: bool) -> Iterator[_State]:
        rest, norms = link.rest, self._norms
        first = rest.first if rest else None
        start, end, _ = scope
        for at in self._gap(link, state.position, scope, forward=forward):
            if first is not None:
                i = at if forward else at - 1
                if (norms[i] if start <= i < end else "") not in first:
                    continue
            yield from self._from(rest, state.at(at), scope, forward=forward)

    def _step(self, link: Link, state: _State, word: str, scope: Scope, *, forward: bool) -> Sequence[_State]:
        if link.mark:
            if not link.words or word not in link.words:
                return ()
            i = state.position if forward else state.position - 1
            if link.mark == "–" and not self._p.is_dash(i):
                return ()
            return (state.at(i + 1 if forward else i),)
        if link.word_class:
            return self._word_class(link, state, word, scope, forward=forward)
        found = _PRIMITIVES[link.element.name](self, link.element, state, scope, forward)
        return (found,) if found else ()

    def _gap(self, link: Link, at: int, scope: Scope, *, forward: bool) -> Iterator[int]:
        """Yield the places that can be reached over what may be skipped, the nearest first."""
        yield at
        if link.element.name == "BESIDE":
            yield from beside_verb(self._p, self._phrases, at, scope.end, link.gap)
            return
        commas = link.element.name == "~~"
        widths = self._widths[commas, forward]
        start, end, _ = scope
        for _ in range(link.gap):
            i = at if forward else at - 1
            if not start <= i < end:
                return
            width = widths.get(i)
            if width is None:
                able = may_skip(self._p, i, commas=commas)
                width = widths[i] = skip_width(self._p, i, forward=forward) if able else 0
            if not width:
                return
            at += width if forward else -width
            yield at

    def _word_class(
        self, link: Link, state: _State, word: str, scope: Scope, *, forward: bool
    ) -> Sequence[_State]:
        at, norms = state.position, self._norms
        found = []
        for sequence in self._vocabulary.at(link.word_class, word, forward=forward):
            width = len(sequence)
            first = at if forward else at - width
            if first < scope.start or first + width > scope.end:
                continue
            if width == 1 or tuple(norms[first : first + width]) == sequence:
                found.append(state if link.element.ahead else state.at(at + width if forward else at - width))
        return found

    # ---- content

    def _quote(self, _: Element, state: _State, _scope: Scope, forward: bool) -> _State | None:
        i = state.position if forward else state.position - 1
        number = self._p.quote_at[i] if 0 <= i < len(self._p.tokens) else -1
        if number < 0:
            return None
        first, end, inner, inner_end = self._p.quotes[number]
        if (forward and i != first) or (not forward and i != end - 1) or inner >= inner_end:
            return None
        return state.take(end if forward else first, (inner, inner_end), number)

    def _rest(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward or state.position >= scope.rest:
            return None
        return state.take(scope.rest, (state.position, scope.rest))

    def _lead(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if forward or state.position <= scope.start:
            return None
        return state.take(scope.start, (scope.start, state.position))

    def _speech_lead(self, _: Element, state: _State, _scope: Scope, forward: bool) -> _State | None:
        speech = None if forward else self._p.speech_around(state.position)
        if speech is None or state.position <= speech[0]:
            return None
        return state.take(speech[0], (speech[0], state.position), SPEECH)

    def _speech_rest(self, _: Element, state: _State, _scope: Scope, forward: bool) -> _State | None:
        """What goes on after "сказав він. –": taken only behind a dash."""
        i = state.position
        if not forward or not (self._p.is_dash(i) or self._p.is_dash(i + 1)):
            return None
        speech = self._p.speech_around(i)
        if speech is None:
            return None
        i += self._p.tokens[i].text in ".,;!?" if i < speech[1] else 0
        if i + 1 >= speech[1] or not self._p.is_dash(i):
            return None
        return state.take(speech[1], (i + 1, speech[1]))

    def _speech_below(self, _: Element, state: _State, _scope: Scope, forward: bool) -> _State | None:
        speech = self._p.speech_paragraph(state.position) if forward else None
        return state.take(speech[1], speech, SPEECH) if speech else None

    def _noun_phrase(self, element: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        wanted = row(int(_CASE_BITS[element.case]))
        if forward:
            end = object_behind(self._p, self._phrases, state.position, scope.rest, wanted)
            return state.take(end, (state.position, end)) if end else None
        reader = wedged if element.name == "MID" else fronted
        phrase = reader(self._p, self._phrases, scope.start, state.position, wanted)
        if phrase is None:
            return None
        return state.take(phrase.start, (phrase.start, phrase.end))

    def _source(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward or not self._governed:
            return None
        source = governed(self._p, self._phrases, state.position, scope.end, row(self._governed))
        if source is None:
            return None
        position = behind_apposition(self._p, source, scope.end)
        return _State(position, state.content, state.back, state.quotes, source)

    def _back(self, _: Element, state: _State, _scope: Scope, _forward: bool) -> _State | None:
        return _State(state.position, state.content, True, state.quotes, state.source)

    def _start(self, _: Element, state: _State, scope: Scope, _forward: bool) -> _State | None:
        return state if state.position == scope.start else None

    def _end(self, _: Element, state: _State, scope: Scope, _forward: bool) -> _State | None:
        i = state.position
        while i < scope.end and self._p.tokens[i].text in _TAIL_MARKS:
            i += 1
        return state if i >= scope.end or i == scope.rest else None

    def _object(self, element: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward or state.position >= scope.rest:
            return None
        phrase = self._phrases.at(state.position, scope.rest)
        wanted = row(int(_CASE_BITS[element.case]))
        if not phrase.mask & wanted if phrase else not is_sum(self._p, state.position):
            return None
        return self._rest(element, state, scope, forward)

    def _infinitive(self, element: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward or not infinitive_ahead(self._p, self._phrases, state.position, scope.rest):
            return None
        return self._rest(element, state, scope, forward)

    def _gerund(self, element: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward or not gerund_ahead(self._p, state.position, scope.rest):
            return None
        return self._rest(element, state, scope, forward)

    def _clause(self, element: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward or not clause_ahead(self._p, self._phrases, state.position, scope.rest):
            return None
        return self._rest(element, state, scope, forward)


def _holds(places: Sequence[int], first: int, last: int) -> bool:
    """Tell whether one of the sorted places lies in [first, last]."""
    at = bisect_left(places, first)
    return at < len(places) and places[at] <= last


_PRIMITIVES = {
    "CLAUSE": Matcher._clause,
    "DOING": Matcher._gerund,
    "QUOTE": Matcher._quote,
    "REST": Matcher._rest,
    "LEAD": Matcher._lead,
    "QLEAD": Matcher._speech_lead,
    "QREST": Matcher._speech_rest,
    "SPEECH": Matcher._speech_below,
    "NP": Matcher._noun_phrase,
    "MID": Matcher._noun_phrase,
    "BACK": Matcher._back,
    "SRC": Matcher._source,
    "START": Matcher._start,
    "END": Matcher._end,
    "OBJ": Matcher._object,
    "INF": Matcher._infinitive,
}
__all__ = ["DASHES", "SPEECH", "WORD", "Match", "Matcher", "Range", "Scope"]
