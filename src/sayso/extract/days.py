"""Dates: a day with its month and perhaps its year, in figures or with the name of the month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..languages.calendar import Calendar, Phrase
from ..languages.numbers import matches
from ..text.tokens import NUMBER, WORD, Token
from .dating import Kind

YEARS = range(1900, 2101)
_DAYS, _MONTHS = range(1, 32), range(1, 13)
_FULL = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_DASHES = frozenset("-–—−‑")
_CENTURY, _PIVOT = 100, 70  # "28.10.69" is 2069, "28.10.70" 1970
Fields = dict[str, int | str | bool | None]


class Found(NamedTuple):
    """What was read, as fields of a TimeExpression (kind None: no time), and one past its last token."""

    end: int
    kind: Kind | None
    fields: Fields


class DateReader:
    """Reads a date that begins at a given token; None where there is none."""

    def __init__(self, tokens: Sequence[Token], calendar: Calendar) -> None:
        self.tokens, self.calendar = tokens, calendar

    def norm(self, index: int) -> str:
        """Return the token at `index` in lower case, "" outside the slice."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def phrases(self, index: int) -> Sequence[Phrase]:
        """Return the phrases of the calendar that may begin with the tokens at `index`."""
        return self.calendar.phrases_at(self.norm(index), self.norm(index + 1))

    def value(self, role: str, index: int) -> str | None:
        """Return the value that the word at `index` has in `role`, None where it has not that role."""
        return self.calendar.words[role].get(self.norm(index))

    def number(self, index: int, allowed: range) -> int | None:
        """Return the value of the figures at `index` if it is one of `allowed`."""
        if not 0 <= index < len(self.tokens) or self.tokens[index].kind != NUMBER:
            return None
        text = self.tokens[index].text
        return int(text) if text.isdecimal() and len(text) <= len("2024") and int(text) in allowed else None

    def counts(self, end: int) -> bool:
        """Tell whether a word in lower case follows the figures before `end`, so that they may count it."""
        if end >= len(self.tokens) or self.tokens[end].kind != WORD:
            return False
        known = self.value("year_word", end) is not None or self.value("daypart", end) is not None
        return self.tokens[end].text[0].islower() and not known

    def glued(self, first: int, last: int) -> bool:
        """Tell whether no blank stands between the tokens `first` and `last`."""
        if last >= len(self.tokens):
            return False
        return all(a.end == b.start for a, b in pairwise(self.tokens[first : last + 1]))

    def date(self, start: int) -> Found | None:
        """Return the date at `start`, however it is written."""
        if start >= len(self.tokens):
            return None
        return self._numeric(start) or self._day_month(start) or self._month_day(start)

    def _numeric(self, start: int) -> Found | None:
        """Read "28.10.2024", "28/10/2024" and "2024-10-28"."""
        token = self.tokens[start]
        full = _FULL.fullmatch(token.text) if token.kind == NUMBER else None
        if full:
            day, month, year = (int(part) for part in full.groups())
            if year < _CENTURY:
                year += 2000 if year < _PIVOT else 1900
            return self._checked(start + 1, day, month, year)
        if not self.glued(start, start + 4) or self.norm(start + 1) != self.norm(start + 3):
            return None
        first, second, third = (self.number(start + step, range(2101)) for step in (0, 2, 4))
        if first is None or second is None or third is None:
            return None
        mark = self.norm(start + 1)
        if mark == "-" and first in YEARS:
            return self._checked(start + 5, third, second, first)
        if mark == "/" and third in YEARS:
            day, month = (second, first) if self.calendar.month_first else (first, second)
            return self._checked(start + 5, day, month, third)
        return None

    def _checked(self, end: int, day: int, month: int, year: int) -> Found | None:
        if day not in _DAYS or month not in _MONTHS or year not in YEARS:
            return None
        if self.norm(end) in self.calendar.words["year_word"]:
            end += 1 + (self.norm(end + 1) == "." and len(self.norm(end)) == 1)
        return Found(end, "day", {"day": day, "month": month, "year": year})

    def _day_month(self, start: int) -> Found | None:
        """Read "17 жовтня 2024 року", "27–28 жовтня", "5 по 7 травня", "17 October"."""
        day, end = self._day_number(start)
        if day is None:
            return None
        last = None
        joined = self.norm(end) in _DASHES or any(
            self.value(role, end) is not None for role in ("range", "range_night")
        )
        if joined:
            last, end = self._day_number(end + 1)
            if last is None or last <= day:
                return None
        month, end = self.month_name(end, beside_day=True)
        if month is None:
            return None
        return self.with_year(end, "day", {"day": day, "day_to": last, "month": month})

    def _day_number(self, start: int) -> tuple[int | None, int]:
        day = self.number(start, _DAYS)
        end = start + 1
        if day is not None and self.norm(end) == "-" and self.value("day_suffix", end + 1) is not None:
            end += 2
        return day, end

    def month_name(self, index: int, *, beside_day: bool = False) -> tuple[int | None, int]:
        """Return the month at `index` and where to read on; abbreviations count beside a day only."""
        value = self.value("month", index)
        if value is None and beside_day:
            value = self.value("month_abbr", index)
        if value is None:
            return None, index
        dotted = beside_day and self.norm(index + 1) == "." and self.value("month_abbr", index) is not None
        return int(value), index + 1 + dotted

    def _month_day(self, start: int) -> Found | None:
        """Read "October 17", "Oct. 17-18, 2024" where the language puts the month first."""
        if not self.calendar.month_first:
            return None
        month, end = self.month_name(start, beside_day=True)
        day, end = self._day_number(end)
        if month is None or day is None:
            return None
        last = None
        if self.norm(end) in _DASHES and (last := self.number(end + 1, range(day + 1, 32))):
            end += 2
        return self.with_year(end, "day", {"day": day, "day_to": last, "month": month})

    def with_year(self, end: int, kind: Kind, fields: Fields) -> Found:
        """Add the year that follows at `end`: in figures, or counted from the present."""
        comma = self.norm(end) == ","
        year = self.number(end + comma, YEARS)
        counted = comma and not self.calendar.month_first and self.counts(end + 2)
        if year is not None and not counted:
            return Found(self.year_end(end + comma + 1), kind, {**fields, "year": year})
        shift, unit = self.value("shift", end), self.value("unit", end + 1)
        if shift is not None and unit == "year":
            return Found(end + 2, kind, {**fields, "offset": int(shift)})
        phrase = self.match(end, "year_shift")
        if phrase:
            return Found(end + len(phrase.words), kind, {**fields, "offset": int(phrase.value)})
        return Found(end, kind, fields)

    def year_end(self, end: int) -> int:
        """Step over "року", "р.", "-го року" after a year."""
        if self.norm(end) == "-" and self.value("year_suffix", end + 1) is not None:
            end += 2
        if self.value("year_word", end) is not None:
            end += 1 + (self.norm(end + 1) == "." and len(self.norm(end)) == 1)
        return end

    def match(self, start: int, *roles: str) -> Phrase | None:
        """Return the longest phrase at `start` that has one of `roles`."""
        for phrase in self.phrases(start):
            if phrase.role in roles and matches(self.tokens, start, phrase.words):
                return phrase
        return None
