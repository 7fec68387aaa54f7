"""Publication dates: read only where they are complete, never guessed."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from babel.dates import get_month_names

FIRST_YEAR = 1990
"""News on the web begins here; an earlier year is something else than a publication."""
_LOCALES = ("uk", "ru", "en", "pl", "be", "bg", "de", "fr", "es", "it", "pt", "cs", "sk", "ro", "nl")

_ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)(?!\d)")
_CJK = re.compile(r"(?P<y>(?:19|20)\d\d)\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]")
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?(?P<name>[^\W\d_]+)\.?,?\s+(?:de\s+)?(?P<y>(?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"(?P<name>[^\W\d_]+)\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)(?!\d)"
)

_ADDRESSES = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?=[/\-_.]|$)"),
    re.compile(r"[/\-_](?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?=[/\-_.]|$)"),
    re.compile(r"/(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=[/\-_.]|$)"),
    re.compile(r"/(?P<d>\d\d)[-.](?P<m>\d\d)[-.](?P<y>20\d\d)(?=[/\-_.]|$)"),
)

LINE = 90
"""A line that is a dateline and no sentence is at most this long."""
_NO_DATELINE = re.compile(
    r"©|\(c\)|copyright|права захищен|права защищ|all rights|оновлен|обновлен|updated|modified|змінен",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…]\s*$")
_YEAR_WORDS = frozenset({"року", "года", "roku"})
_YEARLESS = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})\s+(?P<name>[^\W\d_]+)\.?,?\s+(?:[^\W\d_]{1,2}\s+)?\d{1,2}[:.]\d\d(?!\d)"
)
"""A day, a month and an hour: how sites write the dateline of this year's articles."""
_DATELINE_WORDS = 7
"""Words that a dateline holds besides its date: a place, an outlet, the time, "published"."""


def parse(text: str) -> dt.date | None:
    """Return the first complete date in `text`, None without one.

    Day, month and year must all be there, the month in figures or in a name that CLDR knows. A date like
    3/4/2024, which two traditions read differently, is none.
    """
    found = list(_dates_in(text))
    return min(found)[1] if found else None


def _dates_in(text: str) -> Iterable[tuple[int, dt.date]]:
    for pattern in (_ISO, _DOTTED, _CJK):
        for match in pattern.finditer(text):
            yield from _checked(match.start(), match["y"], match["m"], match["d"])
    for match in _SLASHED.finditer(text):
        first, second = int(match["a"]), int(match["b"])
        if first > 12 or first == second:
            yield from _checked(match.start(), match["y"], str(second), str(first))
        elif second > 12:
            yield from _checked(match.start(), match["y"], str(first), str(second))
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            month = _months().get(match["name"].lower())
            if month:
                yield from _checked(match.start(), match["y"], str(month), match["d"])


def _checked(start: int, year: str, month: str, day: str) -> Iterable[tuple[int, dt.date]]:
    date = plausible(year, month, day)
    return [(start, date)] if date else []


def plausible(year: str, month: str, day: str) -> dt.date | None:
    """Return the day where it exists, is not before FIRST_YEAR and not after tomorrow (other time zones)."""
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)
    return date if dt.date(FIRST_YEAR, 1, 1) <= date <= tomorrow else None


def in_address(url: str | None) -> dt.date | None:
    """Return the day in the path of an address, as in /2024/10/28/; a year and a month alone are none."""
    if not url:
        return None
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return None
    for pattern in _ADDRESSES:
        for match in pattern.finditer(path):
            if date := plausible(match["y"], match["m"], match["d"]):
                return date
    return None


def dateline(line: str) -> dt.date | None:
    """Return the date of a line that is a dateline: short, no sentence, no copyright notice, no "updated"."""
    line = line.strip()
    if not line or len(line) > LINE or _NO_DATELINE.search(line):
        return None
    date = parse(line)
    words = [word.lower() for word in re.findall(r"[^\W\d_]{2,}", line)]
    if not date or len(words) > _DATELINE_WORDS:
        return None
    told = [word for word in words if word not in _YEAR_WORDS and word not in _months()]
    is_sentence = bool(_SENTENCE.search(line)) and len(told) > 1  # "Kyiv, 28 October 2024." is none
    return None if is_sentence else date


def first_dateline(lines: Iterable[str]) -> dt.date | None:
    """Return the date of the first dateline among `lines`.

    Where one without a year comes before it, only the same day and month are its date: any other is what the
    article tells of.
    """
    known: tuple[int, int] | None = None
    for line in lines:
        date = dateline(line)
        if date:
            return date if known in (None, (date.month, date.day)) else None
        known = known or _yearless(line)
    return None


def _yearless(line: str) -> tuple[int, int] | None:
    """Return month and day of a short line like "28 жовтня, 18:34", None for any other."""
    match = _YEARLESS.search(line) if len(line.strip()) <= LINE else None
    month = _months().get(match["name"].lower()) if match else None
    return (month, int(match["d"])) if match and month else None


@functools.cache
def _months() -> dict[str, int]:
    """Names and abbreviations of months, in lower case, of every locale; a name that two share differently
    is none."""
    names: dict[str, int] = {}
    clashing: set[str] = set()
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    key = name.lower().rstrip(".")
                    if names.setdefault(key, number) != number:
                        clashing.add(key)
    return {name: number for name, number in names.items() if name not in clashing and not name.isdigit()}
