"""Who a source is over the whole document: names, roles, pronouns, dropped subjects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.forms import Form
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase
from ..model import ANONYMOUS, Source, SourceType
from ..text.grammemes import Gram
from .cast import Cast, Entity
from .cue import verb_cells, verb_of
from .draft import Draft

_BODIES: tuple[SourceType, ...] = ("outlet", "organization", "document", "group")
_SINGLE_PERSON = agreement.MASC | agreement.FEM
_RECENT = 15
_QUOTES = "«»„“”\"'‹› "


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
        for draft in drafts:
            draft.source = self._source(draft)
            self._done.append(draft)

    def _source(self, draft: Draft) -> Source:
        phrase = draft.phrase
        if phrase is None:
            return self._missing(draft)
        if phrase.name:
            return self._named(draft, phrase)
        if phrase.parts and all(part.name for part in phrase.parts):
            return self._several(draft, phrase)
        head = self._p.forms[phrase.head]
        if head.has(Gram.PERSONAL | Gram.POSS) or (head.has(Gram.PRON) and phrase.end - phrase.start == 1):
            return self._pronoun(draft, head)
        return self._common(draft, phrase, head)

    def _make(self, draft: Draft, name: str, kind: SourceType, role: str | None) -> Source:
        phrase = draft.phrase
        span = self._p.span(phrase.start, phrase.end) if phrase else None
        return Source(
            name=name, type=kind, text=span.of(self._p.text) if span else None, span=span, role=role
        )

    def _stand_in(self, draft: Draft, source: Source, meant: str, role: str | None = None) -> Source:
        """The source that an expression without a name stands for, and by what it was found."""
        draft.meant = meant
        phrase = draft.phrase
        what = (
            repr(self._p.span(phrase.start, phrase.end).of(self._p.text)) if phrase else "the dropped subject"
        )
        draft.notes.append(f"{what} stands for {source.name}")
        return self._make(draft, source.name, source.type, role or source.role)

    # ---- named

    def _named(self, draft: Draft, phrase: Phrase) -> Source:
        draft.entity = self._cast.named(phrase)
        entity = self._cast.entities[draft.entity]
        role = self._cast.role_of(phrase)
        if draft.role:
            second = self._cast.nominative_text(draft.role, draft.role.start, draft.role.end)
            role = role or second
            for lemma in self._p.forms[draft.role.head].lemmas:
                entity.roles.setdefault(lemma, second)
        return self._make(draft, entity.name, entity.type, role or next(iter(entity.roles.values()), None))

    def _several(self, draft: Draft, phrase: Phrase) -> Source:
        """ "міністр Х і посол Ю": both by name, without their roles."""
        names = [self._cast.entities[self._cast.named(part)].name for part in phrase.parts]
        between = self._p.tokens[phrase.parts[-1].start - 1].text
        return self._make(draft, f" {between} ".join(names), "group", None)

    def _as_source(self, entity: Entity) -> Source:
        return Source(name=entity.name, type=entity.type, role=next(iter(entity.roles.values()), None))

    # ---- pronouns and dropped subjects

    def _pronoun(self, draft: Draft, form: Form) -> Source:
        cells = 0
        for lemma, grams in form.readings:
            if grams & Gram.POSS:
                cells |= self._owners.get(lemma, agreement.ANY)
            elif grams & Gram.PRON:
                cells |= agreement.columns(agreement.cells(grams))
        known = self._antecedent(draft, cells or agreement.ANY) if form.has(Gram.P3 | Gram.POSS) else None
        return (
            self._stand_in(draft, known, "pronoun")
            if known
            else self._make(draft, ANONYMOUS, "anonymous", None)
        )

    def _missing(self, draft: Draft) -> Source:
        if draft.implied == "previous":
            cells = self._verb_cells(draft)
            one = cells & _SINGLE_PERSON and not cells & agreement.PLUR
            person = self._person(draft, cells) if one else None
            known = person or self._previous(draft, cells or agreement.ANY)
            if known:
                return self._stand_in(draft, known, "dropped subject")
        elif (
            draft.cue
            and draft.cue.cue.kind == "impersonal"
            and self._p.forms[draft.cue.end - 1].has(Gram.PRES)
        ):
            known = self._still_speaking(draft)
            if known:
                return self._stand_in(draft, known, "still speaking")
        return Source(name=ANONYMOUS, type="anonymous")

    def _verb_cells(self, draft: Draft) -> int:
        return verb_cells(self._p.forms[verb_of(self._p, draft.cue)]) if draft.cue else agreement.ANY

    def _still_speaking(self, draft: Draft) -> Source | None:
        """ "Також зазначається": what was read from a moment ago, if that is a document, an outlet or a body."""
        earlier = self._done[-1] if self._done else None
        if earlier is None or draft.sentence - earlier.sentence > 2 or earlier.source is None:
            return None
        return earlier.source if earlier.source.type in _BODIES else None

    def _previous(self, draft: Draft, cells: int) -> Source | None:
        """A dropped subject is that of the sentence before: the last source or the last named subject that agrees."""
        for earlier in reversed(self._done):
            if draft.sentence - earlier.sentence > 3:
                break
            if earlier.source and earlier.source.name != ANONYMOUS and self._fits(earlier, cells):
                return earlier.source
        return self._antecedent(draft, cells)

    def _antecedent(self, draft: Draft, cells: int) -> Source | None:
        """Whom a pronoun stands for: a person for "he" and "she", a group for "they", each the last that agrees."""
        if cells & _SINGLE_PERSON and not cells & agreement.PLUR:
            return self._person(draft, cells) or next(self._earlier(cells), None)
        spoke = next(
            ((e.start, e.source) for e in reversed(self._done) if self._can_be(e, cells)), (-1, None)
        )
        if cells & agreement.PLUR and not cells & agreement.SING:
            group = next((g for g in reversed(self._cast.groups) if g.start < draft.start), None)
            if spoke[1] is None and group and self._p.quote_at[group.start] < 0:
                name = self._cast.nominative_text(group, group.start, group.end)
                return Source(name=self._counted(group, name), type="group")
        return spoke[1]

    def _can_be(self, earlier: Draft, cells: int) -> bool:
        return earlier.source is not None and earlier.source.name != ANONYMOUS and self._fits(earlier, cells)

    def _earlier(self, cells: int) -> Iterator[Source]:
        for earlier in reversed(self._done):
            if earlier.source and self._can_be(earlier, cells):
                yield earlier.source

    def _person(self, draft: Draft, cells: int) -> Source | None:
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
                best = (before[-1], self._as_source(entity))
        return best[1] if best else None

    def _salient_person(self, draft: Draft, cells: int) -> Source | None:
        """The person whom the document names most before this place, if more than once."""
        found = [
            (sum(place < draft.start for place in entity.places), -index)
            for index, entity in enumerate(self._cast.entities)
            if entity.type == "person" and self._agrees(entity, cells)
        ]
        count, index = max(found, default=(0, 0))
        return self._as_source(self._cast.entities[-index]) if count > 1 else None

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

    # ---- common nouns

    def _common(self, draft: Draft, phrase: Phrase, head: Form) -> Source:
        single = phrase.end - phrase.start == 1
        if single and "nobody" in head.classes:
            return self._make(draft, ANONYMOUS, "anonymous", None)
        proper = head.capital and not ("role" in head.classes and self._p.opens(phrase.head))
        if single and proper:
            index = self._cast.find({lemma.lower() for lemma in head.lemmas} | {head.text.lower()})
            if index is not None:
                draft.entity = index
                entity = self._cast.entities[index]
                return self._make(draft, entity.name, entity.type, next(iter(entity.roles.values()), None))
        while phrase.start < phrase.head and self._p.forms[phrase.start].has(Gram.POSS):
            phrase = phrase._replace(start=phrase.start + 1)
        name = self._cast.nominative_text(phrase, phrase.start, phrase.end).strip(_QUOTES)
        if proper and self._outlets.by_name(name):
            return self._make(draft, name, "outlet", None)
        if (
            head.classes & {"unnamed"}
            or "role" in head.classes
            or (head.has(Gram.ANIM) and not head.classes & set(_BODIES))
        ):
            if phrase.mask & agreement.SING:
                return self._by_role(draft, phrase, head, name)
            return self._make(
                draft, self._filled(draft, phrase) or self._counted(phrase, name), "group", None
            )
        kind: SourceType = next((k for k in _BODIES if k in head.classes), "organization")
        # "компанія" means whom the text is about; "Центр" with a capital is short for a name
        about = "generic" in head.classes and (not head.capital or self._p.opens(phrase.head))
        longer = self._longer(draft, head) if single and not about else None
        if longer:
            return self._stand_in(draft, longer, "longer name")
        if single and head.classes & {"generic", "agency"} and phrase.mask & agreement.SING:
            body = self._agency(draft) if "agency" in head.classes else None
            salient = None if body else self._body(draft, kind)
            body = self._as_source(salient) if salient else body
            if body:
                return self._stand_in(draft, body, "salient body")
        return self._make(draft, self._filled(draft, phrase) or self._counted(phrase, name), kind, None)

    def _filled(self, draft: Draft, phrase: Phrase) -> str | None:
        """ "керівництво лоукостера" is that of the carrier the text is about."""
        last = phrase.end - 1
        form = self._p.forms[last]
        if last == phrase.head or "generic" not in form.classes or form.capital:
            return None
        body = self._body(draft, "organization")
        if body is None or not form.noun & agreement.GEN & agreement.SING:
            return None
        start = last
        while self._p.forms[start - 1].modifier and not self._p.forms[start - 1].noun:
            start -= 1
        if start <= phrase.head:
            return None
        return f"{self._cast.nominative_text(phrase, phrase.start, start)} {body.name}"

    def _longer(self, draft: Draft, head: Form) -> Source | None:
        """ "Центр" after "Центр досліджень": the last longer name with the same head, as a source or elsewhere."""
        for earlier in reversed(self._done):
            phrase = earlier.phrase
            if (
                phrase
                and not phrase.name
                and phrase.end - phrase.start > 1
                and self._p.forms[phrase.head].lemmas & head.lemmas
            ):
                return earlier.source
        for phrase in reversed(self._cast.bodies):
            if phrase.start < draft.start and self._p.forms[phrase.head].lemmas & head.lemmas:
                name = self._cast.nominative_text(phrase, phrase.start, phrase.end)
                return Source(name=name, type="organization")
        return None

    def _agency(self, draft: Draft) -> Source | None:
        """A government office: the last one that was a subject before."""
        for phrase in reversed(self._cast.bodies):
            if phrase.start < draft.start and phrase.mask & agreement.NOM:
                name = self._cast.nominative_text(phrase, phrase.start, phrase.end)
                return Source(name=name, type="organization")
        return None

    def _counted(self, phrase: Phrase, name: str) -> str:
        """ "64% громадян" are citizens: the name is what is counted."""
        first = self._p.tokens[phrase.start]
        counted_by = first.kind == "number" or "quantifier" in self._p.forms[phrase.start].classes
        if not counted_by or phrase.head == phrase.start:
            return name
        counted = phrase._replace(start=phrase.head, mask=agreement.GEN & agreement.PLUR)
        return self._cast.nominative_text(counted, phrase.head, phrase.end)

    def _body(self, draft: Draft, kind: SourceType) -> Entity | None:
        """The organization or outlet that the document speaks of most before this place."""
        found = [
            (sum(place < draft.start for place in entity.places), -index)
            for index, entity in enumerate(self._cast.entities)
            if entity.type in ("organization", "outlet") and (entity.type == "outlet") == (kind == "outlet")
        ]
        count, index = max(found, default=(0, 0))
        return self._cast.entities[-index] if count else None

    def _holder(self, draft: Draft, phrase: Phrase, head: Form) -> Entity | None:
        """Whom the document gives this role, in the same words or, of a chief, with a word of it in common."""
        inside = range(phrase.start, phrase.end)
        persons = [e for e in self._cast.entities if e.type == "person" and not set(e.places) & set(inside)]
        found = [e for e in persons if e.roles.keys() & head.lemmas]
        if not found and "chief" in head.classes:
            found = [e for e in persons if self._shares_office(e, phrase)]
        before = [e for e in found if e.places and e.places[0] <= draft.start] or found
        return max(
            before, key=lambda e: max((p for p in e.places if p <= draft.start), default=-1), default=None
        )

    def _shares_office(self, entity: Entity, phrase: Phrase) -> bool:
        """ "голова Держдепу" and "держсекретар": a chief's role that names the same body."""
        stems = {self._p.tokens[i].norm[:5] for i in range(phrase.start, phrase.end) if i != phrase.head}
        stems = {stem for stem in stems if len(stem) > 3}
        return any(word.lower()[:5] in stems for role in entity.roles.values() for word in role.split())

    def _by_role(self, draft: Draft, phrase: Phrase, head: Form, role: str) -> Source:
        holder: Entity | None = self._holder(draft, phrase, head)
        if holder:
            return self._stand_in(draft, self._as_source(holder), "holder of the role", role)
        if "generic" in head.classes:
            salient = self._body(draft, "organization")
            if salient:
                return self._stand_in(draft, self._as_source(salient), "salient body")
        if "unnamed" not in head.classes:
            cells = agreement.columns(phrase.mask)
            known = self._person(draft, cells) or self._salient_person(draft, cells)
            if known:
                return self._stand_in(draft, known, "nearest person", role)
        return self._make(draft, ANONYMOUS, "anonymous", role)
