"""Whom an expression without a name stands for: pronouns, dropped subjects and descriptions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..grammar import agreement
from ..grammar.passage import Passage
from ..model import ANONYMOUS, Source, SourceType
from .cast import Cast, Entity
from .draft import Draft
from .likelihood import Candidate, Here, Mentions, Place, only_object, rate, surely_somebody

_BODIES: tuple[SourceType, ...] = ("outlet", "organization", "document", "group")
_SINGLE_PERSON = agreement.MASC | agreement.FEM
_NEAR = 3
_OFTEN = 2
_FAR = 6


def as_source(entity: Entity) -> Source:
    """Return an entity as a source, with the first of its roles."""
    return Source(name=entity.name, type=entity.type, role=next(iter(entity.roles.values()), None))


class Antecedents:
    """Looks before a draft for whom its source stands for. `done` are the drafts that have their sources already."""

    def __init__(self, passage: Passage, cast: Cast, done: list[Draft]) -> None:
        self._p = passage
        self._cast = cast
        self._done = done
        self._starts = [start for start, _ in passage.sentences]

    def still_speaking(self, draft: Draft) -> Source | None:
        """ "Також зазначається": what was read from a moment ago, if that is a document, an outlet or a body."""
        earlier = self._done[-1] if self._done else None
        if earlier is None or draft.sentence - earlier.sentence > 2 or earlier.source is None:
            return None
        return earlier.source if earlier.source.type in _BODIES else None

    def issuer(self, draft: Draft, reach: int = _NEAR) -> Source | None:
        """ "Йдеться у повідомленні": it is by whoever spoke last, a moment ago."""
        return next(self._earlier(draft, agreement.ANY, reach), None)

    def of_dropped(self, draft: Draft, cells: int) -> Source | None:
        """Return whom a verb without a subject has for one: somebody unnamed who has just spoken, a person where the
        verb tells the gender, else the last source of the sentences before, or the last group, that agrees with
        `cells`, those that the verb admits (0: it tells nothing)."""
        if _one_person(cells):
            person = self._unnamed(draft, cells) or self.person(draft, cells)
            if person:
                return person
        cells = cells or agreement.ANY
        if _several(cells):
            return self._group(draft, cells, 1)
        return next(self._earlier(draft, cells, _NEAR), None)

    def of_pronoun(self, draft: Draft, cells: int, *, personal: bool = False) -> Source | None:
        """Whom a pronoun stands for: a person for "he" and "she", a group for "they", each the likeliest.

        A `personal` one stands for persons only, where things have no gender.
        """
        if _several(cells):
            return self._group(draft, cells, _NEAR, things=False)
        person = self.person(draft, cells, objects=True) if _one_person(cells) else None
        if personal and not person:
            spoke = self._earlier(draft, cells, _FAR)
            return next((source for source in spoke if source.type == "person"), None)
        return person or next(self._earlier(draft, cells, _FAR), None)

    def _unnamed(self, draft: Draft, cells: int) -> Source | None:
        """ "Лікарка сказала, що … Порадила": the source before is still the subject, although it has no name."""
        last = self._done[-1] if self._done else None
        if last is None or last.source is None or last.phrase is None or draft.sentence - last.sentence > 1:
            return None
        agrees = agreement.columns(last.phrase.mask) & cells
        return last.source if last.source.name == ANONYMOUS and last.meant == "" and agrees else None

    def _can_be(self, earlier: Draft, cells: int) -> bool:
        return earlier.source is not None and earlier.source.name != ANONYMOUS and self._fits(earlier, cells)

    def _earlier(self, draft: Draft, cells: int, reach: int) -> Iterator[Source]:
        """The sources of the last `reach` sentences that agree, the last one first."""
        for earlier in reversed(self._done):
            if draft.sentence - earlier.sentence > reach:
                return
            if earlier.source and self._can_be(earlier, cells):
                yield earlier.source

    def _group(self, draft: Draft, cells: int, reach: int, *, things: bool = True) -> Source | None:
        """The last group that was a source, else the likeliest of those named in the last `reach` sentences.

        Data and polls count only where `things` do: "they" rather are those who made them.
        """
        # "обіцяють купити" long behind any group is said of nobody that the text names
        far = _FAR if reach == 1 and not self._share(draft) else len(self._p.sentences)
        spoke = self._earlier(draft, cells, far)
        last = next((source for source in spoke if things or source.type != "document"), None)
        if last:
            return last
        here, found = self._here(draft), []
        for group in self._cast.groups:
            place = self._place(group.start)
            if place.token < draft.start and here.sentence - place.sentence <= reach:
                source = Source(name=self._cast.nominatives.group(group), type="group")
                found.append(Candidate(here, source, Mentions(None, place, None, 1, False)))
        able = [each for each in found if self._p.quote_at[each.last.token] < 0]
        return max(able, key=rate).source if able else None

    def _share(self, draft: Draft) -> bool:
        """ "40% вважають": a part of those who were asked."""
        cue = draft.cue_range[0] if draft.cue_range else 0
        return any(token.text == "%" for token in self._p.tokens[max(0, cue - _NEAR) : cue])

    def _here(self, draft: Draft) -> Here:
        return Here(draft.start, draft.sentence, self._p.paragraph_of(draft.start)[0])

    def person(self, draft: Draft, cells: int, *, objects: bool = False) -> Source | None:
        """Return the person of these genders whom the text before the draft speaks of: the likeliest.

        Only pronouns stand for `objects` too, for somebody who neither spoke nor was the subject of anything.
        """
        here = self._here(draft)
        found = [Candidate(here, *each) for each in self._persons(draft, cells)]
        able = [each for each in found if not only_object(each) or (objects and surely_somebody(each))]
        return max(able, key=rate).source if able else None

    def _persons(self, draft: Draft, cells: int) -> Iterator[tuple[Source, Mentions]]:
        """Yield those who spoke before the draft or were named as a subject, with where that was."""
        inside = range(draft.phrase.start, draft.phrase.end) if draft.phrase else range(0)
        spoke = self._spoke(cells)
        for entity in self._cast.entities:
            if entity.type != "person" or not self._agrees(entity, cells):
                continue
            places = [p for p in entity.places if p < draft.start and p not in inside]
            subjects = [p for p in entity.subjects if p in places and self._p.quote_at[p] < 0]
            source, said = spoke.pop(entity.name, (as_source(entity), None))
            others = [p for p in places if self._p.quote_at[p] < 0]
            if said or subjects or others:
                yield (
                    source,
                    Mentions(said, self._at(subjects), self._at(others), len(places), self._told(subjects)),
                )
        for source, said in spoke.values():
            yield source, Mentions(said, None, None, 0, False)

    def _spoke(self, cells: int) -> dict[str, tuple[Source, Place | None]]:
        """Return the persons who were sources before, by their names, each with the last time."""
        spoke: dict[str, tuple[Source, Place | None]] = {}
        for earlier in self._done:
            source = earlier.source
            # "the mayor" may be somebody whom the text names elsewhere
            if (
                source
                and source.name != source.role
                and source.type == "person"
                and self._can_be(earlier, cells)
            ):
                spoke[source.name] = source, self._place(earlier.start)
        return spoke

    def _told(self, places: list[int]) -> bool:
        """Tell whether the last of the places stands in the content of a statement."""
        return (
            any(a <= places[-1] < b for earlier in self._done for a, b in earlier.content)
            if places
            else False
        )

    def _at(self, places: list[int]) -> Place | None:
        return self._place(places[-1]) if places else None

    def _place(self, token: int) -> Place:
        sentence = bisect_right(self._starts, token) - 1
        return Place(token, sentence, token - self._starts[sentence])

    def salient_person(self, draft: Draft, cells: int) -> Source | None:
        """The person whom the document names most before this place, if more than once."""
        found = [
            (sum(place < draft.start for place in entity.places), -index)
            for index, entity in enumerate(self._cast.entities)
            if entity.type == "person" and self._agrees(entity, cells)
        ]
        count, index = max(found, default=(0, 0))
        return as_source(self._cast.entities[-index]) if count > 1 else None

    def body(
        self, draft: Draft, kind: SourceType, *, clear: bool = False, sort: frozenset[str] = frozenset()
    ) -> Entity | None:
        """The organization, outlet or country that the document speaks of most before this place; where it has to be
        `clear`, one named several times, and much more often than any other. An organization called by a noun of this
        `sort`, "авіакомпанія Ryanair", comes before all that are not."""
        kind = kind if kind in ("outlet", "country") else "organization"
        named = [(index, one) for index, one in enumerate(self._cast.entities) if one.type == kind]
        known = sort if kind == "organization" else frozenset()
        alike = [pair for pair in named if _alike(pair[1].sorts, known) and min(pair[1].places) < draft.start]
        found = [
            (sum(place < draft.start for place in entity.places), -index) for index, entity in alike or named
        ]
        (count, index), (second, _) = sorted([(0, 0), (0, 0), *found], reverse=True)[:2]
        if not count or (clear and count < max(_OFTEN, 2 * second)):
            return None
        return self._cast.entities[-index]

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


def _alike(sorts: set[str], others: frozenset[str]) -> bool:
    """Tell whether two nouns are the same, or one is the other with something before it: "авіакомпанія", "компанія"."""
    return any(one.endswith(other) for one in sorts for other in others)


def _one_person(cells: int) -> bool:
    return bool(cells & _SINGLE_PERSON and not cells & agreement.PLUR)


def _several(cells: int) -> bool:
    return bool(cells & agreement.PLUR) and not cells & agreement.SING
