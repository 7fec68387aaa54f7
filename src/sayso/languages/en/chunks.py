"""Noun chunks of a tagged text: where each begins and ends, which word is its head, and the case that its place gives.

English nouns show no case, but their places do: before the verb stands the subject, behind it the object, behind "of"
whose it is. The chunks are given cases by that, so that whatever asks for a nominative or an accusative finds one.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ...text.grammemes import Gram
from .tagging import AND_, A, C, D, F, G, J, K, N, P, Q, R, S, U, V, W, X

NOM, OBJ = int(Gram.NOM), int(Gram.ACC | Gram.DAT)
OF, BEHIND, WHEN = int(Gram.GEN), int(Gram.ACC | Gram.INS | Gram.LOC), int(Gram.INS)
FREE = int(Gram.NOM | Gram.ACC)
_INSIDE = frozenset({D, J, N, Q, S})
_NOUNS = _INSIDE | {U}
_GOING_ON = _INSIDE | {AND_, R}
_VERBAL = frozenset({V, A})
_LONGEST_CLAUSE = 30
_HELD_BY = 4  # chunks that an office may take: "the head of the centre for the study of birds"


class Word(msgspec.Struct, eq=False, gc=False):
    """What chunks need to know of a word: its text in lower case and what it is by itself.

    A `strange` one is in no dictionary, so that with a capital it may be a surname and nothing else; a `common` one is
    a noun of the dictionary, with a capital or without.
    """

    text: str
    capital: bool
    title: bool
    role: bool
    time: bool
    given: bool
    place: bool
    strange: bool
    common: bool
    particle: bool


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """Tokens [start, end), the first and last token of the head (a name may be long), and the grammemes of its case."""

    start: int
    end: int
    head: int
    case: int


def chunks(words: Sequence[Word], tags: list[int]) -> list[Chunk]:
    """Return the noun chunks of a text in order; "after" that turns out to open a clause is tagged so."""
    spans = _spans(words, tags)
    opens = dict(spans)
    reach = _Reach(words, tags, opens)
    found: list[Chunk] = []
    for start, end in spans:
        head = start if end == start + 1 else _head(words, tags, start, end)
        case = _case(words, tags, reach, found, (start, end, head))
        if case == NOM and start and tags[start - 1] == P:
            tags[start - 1] = C
        found.append(Chunk(start, end, head, case))
    return found


def _spans(words: Sequence[Word], tags: Sequence[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    i, count = 0, len(tags)
    while i < count:
        made = tags[i]
        if made == U:
            spans.append((i, i + 1))
        elif made in _INSIDE and made != S:
            alone = i + 1 == count or tags[i + 1] not in _GOING_ON
            end = i + 1 if alone else _end(words, tags, i)
            spans.append((i, end))
            i = end
            continue
        i += 1
    return spans


def _end(words: Sequence[Word], tags: Sequence[int], start: int) -> int:
    """Return where the chunk that opens at `start` ends: before a new determiner, or before a day and the like."""
    i = start + 1
    while i < len(tags):
        made = tags[i]
        if made == AND_ and _joins_modifiers(tags, i):
            i += 2
            continue
        if made == R and tags[i - 1] in (D, Q) and i + 1 < len(tags) and tags[i + 1] in (J, Q):
            i += 1
            continue
        if made not in _INSIDE:
            break
        if tags[i - 1] == N and _parts(words, tags, start, i):
            break
        if tags[i - 1] == Q and i - 1 > start and words[i - 2].time and words[i - 2].capital and made != Q:
            break
        i += 1
    return i


def _parts(words: Sequence[Word], tags: Sequence[int], start: int, i: int) -> bool:
    """Tell whether a new chunk begins at `i`, behind a noun: a determiner, a day, a name behind another thing."""
    before, word = words[i - 1], words[i]
    day, dated = word.time and word.capital, before.time and before.capital
    if tags[i] in (D, Q):
        return not (dated and tags[i] == Q)
    if word.text in ("last", "next", "this") and tags[i] == J:
        return True
    if day != dated:
        return True
    # "his chief of staff | Andriy Yermak", "the prime minister of Israel | Benjamin Netanyahu"
    if not word.capital or word.title or before.given or before.role or start <= 1 or tags[start - 1] != P:
        return False
    strange = word.strange and before.common and words[start - 1].text == "of"
    named = word.given or (before.place and not word.place) or strange
    return named and any(each.role for each in words[max(0, start - 4) : start - 1])


def _joins_modifiers(tags: Sequence[int], i: int) -> bool:
    """ "local and foreign experts": a conjunction between adjectives."""
    return tags[i - 1] == J and i + 2 < len(tags) and tags[i + 1] == J and tags[i + 2] in (J, N)


def _head(words: Sequence[Word], tags: Sequence[int], start: int, end: int) -> int:
    """Return the head: a title before a name, the first word of a name, else the last noun."""
    last = end - 1
    if last == start:
        return last
    first = max((i + 1 for i in range(start, end) if tags[i] == S), default=start)
    if tags[last] == S:
        return _head(words, tags, start, last)
    if words[last].title and not (words[last].role and _surname_behind(words, last, first)):
        return last
    if not words[last].capital or words[last].time:
        return last
    i = last
    while i > first and _names(words, tags, first, i):
        i -= 1
    if words[i].title and i < last:
        return i
    if not words[i].capital or tags[i] not in (N, J):
        i += 1
    while i < last and tags[i] == J and not words[i].capital:
        i += 1
    return i


def _names(words: Sequence[Word], tags: Sequence[int], first: int, i: int) -> bool:
    """Tell whether word `i` is part of a name that ends behind it: "Ursula | von | der | Leyen"."""
    if words[i].particle and not words[i].capital:
        return any(words[k].capital for k in range(first, i))
    return words[i].capital and not words[i].title and tags[i] in (N, J)


def _surname_behind(words: Sequence[Word], last: int, first: int) -> bool:
    """ "President Bishop": a title that stands behind another title may be a name."""
    return last > first and words[last].capital and words[last - 1].role and words[last - 1].capital


class _Reach:
    """Tells whether a finite verb follows a place, over what may stand between a subject and its verb."""

    def __init__(self, words: Sequence[Word], tags: Sequence[int], opens: dict[int, int]) -> None:
        self._words = words
        self._tags = tags
        self._opens = opens
        self._timely = {start for start, end in opens.items() if words[end - 1].time}
        held: list[bool] = [False] * (len(tags) + 1)
        self._held = held
        timely, nouns = self._timely, _NOUNS
        for i in range(len(tags) - 1, -1, -1):
            made = tags[i]
            if made in nouns:  # most words: only a day may stand before a verb
                if i in timely:
                    held[i] = held[opens[i]]
            else:
                held[i] = made in _VERBAL or self._reaches(made, i)

    def from_(self, i: int) -> bool:
        """Tell whether a verb follows what ends before `i`."""
        return self._held[i]

    def at_once(self, i: int) -> bool:
        """Tell whether a verb stands right behind what ends before `i`, or behind one more subject: "X and Y said"."""
        if i < len(self._tags) and self._tags[i] == AND_:
            i = self._opens.get(i + 1, i)
        return i < len(self._tags) and self._tags[i] in (V, A)

    def _reaches(self, made: int, i: int) -> bool:
        if made == R:
            return self._held[i + 1]
        if made in (P, AND_, C):
            end = self._opens.get(i + 1)
            return end is not None and made != C and self._held[end]
        if made == W:
            return self._words[i].text in ("who", "which", "that", "whose")
        if made in (K, G):
            return self._behind_participle(i)
        return made == X and self._over_mark(i)

    def _behind_participle(self, i: int) -> bool:
        """ "the troops sent to Russia have": over a participle and what belongs to it."""
        j = i + 1
        end = self._opens.get(j)
        return (
            self._held[end]
            if end is not None
            else j < len(self._tags) and self._tags[j] in (P, R) and self._held[j]
        )

    def _over_mark(self, i: int) -> bool:
        text = self._words[i].text
        if text == "(":
            close = next(
                (j for j in range(i, min(i + 12, len(self._tags))) if self._words[j].text == ")"), -1
            )
            return close > 0 and self._held[close + 1]
        if text != "," or i + 1 >= len(self._tags):
            return False
        if self._tags[i + 1] in (W, G, K, P) or i + 1 in self._opens:
            return self._behind_comma(i + 1)
        return False

    def _behind_comma(self, i: int) -> bool:
        """ "Rutte, the head of NATO, said", "Rutte, who came, said": the verb stands behind the next comma."""
        if i in self._opens and self._held[self._opens[i]] and self._tags[i] != Q:
            end = self._opens[i]
            comma = next(
                (
                    j
                    for j in range(end, min(end + _LONGEST_CLAUSE, len(self._tags)))
                    if self._words[j].text == ","
                ),
                0,
            )
            if not comma or self._tags[min(comma + 1, len(self._tags) - 1)] not in (V, A):
                return False
        for j in range(i, min(i + _LONGEST_CLAUSE, len(self._tags))):
            if self._words[j].text == ",":
                return j + 1 < len(self._tags) and (
                    self._tags[j + 1] in (V, A) or (self._tags[j + 1] in (R, P) and self._held[j + 1])
                )
            if self._tags[j] == X and self._words[j].text not in ("(", ")", "-"):
                return False
        return False


def _case(
    words: Sequence[Word], tags: Sequence[int], reach: _Reach, before: list[Chunk], span: tuple[int, int, int]
) -> int:
    start, end, head = span
    i = start - 1
    while i >= 0 and tags[i] == R:
        i -= 1
    made = tags[i] if i >= 0 else X
    if made == P:
        # "after Russia invaded": some prepositions open clauses as well
        if words[i].text in _EITHER and reach.at_once(end):
            return NOM
        return OF if words[i].text == "of" else BEHIND
    if words[head].time and words[end - 1].time:
        return WHEN
    last = before[-1] if before and before[-1].end == i else None
    if made == AND_ and last and last.case in (OF, BEHIND) and _alike(words, last.head, head):
        return last.case
    verb = reach.from_(end)
    if verb and not (made == V and end < len(tags) and tags[end] in (P, X, K, W)):
        return NOM
    if made == AND_ and last:
        return last.case
    if made in (V, A, F, G, K):
        return NOM if made == V and _inverted(tags, words, i) else OBJ
    if made == X and words[i].text == "," and last:
        return _apposed(words, before) if words[head].capital else last.case
    return FREE


def _alike(words: Sequence[Word], one: int, other: int) -> bool:
    """ "in South Korea and Ukraine": two places, or two things without names, that one preposition may govern."""
    return words[one].place == words[other].place and words[one].capital == words[other].capital


def _apposed(words: Sequence[Word], before: list[Chunk]) -> int:
    """ "the president of the council, | Clara Novak": the case of whoever holds the office, and not of the council."""
    for chunk in reversed(before[-_HELD_BY:]):
        if words[chunk.head].role:
            return chunk.case
        if chunk.case not in (OF, BEHIND, OBJ):
            break
    return before[-1].case


def _inverted(tags: Sequence[int], words: Sequence[Word], i: int) -> bool:
    """Tell whether no subject stands before the verb at `i`: "…," said Rutte."""
    if words[i].text in _TELLING:
        return False
    j = i - 1
    while j >= 0 and tags[j] in (A, R):
        j -= 1
    if j >= 0 and words[j].text == "," and _behind_apposition(tags, words, j):
        return False
    return j < 0 or (tags[j] == X and words[j].text not in ("(",))


def _behind_apposition(tags: Sequence[int], words: Sequence[Word], comma: int) -> bool:
    """ "The minister, Clara Novak, described": the comma is the second of two, and no verb stands before it."""
    for k in range(comma - 1, max(-1, comma - _LONGEST_CLAUSE), -1):
        if tags[k] in (V, A):
            return False
        if tags[k] == X and words[k].text in _CLOSING:
            return words[k].text == "," and words[k - 1].capital
    return False


_CLOSING = frozenset(',.!?:;"”“’')
_TELLING = frozenset("tell tells told telling".split())  # whom, not who, stands behind these
_EITHER = frozenset("after before since until till as than like".split())
