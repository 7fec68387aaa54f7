"""Proper names inside noun phrases: which words are like names, and how far a run of them reaches."""

from __future__ import annotations

import re

from ..text.grammemes import Gram
from ..text.tokens import WORD
from . import agreement
from .forms import Form
from .passage import Passage
from .phrase import Core

TITLES = frozenset({"role", "group", "organization", "outlet", "document", "place"})
_BODIES = frozenset({"organization", "outlet"})
_NICKNAME = 2  # words
_SYLLABLES = 3
_LONGEST_SYLLABLE = 5
_VOWELS = "аеєиіїоуюяыэё"
_SYLLABLE = rf"(?=\w{{2,{_LONGEST_SYLLABLE}}}\b)[^\W\d_{_VOWELS}]*[{_VOWELS}][^\W\d_{_VOWELS}]*"
_BY_SYLLABLES = re.compile(
    rf"{_SYLLABLE} {_SYLLABLE} (?:{_SYLLABLE}|[^\W\d_{_VOWELS}]*[{_VOWELS}][^\W\d_{_VOWELS}]+(?:[аяуюеі]|[оеё]м|ові))",
    re.IGNORECASE,
)
"""Three words of one syllable, the last with or without an ending, as Korean, Chinese and Vietnamese names in Cyrillic
mostly are: Юн Сок Ёль."""
_NAMING = Gram.PROP | Gram.FNAME | Gram.LNAME | Gram.PATR | Gram.ABBR


