"""Who a source is over the whole document: names, roles, pronouns, dropped subjects."""

from __future__ import annotations

from collections.abc import Mapping

from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase
from ..model import ANONYMOUS, Source, SourceType
from ..text.grammemes import Gram
from .cast import Cast, Entity
from .cue import verb_cells
from .draft import Draft

_NEAR = 120
_BODIES: tuple[SourceType, ...] = ("organization", "outlet", "document", "group")


class Resolver:
    """Gives every draft its source, in the order of the text."""

    def __init__(self, passage: Passage, cast: Cast, outlets: Outlets, owners: Mapping[str, int]) -> None:
        self._p = passage
        self._owners = owners
        self._cast = cast
        self._outlets = outlets
        self._done: list[Draft] = []

    def resolve(self, drafts: list[Draft]) -> None:
        """Set `source` of every draft."""
        previous: Draft | None = None
        for draft in drafts:
            draft.source = self._source(draft, previous)
            previous = draft
            self._done.append(draft)

    def _source(self, draft: Draft, previous: Draft | None) -> Source:
        if draft.phrase is None:
            return self._missing(draft, previous)
        phrase = draft.phrase
        span = self._p.span(phrase.start, phrase.end)
        text = span.of(self._p.text)
        if phrase.name:
            return self._named(draft, phrase, text)
        head = self._p.forms[phrase.head]
        if head.has(Gram.PERSONAL | Gram.POSS) or head.has(Gram.PRON) and phrase.end - phrase.start == 1:
            return self._pronoun(draft, previous, text)
        return self._common(draft, phrase, text)

    def _make(self, draft: Draft, name: str, kind: SourceType, role: str | None, text: str | None) -> Source:
        phrase = draft.phrase
        span = self._p.span(phrase.start, phrase.end) if phrase else None
        return Source(name=name, type=kind, text=text, span=span, role=role)

    # ---- named

    def _named(self, draft: Draft, phrase: Phrase, text: str) -> Source:
        index = self._cast.named(phrase)
        draft.entity = index
        entity = self._cast.entities[index]
        role = self._cast.role_of(phrase)
        if draft.role and role is None:
            role = self._cast.nominative_text(draft.role, draft.role.start, draft.role.end)
            for lemma in self._p.forms[draft.role.head].lemmas:
                entity.roles.setdefault(lemma, role)
        return self._of_entity(draft, entity, role, text)

    def _of_entity(self, draft: Draft, entity: Entity, role: str | None, text: str | None) -> Source:
        kind = entity.type
        outlet = self._outlets.by_name(entity.name) if kind in ("organization", "outlet") else None
        if outlet:
            kind = "outlet"
        role = role or next(iter(entity.roles.values()), None)
        return self._make(draft, entity.name, kind, role, text)

    # ---- pronouns and dropped subjects

    def _pronoun(self, draft: Draft, previous: Draft | None, text: str) -> Source:
        assert draft.phrase is not None
        form = self._p.forms[draft.phrase.head]
        cells = 0
        for lemma, grams in form.readings:
            if grams & Gram.POSS:
                cells |= self._owners.get(lemma, agreement.ANY)
            elif grams & Gram.PRON:
                cells |= agreement.columns(agreement.cells(grams))
        cells = cells or agreement.ANY
        one = bool(cells & (agreement.MASC | agreement.FEM)) and not cells & agreement.PLUR
        source = self._antecedent(draft, previous, cells, person=one) or self._antecedent(draft, previous, cells)
        if source is None:
            return self._make(draft, ANONYMOUS, "anonymous", None, text)
        draft.notes.append(f"{text!r} stands for {source.name}")
        return self._make(draft, source.name, source.type, source.role, text)

    def _missing(self, draft: Draft, previous: Draft | None) -> Source:
        if draft.implied == "previous":
            cells = verb_cells(self._p.forms[draft.cue_range[0]]) if draft.cue_range else agreement.ANY
            source = self._antecedent(draft, previous, cells or agreement.ANY)
            if source:
                draft.notes.append(f"dropped subject: {source.name}")
                return Source(name=source.name, type=source.type, role=source.role)
        return Source(name=ANONYMOUS, type="anonymous")

    def _antecedent(self, draft: Draft, previous: Draft | None, cells: int, *, person: bool = False) -> Source | None:
        """The last source before, or the last person named since, that agrees."""
        here = draft.start
        best: tuple[int, Source] | None = None
        for earlier in reversed(self._done):
            if earlier.source and earlier.source.name != ANONYMOUS and self._fits(earlier, cells):
                if person and earlier.source.type != "person":
                    continue
                best = (earlier.start, earlier.source)
                break
        for entity in self._cast.entities:
            if entity.type != "person" or entity.gender is not None and not agreement.columns(
                agreement.cells(entity.gender)
            ) & cells:
                continue
            before = [place for place in entity.places if place < here]
            if before and (best is None or before[-1] > best[0] + _NEAR):
                role = next(iter(entity.roles.values()), None)
                best = (before[-1], Source(name=entity.name, type="person", role=role))
        return best[1] if best else None

    def _fits(self, previous: Draft, cells: int) -> bool:
        source = previous.source
        assert source is not None
        if source.type == "person":
            entity = next((e for e in self._cast.entities if e.name == source.name), None)
            if entity and entity.gender is not None:
                return bool(agreement.columns(agreement.cells(entity.gender)) & cells)
            return bool(cells & agreement.SING)
        return True

    # ---- common nouns

    def _common(self, draft: Draft, phrase: Phrase, text: str) -> Source:
        head = self._p.forms[phrase.head]
        outlet = self._outlets.by_name(text)
        if outlet:
            return self._make(draft, self._cast.nominative_text(phrase, phrase.start, phrase.end), "outlet", None, text)
        words = phrase.end - phrase.start
        if head.capital and words == 1:
            index = self._cast.find({lemma.lower() for lemma in head.lemmas})
            if index is not None and self._cast.entities[index].type == "person":
                draft.entity = index
                return self._of_entity(draft, self._cast.entities[index], None, text)
        singular = bool(phrase.mask & agreement.SING)
        if "role" in head.classes or head.has(Gram.ANIM) and head.only(Gram.NOUN | Gram.ADJ):
            if singular:
                return self._by_role(draft, phrase, text)
            return self._make(draft, self._cast.nominative_text(phrase, phrase.start, phrase.end), "group", None, text)
        kind = next((k for k in _BODIES if k in head.classes), "organization")
        if words == 1 and not head.capital and head.classes & {"organization", "outlet", "document"}:
            known = self._last_body(draft, kind)
            if known:
                draft.notes.append(f"{text!r} stands for {known.name}")
                return self._make(draft, known.name, known.type, None, text)
        return self._make(draft, self._cast.nominative_text(phrase, phrase.start, phrase.end), kind, None, text)

    def _last_body(self, draft: Draft, kind: SourceType) -> Entity | None:
        best: tuple[int, Entity] | None = None
        for entity in self._cast.entities:
            if entity.type not in ("organization", "outlet") or (entity.type == "outlet") != (kind == "outlet"):
                continue
            before = [place for place in entity.places if place < draft.start]
            if before and (best is None or before[-1] > best[0]):
                best = (before[-1], entity)
        return best[1] if best else None

    def _by_role(self, draft: Draft, phrase: Phrase, text: str) -> Source:
        lemmas = self._p.forms[phrase.head].lemmas
        role = self._cast.nominative_text(phrase, phrase.start, phrase.end)
        candidates = [e for e in self._cast.entities if e.type == "person" and e.roles.keys() & lemmas]
        before = [e for e in candidates if e.places and e.places[0] <= draft.start]
        chosen = before or candidates
        if chosen:
            entity = max(chosen, key=lambda e: max((p for p in e.places if p <= draft.start), default=-1))
            draft.notes.append(f"{text!r} stands for {entity.name}")
            return self._make(draft, entity.name, "person", role, text)
        if "unnamed" not in self._p.forms[phrase.head].classes:
            known = self._antecedent(draft, None, agreement.columns(phrase.mask), person=True)
            if known:
                draft.notes.append(f"{text!r} stands for {known.name}")
                return self._make(draft, known.name, "person", role, text)
        return self._make(draft, ANONYMOUS, "anonymous", role, text)
