"""The words of a brief's own, in one language: a file of the folder `words`, and dates as people write them."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.dates import format_date

from ..errors import BriefError
from ..model import Days
from ..text.grammemes import Gram

_GENDERS = (int(Gram.MASC), int(Gram.FEM), int(Gram.NEUT), int(Gram.PLUR))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages in which briefs can be written, sorted."""
    names = (entry.name for entry in (files(__package__) / "words").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


class Wording:
    """The words of one language. Get it by `Wording.load(lang)`."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self.lang: str = table["language"]
        self._plural = Locale.parse(self.lang).plural_form

    @classmethod
    def load(cls, lang: str) -> Wording:
        """Return the words of `lang`, read once. Raises BriefError for a language without any."""
        return _load(lang)

    def keys(self) -> set[str]:
        """Return every key of the file, for the test that all files have the same."""
        inner = {f"{k}.{name}" for k, v in self._table.items() if isinstance(v, dict) for name in v}
        return set(self._table) | inner

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` ("heading.known"), its {names} filled in."""
        found: Any = self._table
        for part in key.split("."):
            found = found[part]
        return str(found).format_map(_Left(values)) if values else str(found)

    def words(self, key: str) -> Sequence[str]:
        """Return a list of words."""
        found: Sequence[str] = self._table[key]
        return found

    def count(self, key: str, count: int) -> str:
        """Return the form that goes with a count, by the plural rules of CLDR."""
        forms = self._table[key]
        places = (
            {name: at for at, name in enumerate(("one", "few", "many"))} if len(forms) > 2 else {"one": 0}
        )
        return str(forms[min(places.get(self._plural(count), len(forms) - 1), len(forms) - 1)]).format(
            count=count
        )

    def verb(self, act: str, gender: int | None) -> str | None:
        """Return the past tense of a speech act for a gender (or PLUR), None where it has to be known and is not."""
        forms = self._table["verb"][act]
        if len(forms) == 1:
            return str(forms[0])
        return str(forms[_GENDERS.index(gender)]) if gender in _GENDERS else None

    def quoted(self) -> tuple[str, str]:
        """Return the opening and the closing quotation mark."""
        left, right = self._table["quotes"]
        return left, right

    def in_language(self, lang: str | None) -> str:
        """Return "in English" for a language, by its name in CLDR where the file has none."""
        known: Mapping[str, str] = self._table["in_language"]
        if lang is None:
            return ""
        return known.get(lang) or str(Locale.parse(self.lang).languages.get(lang, lang))

    def day(self, day: dt.date, *, year: bool = True) -> str:
        """Return a day as people write it: "28 жовтня 2024 року", or without the year."""
        return str(format_date(day, self._table["day" if year else "day_in_year"], self.lang))

    def days(self, days: Days) -> str:
        """Return a day or an interval."""
        if days.first == days.last:
            return self.day(days.first)
        if (days.first.year, days.first.month) == (days.last.year, days.last.month):
            return f"{days.first.day}–{self.day(days.last)}"
        first = self.day(days.first, year=days.first.year != days.last.year)
        return self("range", first=first, last=self.day(days.last))

    def listed(self, names: Sequence[str]) -> str:
        """Return "A, B and C"."""
        if len(names) < 2:
            return "".join(names)
        return f"{self('comma').join(names[:-1])} {self('and')} {names[-1]}"


class _Left(dict[str, object]):
    """Values for a text; a {name} without one stays for later."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@cache
def _load(lang: str) -> Wording:
    if lang not in languages():
        raise BriefError(
            f"no brief can be written in {lang!r}", hint=f"briefs are written in {', '.join(languages())}"
        )
    path = files(__package__) / "words" / f"{lang}.toml"
    return Wording(tomllib.loads(path.read_text(encoding="utf-8")))
