"""Names of countries: CLDR's in every language that Babel has, and an own table for what CLDR lacks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

from babel import Locale, UnknownLocaleError

from ..errors import PackError
from ..text.table import numbered_rows
from .keys import name_key

CountryKind = Literal["name", "adjective", "capital"]
_COLUMNS = ("name", "code", "lang", "kind")
_CODE = re.compile(r"[A-Z]{2}")
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""CLDR's territories that are unions, test values or "unknown"."""
_QUALIFIER = re.compile(r"\s*\(.*\)$|,\s.*$")
"""CLDR writes "Hong Kong, SAR China" and "Myanmar (Burma)": news writes what stands before."""


_PEOPLES = {
    "uk": (("єць", "йський"), ("ець", "ський"), ("ійка", "ійський"), ("нка", "нський")),
    "ru": (("еец", "ейский"), ("ец", "ский"), ("янка", "янский")),
    "en": (("ns", "n"), ("es", "e")),
}
"""How the name of a people ends, and the adjective of its country."""


class Country(NamedTuple):
    """What a word says of a country: its ISO 3166 code, and whether the word is its name, adjective or
    capital."""

    code: str
    kind: CountryKind


class Countries:
    """The words for countries in one language. Get it by `Countries.load(lang)`."""

    def __init__(self, lang: str, words: dict[str, Country], names: dict[str, str]) -> None:
        self.lang = lang
        self._words = words
        self._names = names
        self._first = frozenset(word.split()[0] for word in words if " " in word)

    @classmethod
    def load(cls, lang: str) -> Countries:
        """Return the words of `lang` (ISO 639-1), read once; empty for a language that Babel does not
        know."""
        return _load(lang)

    def code(self, text: str) -> str | None:
        """Return the ISO 3166 code that a name, adjective or capital stands for, in its lemma or
        nominative."""
        country = self.find(text)
        return country.code if country else None

    def find(self, text: str) -> Country | None:
        """Return code and kind of word; a capital may mean the city and only a reader of the sentence can
        tell."""
        return self._words.get(name_key(text))

    def begins(self, word: str) -> bool:
        """Tell whether a country's name of several words begins with this one."""
        return name_key(word) in self._first

    def people(self, lemma: str) -> str | None:
        """Return the ISO 3166 code of the country whose people a noun names: "північнокореєць", "українец"."""
        for noun, adjective in _PEOPLES.get(self.lang, ()):
            if lemma.endswith(noun) and (code := self.code(lemma.removesuffix(noun) + adjective)):
                return code
        return None

    def words(self) -> Iterable[tuple[str, Country]]:
        """Return every word of the language for a country (see `name_key`) with what it says."""
        return self._words.items()

    def name(self, code: str) -> str | None:
        """Return CLDR's name of a country in this language."""
        return self._names.get(code)


@functools.cache
def _load(lang: str) -> Countries:
    words: dict[str, Country] = {}
    names = _cldr(lang)
    for word, code, kind in _own(lang):
        if words.setdefault(name_key(word), Country(code, kind)).code != code:
            raise PackError(f"countries.tsv: {word!r} stands for two countries in {lang!r}")
    for code, name in names.items():
        for form in (name, _QUALIFIER.sub("", name)):
            words.setdefault(name_key(form), Country(code, "name"))
    return Countries(lang, words, names)


def _cldr(lang: str) -> dict[str, str]:
    try:
        territories = Locale.parse(lang).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        code: name
        for code, name in territories.items()
        if _CODE.fullmatch(code) and code not in _NO_COUNTRIES
    }


def _own(lang: str) -> list[tuple[str, str, CountryKind]]:
    found: list[tuple[str, str, CountryKind]] = []
    for line, row in numbered_rows(files(__package__) / "countries.tsv", _COLUMNS):
        kind = next((known for known in get_args(CountryKind) if known == row["kind"]), None)
        if kind is None or not _CODE.fullmatch(row["code"]):
            raise PackError(
                f"countries.tsv, line {line}: code {row['code']!r} or kind {row['kind']!r} is unknown"
            )
        if row["lang"] == lang:
            found.append((row["name"], row["code"], kind))
    return found
