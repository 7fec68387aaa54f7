"""Who a source is across documents and languages, and how two of them are related."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Literal

import msgspec

from ..gazetteer.concepts import Concepts
from ..gazetteer.institutions import Institution, Institutions, office_key
from ..gazetteer.keys import name_key
from ..gazetteer.offices import Offices, Term
from ..gazetteer.outlets import Outlets
from ..gazetteer.romanise import person_keys, same_person
from ..model import ANONYMOUS, Source
from .terms import reader

_TOO_WIDE = frozenset({"government"})
_NAMED = 3
"""Words up to which a name is looked for in the midst of a role."""
_NO_OFFICES = frozenset({"government", "presidency"})
"""Offices that a role without a country tells nothing by: firms and clubs have presidents too."""

_TITLES = frozenset(
    "adviser;analyst;coach;commander;defense lawyer;deputy head;diplomat;director;expert;general;head;lawmaker;lawyer;"
    "leader;local;major general;management;mayor;medical;minister;official;operational;person;president;region;"
    "representative;secretary;secretary general;service;social;source;spokesman;state;world".split(";")
)
"""Concepts that say what somebody is and not of what."""

Relation = Literal["same", "kin", "open", "other"]
"""`kin`: one speaks for the other (a minister and the ministry, Seoul and its foreign ministry). `open`: one of the two
is nobody in particular, so nothing speaks for or against."""


class Actor(msgspec.Struct, frozen=True, gc=False):
    """A source by its keys.

    `key` is the same for the same source in every language where a table knows it. `institutions` are those it is or
    speaks for, with those above them; `office` is the kind of body that a role belongs to which names no country.
    `blocks` are what it is looked up by. `words` are the terms of a body's name and `role_words` those of a role,
    by which a local body is known that no table has; `circle` all that tells whom a source is near to.
    """

    name: str
    type: str
    key: str
    role: str | None = None
    institutions: frozenset[str] = frozenset()
    office: str = ""
    country: str | None = None
    blocks: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    role_words: frozenset[str] = frozenset()
    circle: frozenset[str] = frozenset()


def actor_of(source: Source, lang: str | None, day: dt.date | None) -> Actor:
    """Return who a source is. `day` tells who held an office that the document names without the holder."""
    return _actor(source.name, source.type, source.role or "", lang or "", day)


@lru_cache(maxsize=100_000)
def _actor(name: str, kind: str, role: str, lang: str, day: dt.date | None) -> Actor:
    if kind == ANONYMOUS or name == ANONYMOUS:
        return _nobody("" if name == ANONYMOUS else name, role, lang)
    if kind == "outlet":
        return _outlet(name, role)
    if kind == "person":
        return _person(name, role, lang, day)
    return _body(name, kind, role, lang)


def _nobody(name: str, role: str, lang: str) -> Actor:
    """Return one who is not named; the words that the text has for him may tell whose he is."""
    words = _words(name, lang) | _words(role, lang)
    found = _inside(name, lang) or _inside(role, lang)
    above = _upwards(found.key) if found else frozenset()
    blocks = tuple(f"i {body}" for body in sorted(above)) + _by_words(words)
    circle = _circle(words, above)
    return Actor(name=name, type=ANONYMOUS, key="", role=role or None, blocks=blocks, circle=circle)


def _outlet(name: str, role: str) -> Actor:
    outlet = Outlets.load().by_name(name)
    key = f"outlet {outlet.name if outlet else name_key(name)}"
    return Actor(name=name, type="outlet", key=key, role=role or None, blocks=(key,))


def _person(name: str, role: str, lang: str, day: dt.date | None) -> Actor:
    offices = Offices.load()
    by_role = offices.by_role(role or name, day) if day else None
    named = by_role.person if by_role and not (role and _proper(name)) else name
    bodies = {term.institution for term in _held(named, by_role, day)}
    found = _inside(role or name, lang)
    office, country = offices.body(role) or ("", "")
    country = country or _only_country(role, lang) or ""
    bodies |= {found.key} if found else {office_key(office, country)} if office and country else set()
    above = frozenset(key for body in bodies for key in _upwards(body))
    words = _words(role, lang)
    loose = office if office not in _NO_OFFICES and not above else ""
    return Actor(
        name=named,
        type="person",
        key=f"person {name_key(named)}",
        role=role or None,
        institutions=above,
        office=loose,
        country=_country(above),
        blocks=tuple(f"p {key}" for key in person_keys(named))
        + tuple(f"i {body}" for body in sorted(above))
        + ((f"o {loose}",) if loose else ())
        + _by_words(words),
        role_words=words,
        circle=_circle(words | _words(named, lang), above),
    )


def _words(text: str, lang: str) -> frozenset[str]:
    """Return the terms of a name or role; whether a word of it is a name no longer counts: Яблунець, яблунецька."""
    return frozenset(f"n{term[1:]}" if term[0] == "w" else term for term in reader(lang).terms(text))


def _circle(words: frozenset[str], institutions: frozenset[str]) -> frozenset[str]:
    """Return what a source has in common with those near to it: no titles, sizes and countries."""
    told = frozenset(term for term in words if term[0] == "n" or (term[0] == "k" and _tells(term[2:])))
    return told | {f"i:{key}" for key in institutions}


def _tells(concept: str) -> bool:
    return concept not in _TITLES and Concepts.load().kind(concept) == "thing"


def _by_words(words: frozenset[str]) -> tuple[str, ...]:
    """Return what a body is looked up by that no table has: its words, one by one."""
    return tuple(f"w {term}" for term in sorted(words) if term[0] == "n")


def _held(name: str, by_role: Term | None, day: dt.date | None) -> list[Term]:
    """Return the offices that a person holds on a day. A surname alone is everybody's, unless the role agrees."""
    terms = Offices.load().terms(name)
    if by_role and any(term.names == by_role.names for term in terms):
        return [by_role]
    return [term for term in terms if day and term.holds(day)] if " " in name.strip() else []


