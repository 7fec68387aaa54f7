"""Who appears in a document: every named person, body and outlet, with the roles that the document gives them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from ..languages.base import Names
from ..model import SourceType
from ..text.grammemes import Gram
from ..text.tokens import PUNCT
from .named import type_of
from .naming import same_first, short_for
from .nominative import Nominatives, join_words

_BEARERS = frozenset({"role", "organization", "outlet", "group"})
_BODIES = frozenset({"organization", "outlet"})
_JOINING = frozenset({"article", "owning"})
_STEM = 3
_OWNER_REACH = 6


@dataclass(slots=True)
class Entity:
    """Somebody or something named. `words` is the fullest name in the nominative; `roles` maps a role's head lemma to
    the role as it stands in the document, and `offices` are the phrases that give one; `places` are the first tokens of
    its mentions, `subjects` those of them that are in the nominative; `first` is the first name or initial of a person,
    in lower case; `sure` tells that the name was read where it can be a nominative only; `sorts` are the lemmas of the
    common nouns that stand before the name."""

    words: list[str]
    type: SourceType
    gender: int | None = None
    roles: dict[str, str] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)
    first: str = ""
    sure: bool = False
    sorts: set[str] = field(default_factory=set)
    offices: list[Phrase] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name as one string."""
        return join_words(self.words)


