"""Tries rules on a cue: what stands where, and which tokens are the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..text.grammemes import Gram
from ..text.tokens import PUNCT, WORD
from . import agreement
from .agreement import row
from .passage import DASHES, Passage
from .phrases import Phrase, PhraseParser
from .rule import Element, Rule

_GAP = 24
_NEAR = 4
_LONG_QUOTATION = 5
_END_MARKS = frozenset(".!?…;") | {"...", "..", "?!", "!!", "!!!", "....", "??", "???"}
_TAIL_MARKS = _END_MARKS | frozenset("»”\"“")
_CASE_BITS = {
    "nom": Gram.NOM, "gen": Gram.GEN, "dat": Gram.DAT, "acc": Gram.ACC, "ins": Gram.INS, "loc": Gram.LOC,
}  # fmt: skip

Range = tuple[int, int]
_WordEnds = dict[tuple[str, bool, str], list[tuple[str, ...]]]
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


class _State(NamedTuple):
    position: int
    content: tuple[Range, ...] = ()
    back: bool = False
    quotes: tuple[int, ...] = ()
    source: Phrase | None = None


class Matcher:
    """Matches rules in one passage. `words` gives each word class as sequences of lower-case words."""

    def __init__(self, passage: Passage, phrases: PhraseParser, words: Mapping[str, Sequence[tuple[str, ...]]]) -> None:
        self._p = passage
        self._phrases = phrases
        self._words = words
        self._ends = _word_ends(words)
        self._governed = 0

    def match(self, rule: Rule, start: int, end: int, scope: Scope, governed: str | None) -> Match | None:
        """Return the first way in which `rule` fits a cue at tokens [start, end), None where it does not.

        `governed` is the case ("gen") in which the cue wants its source where the rule has SRC.
        """
        self._governed = int(_CASE_BITS[governed]) if governed else 0
        for right in self._walk(rule.right, _State(end), scope, forward=True):
            for left in self._walk(rule.left, _State(start), scope, forward=False):
                content = tuple(reversed(left.content)) + right.content
                if content or left.back or right.back:
                    quotes = left.quotes + right.quotes
                    back, source = left.back or right.back, right.source or left.source
                    return Match(rule, content, back, quotes, source, left.position, right.position)
        return None

    def _walk(self, elements: Sequence[Element], state: _State, scope: Scope, *, forward: bool) -> Iterator[_State]:
        if not elements:
            yield state
            return
        head, rest = elements[0], elements[1:]
        for after in self._step(head, state, scope, forward=forward):
            yield from self._walk(rest, after, scope, forward=forward)
        if head.optional:
            yield from self._walk(rest, state, scope, forward=forward)

    def _step(self, element: Element, state: _State, scope: Scope, *, forward: bool) -> Iterator[_State]:
        name = element.name
        at = state.position
        if name in ("~", "~~", "NEAR"):
            yield from self._gap(name, state, scope, forward=forward)
        elif name in _MARK_SETS or name == "–":
            i = at if forward else at - 1
            if scope.start <= i < scope.end and self._is_mark(name, i):
                yield state._replace(position=at + 1 if forward else at - 1)
        elif name in _PRIMITIVES:
            found = _PRIMITIVES[name](self, element, state, scope, forward)
            if found:
                yield found
        else:
            for width in self._word_class(name.lower(), at, scope, forward=forward):
                width = 0 if element.ahead else width
                yield state._replace(position=at + width if forward else at - width)

    def _is_mark(self, name: str, i: int) -> bool:
        return self._p.is_dash(i) if name == "–" else self._p.tokens[i].text in _MARK_SETS[name]

    def _gap(self, name: str, state: _State, scope: Scope, *, forward: bool) -> Iterator[_State]:
        yield state
        step = 1 if forward else -1
        at = state.position
        for _ in range(_NEAR if name == "NEAR" else _GAP):
            i = at if forward else at - 1
            if not scope.start <= i < scope.end or not self._may_skip(i, commas=name == "~~"):
                return
            width = self._skip_width(i, forward=forward)
            at += step * width
            yield state._replace(position=at)

    def _may_skip(self, i: int, *, commas: bool) -> bool:
        token = self._p.tokens[i]
        if token.kind != PUNCT:
            return True
        if token.text == ",":
            return commas
        if token.text in _END_MARKS or token.text == ":" or self._p.is_dash(i):
            return False
        number = self._p.quote_at[i]
        if number >= 0 and i in (self._p.quotes[number][0], self._p.quotes[number][1] - 1):
            first, end, _, _ = self._p.quotes[number]
            return end - first <= _LONG_QUOTATION + 2
        return True

    def _skip_width(self, i: int, *, forward: bool) -> int:
        """A short quotation, a name in marks, is skipped whole."""
        number = self._p.quote_at[i]
        if number < 0:
            return 1
        first, end, _, _ = self._p.quotes[number]
        if forward and i == first:
            return end - first
        return end - first if not forward and i == end - 1 else 1

    def _word_class(self, name: str, at: int, scope: Scope, *, forward: bool) -> Iterator[int]:
        i = at if forward else at - 1
        if not scope.start <= i < scope.end:
            return
        tokens = self._p.tokens
        for sequence in self._ends.get((name, forward, tokens[i].norm), ()):
            width = len(sequence)
            first = at if forward else at - width
            if first < scope.start or first + width > scope.end:
                continue
            if width == 1 or all(tokens[first + k].norm == word for k, word in enumerate(sequence)):
                yield width

    # ---- content

    def _quote(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        i = state.position if forward else state.position - 1
        if not 0 <= i < len(self._p.tokens):
            return None
        number = self._p.quote_at[i]
        if number < 0:
            return None
        first, end, inner, inner_end = self._p.quotes[number]
        if (forward and i != first) or (not forward and i != end - 1) or inner >= inner_end:
            return None
        return state._replace(
            position=end if forward else first,
            content=(*state.content, (inner, inner_end)),
            quotes=(*state.quotes, number),
        )

    def _rest(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward or state.position >= scope.rest:
            return None
        return state._replace(position=scope.rest, content=(*state.content, (state.position, scope.rest)))

    def _lead(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if forward or state.position <= scope.start:
            return None
        return state._replace(position=scope.start, content=(*state.content, (scope.start, state.position)))

    def _speech_lead(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        speech = self._p.speech_around(state.position)
        if forward or speech is None or state.position <= speech[0]:
            return None
        piece = (speech[0], state.position)
        return state._replace(position=speech[0], content=(*state.content, piece), quotes=(*state.quotes, SPEECH))

    def _speech_rest(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        """What goes on after "сказав він. –": taken only behind a dash."""
        i = state.position
        speech = self._p.speech_around(i)
        if not forward or speech is None:
            return None
        i += self._p.tokens[i].text in ".,;!?" if i < speech[1] else 0
        if i + 1 >= speech[1] or not self._p.is_dash(i):
            return None
        return state._replace(position=speech[1], content=(*state.content, (i + 1, speech[1])))

    def _noun_phrase(self, element: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        wanted = row(int(_CASE_BITS[element.case]))
        if forward:
            phrase = self._phrases.at(state.position, scope.rest)
            if phrase is None or not phrase.mask & wanted:
                return None
            piece = (state.position, phrase.end)
            return state._replace(position=phrase.end, content=(*state.content, piece))
        phrase = self._phrases.at(scope.start, state.position)
        if phrase is None or not phrase.mask & wanted or phrase.end > state.position:
            return None
        return state._replace(position=scope.start, content=(*state.content, (scope.start, phrase.end)))

    def _source(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward or not self._governed:
            return None
        phrase = self._phrases.at(state.position, scope.end)
        if phrase is None or not phrase.mask & row(self._governed):
            return None
        return state._replace(position=phrase.end, source=phrase._replace(mask=phrase.mask & row(self._governed)))

    def _back(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        return state._replace(back=True)

    def _start(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        return state if state.position == scope.start else None

    def _end(self, _: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        i = state.position
        while i < scope.end and self._p.tokens[i].text in _TAIL_MARKS:
            i += 1
        return state if i >= scope.end else None

    def _object(self, element: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward or state.position >= scope.rest:
            return None
        phrase = self._phrases.at(state.position, scope.rest)
        if phrase is None or not phrase.mask & row(int(_CASE_BITS[element.case])):
            return None
        return self._rest(element, state, scope, forward)

    def _infinitive(self, element: Element, state: _State, scope: Scope, forward: bool) -> _State | None:
        if not forward:
            return None
        i = state.position
        for _ in range(3):
            while i < scope.rest and self._p.forms[i].has(Gram.ADV | Gram.PART) and not self._p.forms[i].has(Gram.INF):
                i += 1
            if i >= scope.rest:
                return None
            if self._p.forms[i].has(Gram.INF):
                return self._rest(element, state, scope, forward)
            phrase = self._phrases.at(i, scope.rest)
            if phrase is None or not phrase.mask & (agreement.OBLIQUE):
                return None
            i = phrase.end
        return None


@lru_cache(maxsize=16)
def _ends_of(words: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]) -> _WordEnds:
    index: dict[tuple[str, bool, str], list[tuple[str, ...]]] = {}
    for name, sequences in words:
        for sequence in sequences:
            index.setdefault((name, True, sequence[0]), []).append(sequence)
            index.setdefault((name, False, sequence[-1]), []).append(sequence)
    return index


def _word_ends(words: Mapping[str, Sequence[tuple[str, ...]]]) -> _WordEnds:
    """Index word classes by (class, whether from the front, first or last word), made once a pack."""
    return _ends_of(tuple((name, tuple(sequences)) for name, sequences in words.items()))


_MARK_SETS = {",": frozenset(","), ":": frozenset(":"), ";": frozenset(";"), ".": frozenset((".", "!", "?", "…", "..."))}
_PRIMITIVES = {
    "QUOTE": Matcher._quote,
    "REST": Matcher._rest,
    "LEAD": Matcher._lead,
    "QLEAD": Matcher._speech_lead,
    "QREST": Matcher._speech_rest,
    "NP": Matcher._noun_phrase,
    "BACK": Matcher._back,
    "SRC": Matcher._source,
    "START": Matcher._start,
    "END": Matcher._end,
    "OBJ": Matcher._object,
    "INF": Matcher._infinitive,
}
__all__ = ["DASHES", "SPEECH", "WORD", "Match", "Matcher", "Range", "Scope"]
