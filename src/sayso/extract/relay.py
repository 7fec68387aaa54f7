"""Finds where a text says who relayed a story: "передає X", "про це пише X", "із посиланням на X"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from ..languages.numbers import matches
from ..text.grammemes import Gram
from ..text.tokens import BREAK, PUNCT
from .cast import Cast

_REACH = 10
_NEAR = 3
_MARKS = frozenset(',–—-"«“„')
Place = Literal["tail", "back", "lead", "occasion", "partner"]
Words = Mapping[str, tuple[tuple[str, ...], ...]]


class Relay(NamedTuple):
    """One relay as the text tells it: `names` from the origin outwards, over tokens [start, end) of a sentence.

    `place`: "tail" behind what is relayed, "back" in a sentence that points at the one before, "lead" before it ("as X
    reports"), "occasion" where somebody spoke to an outlet, "partner" for the whole text.
    """

    names: tuple[str, ...]
    place: Place
    sentence: int
    start: int
    end: int


class _Named(NamedTuple):
    name: str
    start: int
    end: int


class RelayFinder:
    """Looks for relays in one passage; the document's own outlet is found as any other."""

    def __init__(
        self, passage: Passage, phrases: PhraseParser, cast: Cast, outlets: Outlets, words: Words
    ) -> None:
        self._p = passage
        self._phrases = phrases
        self._cast = cast
        self._outlets = outlets
        self._words = words

    def relays(self) -> Iterator[Relay]:
        """Yield the relays in the order of the text."""
        for number, (start, end) in enumerate(self._p.sentences):
            yield from self._of_sentence(number, start, end)

    def _of_sentence(self, number: int, start: int, end: int) -> Iterator[Relay]:
        i = start
        while i < end:
            relay = self._clause(number, i, start, end)
            if relay:
                yield relay
                i = max(relay.end, i + 1)
                continue
            i += 1

    def _clause(self, number: int, i: int, start: int, end: int) -> Relay | None:
        if self._p.quote_at[i] >= 0 and self._p.quotes[self._p.quote_at[i]][0] < i - _NEAR:
            return None  # what is quoted relays nothing
        if self._at("reference", i):
            return self._reference(number, i, start, end)
        if self._at("partnership", i):
            found = self._outlet_after(i, end, agreement.ANY)
            return Relay((found.name,), "partner", number, i, found.end) if found else None
        if "relaying" in self._p.forms[i].classes and self._p.forms[i].finite:
            return self._verb(number, i, start, end)
        if "airing" in self._p.forms[i].classes:
            found = self._outlet_after(i + 1, min(end, i + _REACH), agreement.ANY, strict=True)
            return Relay((found.name,), "occasion", number, i, found.end) if found else None
        return self._told(number, i, end)

    def _at(self, name: str, i: int) -> int:
        """Return how many tokens of a word class's entry stand at `i`, 0 for none."""
        return next(
            (len(words) for words in self._words.get(name, ()) if matches(self._p.tokens, i, words)), 0
        )

    # ---- "передає X із посиланням на Y"

    def _verb(self, number: int, i: int, start: int, end: int) -> Relay | None:
        p = self._p
        place, first = self._place(i, start)
        if place is None:
            return None
        known = "passing" in p.forms[i].classes
        found = self._outlet_after(i + 1, min(end, i + _REACH), agreement.NOM, strict=not known)
        if found is None and place == "back":
            found = self._outlet_between(start, i)
        if found is None:
            return None
        names, stop = [found.name], max(found.end, i + 1)
        for j in range(stop, min(end, stop + _NEAR)):
            width = self._at("reference", j)
            origin = (
                self._outlet_after(j + width, min(end, j + width + _REACH), agreement.ACC) if width else None
            )
            if origin:
                names, stop = [origin.name, found.name], origin.end
        return Relay(tuple(names), place, number, first, stop)

    def _place(self, i: int, start: int) -> tuple[Place | None, int]:
        """Where a relaying verb stands, and where its clause begins: after a mark, after "as", or pointing back."""
        p = self._p
        if self._points_back(start):
            return "back", i
        j = i - 1
        while j > start and p.tokens[j].kind not in (PUNCT, BREAK) and i - j <= _NEAR:
            if "as" in p.forms[j].classes:
                break
            j -= 1
        j = max(j, start)
        if "as" in p.forms[j].classes:
            before = p.tokens[j - 1] if j > start else None
            return ("lead" if before is None or before.text != "," else "tail"), j
        if j == i - 1 and p.tokens[j].text in _MARKS:
            return "tail", j
        return None, i

    def _points_back(self, start: int) -> bool:
        return any(
            len(words) > 1 and matches(self._p.tokens, start, words)
            for words in self._words.get("pointer", ())
        )

    def _reference(self, number: int, i: int, start: int, end: int) -> Relay | None:
        """ "Із посиланням на X" without a relaying verb before it."""
        width = self._at("reference", i)
        found = self._outlet_after(i + width, min(end, i + width + _REACH), agreement.ACC)
        if found is None:
            return None
        place: Place = "back" if self._points_back(start) else "lead" if i == start else "tail"
        return Relay((found.name,), place, number, i, found.end)

    # ---- "заявив телеканалу X"

    def _told(self, number: int, i: int, end: int) -> Relay | None:
        """An outlet in the dative to which somebody speaks."""
        phrase = self._phrases.at(i, end)
        if phrase is None or not phrase.mask & agreement.DAT or phrase.mask & agreement.NOM:
            return None
        if "outlet" not in self._p.forms[phrase.head].classes or phrase.name is None:
            return None
        return Relay((self._name(phrase),), "occasion", number, i, phrase.end)

    # ---- outlets

    def _outlet_after(self, i: int, limit: int, case: int, *, strict: bool = True) -> _Named | None:
        """Return the first phrase of that case that names an outlet; prepositional phrases are passed over."""
        p = self._p
        while i < limit:
            token = p.tokens[i]
            if token.kind == BREAK or (token.kind == PUNCT and p.quote_at[i] < 0):
                return None
            phrase = self._phrases.at(i, min(len(p.tokens), limit + _REACH))
            if phrase is None:
                i += 1
                continue
            governed = p.forms[i - 1].has(Gram.PREP) and case == agreement.NOM and not p.forms[i - 1].capital
            if not governed and phrase.mask & case and self._is_outlet(phrase, strict=strict):
                return _Named(self._name(phrase), phrase.start, phrase.end)
            i = max(phrase.end, i + 1)
        return None

    def _outlet_between(self, start: int, end: int) -> _Named | None:
        for i in range(start, end):
            phrase = self._phrases.at(i, end)
            if (
                phrase
                and phrase.end == end
                and phrase.mask & agreement.NOM
                and self._is_outlet(phrase, strict=True)
            ):
                return _Named(self._name(phrase), phrase.start, phrase.end)
        return None

    def _is_outlet(self, phrase: Phrase, *, strict: bool) -> bool:
        """An outlet by its noun, by the table or by an address; behind "передає" any name that is no person's."""
        p = self._p
        head = p.forms[phrase.head]
        if "outlet" in head.classes or "." in p.tokens[phrase.head].text:
            return True
        if self._outlets.by_name(self._name(phrase)):
            return True
        if strict or not (head.capital or p.foreign(phrase.head) or p.quote_at[phrase.head] >= 0):
            return False
        return (
            not any(p.forms[i].name for i in range(phrase.start, phrase.end)) and "role" not in head.classes
        )

    def _name(self, phrase: Phrase) -> str:
        """The outlet's name in the nominative; an abbreviation that the table knows is written out."""
        text = self._plain(phrase)
        known = self._outlets.by_name(text)
        return max(text, known.label("uk"), key=len) if known else text

    def _plain(self, phrase: Phrase) -> str:
        if phrase.name:
            return self._cast.entities[self._cast.named(phrase)].name
        return self._cast.nominative_text(phrase, phrase.start, phrase.end).strip("«»„“”\"'‹› ")
