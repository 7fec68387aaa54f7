"""Who a source is across documents and languages, and how two of them are related."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Literal

import msgspec

from ..gazetteer.countries import Countries
from ..gazetteer.institutions import Institutions
from ..gazetteer.keys import name_key
from ..gazetteer.offices import Offices
from ..gazetteer.outlets import Outlets
from ..gazetteer.romanise import person_keys, same_person
from ..model import ANONYMOUS, Source

Relation = Literal["same", "kin", "open", "other"]
"""`kin`: one speaks for the other (a minister and the ministry, Seoul and its foreign ministry). `open`: one of the two
is nobody in particular, so nothing speaks for or against."""


class Actor(msgspec.Struct, frozen=True, gc=False):
    """A source by its keys.

    `key` is the same for the same source in every language where a table knows it. `institutions` are those it is or
    speaks for, with those above them. `blocks` are what it is looked up by.
    """

    name: str
    type: str
    key: str
    role: str | None = None
    institutions: frozenset[str] = frozenset()
    country: str | None = None
    blocks: tuple[str, ...] = ()


def actor_of(source: Source, lang: str | None, day: dt.date | None) -> Actor:
    """Return who a source is. `day` tells who held an office that the document names without the holder."""
    return _actor(source.name, source.type, source.role or "", lang or "", day)


@lru_cache(maxsize=100_000)
def _actor(name: str, kind: str, role: str, lang: str, day: dt.date | None) -> Actor:
    if kind == ANONYMOUS or name == ANONYMOUS:
        return Actor(name=name, type=ANONYMOUS, key="", role=role or None)
    if kind == "outlet":
        return _outlet(name, role)
    if kind == "person":
        return _person(name, role, lang, day)
    return _body(name, kind, role, lang)


def _outlet(name: str, role: str) -> Actor:
    outlet = Outlets.load().by_name(name)
    key = f"outlet {outlet.name if outlet else name_key(name)}"
    return Actor(name=name, type="outlet", key=key, role=role or None, blocks=(key,))


def _person(name: str, role: str, lang: str, day: dt.date | None) -> Actor:
    offices = Offices.load()
    held = [term for term in offices.terms(name) if day is None or term.at(day)]
    by_role = offices.by_role(role or name, day)
    named = by_role.person if by_role and not held and not _proper(name) else name
    bodies = {term.institution for term in (*held, *([by_role] if by_role else []))}
    said = Institutions.load().find(role, lang) if role else None
    above = frozenset(key for body in bodies for key in _upwards(body)) | (
        _upwards(said.key) if said else frozenset()
    )
    return Actor(
        name=named,
        type="person",
        key=f"person {name_key(named)}",
        role=role or None,
        institutions=above,
        country=_country(above),
        blocks=tuple(f"p {key}" for key in person_keys(named))
        + tuple(f"i {body}" for body in sorted(bodies)),
    )


def _proper(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split()[1:]) or name[:1].isupper()


def _body(name: str, kind: str, role: str, lang: str) -> Actor:
    found = Institutions.load().find(name, lang)
    country = found.country if found else Countries.load(lang).code(name)
    if found is None and country and kind == "country":
        key = f"country {country}"
        return Actor(name=name, type=kind, key=key, role=role or None, country=country, blocks=(key,))
    key = found.key if found else f"{kind} {name_key(name)}"
    above = _upwards(found.key) if found else frozenset()
    return Actor(
        name=name,
        type=kind,
        key=key,
        role=role or None,
        institutions=above,
        country=country or None,
        blocks=(f"i {key}",),
    )


def _upwards(key: str) -> frozenset[str]:
    """Return an institution and all above it."""
    table, found = Institutions.load(), set[str]()
    at = table.find(key)
    while at is not None and at.key not in found:
        found.add(at.key)
        at = table.find(at.parent) if at.parent else None
    return frozenset(found | {key})


def _country(institutions: frozenset[str]) -> str | None:
    table = Institutions.load()
    codes = {at.country for key in institutions if (at := table.find(key)) and at.country}
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


def _speaks_for(one: Actor, other: Actor) -> bool:
    """Tell whether `other` is a body that `one` is of, or the country whose office `one` holds."""
    if other.key in one.institutions:
        return True
    return other.type == "country" and other.country is not None and one.country == other.country