def _proper(name: str) -> bool:
    """Tell a person's name from a role that stands for it: "генсек НАТО"."""
    return name[:1].isupper()


def _body(name: str, kind: str, role: str, lang: str) -> Actor:
    found = Institutions.load().find(name, lang)
    country = found.country if found else _only_country(name, lang)
    if found is None and country and kind == "country":
        key = f"country {country}"
        return Actor(name=name, type=kind, key=key, role=role or None, country=country, blocks=(key,))
    key = found.key if found else f"{kind} {name_key(name)}"
    home = found or _inside(name, lang)
    above = _upwards(home.key) if home else frozenset()
    words = frozenset() if found else _words(name, lang)
    office, _, _ = key.rpartition(" of ") if found else ("", "", "")
    return Actor(
        name=name,
        type=kind,
        key=key,
        role=role or None,
        institutions=above,
        country=country or None,
        blocks=tuple(dict.fromkeys((f"i {key}", *(f"i {body}" for body in sorted(above)))))
        + ((f"o {office}",) if office and office not in _NO_OFFICES else ())
        + _by_words(words),
        words=words,
        role_words=_words(role, lang),
        circle=_circle(_words(name, lang) | _words(role, lang), above),
    )


def _only_country(name: str, lang: str) -> str | None:
    codes = {term[2:] for term in reader(lang).terms(name) if term[0] == "c"}
    return codes.pop() if len(codes) == 1 else None


def _inside(words: str, lang: str) -> Institution | None:
    """Return the institution that a role or a description names: "речниця Пентагону", "Pentagon press secretary"."""
    table, parts = Institutions.load(), words.split()
    whole = len(parts)
    ends = [(at, whole) for at in range(whole)] + [(0, end) for end in range(whole - 1, 0, -1)]
    within = [(at, at + size) for size in range(_NAMED, 0, -1) for at in range(1, whole - size)]
    # "наглядова рада": one word in lower case is no body's name, whatever it is with a capital
    spans = (parts[start:end] for start, end in ends + within)
    found = (table.find(" ".join(span), lang) for span in spans if len(span) > 1 or not span[0].islower())
    return next((one for one in found if one), None)


def _upwards(key: str) -> frozenset[str]:
    """Return an institution and all above it, but for governments: too many speak for one."""
    table, found = Institutions.load(), {key}
    at = table.get(key)
    while at is not None and at.parent and at.parent not in found:
        at = table.get(at.parent)
        if at is not None and at.kind not in _TOO_WIDE:
            found.add(at.key)
    return frozenset(found)


def _country(institutions: frozenset[str]) -> str | None:
    table = Institutions.load()
    codes = {at.country for key in institutions if (at := table.get(key)) and at.country}
    return codes.pop() if len(codes) == 1 else None


def relation(one: Actor, other: Actor) -> Relation:
    """Tell how two sources are related; symmetric."""
    if not one.key or not other.key:
        return "open"
    if one.key == other.key:
        return "same"
    if one.type == other.type == "person":
        return "same" if same_person(one.name, other.name) else "other"
    return "kin" if _speaks_for(one, other) or _speaks_for(other, one) else "other"


def near(one: Actor, other: Actor) -> bool:
    """Tell whether two sources that are not otherwise related have a body, a name or a kind of body in common: a
    hospital and its doctor whose role tells only that it is a hospital's."""
    return not one.circle.isdisjoint(other.circle)


def related(one: Source, other: Source, day: dt.date | None = None) -> Relation:
    """Tell how two sources are related as far as their names, types and roles tell; symmetric.

    `day` is when they spoke, for offices that are named without their holders.
    """
    return relation(actor_of(one, None, day), actor_of(other, None, day))


def _speaks_for(one: Actor, other: Actor) -> bool:
    """Tell whether `other` is a body that `one` is of, or the country whose office `one` holds."""
    if other.key in one.institutions or (other.words and other.words <= one.role_words):
        return True
    if one.office and other.key.startswith(f"{one.office} of "):
        return True
    return other.type == "country" and other.country is not None and one.country == other.country
