"""Finds outlets by name, noun or address in noun phrases, and names them."""

from __future__ import annotations

from typing import NamedTuple

from ..gazetteer.keys import name_key
from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.match import Range
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from ..text.grammemes import Gram
from ..text.tokens import BREAK, NUMBER, PUNCT, WORD
from .cast import Cast
from .named import is_address

_REACH = 10
_LONGEST_NAME = 3  # words
_QUOTES = "«»„“”\"'‹› "


class Named(NamedTuple):
    """An outlet by its name in the nominative, over tokens [start, end).

    `sure` is false where only "with reference to" speaks for an outlet: that may be a speaker as well.
    """

    name: str
    start: int
    end: int
    sure: bool = True


class OutletFinder:
    """Looks for outlets in one passage; `found` are those of relays so far, for "the outlet" to point at."""

    def __init__(
        self, passage: Passage, phrases: PhraseParser, cast: Cast, outlets: Outlets, lang: str
    ) -> None:
        self._p = passage
        self._phrases = phrases
        self._cast = cast
        self._outlets = outlets
        self._lang = lang
        self.found: list[Named] = []

    def after(self, i: int, limit: int, case: int, *, strict: bool = True) -> Named | None:
        """Return the first phrase from `i` on, begun before `limit`, that names an outlet in that case."""
        p = self._p
        while i < limit:
            token = p.tokens[i]
            if token.kind == BREAK or (token.kind == PUNCT and p.quote_at[i] < 0):
                return None
            if token.kind == WORD and "." in token.text.rstrip("."):
                return Named(token.text, i, i + 1)
            phrase = self._phrases.at(i, min(len(p.tokens), limit + _REACH))
            governed = case == agreement.NOM and p.forms[i - 1].only(
                Gram.PREP
            )  # "пише на сторінці у Facebook"
            spelled = self.spelled(i) or (phrase and self._bare(phrase) and self.spelled(phrase.end))
            if spelled and not governed:
                return spelled
            if phrase is None:
                i += 1
                continue
            called = self._called(phrase) if phrase.mask & case and not governed else None
            if called:
                return called
            if phrase.mask & case and not governed and self._is_outlet(phrase, case, strict=strict):
                return Named(self.name(phrase.replace(mask=phrase.mask & case)), phrase.start, phrase.end)
            i = max(phrase.end, i + 1)
        return None

    def _called(self, phrase: Phrase) -> Named | None:
        """ "the German news agency dpa": behind its noun, the name that the table spells."""
        if self._p.script != "latin" or self._joined(phrase):
            return None
        nouns = (i for i in range(phrase.start, phrase.end - 1) if "outlet" in self._p.forms[i].classes)
        return next((found for i in nouns if (found := self.spelled(i + 1))), None)

    def before(self, start: int, end: int) -> Named | None:
        """Return the outlet in the nominative that ends right at `end`."""
        for i in range(start, end):
            phrase = self._phrases.at(i, end)
            if phrase and phrase.end == end and phrase.mask & agreement.NOM:
                outlet = self._is_outlet(phrase, agreement.NOM, strict=True)
                return Named(self.name(phrase), phrase.start, phrase.end) if outlet else None
        return None

    def spelled(self, i: int) -> Named | None:
        """A name that stands as the table spells it: "euronews", "Радіо Свобода"; a lone word must be foreign."""
        for width in range(_LONGEST_NAME, 0, -1):
            end = i + width
            if end > len(self._p.tokens) or (width == 1 and not self._may_be_one(i)):
                continue
            if any(self._p.tokens[k].kind not in (WORD, NUMBER) for k in (i, end - 1)):
                continue
            text = self._p.span(i, end).of(self._p.text)
            known = self._outlets.by_name(text, quoted=False)
            if known and not self._joined_at(i, end):
                return Named(full_name(text, self._outlets, self._lang), i, end)
        return None

    def _may_be_one(self, i: int) -> bool:
        """A word by itself: one in foreign letters, or in a Latin text one with a capital or behind its noun."""
        if self._p.script != "latin":
            return self._p.foreign(i)
        owns = i + 1 < len(self._p.forms) and "owning" in self._p.forms[i + 1].classes
        named = self._p.forms[i].capital or (i > 0 and "outlet" in self._p.forms[i - 1].classes)
        return named and not owns

    def ending(self, start: int, end: int) -> Named | None:
        """Return the outlet that the table spells right before `end`: "a Fox News interview"."""
        near = (self.spelled(i) for i in range(max(start, end - _LONGEST_NAME), end))
        return next((found for found in near if found and found.end == end), None)

    def _is_outlet(self, phrase: Phrase, case: int, *, strict: bool) -> bool:
        """By its noun, by the table, by an address; behind "передає" any name that is no person's or office's."""
        p = self._p
        head = p.forms[phrase.head]
        if self._joined(phrase) or "role" in head.classes:
            return False
        # "повідомило агентство": a plain word is no outlet of that name
        proper = head.capital or p.quote_at[phrase.head] >= 0
        if self._outlets.by_name(self.name(phrase.replace(mask=phrase.mask & case)), quoted=proper):
            return True
        marked = p.tokens[phrase.start].kind == PUNCT and p.forms[phrase.start + 1].capital
        if marked and (not strict or is_address(p, phrase.start, phrase.end)):
            return True
        if "outlet" in head.classes:
            return not self._bare(phrase) or self._generic(phrase) is not None
        if strict or any(p.forms[i].name for i in range(phrase.start, phrase.end)):
            return False
        return head.capital

    def _joined(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is one of several that are named together."""
        return self._joined_at(phrase.start, phrase.end)

    def _joined_at(self, start: int, end: int) -> bool:
        around = [i for i in (start - 1, end) if 0 <= i < len(self._p.forms)]
        return any("and" in self._p.forms[i].classes for i in around)

    def _bare(self, phrase: Phrase) -> bool:
        """Tell whether nothing names the noun: "видання", "його видання"."""
        if phrase.name not in (None, (phrase.head, phrase.head + 1)) or self._p.foreign(phrase.head):
            return False
        before = self._p.forms[phrase.start : phrase.head]
        naming = (
            form for form in before if not form.has(Gram.POSS | Gram.PRON) and "article" not in form.classes
        )
        return not any(naming) and phrase.end == phrase.head + 1

    def _generic(self, phrase: Phrase) -> str | None:
        """ "Видання": the outlet named last before it."""
        if not self._bare(phrase) or not self._p.forms[phrase.head].classes >= {"generic", "outlet"}:
            return None
        before = [
            (place, entity.name)
            for entity in self._cast.entities
            if entity.type == "outlet"
            for place in entity.places
            if place < phrase.start
        ]
        before += [(outlet.start, outlet.name) for outlet in self.found if outlet.start < phrase.start]
        return max(before)[1] if before else None

    def name(self, phrase: Phrase) -> str:
        """The outlet's name in the nominative; an abbreviation that the table knows is written out."""
        spelled = self.spelled(phrase.name[0]) if phrase.name else None
        if spelled and spelled.end > phrase.end:  # "радіостанції Europe 1"
            return spelled.name
        text = self._generic(phrase) or self._plain(phrase)
        return full_name(text, self._outlets, self._lang)

    def _plain(self, phrase: Phrase) -> str:
        if self._adorned(phrase) or self._described(phrase):
            return self._cast.nominatives.text(phrase, phrase.start, phrase.end)
        if phrase.name and not self._within_quotes(phrase.name):
            return self._cast.entities[self._cast.named(phrase)].name
        if phrase.name:
            first, last = phrase.name
            if (
                phrase.head < first
            ):  # "в ефірі каналу «Єдині новини»": behind its noun, a name in marks is not inflected
                return self._p.span(first, last).of(self._p.text).strip(_QUOTES)
            inner = phrase.replace(start=first, end=last, head=last - 2)
            return self._cast.nominatives.text(inner, first, last).strip(_QUOTES)
        last = phrase.end - 1 if self._p.tokens[phrase.end - 1].kind != PUNCT else phrase.end - 2
        head = last if self._within_quotes((phrase.start, phrase.end)) else phrase.head
        return self._cast.nominatives.text(phrase.replace(head=head), phrase.start, phrase.end).strip(_QUOTES)

    def _adorned(self, phrase: Phrase) -> bool:
        """Tell whether an adjective with a capital belongs to the name: "Вечірній Рубіж"."""
        words = self._p.tokens[phrase.start : phrase.end]
        return phrase.start < phrase.head and all(
            word.kind == WORD and word.text[0].isupper() for word in words
        )

    def _described(self, phrase: Phrase) -> bool:
        """ "Російські ЗМІ": a noun for outlets that looks like a name; only its adjectives tell which are meant."""
        own = phrase.name == (phrase.head, phrase.head + 1) and phrase.end == phrase.head + 1
        return own and phrase.start < phrase.head and "outlet" in self._p.forms[phrase.head].classes

    def _within_quotes(self, piece: Range) -> bool:
        return self._p.quote_at[piece[0]] >= 0 and self._p.quotes[self._p.quote_at[piece[0]]][0] == piece[0]


def full_name(name: str, outlets: Outlets, lang: str) -> str:
    """Return an outlet's name, written out where the table knows it as an abbreviation ("NYT")."""
    name = name.removeprefix("the ")
    known = outlets.by_name(name)
    if known and name_key(name) in known.ordinary:  # "«Громадському»" may be of «Громадський», which is none
        return known.label(lang)
    return max(name, known.label(lang), key=len) if known else name