class NameReader:
    """Reads proper names of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._like: dict[int, bool] = {}

    def like(self, i: int) -> bool:
        """Tell whether the word at `i` is like a name: a capital that its sentence does not ask for."""
        form = self._p.forms[i]
        if not form.capital:
            return False
        held = self._like.get(i)
        if held is None:
            held = self._like[i] = self._reads_like(i, form)
        return held

    def _reads_like(self, i: int, form: Form) -> bool:
        if self._p.is_surname(i) or not form.readings or self._by_syllables(i):
            return True
        subject = form.noun & agreement.NOM
        if self._p.opens(i) and form.classes & TITLES and subject and not subject & agreement.SING:
            # "Рибалки розповідають": several anglers rather than one Рибалка
            return False
        if self._p.opens(i) and self._common(i):
            return False
        if form.has(_NAMING):
            # at the head of a sentence "Шкода" is a pity rather than somebody's name
            return form.first(_NAMING) or not (self._p.opens(i) or form.classes & TITLES)
        # "Том Стаєр", where the dictionary knows a runner only
        return form.has(Gram.ANIM) and not form.classes & TITLES and not self._p.opens(i)

    def _by_syllables(self, i: int) -> bool:
        """Tell whether a name of three single syllables begins at `i`: no dictionary has them, and endings mislead."""
        form = self._p.forms[i]
        if not form.capital or len(form.text) > _LONGEST_SYLLABLE or (self._p.opens(i) and not form.name):
            return False
        words = [word.text for word in self._p.tokens[i : i + _SYLLABLES]]
        return all(map(str.istitle, words)) and bool(_BY_SYLLABLES.fullmatch(" ".join(words)))

    def _common(self, i: int) -> bool:
        """ "Громада заявила", "Рада міста", "Чернець Іван Лис": at the head of a sentence a thing or role, no name."""
        form, after = self._p.forms[i], self._p.forms[i + 1 : i + 3]
        if form.classes & TITLES and form.first(Gram.GEO):
            return True
        if "organization" in form.classes and form.first(Gram.FNAME):
            return not (after and after[0].capital and after[0].has(Gram.LNAME))
        named = len(after) > 1 and all(word.capital for word in after)
        # a surname may stand first too, but before a patronymic
        return (
            "role" in form.classes
            and named
            and after[0].first(Gram.FNAME)
            and not after[1].has(Gram.PATR | Gram.FNAME)
        )

    def closed(self, i: int) -> bool:
        """An abbreviation or a country is a name of its own: "НАТО Марк Рютте" is two."""
        form = self._p.forms[i]
        return form.abbreviation or bool(
            form.likeliest & Gram.GEO or (form.grams & Gram.GEO and not form.name)
        )

    def own(self, start: int, core: Core, limit: int) -> tuple[int, int] | None:
        """Return the run of capitalised words that a head itself starts: "Марк Рютте", "The Guardian"."""
        head = self._p.forms[core.head]
        if not head.capital or head.grams & Gram.PERSONAL or "weak-noun" in head.classes:
            return None
        if not self.like(core.head) and not self._p.foreign(core.head):
            return None
        first = core.head
        # "Бердичівська ОДПІ": the adjective is part of the name
        while head.abbreviation and first > start and self._capital_modifier(first - 1):
            first -= 1
        return first, self.run(core.head, core.end, limit, core.mask)

    def _capital_modifier(self, i: int) -> bool:
        form = self._p.forms[i]
        return form.capital and bool(form.modifier) and "article" not in form.classes

    def run(self, start: int, end: int, limit: int, mask: int) -> int:
        """Return where the name that starts at `start`, and holds at least the tokens up to `end`, ends."""
        p = self._p
        if self._by_syllables(start):
            return min(max(end, start + _SYLLABLES), limit)
        while end < limit and p.tokens[end].kind == WORD and self._goes_on(end, limit, mask):
            mask = self.narrow(mask, (end, end + 1))
            end += 1
        before = p.tokens[end - 1]
        nickname = p.short_quotation(end, _NICKNAME) if end < limit and before.kind == WORD else None
        if nickname and nickname < limit and p.forms[end - 1].first(Gram.FNAME) and p.forms[nickname].capital:
            return self.run(start, nickname + 1, limit, mask)  # "John "Johnny" Miller"
        initial = end < limit and p.tokens[end].text == "." and before.kind == WORD and len(before.text) == 1
        if initial and end + 1 < limit and p.forms[end + 1].capital:
            return self.run(start, end + 2, limit, mask)
        return end

    def _goes_on(self, i: int, limit: int, mask: int) -> bool:
        """Tell whether the word at `i` belongs to the name before it."""
        form, before = self._p.forms[i], self._p.forms[i - 1]
        if self.closed(i - 1) and not self.closed(i):
            return False
        if before.first(Gram.GEO) and form.first(Gram.ORG):
            return False
        if form.first(Gram.FNAME) and before.has(Gram.PROP) and (not before.name or before.classes & _BODIES):
            # "голову Укравтодору Олександра Кубракова"
            return False
        if self._whole(i):
            return False
        if self._p.foreign(i):
            return self._p.foreign(i - 1) or form.capital
        if not form.capital:
            # "Урсула фон дер Ляєн"
            return self._leads_to_name(i, limit)
        if form.classes & TITLES and not (before.has(Gram.FNAME) and before.capital):
            return False
        if not form.readings:
            return True
        if self._p.foreign(i - 1) or not (self.like(i) or form.noun):
            return False
        # behind a first name or a particle anything may follow; behind another word only what agrees with it
        free = before.first(Gram.FNAME) or "particle" in before.classes or not before.readings
        return free or bool((form.noun | form.modifier) & mask)

    def _whole(self, i: int) -> bool:
        """Tell whether a name ends before `i`: "Андрія Бойка | Олексія", "штату Джорджія | Річард", "Бойко | CNN"."""
        form, before = self._p.forms[i], self._p.forms[i - 1]
        if form.abbreviation and form.latin:
            return before.first(Gram.LNAME) and not before.latin
        first = self._p.forms[i - 2] if i > 1 else None
        if first is None or not form.first(Gram.FNAME):
            return False
        if first.plain and not first.has(Gram.ANIM) and before.has(Gram.GEO):
            return True
        return (
            first.first(Gram.FNAME)
            and first.capital
            and before.has(Gram.LNAME)
            and not before.first(Gram.FNAME)
        )

    def _leads_to_name(self, i: int, limit: int) -> bool:
        """Tell whether one or two particles stand at `i`, before a capital."""
        after = next(
            (k for k in range(i, min(i + 3, limit)) if "particle" not in self._p.forms[k].classes), limit
        )
        return i < after < limit and self._p.forms[after].capital

    def narrow(self, mask: int, name: tuple[int, int]) -> int:
        """Return the cells of `mask` that every word of the name can have; a particle, "фон", does not inflect."""
        for i in range(*name):
            form = self._p.forms[i]
            if i > name[0] and self._p.forms[i - 1].abbreviation and form.has(Gram.GEO):
                continue  # "МЗС України": whose it is says nothing of its case
            if form.capital or "particle" not in form.classes:
                mask = (form.noun | form.modifier) & mask or mask
        return mask

    def beside(
        self, core: Core, i: int, limit: int, *, inside: bool, named: bool
    ) -> tuple[int, int, int] | None:
        """Return (start, end, cells) of a name that stands beside the head as its apposition, None where none does.

        `inside` tells that the head stands in a larger phrase, `named` that it has a name already.
        """
        bearer, form = self._p.forms[core.head], self._p.forms[i]
        if not form.capital or (named and "role" not in bearer.classes):
            return None
        if not self._can_bear(core, i) or (form.classes & TITLES and not form.name):
            return None
        behind = self._p.forms[i + 1] if i + 1 < limit else form
        if form.classes & _BODIES and behind.first(Gram.FNAME):  # "речника Росатома Андрія Тимонова"
            return None
        # inside a larger phrase what could be a nominative belongs to the outer head: "заступник міністра Кім Ін"
        if inside and (not form.readings or form.noun & agreement.NOM):
            return None
        mask = core.mask
        if "role" in bearer.classes and mask & agreement.SING:
            mask = agreement.every_gender(mask)
        agreed = form.noun & mask if form.readings else mask
        if self._by_syllables(i):
            return i, self.run(i, i + 1, limit, mask), mask
        agreed = agreed or (self._misread(i, limit, mask) if "role" in bearer.classes else 0)
        if not agreed or (form.has(Gram.GEO) and not form.name and form.noun & agreement.GEN):
            return None
        return i, self.run(i, i + 1, limit, agreed), agreed

    def _misread(self, i: int, limit: int, mask: int) -> int:
        """ "прем'єрка Данії Метте Фредеріксен": of a first name in no fitting case, the surname tells the cells."""
        form = self._p.forms[i]
        behind = self._p.forms[i + 1 : min(i + 3, limit)]
        if form.noun & agreement.GEN or not form.name or not behind or not behind[0].capital:
            return 0
        return behind[0].noun & mask if not behind[-1].capital or len(behind) == 1 else 0

    def _can_bear(self, core: Core, i: int) -> bool:
        """Tell whether the head can be called by the word at `i`: things have no surnames."""
        bearer, form = self._p.forms[core.head], self._p.forms[i]
        role = "role" in bearer.classes
        if role and form.abbreviation:
            return False
        if form.name and not (bearer.classes & TITLES or bearer.has(Gram.ANIM) or bearer.capital):
            return False
        # "комісар Віолета Мазур": a woman's role may be in the masculine
        cells = agreement.every_gender(core.mask) & agreement.NOM & agreement.SING
        return self.like(i) or (role and bool(cells & form.noun))
