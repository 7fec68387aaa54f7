"""Who holds an office that a text names without its holder: "the president of France", "the mayor"."""

from __future__ import annotations

from functools import cached_property

from ..gazetteer.countries import Countries
from ..grammar import agreement
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase
from ..model import Source
from ..text.grammemes import Gram
from ..text.tokens import WORD
from .antecedent import as_source
from .cast import Cast, Entity
from .draft import Draft

_LEAD = 2
_STEM = 5
_SHORTEST_STEM = 4


class Offices:
    """The offices of one passage. Where an office is of a country or a place, no other one's holder is meant."""

    def __init__(self, passage: Passage, cast: Cast, lang: str) -> None:
        self._p = passage
        self._cast = cast
        self._lang = lang

    @cached_property
    def _countries(self) -> Countries:
        return Countries.load(self._lang)

    def holder(self, draft: Draft, phrase: Phrase) -> Entity | None:
        """Whom the document gives this role, in the same words or, of a chief, with a word of it in common."""
        head, inside = self._p.forms[phrase.head], range(phrase.start, phrase.end)
        persons = [e for e in self._cast.entities if e.type == "person" and not set(e.places) & set(inside)]
        found = [e for e in persons if e.roles.keys() & head.lemmas]
        if not found and "chief" in head.classes:
            found = [e for e in persons if self._shares_office(e, phrase)]
        found = [e for e in found if not self._elsewhere(e, phrase)] if found else found
        before = [e for e in found if e.places and e.places[0] <= draft.start] or found
        return max(
            before, key=lambda e: max((p for p in e.places if p <= draft.start), default=-1), default=None
        )

    def another(self, source: Source, phrase: Phrase) -> bool:
        """Tell whether somebody holds an office elsewhere: no president of France is meant by "the mayor of Rome"."""
        entity = next((e for e in self._cast.entities if e.name == source.name), None)
        return entity is not None and self._elsewhere(entity, phrase)

    def announced(self, draft: Draft, cells: int) -> Source | None:
        """A headline's "expert" is whom the two sentences below it name first, if they name one such person only."""
        if draft.sentence or len(self._p.sentences) <= _LEAD:
            return None
        first, last = self._p.sentences[1][0], self._p.sentences[_LEAD][1]
        found = [
            entity
            for entity in self._cast.entities
            if entity.type == "person"
            and any(first <= place < last and self._p.quote_at[place] < 0 for place in entity.subjects)
            and (entity.gender is None or agreement.columns(agreement.cells(entity.gender)) & cells)
        ]
        return as_source(found[0]) if len(found) == 1 else None

    def one_of_a_kind(self, phrase: Phrase) -> bool:
        """ "Мер Мелітополя", "посол Китаю": there is one at a time, so that the office is as good as a name."""
        return "chief" in self._p.forms[phrase.head].classes and bool(self._lands(phrase))

    def _elsewhere(self, entity: Entity, phrase: Phrase) -> bool:
        if not entity.offices:
            return False
        here = self._lands(phrase)
        held = frozenset[str]().union(*map(self._lands, entity.offices)) if here else here
        return bool(here and held) and here.isdisjoint(held)

    def _lands(self, phrase: Phrase) -> frozenset[str]:
        """The countries, by their codes, and other places that an office is of; adjectives only where they are the
        office's own: "the American president", not "the head of the American community"."""
        end = phrase.name[0] if phrase.name and phrase.name[0] > phrase.head else phrase.end
        found: set[str] = set()
        for i in range(phrase.start, end):
            form = self._p.forms[i]
            if i == phrase.head or self._p.tokens[i].kind != WORD or (i > phrase.head and not form.capital):
                continue
            words = {lemma.lower() for lemma in form.lemmas} | {form.lower}
            codes = {code for word in words if (code := self._countries.code(word))}
            found |= codes or (
                words if form.capital and form.first(Gram.GEO) and not form.modifier else set()
            )
        return frozenset(found)

    def _shares_office(self, entity: Entity, phrase: Phrase) -> bool:
        """ "голова Держдепу" and "держсекретар": a chief's role that names the same body."""
        stems = {self._p.tokens[i].norm[:_STEM] for i in range(phrase.start, phrase.end) if i != phrase.head}
        stems = {stem for stem in stems if len(stem) >= _SHORTEST_STEM}
        return any(word.lower()[:_STEM] in stems for role in entity.roles.values() for word in role.split())
