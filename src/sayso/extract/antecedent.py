"""Whom an expression without a name stands for: pronouns, dropped subjects and descriptions."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import agreement
from ..grammar.passage import Passage
from ..model import ANONYMOUS, Source, SourceType
from .cast import Cast, Entity
from .draft import Draft

_BODIES: tuple[SourceType, ...] = ("outlet", "organization", "document", "group")
_SINGLE_PERSON = agreement.MASC | agreement.FEM
_RECENT = 15
_NEAR = 3


def as_source(entity: Entity) -> Source:
    """Return an entity as a source, with the first of its roles."""
    return Source(name=entity.name, type=entity.type, role=next(iter(entity.roles.values()), None))


class Antecedents:
    """Looks before a draft for whom its source stands for. `done` are the drafts that have their sources already."""

    def __init__(self, passage: Passage, cast: Cast, done: list[Draft]) -> None:
        self._p = passage
        self._cast = cast
        self._done = done

    def still_speaking(self, draft: Draft) -> Source | None:
        """ "Також зазначається": what was read from a moment ago, if that is a document, an outlet or a body."""
        earlier = self._done[-1] if self._done else None
        if earlier is None or draft.sentence - earlier.sentence > 2 or earlier.source is None:
            return None
        return earlier.source if earlier.source.type in _BODIES else None

    def of_dropped(self, draft: Draft, cells: int) -> Source | None:
        """Return whom a verb without a subject has for one: a person where it tells the gender, else the last source
        of the sentences before that agrees with `cells`, those that the verb admits (0: it tells nothing)."""
        person = self.person(draft, cells) if _one_person(cells) else None
        if person:
            return person
        cells = cells or agreement.ANY
        for earlier in reversed(self._done):
            if draft.sentence - earlier.sentence > _NEAR:
                break
            if earlier.source and self._can_be(earlier, cells):
                return earlier.source
        return self.of_pronoun(draft, cells)

    def of_pronoun(self, draft: Draft, cells: int) -> Source | None:
        """Whom a pronoun stands for: a person for "he" and "she", a group for "they", each the last that agrees."""
        if _one_person(cells):
            return self.person(draft, cells) or next(self._earlier(cells), None)
        spoke = next(
            ((e.start, e.source) for e in reversed(self._done) if self._can_be(e, cells)), (-1, None)
        )
        if cells & agreement.PLUR and not cells & agreement.SING:
            group = next((g for g in reversed(self._cast.groups) if g.start < draft.start), None)
            if spoke[1] is None and group and self._p.quote_at[group.start] < 0:
                name = self._cast.nominative_text(group, group.start, group.end)
                return Source(name=self._cast.counted(group, name), type="group")
        return spoke[1]

    def _can_be(self, earlier: Draft, cells: int) -> bool:
        return earlier.source is not None and earlier.source.name != ANONYMOUS and self._fits(earlier, cells)

    def _earlier(self, cells: int) -> Iterator[Source]:
        for earlier in reversed(self._done):
            if earlier.source and self._can_be(earlier, cells):
                yield earlier.source

    def person(self, draft: Draft, cells: int) -> Source | None:
        """The last person who was a source nearby, or the last one named as a subject since."""
        here = draft.start
        best: tuple[int, Source] | None = None
        for earlier in reversed(self._done):
            source = earlier.source
            if source and source.type == "person" and source.name != ANONYMOUS and self._fits(earlier, cells):
                best = (earlier.start, source)
                break
        for entity in self._cast.entities:
            if entity.type != "person" or not self._agrees(entity, cells):
                continue
            inside = range(draft.phrase.start, draft.phrase.end) if draft.phrase else range(0)
            before = [p for p in entity.subjects if p < here and self._p.quote_at[p] < 0 and p not in inside]
            if before and (best is None or before[-1] > best[0] + _RECENT):
                best = (before[-1], as_source(entity))
        return best[1] if best else None

    def salient_person(self, draft: Draft, cells: int) -> Source | None:
        """The person whom the document names most before this place, if more than once."""
        found = [
            (sum(place < draft.start for place in entity.places), -index)
            for index, entity in enumerate(self._cast.entities)
            if entity.type == "person" and self._agrees(entity, cells)
        ]
        count, index = max(found, default=(0, 0))
        return as_source(self._cast.entities[-index]) if count > 1 else None

    def body(self, draft: Draft, kind: SourceType) -> Entity | None:
        """The organization or outlet that the document speaks of most before this place."""
        found = [
            (sum(place < draft.start for place in entity.places), -index)
            for index, entity in enumerate(self._cast.entities)
            if entity.type in ("organization", "outlet") and (entity.type == "outlet") == (kind == "outlet")
        ]
        count, index = max(found, default=(0, 0))
        return self._cast.entities[-index] if count else None

    def _agrees(self, entity: Entity, cells: int) -> bool:
        return entity.gender is None or bool(agreement.columns(agreement.cells(entity.gender)) & cells)

    def _fits(self, earlier: Draft, cells: int) -> bool:
        """Tell whether an earlier draft's source can be meant by something of these genders and numbers."""
        source = earlier.source
        assert source is not None
        if source.type == "person":
            entity = next((e for e in self._cast.entities if e.name == source.name), None)
            return bool(cells & agreement.SING) and (entity is None or self._agrees(entity, cells))
        if earlier.collective:
            return bool(cells & agreement.PLUR)
        if earlier.phrase and not earlier.phrase.name:
            return bool(agreement.columns(earlier.phrase.mask) & cells)
        return bool(cells & (agreement.PLUR if source.type == "group" else agreement.SING))


def _one_person(cells: int) -> bool:
    return bool(cells & _SINGLE_PERSON and not cells & agreement.PLUR)
