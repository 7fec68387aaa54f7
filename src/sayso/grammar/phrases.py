"""Noun phrases: modifiers that agree, a head, its genitive, its name and what else belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from ..text.grammemes import Gram
from ..text.tokens import NUMBER, PUNCT, WORD
from . import agreement
from .passage import Passage

_FUNCTION = Gram.PREP | Gram.CONJ | Gram.PART | Gram.INTJ
_FUNCTION_CLASSES = frozenset({"that", "as", "and", "but", "at", "not", "about", "thus"})
_TITLES = frozenset({"role", "group", "organization", "outlet", "document", "place"})
_LONGEST_QUOTED_NAME = 7
_DEPTH = 6


class Phrase(NamedTuple):
    """A noun phrase over tokens [start, end); `mask` holds its agreement cells.

    `name` is the token range of a proper name inside it (a person's, or what stands in quotation marks or Latin
    letters after a common noun), None where there is none.
    """

    start: int
    end: int
    head: int
    mask: int
    name: tuple[int, int] | None


class _Core(NamedTuple):
    head: int
    end: int
    mask: int


class PhraseParser:
    """Reads noun phrases of one passage, each start once."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._memo: dict[tuple[int, int, bool], Phrase | None] = {}

    def at(self, start: int, limit: int, depth: int = 0) -> Phrase | None:
        """Return the longest noun phrase that starts at token `start` and ends by `limit`, None where none does."""
        # inside a larger phrase names are read otherwise, so the two are kept apart
        key = (start, limit, depth > 0)
        if key not in self._memo:
            self._memo[key] = self._read(start, limit, depth) if depth < _DEPTH else None
        return self._memo[key]

    def _read(self, start: int, limit: int, depth: int) -> Phrase | None:
        core = self._core(start, limit, agreement.ANY, 0)
        if core is None:
            return None
        end, name = core.end, self._own_name(start, core, limit)
        if name:
            end = name[1]
        mask = core.mask
        if name:
            mask = self._narrow(mask, name)
        person = self._p.forms[core.head].name and self._p.forms[core.head].capital
        while end < limit:
            grown = self._grow(core, end, limit, depth, person=person, named=name is not None)
            if grown is None:
                break
            end, found, agreed = grown
            if found:
                name = found
                mask = mask & agreed or mask
        return Phrase(start, end, core.head, mask, name)

    # ---- modifiers and head

    def _core(self, i: int, limit: int, mask: int, depth: int) -> _Core | None:
        if i >= limit or depth > 8:
            return None
        p = self._p
        token, form = p.tokens[i], p.forms[i]
        if token.kind == NUMBER:
            return self._after_number(i, limit, mask, depth)
        if token.kind == PUNCT:
            return self._quoted_head(i, limit, mask)
        # behind a modifier that it agrees with, "ради" is the council's and not "for the sake of"
        agreeing = depth > 0 and mask != agreement.ANY and form.has(Gram.NOUN) and form.noun & mask
        if (
            token.kind != WORD
            or self._function_word(i)
            and not (agreeing and not form.classes & _FUNCTION_CLASSES)
        ):
            return None
        if "quantifier" in form.classes:
            counted = self._core(i + 1, limit, agreement.GEN & agreement.PLUR, depth + 1)
            if counted:
                return _Core(counted.head, counted.end, mask)
        noun_first = form.capital and form.first(Gram.NOUN) and form.noun & mask
        if form.modifier & mask and not noun_first:
            core = self._after_modifier(i, limit, mask & form.modifier, depth)
            if core:
                return core
        if form.noun & mask:
            return _Core(i, i + 1, form.noun & mask)
        if form.modifier & mask and not form.has(Gram.POSS):
            return _Core(i, i + 1, form.modifier & mask)
        if self._name_like(i) and not form.noun:
            return _Core(i, i + 1, mask)
        return None

    def _function_word(self, i: int) -> bool:
        form = self._p.forms[i]
        if (
            form.classes & _FUNCTION_CLASSES
            or "opener" in form.classes
            and self._p.opens(i)
            or form.first(Gram.ADV)
        ):
            return True
        if not form.has(_FUNCTION) or form.has(Gram.PERSONAL | Gram.POSS):
            return False
        return not form.capital or self._p.opens(i) or not self._name_like(i)

    def _after_number(self, i: int, limit: int, mask: int, depth: int) -> _Core | None:
        tokens = self._p.tokens
        if ":" in tokens[i].text:
            return None
        j = i + 1
        if (
            j + 1 < limit
            and tokens[j].text in "-–"
            and tokens[j].start == tokens[i].end
            and tokens[j + 1].kind == WORD
        ):
            return self._core(j + 2, limit, mask, depth + 1)
        if j < limit and tokens[j].text == "%":
            j += 1
        core = self._core(j, limit, agreement.ANY, depth + 1)
        if core is None:
            return None
        counted = core.mask if tokens[i].text == "1" else agreement.PLUR
        return _Core(core.head, core.end, mask & counted or mask)

    def _after_modifier(self, i: int, limit: int, mask: int, depth: int) -> _Core | None:
        p, j = self._p, i + 1
        form = p.forms[i]
        if j < limit and p.tokens[j].kind == PUNCT and p.tokens[j].text == ",":
            # "чинні, обрані торік депутати": only before another modifier
            after = p.forms[j + 1] if j + 1 < limit else None
            return (
                self._core(j + 1, limit, mask, depth + 1)
                if after and after.modifier & mask and not after.noun
                else None
            )
        if j < limit and "and" in p.forms[j].classes:
            after = p.forms[j + 1] if j + 1 < limit else None
            if after is None or not after.modifier & mask or after.noun:
                return None
            core = self._core(j + 1, limit, mask, depth + 1)
            return core
        core = self._core(j, limit, mask, depth + 1)
        if core is None and form.has(Gram.NUM):
            counted = self._core(j, limit, agreement.GEN, depth + 1)
            core = _Core(counted.head, counted.end, mask) if counted else None
        return core

    def _quoted_head(self, i: int, limit: int, mask: int) -> _Core | None:
        end = self._p.short_quotation(i, _LONGEST_QUOTED_NAME)
        return _Core(i + 1, end, mask) if end and end <= limit else None

    # ---- names

    def _name_like(self, i: int) -> bool:
        form = self._p.forms[i]
        if not form.capital:
            return False
        if self._p.tokens[i].text in self._p.surnames:
            return True
        if not form.readings or form.has(Gram.PROP | Gram.FNAME | Gram.LNAME | Gram.PATR | Gram.ABBR):
            return True
        # a capital that no sentence asks for: "Том Стаєр", where the dictionary knows a runner only
        return form.has(Gram.ANIM) and not form.classes & _TITLES and not self._p.opens(i)

    def _own_name(self, start: int, core: _Core, limit: int) -> tuple[int, int] | None:
        """The run of capitalised words that the head itself starts: "Марк Рютте", "The Guardian"."""
        if not self._name_like(core.head) and not self._p.foreign(core.head):
            return None
        head = self._p.forms[core.head]
        if not head.capital or head.has(Gram.PERSONAL):
            return None
        end = self._run(core.head, core.end, limit, core.mask)
        first = core.head
        while head.abbreviation and first > start and self._p.forms[first - 1].capital and self._p.forms[first - 1].modifier:
            first -= 1
        return (first, end)

    def _run(self, start: int, end: int, limit: int, mask: int) -> int:
        p = self._p
        while end < limit and p.tokens[end].kind == WORD:
            form = p.forms[end]
            if self._closed(end - 1) and not self._closed(end):
                break
            if p.foreign(end):
                # "The Wall Street Journal", "фон дер Ляєн" is handled by particles below
                if not p.foreign(end - 1) and not form.capital:
                    break
            elif form.capital:
                nominal = (form.noun | form.modifier) & mask
                if form.readings and not nominal and not p.forms[end - 1].name and p.forms[end - 1].readings:
                    break
                if p.foreign(end - 1) and form.readings:
                    break
                if form.readings and not self._name_like(end) and not form.noun:
                    break
                if form.classes & _TITLES:
                    break
                mask = nominal or mask
            elif not ("particle" in form.classes and end + 1 < limit and p.forms[end + 1].capital):
                break
            end += 1
        if (
            end < limit
            and p.tokens[end].text == "."
            and end - start >= 1
            and len(p.tokens[end - 1].text) == 1
        ):
            # an initial: "А. Коваленко"
            if end + 1 < limit and p.forms[end + 1].capital:
                return self._run(start, end + 2, limit, mask)
        return end

    def _closed(self, i: int) -> bool:
        """An abbreviation or a country is a name of its own: "НАТО Марк Рютте" is two."""
        form = self._p.forms[i]
        return form.abbreviation or form.first(Gram.GEO) or (form.has(Gram.GEO) and not form.name)

    def _narrow(self, mask: int, name: tuple[int, int]) -> int:
        for i in range(*name):
            form = self._p.forms[i]
            cells = (form.noun | form.modifier) & mask
            if cells:
                mask = cells
        return mask

    # ---- what follows the head

    def _grow(
        self, core: _Core, end: int, limit: int, depth: int, *, person: bool, named: bool
    ) -> tuple[int, tuple[int, int] | None, int] | None:
        p = self._p
        token, form = p.tokens[end], p.forms[end]
        if token.kind == PUNCT:
            if token.text == "(":
                close = p.short_bracket(end)
                return (close, None, 0) if close and close <= limit else None
            if p.is_dash(end) and "role" in p.forms[core.head].classes and not named:
                return self._second_role(core, end, limit, depth)
            if named and person:
                return None
            quoted = p.short_quotation(end, _LONGEST_QUOTED_NAME)
            if (
                not quoted
                or quoted > limit
                or not p.forms[end + 1].capital
                or p.forms[core.head].capital
                and not (p.forms[core.head].classes & _TITLES)
            ):
                return None
            return quoted, (end, quoted), agreement.ANY
        if token.kind == NUMBER or person:
            return None
        if token.kind != WORD:
            return None
        if depth and form.has(Gram.FNAME) and form.capital:
            return None
        named_part = None if person else self._apposed_name(core, end, limit, depth, named=named)
        if named_part:
            return named_part
        if "and" in form.classes and p.forms[end - 1].noun & agreement.GEN and end - 1 > core.head:
            second = self._second_genitive(core, end, limit, depth)
            if second:
                return second
        if form.has(_FUNCTION) and not form.capital:
            return self._complement(core, end, limit, depth)
        sub = self.at(end, limit, depth + 1)
        if sub and not named and "role" in p.forms[core.head].classes & p.forms[sub.head].classes:
            # "начальник області генерал Василь Варцаба": rank and office of one person
            if sub.name and sub.name[1] == sub.end and sub.mask & core.mask & agreement.NOM:
                return sub.end, sub.name, sub.mask
        if sub is None and form.abbreviation:
            return end + 1, None, 0
        if sub and form.has(Gram.GEO) and not depth and sub.mask & agreement.OBLIQUE and sub.end < limit:
            # "прем'єр-міністр Ізраїлю Біньямін": a country in a doubtful case between an office and its holder
            if self._apposed_name(core, sub.end, limit, depth):
                return sub.end, None, 0
        if sub and sub.mask & agreement.GEN and not p.forms[core.head].has(Gram.PRON):
            if named and not p.forms[core.head].capital:
                return None
            return sub.end, None, 0
        return None

    def _second_genitive(
        self, core: _Core, end: int, limit: int, depth: int
    ) -> tuple[int, tuple[int, int] | None, int] | None:
        """"департамент освіти і науки": a second genitive of the same body or office."""
        if depth or not self._p.forms[core.head].classes & _TITLES or end + 1 >= limit:
            return None
        if self._p.forms[end + 1].has(Gram.PREP) and "role" in self._p.forms[core.head].classes:
            # "міністр праці та у справах пенсій"
            topic = self.at(end + 2, limit, depth + 1)
            return (topic.end, None, 0) if topic and "topic" in self._p.forms[topic.head].classes else None
        sub = self.at(end + 1, limit, depth + 1)
        if sub is None or not sub.mask & agreement.GEN or self._p.forms[sub.head].has(Gram.ANIM):
            return None
        return sub.end, None, 0

    def _apposed_name(
        self, core: _Core, end: int, limit: int, depth: int, *, named: bool = False
    ) -> tuple[int, tuple[int, int] | None, int] | None:
        p = self._p
        form = p.forms[end]
        role = "role" in p.forms[core.head].classes
        titled = p.forms[core.head].classes & {"outlet", "organization"}
        if p.foreign(end) and (form.capital or titled):
            if named:
                return None
            stop = self._run(end, end + 1, limit, agreement.ANY)
            # "голова Cockpit Мартін Лохер": a body's one word belongs to the role
            if role and stop == end + 1:
                return stop, None, 0
            return stop, (end, stop), agreement.ANY
        if named and not role or not form.capital:
            return None
        if not self._name_like(end) and not (role and core.mask & form.noun & agreement.NOM & agreement.SING):
            return None
        if form.classes & _TITLES and not form.name:
            return None
        # inside a larger phrase a name that could be a nominative belongs to the outer head: "заступник міністра Кім Ін"
        if depth and (not form.readings or form.noun & agreement.NOM):
            return None
        if role and form.abbreviation:
            return None
        mask = core.mask
        bearer = p.forms[core.head]
        if form.name and not (bearer.classes & _TITLES or bearer.has(Gram.ANIM) or bearer.capital):
            return None
        if "role" in p.forms[core.head].classes and mask & agreement.SING:
            mask = agreement.every_gender(mask)
        agreed = form.noun & mask if form.readings else mask
        if not agreed:
            return None
        if form.modifier and not form.name and self._core(end, limit, agreement.GEN, 1):
            return None
        if form.has(Gram.GEO) and not form.name and form.noun & agreement.GEN:
            return None
        stop = self._run(end, end + 1, limit, agreed)
        return stop, (end, stop), agreed

    def _complement(
        self, core: _Core, end: int, limit: int, depth: int
    ) -> tuple[int, tuple[int, int] | None, int] | None:
        """A prepositional complement, taken only where a name in agreement follows it or it is a fixed one."""
        p = self._p
        form = p.forms[end]
        classes = p.forms[core.head].classes
        if "and" in form.classes and "role" in classes:
            return self._second_role(core, end, limit, depth)
        if not form.has(Gram.PREP) or not classes & {"role", "group"}:
            return None
        sub = self.at(end + 1, limit, depth + 1)
        if sub is None:
            return None
        if "group" in classes:
            return (sub.end, None, 0) if "with" in form.classes and sub.mask & agreement.GEN else None
        if (
            "topic" in p.forms[sub.head].classes
            or "with" in form.classes
            and sub.mask & agreement.GEN
            and not (p.forms[sub.head].has(Gram.ANIM))
        ):
            return sub.end, None, 0
        if (
            sub.end < limit
            and p.tokens[sub.end].kind == WORD
            and self._apposed_name(core, sub.end, limit, depth)
        ):
            return sub.end, None, 0
        return None

    def _second_role(
        self, core: _Core, end: int, limit: int, depth: int
    ) -> tuple[int, tuple[int, int] | None, int] | None:
        """ "експерта інституту та радника міністра Івана Ступака": two roles of one person, who is named after both."""
        p = self._p
        sub = self.at(end + 1, limit, depth + 1)
        if sub is None or "role" not in p.forms[sub.head].classes or not sub.mask & core.mask:
            return None
        if sub.name and sub.name[1] == sub.end and sub.name[0] > sub.head:
            return sub.end, sub.name, sub.mask
        return None
