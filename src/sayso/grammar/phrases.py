"""Noun phrases: modifiers that agree, a head, its name, and what else belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ..text.grammemes import Gram
from ..text.tokens import NUMBER, WORD
from . import agreement
from .extensions import shortened
from .forms import FUNCTION, Form
from .growing import BY_MARK, LISTED, NUMBERED, QUOTED, Extend, able
from .growth import Extension
from .names import TITLES, NameReader
from .passage import Passage
from .phrase import Core, Phrase

_FUNCTION_CLASSES = frozenset({"that", "as", "and", "but", "at", "not", "about", "thus"})
_OF_PERSONS = Gram.PERSONAL | Gram.POSS
_LONGEST_QUOTED_NAME = 7
_DEPTH = 9
_MODIFIERS = 8
_SHORT = 3
_YEAR = len("2019")
_SUFFIX = len("го")
_SPOKEN = frozenset(",!?")


class PhraseParser:
    """Reads noun phrases of one passage, each start once."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._names = NameReader(passage)
        self._forms, self._tokens = passage.forms, passage.tokens
        self._memo: dict[tuple[int, int, bool], Phrase | Literal[False] | None] = {}

    def at(self, start: int, limit: int, depth: int = 0) -> Phrase | None:
        """Return the longest noun phrase that starts at token `start` and ends by `limit`, None where none does."""
        if start >= limit or not self._forms[start].opens:
            return None
        # inside a larger phrase names are read otherwise, so the two are kept apart
        key = (start, limit, depth > 0)
        held = self._memo.get(key, False)
        if held is False:
            held = self._memo[key] = self._read(start, limit, depth) if depth < _DEPTH else None
        return held

    def _read(self, start: int, limit: int, depth: int) -> Phrase | None:
        core = self.core(start, limit, agreement.ANY)
        if core is None:
            return None
        head = self._forms[core.head]
        end, mask, name, person = core.end, core.mask, None, False
        if head.capital:
            name = None if self._titled(start, core) else self._names.own(start, core, limit)
            if name:
                end, mask = name[1], self._names.narrow(mask, name)
            person = head.name and head.classes.isdisjoint(TITLES)
        place: Extension | None = None
        while end < limit:
            extensions = self._able(head, end, depth, person=person)
            if not extensions:
                break
            if place is None:
                place = Extension(self._p, self._names, self, core, head, end, limit, depth, name is not None)
            else:
                place.end, place.named = end, name is not None
            for extend in extensions:
                grown = extend(place)
                if grown:
                    break
            if grown is None or grown.end <= end:
                break
            end = grown.end
            if grown.name:
                name, mask = grown.name, mask & grown.mask or mask
        return Phrase(start, end, core.head, mask, name)

    def _titled(self, start: int, core: Core) -> bool:
        """ "Верховна Рада": a body's noun with a capital adjective is called by both, not by the noun alone."""
        head = self._forms[core.head]
        body = core.head > start and "organization" in head.classes and not head.abbreviation
        return body and self._forms[start].capital

    def _able(self, head: Form, end: int, depth: int, *, person: bool) -> Sequence[Extend]:
        """Return the extensions that may take in what stands at `end`."""
        token = self._tokens[end]
        if token.kind == WORD:
            form = self._forms[end]
            found = able(form, self._p) if form.growth is None else form.growth
            # behind a person's own name only a word cut short may stand
            return found if not person or (found and found[0] is shortened) else ()
        if token.kind == NUMBER:
            behind = self._tokens[end + 1 : end + 2]
            return NUMBERED if behind and behind[0].text in "-–" else ()
        if token.text == ",":  # a list is of what a role or a body is for
            return () if depth or not head.classes else LISTED
        return BY_MARK.get(token.text) or (QUOTED if self._p.quote_at[end] >= 0 else ())

    # ---- modifiers and head

    def core(self, i: int, limit: int, mask: int, depth: int = 0) -> Core | None:
        """Return the head of the phrase that starts at `i`, with what modifies it, in cells of `mask`."""
        if i >= limit or depth > _MODIFIERS:
            return None
        form, kind = self._forms[i], self._tokens[i].kind
        if kind != WORD:
            reader = self._after_number if kind == NUMBER else self._quoted_head
            return reader(i, limit, mask, depth)
        if form.doubtful and not self._nominal(i, mask, depth):
            return None
        if form.classes:
            if "quantifier" in form.classes:
                counted = self.core(i + 1, limit, agreement.GEN & agreement.PLUR, depth + 1)
                if counted:
                    return counted.masked(mask)
            if "relative" in form.classes:  # "які тренери благають": the pronoun stands for something else
                return self._alone(i, mask)
        if form.modifier & mask and not self._noun_first(i, limit, mask):
            core = self._after_modifier(i, limit, mask & form.modifier, depth)
            if core:
                return core
        return self._alone(i, mask)

    def _noun_first(self, i: int, limit: int, mask: int) -> bool:
        """ "Нові дані вчених": data, not "given scientists"."""
        form = self._forms[i]
        sure = (form.capital or "document" in form.classes) and form.first(Gram.NOUN)
        return sure and bool(form.noun & mask) and not self._belongs(i, limit, mask)

    def _belongs(self, i: int, limit: int, mask: int) -> bool:
        """ "Білий дім": what could be a surname belongs to the thing behind it that it agrees with."""
        form, behind = self._p.forms[i], self._p.forms[i + 1] if i + 1 < limit else None
        if behind is None or not form.name or behind.capital or behind.modifier or behind.has(Gram.ANIM):
            return False
        return bool(form.modifier & behind.noun & mask) and behind.first(Gram.NOUN)

    def _alone(self, i: int, mask: int) -> Core | None:
        """The word as a head by itself: a noun, else an adjective for one, else a name that no dictionary knows."""
        form = self._forms[i]
        if form.noun:
            return Core(i, i + 1, form.noun & mask) if form.noun & mask else self._adjective(i, mask)
        return self._adjective(i, mask) or (Core(i, i + 1, mask) if self._names.like(i) else None)

    def _adjective(self, i: int, mask: int) -> Core | None:
        form = self._forms[i]
        found = form.modifier & mask
        return Core(i, i + 1, found) if found and not form.has(Gram.POSS) else None

    def _nominal(self, i: int, mask: int, depth: int) -> bool:
        """Tell whether the word may stand in a noun phrase at all."""
        if not self._function_word(i):
            return True
        form = self._p.forms[i]
        # behind a modifier that it agrees with, "ради" is the council's and not "for the sake of"
        agreeing = depth > 0 and mask != agreement.ANY and form.has(Gram.NOUN) and form.noun & mask
        return bool(agreeing or self.noun_between(i)) and not form.classes & _FUNCTION_CLASSES

    def noun_between(self, i: int) -> bool:
        """ "речниця ради Олена": between a role and a name that agrees with it "ради" is the council's as well."""
        forms = self._forms
        form = forms[i]
        if not (form.grams & Gram.PREP and form.grams & Gram.NOUN) or not 0 < i < len(forms) - 1:
            return False
        before, behind = forms[i - 1], forms[i + 1]
        return "role" in before.classes and behind.capital and bool(behind.noun & before.noun)

    def _function_word(self, i: int) -> bool:
        form = self._forms[i]
        if form.likeliest & Gram.ADV or not _FUNCTION_CLASSES.isdisjoint(form.classes):
            return True
        if "opener" in form.classes and self._p.opens(i):
            return True
        if not form.grams & FUNCTION or form.grams & _OF_PERSONS:
            return False
        return not form.capital or self._p.opens(i) or not self._names.like(i)

    def _after_number(self, i: int, limit: int, mask: int, depth: int) -> Core | None:
        tokens = self._p.tokens
        if ":" in tokens[i].text:
            return None
        j = i + 1
        glued = j + 1 < limit and tokens[j].text in "-–" and tokens[j].start == tokens[i].end
        if glued and tokens[j + 1].kind == WORD:
            # "11-ї бригади", "38-річний політик"; but "у вересні 2019-го | асоціація заявила"
            core = self.core(j + 2, limit, mask, depth + 1)
            year = len(tokens[i].text) == _YEAR and len(tokens[j + 1].text) <= _SUFFIX
            timely = core and "weak-noun" in self._p.forms[core.head].classes
            return None if year and not timely else core
        if j < limit and tokens[j].text == "%":
            j += 1
        core = self.core(j, limit, agreement.ANY, depth + 1)
        if core is None:
            return None
        if depth and "weak-noun" in self._p.forms[core.head].classes and not core.mask & agreement.PLUR:
            return None  # "рада 5 квітня": a day, and nothing counted
        counted = core.mask if tokens[i].text == "1" else agreement.PLUR
        # figures show no case, but their place may
        own = mask & self._p.forms[i].modifier
        return core.masked(own & counted or mask & counted or mask)

    def _after_modifier(self, i: int, limit: int, mask: int, depth: int) -> Core | None:
        j, forms = i + 1, self._forms
        if j < limit and (self._tokens[j].text == "," or "and" in forms[j].classes):
            # "чинні, обрані торік депутати": only before another modifier
            after = forms[j + 1] if j + 1 < limit else None
            if after is None or not after.modifier & mask or after.noun:
                return None
            return self.core(j + 1, limit, mask, depth + 1)
        core = self.core(j, limit, mask, depth + 1)
        if core is None and forms[i].grams & Gram.NUM:
            counted = self.core(j, limit, agreement.GEN, depth + 1)
            return counted.masked(mask) if counted else None
        return core or self._across(i, limit, mask, depth)

    def _across(self, i: int, limit: int, mask: int, depth: int) -> Core | None:
        """ "запрошений до студії експерт": a participle and its noun, with what belongs to the participle between."""
        form = self._p.forms[i]
        if depth or i + 2 >= limit or form.noun or not (form.has(Gram.PARTCP) or form.plain):
            return None
        behind = self._behind_complement(i + 1, limit)
        core = self.core(behind, limit, mask, 1) if behind < limit else None
        return core if core and self._p.forms[core.head].noun and core.mask & agreement.NOM else None

    def _behind_complement(self, i: int, limit: int) -> int:
        """Return where an adverb, a prepositional phrase or an instrumental that starts at `i` ends, else `limit`."""
        form = self._p.forms[i]
        if form.only(Gram.ADV):  # "опублікований учора звіт"
            return i + 1
        prep = form.has(Gram.PREP)
        inner = self.at(i + prep, limit, 1)
        return inner.end if inner and (prep or inner.mask & agreement.INS) else limit

    def _is_clause(self, start: int, end: int) -> bool:
        """ "«рятує дітей»", "«Не хочемо миру»": what a verb opens, or a negation before one, is said and is no name."""
        first = self._p.forms[start]
        if self._p.tokens[end - 1].text in _SPOKEN:
            return True
        if "not" in first.classes:
            return end - start > _SHORT and self._p.forms[start + 1].finite
        return end - start > 1 and not first.capital and first.finite and first.first(Gram.VERB)

    def _quoted_head(self, i: int, limit: int, mask: int, _depth: int) -> Core | None:
        end = self._p.short_quotation(i, _LONGEST_QUOTED_NAME)
        if not end or end > limit or self._p.forms[i + 1].only(Gram.INF) or self._is_clause(i + 1, end - 1):
            return None
        # розповіли "Суспільному": a word in marks shows its case, and so does the first of several: "офісу посла"
        word = self._p.forms[i + 1]
        cells = word.noun | word.modifier
        if end > i + 3 and cells & agreement.NOM:
            cells = mask
        return Core(i + 1, end, cells & mask or mask)


__all__ = ["Phrase", "PhraseParser"]
