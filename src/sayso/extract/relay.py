"""Finds where a text says who relayed a story: "передає X", "про це пише X", "із посиланням на X"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.match import Range
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from ..grammar.vocabulary import Vocabulary
from ..languages.numbers import matches
from ..text.grammemes import Gram
from ..text.tokens import BREAK, PUNCT, WORD
from .cast import Cast

_REACH = 10
_NEAR = 3
_MARKS = frozenset(',–—-"«“„')
_LINKS = frozenset({"as", "relative"})
_QUOTES = "«»„“”\"'‹› "
Place = Literal["tail", "back", "lead", "occasion", "partner"]
Words = Mapping[str, tuple[tuple[str, ...], ...]]


class Named(NamedTuple):
    """An outlet by its name in the nominative, over tokens [start, end).

    `sure` is false where only "with reference to" speaks for an outlet: that may be a speaker as well.
    """

    name: str
    start: int
    end: int
    sure: bool = True


class Relay(NamedTuple):
    """One relay as the text tells it: `outlets` from the origin outwards, over tokens [start, end) of a sentence.

    `place`: "tail" behind what is relayed, "back" where the clause itself points at the sentence before, "lead" before
    it ("as X reports"), "occasion" where somebody spoke to an outlet, "partner" for the whole text. `pointing` tells
    that the sentence points back, `quoting` that the outlet is said to quote somebody.
    """

    outlets: tuple[Named, ...]
    place: Place
    sentence: int
    start: int
    end: int
    pointing: bool = False
    quoting: bool = False


class _Sentence(NamedTuple):
    number: int
    start: int
    end: int


class RelayFinder:
    """Looks for relays in one passage; the document's own outlet is found as any other."""

    def __init__(
        self, passage: Passage, phrases: PhraseParser, cast: Cast, outlets: Outlets, words: Words, lang: str
    ) -> None:
        self._p = passage
        self._phrases = phrases
        self._cast = cast
        self._outlets = outlets
        self._words = words
        self._vocabulary = Vocabulary.of(words)
        self._lang = lang
        self._found: list[Named] = []

    def relays(self) -> Iterator[Relay]:
        """Yield the relays in the order of the text."""
        readers = (self._reference, self._report, self._partnership, self._verb, self._on_air, self._told)
        for number, (start, end) in enumerate(self._p.sentences):
            sentence, i = _Sentence(number, start, end), start
            while i < end:
                tried = () if self._p.quote_at[i] >= 0 else readers  # what is quoted relays nothing
                found = next(filter(None, (read(i, sentence) for read in tried)), None)
                if found:
                    self._found += found.outlets
                    yield found
                i = max(found.end if found else 0, i + 1)

    def _at(self, name: str, i: int) -> int:
        """Return how many tokens of a word class's entry stand at `i`, 0 for none."""
        entries = self._vocabulary.at(name, self._p.tokens[i].norm, forward=True)
        return next((len(words) for words in entries if matches(self._p.tokens, i, words)), 0)

    def _points_back(self, sentence: _Sentence) -> int:
        """Return how many tokens open a sentence that points at the one before ("про це"), 0 for none."""
        entries = [words for words in self._words.get("pointer", ()) if len(words) > 1]
        return next((len(words) for words in entries if matches(self._p.tokens, sentence.start, words)), 0)

    # ---- "передає X із посиланням на Y"

    def _verb(self, i: int, sentence: _Sentence) -> Relay | None:
        form = self._p.forms[i]
        if "relaying" not in form.classes or not form.finite:
            return None
        place, first = self._place(i, sentence)
        if place is None:
            return None
        case, limit = agreement.NOM, min(sentence.end, i + _REACH)
        found = self._outlet(i + 1, limit, case, strict="passing" not in form.classes)
        if found is None and self._points_back(sentence):
            found = self._outlet_before(sentence.start, i)
        if found is None:
            return None
        outlets, stop = self._with_origin(found, max(found.end, i + 1), sentence)
        pointing = self._points_back(sentence) > 0
        return Relay(outlets, place, sentence.number, first, stop, pointing, "quoting" in form.classes)

    def _with_origin(self, outlet: Named, stop: int, sentence: _Sentence) -> tuple[tuple[Named, ...], int]:
        """Take in "with reference to Y" behind the outlet."""
        for j in range(stop, min(sentence.end, stop + _NEAR)):
            origin = self._referred(j, sentence.end)
            if origin:
                return (origin, outlet), origin.end
        return (outlet,), stop

    def _place(self, i: int, sentence: _Sentence) -> tuple[Place | None, int]:
        """Where a relaying verb stands, and where its clause begins: pointing back, after a link, after a mark."""
        p, start = self._p, sentence.start
        if i == start:
            return None, i
        marked = p.tokens[i - 1].text in _MARKS
        if self._points_back(sentence):
            return ("tail" if marked else "back"), i
        for j in range(i - 1, max(start - 1, i - 1 - _NEAR), -1):
            if p.forms[j].classes & _LINKS:
                first = j == start or ("as" in p.forms[j].classes and p.tokens[j - 1].text != ",")
                return ("lead" if first else "tail"), j
            if p.tokens[j].kind in (PUNCT, BREAK):
                break
        return ("tail", i - 1) if marked else (None, i)

    # ---- references, reports, partnerships

    def _reference(self, i: int, sentence: _Sentence) -> Relay | None:
        """ "Із посиланням на X", and "про це X із посиланням на Y" without a verb."""
        origin = self._referred(i, sentence.end)
        if origin is None:
            return None
        width = self._points_back(sentence)
        if width:
            outlet = self._outlet_before(sentence.start + width, i)
            return Relay(
                (origin, outlet) if outlet else (origin,),
                "back",
                sentence.number,
                i,
                origin.end,
                pointing=True,
            )
        return Relay((origin,), "lead" if i == sentence.start else "tail", sentence.number, i, origin.end)

    def _referred(self, i: int, end: int) -> Named | None:
        width = self._at("reference", i)
        if not width:
            return None
        first, limit = i + width, min(end, i + width + 1)
        known = self._outlet(first, limit, agreement.ACC)
        found = known or self._outlet(first, limit, agreement.ACC, strict=False)
        return found._replace(sure=known is not None) if found else None

    def _report(self, i: int, sentence: _Sentence) -> Relay | None:
        """ "За повідомленням X, …": an outlet's report that may hold what others said."""
        width = self._at("report", i)
        found = self._outlet(i + width, min(sentence.end, i + width + 1), agreement.GEN) if width else None
        if found is None or self._nameless(found):
            return None
        return Relay((found,), "lead", sentence.number, i, found.end)

    def _nameless(self, outlet: Named) -> bool:
        """ "Місцеві ЗМІ": what many report is a statement of theirs."""
        return "outlet" in self._p.forms[outlet.end - 1].classes and not self._outlets.by_name(outlet.name)

    def _partnership(self, i: int, sentence: _Sentence) -> Relay | None:
        width = self._at("partnership", i)
        found = (
            self._outlet(i + width, min(sentence.end, i + width + _NEAR), agreement.ANY) if width else None
        )
        return Relay((found,), "partner", sentence.number, i, found.end) if found else None

    # ---- "в ефірі X", "заявив телеканалу X"

    def _on_air(self, i: int, sentence: _Sentence) -> Relay | None:
        if "airing" not in self._p.forms[i].classes:
            return None
        found = self._outlet(i + 1, min(sentence.end, i + _REACH), agreement.ANY)
        return Relay((found,), "occasion", sentence.number, i, found.end) if found else None

    def _told(self, i: int, sentence: _Sentence) -> Relay | None:
        """A named outlet in the dative, to which somebody speaks."""
        phrase = self._phrases.at(i, sentence.end)
        if phrase is None or phrase.name is None or "outlet" not in self._p.forms[phrase.head].classes:
            return None
        if not phrase.mask & agreement.DAT or phrase.mask & agreement.NOM:
            return None
        outlet = Named(self._name(phrase), i, phrase.end)
        return Relay((outlet,), "occasion", sentence.number, i, phrase.end)

    # ---- outlets

    def _outlet(self, i: int, limit: int, case: int, *, strict: bool = True) -> Named | None:
        """Return the first phrase from `i` on, begun before `limit`, that names an outlet in that case."""
        p = self._p
        while i < limit:
            token = p.tokens[i]
            if token.kind == BREAK or (token.kind == PUNCT and p.quote_at[i] < 0):
                return None
            if token.kind == WORD and "." in token.text.rstrip("."):
                return Named(token.text, i, i + 1)
            phrase = self._phrases.at(i, min(len(p.tokens), limit + _REACH))
            if phrase is None:
                i += 1
                continue
            governed = case == agreement.NOM and p.forms[i - 1].only(Gram.PREP)
            if phrase.mask & case and not governed and self._is_outlet(phrase, case, strict=strict):
                return Named(self._name(phrase._replace(mask=phrase.mask & case)), phrase.start, phrase.end)
            i = max(phrase.end, i + 1)
        return None

    def _outlet_before(self, start: int, end: int) -> Named | None:
        """Return the outlet in the nominative that ends right at `end`."""
        for i in range(start, end):
            phrase = self._phrases.at(i, end)
            if phrase and phrase.end == end and phrase.mask & agreement.NOM:
                outlet = self._is_outlet(phrase, agreement.NOM, strict=True)
                return Named(self._name(phrase), phrase.start, phrase.end) if outlet else None
        return None

    def _is_outlet(self, phrase: Phrase, case: int, *, strict: bool) -> bool:
        """By its noun, by the table, by an address; behind "передає" any name that is no person's or office's."""
        p = self._p
        head = p.forms[phrase.head]
        if self._joined(phrase) or "role" in head.classes:
            return False
        if self._outlets.by_name(self._name(phrase._replace(mask=phrase.mask & case))):
            return True
        if "outlet" in head.classes:
            return not self._bare(phrase) or self._generic(phrase) is not None
        if strict or any(p.forms[i].name for i in range(phrase.start, phrase.end)):
            return False
        return head.capital or p.quote_at[phrase.head] >= 0

    def _joined(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is one of several that are named together."""
        around = [i for i in (phrase.start - 1, phrase.end) if 0 <= i < len(self._p.forms)]
        return any("and" in self._p.forms[i].classes for i in around)

    def _bare(self, phrase: Phrase) -> bool:
        """Tell whether nothing names the noun: "видання", "його видання"."""
        if phrase.name not in (None, (phrase.head, phrase.head + 1)) or self._p.foreign(phrase.head):
            return False
        return all(
            self._p.forms[i].has(Gram.POSS | Gram.PRON) for i in range(phrase.start, phrase.head)
        ) and (phrase.end == phrase.head + 1)

    def _generic(self, phrase: Phrase) -> str | None:
        """ "Видання": the outlet named last before it."""
        if not self._bare(phrase) or "generic" not in self._p.forms[phrase.head].classes:
            return None
        before = [
            (place, entity.name)
            for entity in self._cast.entities
            if entity.type == "outlet"
            for place in entity.places
            if place < phrase.start
        ]
        before += [(outlet.start, outlet.name) for outlet in self._found if outlet.start < phrase.start]
        return max(before)[1] if before else None

    def _name(self, phrase: Phrase) -> str:
        """The outlet's name in the nominative; an abbreviation that the table knows is written out."""
        text = self._generic(phrase) or self._plain(phrase)
        return full_name(text, self._outlets, self._lang)

    def _plain(self, phrase: Phrase) -> str:
        if self._adorned(phrase):
            return self._cast.nominative_text(phrase, phrase.start, phrase.end)
        if phrase.name and not self._within_quotes(phrase.name):
            return self._cast.entities[self._cast.named(phrase)].name
        if phrase.name:
            first, last = phrase.name
            inner = phrase._replace(start=first, end=last, head=last - 2)
            return self._cast.nominative_text(inner, first, last).strip(_QUOTES)
        last = phrase.end - 1 if self._p.tokens[phrase.end - 1].kind != PUNCT else phrase.end - 2
        head = last if self._within_quotes((phrase.start, phrase.end)) else phrase.head
        return self._cast.nominative_text(phrase._replace(head=head), phrase.start, phrase.end).strip(_QUOTES)

    def _adorned(self, phrase: Phrase) -> bool:
        """Tell whether an adjective with a capital belongs to the name: "Вечірній Рубіж"."""
        words = self._p.tokens[phrase.start : phrase.end]
        return phrase.start < phrase.head and all(
            word.kind == WORD and word.text[0].isupper() for word in words
        )

    def _within_quotes(self, piece: Range) -> bool:
        return self._p.quote_at[piece[0]] >= 0 and self._p.quotes[self._p.quote_at[piece[0]]][0] == piece[0]


def full_name(name: str, outlets: Outlets, lang: str) -> str:
    """Return an outlet's name, written out where the table knows it as an abbreviation ("NYT")."""
    known = outlets.by_name(name)
    return max(name, known.label(lang), key=len) if known else name
