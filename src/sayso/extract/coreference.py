"""Who a source is over the whole document: names, roles, pronouns, dropped subjects."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ..gazetteer.countries import Countries
from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.forms import Form
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase
from ..model import ANONYMOUS, Source, SourceType
from ..text.grammemes import Gram
from .antecedent import Antecedents, as_source
from .cast import Cast
from .cue import verb_cells, verb_of
from .description import Descriptions
from .draft import Draft
from .naming import unquoted
from .office import Offices
from .quoted import quoted_person

_BODIES: tuple[SourceType, ...] = ("outlet", "organization", "document", "group")


class Resolver:
    """Gives every draft its source, in the order of the text."""

    def __init__(
        self, passage: Passage, cast: Cast, outlets: Outlets, owners: Mapping[str, int], lang: str
    ) -> None:
        self._p = passage
        self._owners = owners
        self._cast = cast
        self._outlets = outlets
        self._done: list[Draft] = []
        self._antecedents = Antecedents(passage, cast, self._done)
        self._offices = Offices(passage, cast, lang)
        self._countries = Countries.load(lang)
        self._descriptions = Descriptions(passage, cast, self._done, self._antecedents)

    def resolve(self, drafts: list[Draft]) -> None:
        """Set `source` of every draft."""
        for draft in drafts:
            draft.source = self._source(draft)
            self._done.append(draft)

    def _source(self, draft: Draft) -> Source:
        phrase = draft.phrase
        if phrase is None:
            return self._missing(draft)
        if quoted := self._quoted_by(draft, phrase):
            return quoted
        if person := quoted_person(self._p, self._cast, self._outlets, draft):
            phrase = draft.phrase = person
        owner = self._cast.owner(phrase) if "issued" in self._p.forms[phrase.head].classes else None
        if owner:
            return self._issued(draft, phrase, owner)
        if phrase.name:
            return self._named(draft, phrase)
        if phrase.parts and all(part.name for part in phrase.parts):
            return self._several(draft, phrase)
        head = self._p.forms[phrase.head]
        if head.has(Gram.PERSONAL | Gram.POSS) or (head.has(Gram.PRON) and phrase.end - phrase.start == 1):
            return self._pronoun(draft, head)
        return self._common(draft, phrase, head)

    def _issued(self, draft: Draft, phrase: Phrase, owner: Phrase) -> Source:
        """ "Допис мера" is the mayor's."""
        draft.phrase = owner
        span = self._p.span(phrase.start, phrase.end)
        return msgspec.structs.replace(self._source(draft), text=span.of(self._p.text), span=span)

    def _quoted_by(self, draft: Draft, phrase: Phrase) -> Source | None:
        """ "«…», – цитує його пресслужба": he is quoted, by a press office. Outlets are relays by their verb."""
        form = self._p.forms[phrase.start]
        quoting = draft.cue is not None and "quoting" in self._p.forms[draft.cue.start].classes
        if not quoting or not draft.quotes or phrase.end - phrase.start == 1 or not form.has(Gram.POSS):
            return None
        if "outlet" in self._p.forms[phrase.head].classes:
            return None
        relay = phrase.replace(start=phrase.start + 1)
        draft.phrase = relay
        by = self._source(draft).name
        draft.phrase = Phrase(phrase.start, relay.start, phrase.start, agreement.NOM, None)
        found = self._pronoun(draft, form)
        draft.via = [by]
        return found

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
        role = self._cast.nominatives.role_of(phrase)
        if draft.role:
            second = self._cast.nominatives.text(draft.role, draft.role.start, draft.role.end)
            role = role or second
            for lemma in self._p.forms[draft.role.head].lemmas:
                entity.roles.setdefault(lemma, second)
        name = self._governed_from(entity.name) if entity.type == "country" else entity.name
        return self._make(draft, name, entity.type, role or next(iter(entity.roles.values()), None))

    def _governed_from(self, place: str) -> str:
        """ "Seoul said": a capital that speaks is the country's government."""
        found = self._countries.find(place)
        return (self._countries.name(found.code) or place) if found and found.kind == "capital" else place

    def _several(self, draft: Draft, phrase: Phrase) -> Source:
        """ "міністр Х і посол Ю": both by name, without their roles."""
        names = [self._cast.entities[self._cast.named(part)].name for part in phrase.parts]
        between = self._p.tokens[phrase.parts[-1].start - 1].text
        return self._make(draft, f" {between} ".join(names), "group", None)

    # ---- pronouns and dropped subjects

    def _pronoun(self, draft: Draft, form: Form) -> Source:
        cells = 0
        for lemma, grams in form.readings:
            if grams & Gram.POSS:
                cells |= self._owners.get(lemma, agreement.ANY)
            elif grams & Gram.PRON:
                cells |= agreement.columns(agreement.cells(grams))
        if form.has(Gram.P3 | Gram.POSS) and not self._writer(draft, form):
            known = self._antecedents.of_pronoun(
                draft, cells or agreement.ANY, personal="personal" in form.classes
            )
            if known:
                return self._stand_in(draft, known, "pronoun")
        return self._make(draft, ANONYMOUS, "anonymous", None)

    def _writer(self, draft: Draft, form: Form) -> bool:
        """ "На мою думку" outside any speech is the opinion of who writes, not of who was named last."""
        return "first-person" in form.classes and self._p.speech_around(draft.start) is None

    def _missing(self, draft: Draft) -> Source:
        if draft.implied == "previous":
            known = self._antecedents.of_dropped(draft, self._verb_cells(draft))
            if known:
                return self._stand_in(draft, known, "dropped subject")
        elif draft.cue and "echo" in self._p.forms[draft.cue.start].classes:
            known = self._antecedents.issuer(draft, 1)
            if known:
                return self._stand_in(draft, known, "still speaking")
        elif (
            draft.cue
            and draft.cue.cue.kind == "impersonal"
            and self._p.forms[draft.cue.end - 1].has(Gram.PRES)
        ):
            known = self._antecedents.still_speaking(draft)
            if known:
                return self._stand_in(draft, known, "still speaking")
        return Source(name=ANONYMOUS, type="anonymous")

    def _verb_cells(self, draft: Draft) -> int:
        if draft.cue is None or draft.cue.cue.kind == "prep":
            return agreement.ANY
        return verb_cells(self._p.forms[verb_of(self._p, draft.cue)])

    # ---- common nouns

    def _common(self, draft: Draft, phrase: Phrase, head: Form) -> Source:
        if phrase.start < phrase.head and "article" in self._p.forms[phrase.start].classes:
            phrase = phrase.replace(start=phrase.start + 1)
        single = phrase.end - phrase.start == 1
        if single and "nobody" in head.classes:
            return self._make(draft, ANONYMOUS, "anonymous", None)
        proper = head.capital and not (head.classes & {"role", "land"} and self._p.opens(phrase.head))
        if single and proper:
            index = self._cast.find({lemma.lower() for lemma in head.lemmas} | {head.text.lower()})
            if index is not None:
                draft.entity = index
                entity = self._cast.entities[index]
                return self._make(draft, entity.name, entity.type, next(iter(entity.roles.values()), None))
        while phrase.start < phrase.head and self._p.forms[phrase.start].has(Gram.POSS):
            phrase = phrase.replace(start=phrase.start + 1)
        name = unquoted(self._cast.nominatives.text(phrase, phrase.start, phrase.end))
        if proper and self._outlets.by_name(name):
            return self._make(draft, name, "outlet", None)
        living = head.has(Gram.ANIM) and not head.classes & set(_BODIES)
        if living or head.classes & {"unnamed", "role"}:
            return self._somebody(draft, phrase, head, name)
        return self._something(draft, phrase, head)

    def _somebody(self, draft: Draft, phrase: Phrase, head: Form, role: str) -> Source:
        """A person by the role, or a group by what it is."""
        if phrase.mask & agreement.SING and self._among(phrase, "nobody"):
            return self._make(draft, ANONYMOUS, "anonymous", None)
        if phrase.mask & agreement.SING and not self._among(phrase, "quantifier"):
            return self._by_role(draft, phrase, head, role)
        longer = self._descriptions.longer(draft, phrase) if "informant" in head.classes else None
        if longer:
            return self._stand_in(draft, longer, "longer name")
        # "джерела в розвідці": whoever they are, nobody answers for it by name
        kind: SourceType = "anonymous" if "informant" in head.classes else "group"
        return self._make(draft, self._called(draft, phrase), kind, None)

    def _something(self, draft: Draft, phrase: Phrase, head: Form) -> Source:
        """A body, an outlet or a document by a common noun: short for a longer name, or whom the text is about."""
        single = phrase.end - phrase.start == 1
        described = phrase.end == phrase.head + 1 and not self._among(phrase, "nobody")
        kind: SourceType = next((k for k in _BODIES if k in head.classes), "organization")
        # "компанія" means whom the text is about; "Центр" with a capital is short for a name
        about = "generic" in head.classes and (not head.capital or self._p.opens(phrase.head))
        longer = self._descriptions.longer(draft, phrase) if not (about and single) else None
        if longer:
            return self._stand_in(draft, longer, "longer name")
        issuer = self._antecedents.issuer(draft) if single and "issued" in head.classes else None
        # a press office speaks for a body
        if issuer and not ("organization" in head.classes and issuer.type == "person"):
            return self._stand_in(draft, issuer, "who issued it")
        told = single and "paper" in head.classes and phrase.mask & agreement.SING
        paper = self._descriptions.paper(draft) if told else None
        if paper:
            return self._stand_in(draft, paper, "document told of before")
        land = "land" in head.classes
        if described and (land or head.classes & {"generic", "agency"}) and phrase.mask & agreement.SING:
            own = any(form.capital for form in self._p.forms[phrase.start : phrase.head])  # "Kyiv's ministry"
            body = self._descriptions.agency(draft) if "agency" in head.classes and not own else None
            body = body or (self._descriptions.proper(draft, head) if single else None)
            # "ірландська авіакомпанія" may be another one than that
            kind = "country" if land else kind
            salient = (
                None
                if body
                else self._antecedents.body(draft, kind, clear=land or not single, sort=head.lemmas)
            )
            body = as_source(salient) if salient else body
            if body:
                return self._stand_in(draft, body, "salient body")
        return self._make(draft, self._called(draft, phrase), kind, None)

    def _called(self, draft: Draft, phrase: Phrase) -> str:
        return self._descriptions.filled(draft, phrase) or unquoted(self._cast.nominatives.group(phrase))

    def _among(self, phrase: Phrase, name: str) -> bool:
        """Tell whether the head or a modifier has a class: "кожен депутат", "більшість лікарів"."""
        return any(name in form.classes for form in self._p.forms[phrase.start : phrase.head + 1])

    def _gender(self, draft: Draft, phrase: Phrase) -> int:
        """ "Мер повідомила": the verb tells that a role in the masculine stands for a woman."""
        verb = self._verb_cells(draft)
        woman = verb & agreement.FEM and not verb & (agreement.MASC | agreement.PLUR)
        return agreement.FEM if woman else agreement.columns(phrase.mask)

    def _by_role(self, draft: Draft, phrase: Phrase, head: Form, role: str) -> Source:
        holder = self._offices.holder(draft, phrase)
        if holder:
            return self._stand_in(draft, as_source(holder), "holder of the role", role)
        if "generic" in head.classes:
            salient = self._antecedents.body(draft, "organization")
            if salient:
                return self._stand_in(draft, as_source(salient), "salient body")
        if "unnamed" not in head.classes:
            cells = self._gender(draft, phrase)
            known = self._antecedents.person(draft, cells) or self._antecedents.salient_person(draft, cells)
            if known and not self._offices.another(known, phrase):
                return self._stand_in(draft, known, "nearest person", role)
            announced = self._offices.announced(draft, cells) if not known else None
            if announced and not self._offices.another(announced, phrase):
                return self._stand_in(draft, announced, "named in the lead", role)
        if self._offices.one_of_a_kind(phrase):
            return self._make(draft, role, "person", role)
        return self._make(draft, ANONYMOUS, "anonymous", role)
