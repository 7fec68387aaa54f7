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

    def lists(self, key: str) -> Sequence[Sequence[str]]:
        """Return a list of lists of words."""
        found: Sequence[Sequence[str]] = self._table[key]
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
        """Return the past tense of a speech act for a gender (or PLUR).

        Where it has to be known and is not, the present tense, which is the same for all; None for plain saying, which
        needs no verb.
        """
        forms = self._table["verb"][act]
        if len(forms) == 1:
            return str(forms[0])
        if gender in _GENDERS:
            return str(forms[_GENDERS.index(gender)])
        present = self._table["verb_now"].get(act)
        return str(present) if present else None

    def quoted(self, *, inner: bool = False) -> tuple[str, str]:
        """Return the opening and the closing quotation mark; `inner` those beside marks that a text has itself."""
        left, right = self._table["inner_quotes" if inner else "quotes"]
        return left, right

    def in_language(self, lang: str | None) -> str:
        """Return "in English" for a language, by its name in CLDR where the file has none."""
        known: Mapping[str, str] = self._table["in_language"]
        if lang is None:
            return ""
        return known.get(lang) or str(Locale.parse(self.lang).languages.get(lang, lang))

    def aside(self, lang: str | None, *, told: bool = False) -> str:
        """Return " (in English)" for words in another language; `told` where an outlet tells them in its own."""
        language = self.in_language(lang) if lang != self.lang else ""
        note = self("told_in", language=language) if told and language else self("told") if told else language
        return f" ({note})" if note else ""

    def day(self, day: dt.date, *, year: bool = True) -> str:
        """Return a day as people write it: "28 жовтня 2024 року", or without the year."""
        return str(format_date(day, self._table["day" if year else "day_in_year"], self.lang))

    def days(self, days: Days, *, year: bool = True) -> str:
        """Return a day, an interval, or the month or year that an interval is."""
        first, last = days
        if first == last:
            return self.day(first, year=year)
        if first == dt.date(last.year, 1, 1) and last == dt.date(last.year, 12, 31):
            return str(format_date(first, self._table["whole_year"], self.lang))
        if (first.year, first.month) == (last.year, last.month):
            if first.day == 1 and (last + dt.timedelta(days=1)).day == 1:
                return str(format_date(first, self._table["month" if year else "month_in_year"], self.lang))
            return f"{first.day}–{self.day(last, year=year)}"
        opening = self.day(first, year=year and first.year != last.year)
        return self("range", first=opening, last=self.day(last, year=year))

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
