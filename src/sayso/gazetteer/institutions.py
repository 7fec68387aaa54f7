"""The institutions of the world by their names in several languages: listed ones, and offices of a country."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import NamedTuple

import msgspec

from ..errors import PackError
from ..text.table import numbered_rows
from .countries import Countries
from .keys import name_key
from .phrases import Phrases

KINDS = frozenset(
    "agency alliance army bank body church court government institute intelligence ministry mission movement "
    "parliament party police presidency prosecution union watchdog".split()
)
"""What an institution may be. A body is an organ of several countries or of a union of them."""
LANGUAGES = ("uk", "en", "ru")
_COLUMNS = ("name", "generic", "country", "kind", "parent", *LANGUAGES)
_WORD_COLUMNS = ("generic", "kind", "parent", *LANGUAGES)
_COUNTRY = re.compile(r"[A-Z]{2}")


class Institution(msgspec.Struct, frozen=True, kw_only=True):
    """One institution.

    `key` is the same in every language: "defence ministry of KR" for an office that every country has, the English
    name for others. `country` is ISO 3166 alpha-2 or "" for one of several countries; `parent` is the key of the
    institution above it or ""; `names` by language, the usual one first, hold nothing where the name is composed of a
    generic word and a country.
    """

    key: str
    country: str
    kind: str
    parent: str
    names: dict[str, tuple[str, ...]]


class Generic(NamedTuple):
    """An office that every country has: "defence ministry"; `parent` is the office above it, or ""."""

    name: str
    kind: str
    parent: str


class CountryCode(NamedTuple):
    """A country that a phrase stands for."""

    code: str


Item = Institution | Generic | CountryCode


def office_key(generic: str, country: str) -> str:
    """Return the key of the office of a country: "defence ministry of KR"."""
    return f"{generic} of {country}"


class Institutions:
    """The table of institutions. Get it by `Institutions.load()`."""

    def __init__(self, listed: Iterable[Institution], generics: dict[Generic, tuple[str, ...]]) -> None:
        self.all = tuple(listed)
        self.generics = generics
        self._by_key = {one.key: one for one in self.all}
        self._exact = {
            lang: {name_key(name): one for one in self.all for name in one.names.get(lang, ())}
            for lang in LANGUAGES
        }
        self._listed: Phrases[Institution] = Phrases()
        for one in self.all:
            for name in (name for names in one.names.values() for name in names):
                self._listed.add(name, one)
        self._phrases: Phrases[Item] = Phrases()
        for phrase, item in self.items():
            self._phrases.add(phrase, item)  # the first meaning stays: "National Bank" is of any country

    @classmethod
    def load(cls) -> Institutions:
        """Return the table, read once. Raises PackError where it breaks its own rules."""
        return _load()

    def items(self) -> Iterable[tuple[str, Item]]:
        """Yield every phrase of which names of institutions consist, and its meaning; its first one counts."""
        yield from ((word, generic) for generic, words in self.generics.items() for word in words)
        yield from ((name, one) for one in self.all for names in one.names.values() for name in names)
        for lang in LANGUAGES:
            for word, country in Countries.load(lang).words():
                if country.kind != "capital":
                    yield word, CountryCode(country.code)

    def get(self, key: str) -> Institution | None:
        """Return the institution of that key, listed or composed of a generic word and a country."""
        if key in self._by_key:
            return self._by_key[key]
        name, _, country = key.rpartition(" of ")
        generic = next((known for known in self.generics if known.name == name), None)
        return self._of(generic, country) if generic and _COUNTRY.fullmatch(country) else None

    def find(self, name: str, lang: str | None = None, country: str = "") -> Institution | None:
        """Return the institution of that name, None where a word of it is unknown or two countries are named.

        A name that `lang` (ISO 639-1) has is preferred to the same name in another language; an office that names no
        country ("Міноборони") is that of `country` (ISO 3166), None without one.
        """
        key = name_key(name)
        for language in (lang, *LANGUAGES):
            if found := self._exact.get(language or "", {}).get(key):
                return found
        return self._listed.get(name) or self.compose(self._phrases.read(name) or [], country)

    def compose(self, items: Iterable[Item], country: str = "") -> Institution | None:
        """Return the institution that the parts of one name stand for together.

        "GUR" and "Defence Ministry" are the lower of the two; an office without a country is that of `country`.
        """
        parts = list(items)
        named = {part.code for part in parts if isinstance(part, CountryCode)}
        named |= {part.country for part in parts if isinstance(part, Institution) and part.country}
        if len(named) > 1:
            return None
        home = next(iter(named), country)
        found = {
            one.key: one
            for part in parts
            if not isinstance(part, CountryCode)
            if (one := self._of(part, home) if isinstance(part, Generic) else part)
        }
        lowest = [one for one in found.values() if all(self._under(one, key) for key in found)]
        foreign = [one for one in lowest if one.country != home and CountryCode(home) in parts]
        return lowest[0] if len(lowest) == 1 and not foreign else None

    def _under(self, one: Institution, key: str) -> bool:
        """Return whether `one` is the institution of that key or stands somewhere below it."""
        seen: Institution | None = one
        for _ in range(len(self.all)):
            if seen is None or seen.key == key:
                break
            seen = self.get(seen.parent) if seen.parent else None
        return seen is not None and seen.key == key

    def _of(self, generic: Generic, country: str) -> Institution | None:
        if not country:
            return None
        key = office_key(generic.name, country)
        above = office_key(generic.parent, country) if generic.parent else ""
        return self._by_key.get(key) or Institution(
            key=key, country=country, kind=generic.kind, parent=above, names={}
        )


@functools.cache
def _load() -> Institutions:
    generics: dict[Generic, tuple[str, ...]] = {}
    for line, row in numbered_rows(files(__package__) / "institution_words.tsv", _WORD_COLUMNS):
        _check_kind(row["kind"], f"institution_words.tsv, line {line}")
        generic = Generic(row["generic"], row["kind"], row["parent"])
        generics[generic] = tuple(word for lang in LANGUAGES for word in _parts(row[lang]))
    listed: list[Institution] = []
    owners: dict[tuple[str, str], str] = {}
    for line, row in numbered_rows(files(__package__) / "institutions.tsv", _COLUMNS):
        one = _institution(row, f"institutions.tsv, line {line}", {generic.name for generic in generics})
        listed.append(one)
        for lang, names in one.names.items():
            for name in names:
                if owners.setdefault((lang, name_key(name)), one.key) != one.key:
                    owner = owners[lang, name_key(name)]
                    raise PackError(f"institutions.tsv, line {line}: {name!r} already belongs to {owner!r}")
    if len({one.key for one in listed}) != len(listed):
        raise PackError("institutions.tsv: two rows have one key")
    table = Institutions(listed, generics)
    above = {one.parent for one in listed} | {office_key(g.parent, "UA") for g in generics if g.parent}
    if unknown := sorted(key for key in above - {""} if table.get(key) is None):
        raise PackError(f"institutions.tsv: the institution above is unknown: {', '.join(unknown)}")
    return table


def _check_kind(kind: str, place: str) -> None:
    if kind not in KINDS:
        raise PackError(f"{place}: kind {kind!r} is none of {', '.join(sorted(KINDS))}")


def _institution(row: dict[str, str], place: str, generics: set[str]) -> Institution:
    _check_kind(row["kind"], place)
    if row["country"] and not _COUNTRY.fullmatch(row["country"]):
        raise PackError(f"{place}: country {row['country']!r} is no ISO 3166 code")
    if row["generic"] and not (row["generic"] in generics and row["country"]):
        raise PackError(f"{place}: {row['generic']!r} is no generic office of a country")
    names = {lang: _parts(row[lang]) for lang in LANGUAGES}
    names["en"] = tuple(dict.fromkeys((row["name"], *names["en"])))
    return Institution(
        key=office_key(row["generic"], row["country"]) if row["generic"] else row["name"],
        country=row["country"],
        kind=row["kind"],
        parent=row["parent"],
        names={lang: known for lang, known in names.items() if known},
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