class Cast:
    """The entities of one document, in order of appearance."""

    def __init__(self, passage: Passage, phrases: PhraseParser, names: Names, outlets: Outlets) -> None:
        self._p = passage
        self._outlets = outlets
        self.phrases = phrases
        self.nominatives = Nominatives(passage, names)
        self.entities: list[Entity] = []
        self.bodies: list[Phrase] = []
        self.groups: list[Phrase] = []
        self.papers: list[Phrase] = []
        self._apposed: list[tuple[Phrase, Phrase]] = []
        self._by_key: dict[str, list[int]] = {}
        self._scan()

    def _scan(self) -> None:
        named: list[Phrase] = []
        owning = [i for i, classes in self._p.classed if "owning" in classes]
        for start, end in self._p.sentences:
            named += self._scan_sentence(start, end)
            if owning:
                marks = owning[bisect_right(owning, start) : bisect_left(owning, end)]
                named += self._possessors(start, marks)
        # longer names first, so that a surname finds its full name wherever that stands
        for phrase in sorted(named, key=lambda ph: (-self._length(ph), ph.start)):
            self.named(phrase)
        for name, role in self._apposed:
            self._give_office(name, role)
        for entity in self.entities:
            entity.places.sort()
            entity.subjects.sort()

    def _scan_sentence(self, start: int, end: int) -> list[Phrase]:
        """Note who is described in a sentence, and return the phrases that name somebody."""
        named: list[Phrase] = []
        before, free = None, start
        for i in self._openings(start, end):
            if i < free:
                continue
            phrase = self.phrases.at(i, end)
            if phrase is None:
                continue
            if before and before.end + 1 == phrase.start:
                self._note_both(before, phrase)
                self._note_office(before, phrase, end)
            if phrase.name:
                free = phrase.end
                if not self._lends_a_name(phrase):
                    named.append(phrase)
            else:
                self._note(phrase)
            if before is None or phrase.end > before.end:
                before = phrase
        return named

    def _possessors(self, start: int, marks: Sequence[int]) -> Iterator[Phrase]:
        """Names before a mark of possession: "Clara Novak's house" is somebody's, though a house is spoken of."""
        for mark in marks:
            if not self._p.forms[mark - 1].capital:
                continue
            found = (self.phrases.at(i, mark) for i in range(max(start, mark - _OWNER_REACH), mark))
            phrase = next((each for each in found if each and each.end == mark), None)
            if phrase and phrase.name:
                yield phrase.replace(mask=agreement.GEN)

    def _lends_a_name(self, phrase: Phrase) -> bool:
        """ "Собор святого Юра", "вулиця Івана Франка": what is called after somebody tells nothing of him."""
        assert phrase.name is not None
        i = phrase.name[0] - 1
        i -= i > 0 and self._p.tokens[i].text == "."
        return i >= 0 and "namesake" in self._p.forms[i].classes and bool(phrase.mask & agreement.GEN)

    def _note_both(self, one: Phrase, other: Phrase) -> None:
        """ "Партія та штаб подали позов": two who are subjects together are a group."""
        if "and" not in self._p.forms[one.end].classes:
            return
        both = (one, other)
        known = all(ph.name or "organization" in self._p.forms[ph.head].classes for ph in both)
        if known and all(ph.mask & agreement.NOM for ph in both):
            self.groups.append(
                Phrase(one.start, other.end, one.head, agreement.NOM & agreement.PLUR, None, both)
            )

    def _note_office(self, one: Phrase, other: Phrase, end: int) -> None:
        """ "the President of the Commission, Ursula Lang, …": between commas a role and whoever holds it."""
        tokens = self._p.tokens
        if tokens[one.end].text != ",":
            return
        enclosed = other.end >= end or tokens[other.end].kind == PUNCT
        role, name = (other, one) if one.name else (one, other)
        if not enclosed or role.name or not name.name or "role" not in self._p.forms[role.head].classes:
            return
        if role.mask & name.mask and role.mask & agreement.SING and name.name == (name.start, name.end):
            self._apposed.append((name, role))

    def _give_office(self, name: Phrase, role: Phrase) -> None:
        entity = self.entities[self.named(name)]
        if entity.type == "person":
            entity.offices.append(role)
            for lemma in self._p.forms[role.head].lemmas:
                entity.roles.setdefault(lemma, self.nominatives.text(role, role.start, role.end))

    def _openings(self, start: int, end: int) -> list[int]:
        """Where a phrase that names or describes somebody may begin."""
        return [
            i
            for i, form in enumerate(self._p.forms[start:end], start)
            if form.capital
            or (form.modifier and not form.noun and form.classes.isdisjoint(_JOINING))
            or (form.classes and not form.classes.isdisjoint(_BEARERS))
        ]

    def owner(self, phrase: Phrase) -> Phrase | None:
        """ "Допис мера": whose it is, as the genitive behind the head of a phrase tells."""
        found = self.phrases.at(phrase.head + 1, phrase.end) if phrase.head + 1 < phrase.end else None
        # "Вінницької | міської ради": what the dictionary lacks may look like a person's name
        if found is None or found.end < phrase.end or not found.mask & agreement.GEN:
            return None
        return found.replace(mask=found.mask & agreement.GEN)

    def _note(self, phrase: Phrase) -> None:
        """Keep bodies and groups without a name: "they" and "the ministry" may mean them."""
        head = self._p.forms[phrase.head]
        if head.classes and phrase.end - phrase.start > 1:
            if not head.classes.isdisjoint(_BODIES):
                self.bodies.append(phrase)
            if "document" in head.classes and "paper" not in head.classes and phrase.mask & agreement.SING:
                self.papers.append(phrase)
        subject = phrase.mask & agreement.NOM
        if not subject & agreement.PLUR:
            return
        # "стараннями служби": one body in the genitive is no several
        one = phrase.mask & agreement.GEN & agreement.SING and not head.has(Gram.ANIM)
        single = subject & agreement.SING or one
        several = subject & agreement.PLUR and not single
        living = head.classes & _BEARERS or (head.has(Gram.ANIM) and "document" not in head.classes)
        if several and living and not head.has(Gram.PRON):
            self.groups.append(phrase)

    def _length(self, phrase: Phrase) -> int:
        """Words of the name, initials not counted, up to three: the fuller name is the better one."""
        words = self._p.words(*phrase.name) if phrase.name else []
        return min(sum(len(word) > 1 for word in words), 3)

    def named(self, phrase: Phrase) -> int:
        """Return the index of the entity that a named phrase mentions, a new one where it is the first mention."""
        assert phrase.name is not None
        kind = type_of(self._p, self._outlets, phrase)
        if kind == "person":  # "Марини" is one Марина's rather than several
            phrase = phrase.replace(mask=phrase.mask & agreement.SING or phrase.mask)
        gender = self._gender(phrase)
        words = self.nominatives.words(phrase, kind, gender)
        keys = self._keys(phrase, words)
        first = self._first_name(phrase, words) if kind == "person" else ""
        found = self._known(phrase, keys, first, gender)
        if found is None:
            found = len(self.entities)
            self.entities.append(Entity(words, kind, gender, first=first, sure=_subject(phrase)))
        entity = self.entities[found]
        if kind == "country" and len(entity.words) == 1:
            entity.type = kind
        self._better(entity, phrase, words, first)
        if entity.gender is None:
            entity.gender = gender
        entity.places.append(phrase.start)
        if phrase.mask & agreement.NOM:
            entity.subjects.append(phrase.start)
        for key in keys:
            if found not in self._by_key.setdefault(key, []):
                self._by_key[key].append(found)
        if phrase.name and not phrase.name[0] <= phrase.head < phrase.name[1]:
            entity.sorts |= self._p.forms[phrase.head].lemmas
        short = self._shortened(phrase)
        if short and found not in self._by_key.setdefault(short, []):
            self._by_key[short].append(found)
        role = self.nominatives.role_of(phrase) if kind == "person" else None
        if role:
            entity.offices.append(phrase)
            for lemma in self._roles(phrase):
                entity.roles.setdefault(lemma, role)
        return found

    def _shortened(self, phrase: Phrase) -> str:
        """ "National Intelligence Service (NIS)": the abbreviation behind a name that spells it, in lower case."""
        assert phrase.name is not None
        tokens, end = self._p.tokens, phrase.name[1]
        if (
            self._p.foreign(end - 1)
            or end + 2 >= len(tokens)
            or tokens[end].text != "("
            or tokens[end + 2].text != ")"
        ):
            return ""
        letters = "".join(word[0] for word in self._p.words(*phrase.name) if word[0].isupper())
        short = tokens[end + 1].text
        return short.lower() if len(letters) > 1 and letters == short else ""

    def _better(self, entity: Entity, phrase: Phrase, words: list[str], first: str) -> None:
        """ "Портрети Валерія. … Валерій каже": of mentions equally full, that in the nominative gives the name."""
        if entity.sure or entity.type != "person" or len(words) != len(entity.words) or not _subject(phrase):
            return
        if all(one[:_STEM] == other[:_STEM] for one, other in zip(words, entity.words, strict=True)):
            entity.words, entity.first, entity.sure = words, first, True

    def _roles(self, phrase: Phrase) -> Iterator[str]:
        """The lemmas of all roles of whom a phrase names: "професор і епідеміолог доктор Х" has three."""
        yield from self._p.forms[phrase.head].lemmas
        sure = phrase.mask & agreement.NOM and not phrase.mask & agreement.GEN
        for form in self._p.forms[phrase.head + 1 : phrase.name[0]] if sure and phrase.name else ():
            if "role" in form.classes and form.noun & agreement.NOM:
                yield from form.lemmas

    def find(self, keys: set[str]) -> int | None:
        """Return the entity that answers to one of the keys."""
        return next((owners[0] for owners in self._owners(keys)), None)

    def _owners(self, keys: set[str]) -> Iterator[list[int]]:
        return (self._by_key[key] for key in sorted(keys, key=len, reverse=True) if key in self._by_key)

    def _known(self, phrase: Phrase, keys: set[str], first: str, gender: int | None) -> int | None:
        """Return whom a name means that was read before: by the surname, else by the first name alone."""
        for owners in self._owners(keys):
            able = [i for i in owners if self._can_be(self.entities[i], first, gender)]
            if len(able) == 1:
                return able[0]
            if able:
                return min(able, key=lambda i: self._distance(self.entities[i], phrase.start))
        last = self._p.forms[phrase.name[1] - 1] if phrase.name else None
        given = last and (last.has(Gram.PATR) or (last.first(Gram.FNAME) and not last.has(Gram.LNAME)))
        if not first or not given:
            return None
        able = [i for i, entity in enumerate(self.entities) if self._goes_by(entity, first, gender)]
        if len(able) > 1:
            # "…Володимир Саричев. … сказав Володимир Іванович": of several, who was named in the same paragraph
            start = self._p.paragraph_of(phrase.start)[0]
            able = [i for i in able if any(start <= p < phrase.start for p in self.entities[i].places)]
        return able[0] if len(able) == 1 else None

    def _can_be(self, entity: Entity, first: str, gender: int | None) -> bool:
        """Two first names that differ, or are a man's and a woman's, are two persons with one surname."""
        if not first or not entity.first:
            return True
        return entity.gender in (None, gender) and same_first(entity.first, first)

    def _goes_by(self, entity: Entity, first: str, gender: int | None) -> bool:
        """ "Юля" is short for "Юлія Сайко", "Ігор Михайлович" may be "Ігор Лак"."""
        named = len(entity.words) > 1 and len(entity.first) > 1 and short_for(entity.first, first)
        return named and self._can_be(entity, first, gender)

    def _distance(self, entity: Entity, place: int) -> int:
        """How many tokens before `place` the entity was named last; those named only after it come last."""
        return min((place - p for p in entity.places if p <= place), default=len(self._p.tokens))

    def _keys(self, phrase: Phrase, words: Sequence[str]) -> set[str]:
        """What a later mention may be recognised by: the last word of the name, in any lemma of it."""
        assert phrase.name is not None
        last = phrase.name[1] - 1
        while last > phrase.name[0] and self._p.tokens[last].kind == PUNCT:
            last -= 1
        form = self._p.forms[last]
        keys = {words[-1].lower()} if words else set()
        own = Gram.LNAME | Gram.PROP
        lemmas = {lemma.lower() for lemma, grams in form.readings if grams & own or form.name}
        return keys | (lemmas or {form.text.lower()})

    def _first_name(self, phrase: Phrase, words: Sequence[str]) -> str:
        """The first name of a person, in the nominative, or the initial of it; "" where there is none."""
        assert phrase.name is not None
        at = phrase.name[0]
        known = self._p.forms[at].has(Gram.FNAME) or (len(words) > 1 and len(words[0].rstrip(".")) == 1)
        return words[0].rstrip(".").lower() if known and words else ""

    def _gender(self, phrase: Phrase) -> int | None:
        a, b = phrase.name or (phrase.head, phrase.head + 1)
        for i in range(a, b):
            form = self._p.forms[i]
            if form.has(Gram.FNAME):
                masks = agreement.all_cells(g for _, g in form.readings if g & Gram.FNAME)
                gender = agreement.gender_of(masks & phrase.mask or masks)
                if gender is not None:
                    return gender
        return agreement.gender_of(phrase.mask)


def _subject(phrase: Phrase) -> bool:
    """Tell whether a phrase can stand in the nominative of the singular only."""
    return not phrase.mask & ~(agreement.NOM & agreement.SING)
