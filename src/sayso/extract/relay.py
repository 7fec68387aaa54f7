"""Finds where a text says who relayed a story: "передає X", "про це пише X", "із посиланням на X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.passage import Passage
from ..grammar.phrases import PhraseParser
from ..grammar.vocabulary import Vocabulary
from ..languages.numbers import matches
from ..text.grammemes import Gram
from ..text.tokens import BREAK, PUNCT
from .cast import Cast
from .outlet import Named, OutletFinder

_REACH = 10
_NEAR = 3
_MARKS = frozenset(',–—-"«“„')
_CREDITS, _CREDIT_WORDS, _DATELINE = 3, 2, 14
_BRACKETS = {"(": ")", "/": "/"}
_AFTER_DATELINE = frozenset({"–", "—", "-", "--", "."})
_LINKS = frozenset({"as", "relative"})
_OPENING_WORDS = ("reference", "report", "partnership")
_AIRING_CLASSES = frozenset({"airing", "reporter"})
_SPOKEN_TO = frozenset({"with", "to", "for"})
_PRINTED = frozenset({"on", "in", "to"})
_TOLD_CLASSES = frozenset({"outlet", "quantifier"})
Place = Literal["tail", "back", "lead", "occasion", "partner"]


class Relay(NamedTuple):
    """One relay as the text tells it: `outlets` from the origin outwards, over tokens [start, end) of a sentence.

    `place`: "tail" behind what is relayed, "back" where the clause itself points at the sentence before, "lead" before
    it ("as X reports"), "occasion" where somebody spoke to an outlet, "partner" for the whole text. `pointing` tells
    that the sentence points back, `quoting` that the outlet is said to quote somebody, `own` that it wrote the text, if
    nothing else tells who did: it stands in the dateline, or its correspondent reports.
    """

    outlets: tuple[Named, ...]
    place: Place
    sentence: int
    start: int
    end: int
    pointing: bool = False
    quoting: bool = False
    own: bool = False


_AIRED = "aired"  # behind such a word stands who aired what was said


class _Sentence(NamedTuple):
    number: int
    start: int
    end: int


_Read = Callable[[int, _Sentence], Relay | None]


@lru_cache(maxsize=4096)
def _kinds(classes: frozenset[str]) -> tuple[str, ...]:
    """Return what words of these classes are to a relay; nothing for most."""
    kinds = [name for name in ("relaying", "telling", "outlet") if name in classes]
    return tuple(kinds if classes.isdisjoint(_AIRING_CLASSES) else [*kinds, _AIRED])


class RelayFinder:
    """Looks for relays in one passage; the document's own outlet is found as any other."""

    def __init__(
        self,
        passage: Passage,
        phrases: PhraseParser,
        cast: Cast,
        outlets: Outlets,
        vocabulary: Vocabulary,
        lang: str,
    ) -> None:
        self._p = passage
        self._phrases = phrases
        self._outlets = outlets
        self._vocabulary = vocabulary
        self._first_words = {entry[0] for name in _OPENING_WORDS for entry in vocabulary.entries(name)}
        self._outlet = OutletFinder(passage, phrases, cast, outlets, lang)

    def relays(self) -> Iterator[Relay]:
        """Yield the relays in the order of the text."""
        yield from self._credits()
        openings = self._openings()
        places = sorted(openings)
        for number, (start, end) in enumerate(self._p.sentences):
            sentence, free = _Sentence(number, start, end), start
            for i in places[bisect_left(places, start) : bisect_left(places, end)]:
                if i < free or self._p.quote_at[i] >= 0:  # what is quoted relays nothing
                    continue
                for read in openings[i]:
                    found = read(i, sentence)
                    if found:
                        self._outlet.found += found.outlets
                        yield found
                        free = found.end
                        break

    def _credits(self) -> Iterator[Relay]:
        """Yield the agencies that a text is credited to: "SEOUL (AFP) – …", or "AP" on a line of its own."""
        paragraphs = self._p.paragraphs
        for start, end in (*paragraphs[:_CREDITS], *paragraphs[_CREDITS:][-_CREDITS:]):
            dateline = self._dateline(start, end)
            place = dateline or ((start, end) if end - start <= _CREDIT_WORDS else None)
            outlet = self._agency(*place) if place else None
            if outlet:
                sentence = min(bisect_left(self._p.sentences, (start, 0)), len(self._p.sentences) - 1)
                yield Relay((outlet,), "partner", sentence, start, start, own=dateline is not None)

    def _dateline(self, start: int, end: int) -> tuple[int, int] | None:
        """Return what stands in brackets or strokes right before the dash or stop that ends a dateline."""
        tokens = self._p.tokens
        for i in range(start + 1, min(start + _DATELINE, end - 2)):
            closing = _BRACKETS.get(tokens[i].text)
            if closing and tokens[i + 2].text == closing:
                behind = tokens[i + 3].text if i + 3 < end else ""
                return (i + 1, i + 2) if behind in _AFTER_DATELINE else None
        return None

    def _agency(self, start: int, end: int) -> Named | None:
        text = self._p.span(start, end).of(self._p.text).strip(" .")
        known = self._outlets.by_name(text)
        plain = all(token.kind != PUNCT for token in self._p.tokens[start:end])
        shouted = text.isupper() or end - start == 1
        return Named(text, start, end) if known and plain and shouted else None

    def _openings(self) -> dict[int, list[_Read]]:
        """Return what may read a relay, by the places where one may begin."""
        forms, found = self._p.forms, dict[int, list[_Read]]()
        for i in [i for i, form in enumerate(forms) if form.lower in self._first_words]:
            found[i] = [self._reference, self._report, self._partnership]
        by_class: tuple[tuple[str, _Read], ...] = (
            ("relaying", self._verb),
            ("relaying", self._subject_first),
            (_AIRED, self._on_air),
            ("relaying", self._said_on),
            ("telling", self._told_by_name),
        )
        marked = [(i, kinds) for i, classes in self._p.classed if (kinds := _kinds(classes))]
        for i, kinds in marked:
            readers = [read for name, read in by_class if name in kinds]
            if readers:
                found.setdefault(i, []).extend(readers)
        for i in self._before_outlets([i for i, kinds in marked if "outlet" in kinds]):
            found.setdefault(i, []).append(self._told)
        return found

    def _before_outlets(self, outlets: list[int]) -> Iterator[int]:
        """Yield the places up to the last word for an outlet of a sentence at which its phrase may begin."""
        for start, end in self._p.sentences if outlets else ():
            last = bisect_left(outlets, end) - 1
            for i in range(start, outlets[last] + 1 if last >= 0 else start):
                form = self._p.forms[i]
                if form.modifier or not form.word or not form.classes.isdisjoint(_TOLD_CLASSES):
                    yield i

    def _at(self, name: str, i: int) -> int:
        """Return how many tokens of a word class's entry stand at `i`, 0 for none."""
        entries = self._vocabulary.at(name, self._p.tokens[i].norm, forward=True)
        return next((len(words) for words in entries if matches(self._p.tokens, i, words)), 0)

    def _points_back(self, sentence: _Sentence) -> int:
        """Return how many tokens open a sentence that points at the one before ("про це"), 0 for none."""
        entries = [words for words in self._vocabulary.entries("pointer") if len(words) > 1]
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
        found = self._outlet.after(i + 1, limit, case, strict="passing" not in form.classes)
        if found is None and self._points_back(sentence):
            found = self._outlet.before(sentence.start, i)
        if found is None:
            return None
        outlets, stop = self._with_origin(found, max(found.end, i + 1), sentence)
        pointing = self._points_back(sentence) > 0
        return Relay(outlets, place, sentence.number, first, stop, pointing, "quoting" in form.classes)

    def _subject_first(self, i: int, sentence: _Sentence) -> Relay | None:
        """ "…, Reuters reports", "…, as Reuters has reported": the outlet before its verb, and no content behind."""
        form = self._p.forms[i]
        if "relaying" not in form.classes or not form.finite or not self._says_no_more(i + 1, sentence.end):
            return None
        end = i
        while end > sentence.start and self._p.forms[end - 1].has(Gram.PART | Gram.ADV):
            end -= 1
        low, own = max(sentence.start, end - _REACH), "reporter" in self._p.forms[end - 1].classes
        found = self._outlet.ending(low, end - 1) if own else self._outlet.before(low, end)
        if found is None:
            return None
        first = found.start - ("article" in self._p.forms[found.start - 1].classes)
        link = "as" in self._p.forms[first - 1].classes
        if first <= sentence.start or not (link or self._p.tokens[first - 1].text in _MARKS):
            return None
        outlets, stop = self._with_origin(found, i + 1, sentence)
        place: Place = "lead" if link and first - 1 == sentence.start else "tail"
        quoting = "quoting" in form.classes
        return Relay(outlets, place, sentence.number, first - 1, stop, quoting=quoting, own=own)

    def _says_no_more(self, i: int, end: int) -> bool:
        """Tell whether behind a relaying verb stand only adverbs, a day and whom it refers to."""
        p = self._p
        while i < end and (p.forms[i].has(Gram.ADV | Gram.PREP) or "weak-noun" in p.forms[i].classes):
            if self._at("reference", i):
                return True
            i += 1
        return i >= end or p.tokens[i].kind == PUNCT

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
            outlet = self._outlet.before(sentence.start + width, i)
            chain = (origin, outlet) if outlet else (origin,)
            return Relay(chain, "back", sentence.number, i, origin.end, pointing=True)
        if i > sentence.start:
            return Relay((origin,), "tail", sentence.number, i, origin.end)
        # a line in lower case goes on with the sentence above it, whose last word was lost as a link
        above = sentence.number > 0 and self._p.tokens[i].text[0].islower()
        return Relay((origin,), "tail" if above else "lead", sentence.number - above, i, origin.end)

    def _referred(self, i: int, end: int) -> Named | None:
        width = self._at("reference", i)
        if not width:
            return None
        first, limit = i + width, min(end, i + width + 1)
        known = self._outlet.after(first, limit, agreement.ACC)
        found = known or self._outlet.after(first, limit, agreement.ACC, strict=False)
        return found._replace(sure=known is not None) if found else None

    def _report(self, i: int, sentence: _Sentence) -> Relay | None:
        """ "За повідомленням X, …": an outlet's report that may hold what others said."""
        width = self._at("report", i)
        if not width:
            return None
        found = self._outlet.after(i + width, min(sentence.end, i + width + 1), agreement.GEN)
        if found is None or self._nameless(found):
            return None
        return Relay((found,), "lead", sentence.number, i, found.end)

    def _nameless(self, outlet: Named) -> bool:
        """ "Місцеві ЗМІ": what many report is a statement of theirs."""
        return "outlet" in self._p.forms[outlet.end - 1].classes and not self._outlets.by_name(outlet.name)

    def _partnership(self, i: int, sentence: _Sentence) -> Relay | None:
        width = self._at("partnership", i)
        if not width:
            return None
        found = self._outlet.after(i + width, min(sentence.end, i + width + _NEAR), agreement.ANY)
        return Relay((found,), "partner", sentence.number, i, found.end) if found else None

    # ---- "в ефірі X", "заявив телеканалу X"

    def _on_air(self, i: int, sentence: _Sentence) -> Relay | None:
        form = self._p.forms[i]
        # "розповів кореспонденту X"; but "кореспондент X розповів"
        if "airing" not in form.classes and ("reporter" not in form.classes or form.noun & agreement.NOM):
            return None
        limit = min(sentence.end, i + _REACH)
        found = self._outlet.after(i + 1, limit, agreement.ANY) or self._outlet.ending(sentence.start, i)
        if found is None and i + 1 < limit and self._p.forms[i + 1].classes & _SPOKEN_TO:
            found = self._outlet.after(i + 2, i + 4, agreement.ANY, strict=False)
        return Relay((found,), "occasion", sentence.number, i, found.end) if found else None

    def _said_on(self, i: int, sentence: _Sentence) -> Relay | None:
        """ "said on CNN", "wrote in the Guardian": right behind the verb, an outlet that the table knows."""
        form, behind = self._p.forms[i], self._p.forms[i + 1] if i + 1 < sentence.end else None
        if behind is None or not form.finite or not behind.first(Gram.PREP) or not behind.classes & _PRINTED:
            return None
        found = self._outlet.after(i + 2, min(sentence.end, i + 4), agreement.OBLIQUE)
        return Relay((found,), "occasion", sentence.number, i, found.end) if found else None

    def _told(self, i: int, sentence: _Sentence) -> Relay | None:
        """A named outlet in the dative, to which somebody speaks, or "у журналі X", in which."""
        phrase = self._phrases.at(i, sentence.end)
        if phrase is None or phrase.name is None or "outlet" not in self._p.forms[phrase.head].classes:
            return None
        printed = i > 0 and "at" in self._p.forms[i - 1].classes and phrase.mask & agreement.LOC
        if not printed and (not phrase.mask & agreement.DAT or phrase.mask & agreement.NOM):
            return None
        outlet = Named(self._outlet.name(phrase), i, phrase.end)
        return Relay((outlet,), "occasion", sentence.number, i, phrase.end)

    def _told_by_name(self, i: int, sentence: _Sentence) -> Relay | None:
        """ "розповів Financial Times", "сказав тренер «Українській правді»": an outlet that only its name tells."""
        if not self._p.forms[i].finite:
            return None
        found = self._outlet.after(i + 1, min(sentence.end, i + _REACH), agreement.DAT)
        found = found or self._right_before(i, sentence.start)
        return Relay((found,), "occasion", sentence.number, found.start, found.end) if found else None

    def _right_before(self, i: int, start: int) -> Named | None:
        """ "Про це «Суспільному» розповів мер"."""
        near = (self._outlet.after(k, k + 1, agreement.DAT) for k in range(max(start, i - _NEAR - 1), i))
        # what does not inflect may as well be the subject
        told = (found for found in near if found and not self._p.foreign(found.end - 1))
        return next((found for found in told if found.end == i), None)
