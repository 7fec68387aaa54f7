"""The days that a forecast names, read from its words with the months' names of CLDR."""

from __future__ import annotations

import datetime as dt
import functools
import re

from babel import Locale, UnknownLocaleError

from ..model import Report

FURTHEST = 183
"""A day and month without a year is the one nearest to publication: no further off than so many days."""


def last_day(report: Report) -> dt.date | None:
    """Return the last day that a report's content names by day and month, None where there is none."""
    if report.published is None:
        return None
    text = " ".join(report.statement.content)
    days = (
        _day(match, report.published, report.lang or "")
        for match in _pattern(report.lang or "").finditer(text)
    )
    return max((day for day in days if day), default=None)


def _day(match: re.Match[str], published: dt.date, lang: str) -> dt.date | None:
    number, month = match["last"] or match["first"] or match["after"], match["month"] or match["before"]
    try:
        day = dt.date(published.year, _months(lang)[month.casefold()], int(number))
        if abs((day - published).days) > FURTHEST:
            day = day.replace(year=published.year + (1 if day < published else -1))
    except ValueError:  # 31 November, 29 February of a common year
        return None
    return day


@functools.cache
def _months(lang: str) -> dict[str, int]:
    try:
        names = Locale.parse(lang).months["format"]["wide"]
    except (UnknownLocaleError, ValueError):
        return {}
    return {name.casefold(): number for number, name in names.items()}


@functools.cache
def _pattern(lang: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, _months(lang))) or "(?!)"
    days = r"(?<!\d)(?P<first>\d{1,2})(?:\s*[-‐‑‒–—−]\s*(?P<last>\d{1,2}))?"
    before = rf"{days}\s+(?P<month>{names})\b"
    return re.compile(rf"{before}|\b(?P<before>{names})\s+(?P<after>\d{{1,2}})(?!\d)", re.IGNORECASE)
