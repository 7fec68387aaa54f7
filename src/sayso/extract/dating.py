"""What day an expression of time means, seen from the day of publication."""

from __future__ import annotations

import calendar as civil
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..model import Span, TimeReference

Kind = Literal[
    "day", "month", "year", "season", "weekday", "shift", "relative", "ago", "recent",
    "eve", "same_day", "next_day", "later", "last_night",
]  # fmt: skip
AHEAD = dt.timedelta(days=30)
_DAY = dt.timedelta(days=1)
_LOOK_BACK = 8  # years in which a 29 February is surely found
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_MONTHS = 12
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31
_PARTS_OF_YEAR = {
    "start": (1, 3), "middle": (5, 8), "end": (10, 12), "first_half": (1, 6), "second_half": (7, 12),
}  # fmt: skip
_Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, kw_only=True)
class TimeExpression:
    """An expression of time as it stands in the text, not yet resolved.

    `day_to` ends a range of days. `offset` counts from the present in units of `unit` (days, years …),
    `offset_to` is its other bound where it is vague. `part` is a third or half of the period. `night` tells
    the night before the day. `relation` is "at", or what a preposition makes of it ("until", "for" …).
    """

    kind: Kind
    span: Span
    text: str
    year: int | None = None
    month: int | None = None
    month_to: int | None = None
    day: int | None = None
    day_to: int | None = None
    weekday: int | None = None
    unit: str = "day"
    offset: int | None = None
    offset_to: int | None = None
    part: str | None = None
    night: bool = False
    relation: str = "at"


@dataclass(frozen=True)
class _Anchors:
    """What an expression is resolved against, each None where it is not known."""

    published: dt.date | None
    previous: TimeReference | None
    year: int | None


def resolve(
    expression: TimeExpression,
    published: dt.date | None,
    *,
    previous: TimeReference | None = None,
    year: int | None = None,
) -> TimeReference | None:
    """Return the days that `expression` means, None where they cannot be known.

    A day without a year is the latest one that is no more than 30 days after `published`. Where only the
    `year` of publication is known, it is of that year, and what counts in years counts from it. "The next
    day" and "later" count from `previous`.
    """
    anchors = _Anchors(published, previous, year)
    try:
        found = _RESOLVERS[expression.kind](expression, anchors)
    except (ValueError, OverflowError):  # 31 June, year 0: no such day
        return None
    if found is None or found[0][0] > found[0][1]:
        return None
    (start, end), basis = found
    if expression.night and start == end:
        start, basis = start - _DAY, f"{basis}; the night before"
    return TimeReference(start=start, end=end, basis=basis, text=expression.text, span=expression.span)


_Found = tuple[_Days, str] | None


def _day(expression: TimeExpression, anchors: _Anchors) -> _Found:
    month, day, last = expression.month or 1, expression.day or 1, expression.day_to or expression.day or 1
    year, basis = _named_year(expression, anchors)
    if year is None and anchors.published is not None:
        limit = _shifted(anchors.published, AHEAD)
        years = range(limit.year, max(_FIRST_YEAR, limit.year - _LOOK_BACK), -1)
        year = next((y for y in years if _exists(y, month, day) and dt.date(y, month, day) <= limit), None)
        basis = "day and month; year from the day of publication"
    if year is None:
        return None
    return (dt.date(year, month, day), dt.date(year, month, last)), basis


def _month(expression: TimeExpression, anchors: _Anchors) -> _Found:
    month = expression.month or 1
    year, basis = _named_year(expression, anchors)
    if year is None and anchors.published is not None:
        year = anchors.published.year - (month > anchors.published.month)
        basis = "month; year from the day of publication"
    if year is None:
        return None
    return _part(_span_of_months(year, month, month), expression.part), _with_part(basis, expression)


def _season(expression: TimeExpression, anchors: _Anchors) -> _Found:
    first, last = expression.month or 1, expression.month_to or 1
    year, basis = _named_year(expression, anchors)
    if year is None and anchors.published is not None:
        year = anchors.published.year - (first > anchors.published.month)
        basis = "season; year from the day of publication"
    return None if year is None else (_span_of_months(year, first, last), basis)


def _year(expression: TimeExpression, anchors: _Anchors) -> _Found:
    year, basis = _named_year(expression, anchors)
    if year is None:
        return None
    return _part(_span_of_months(year, 1, _MONTHS), expression.part), _with_part(basis, expression)


def _named_year(expression: TimeExpression, anchors: _Anchors) -> tuple[int | None, str]:
    """Return the year that the text gives in figures, counts from the present or names elsewhere; and how."""
    if expression.year is not None:
        if not _FIRST_YEAR <= expression.year <= _LAST_YEAR:
            raise ValueError(expression.year)
        return expression.year, "year given in full"
    if expression.offset is not None:
        if anchors.published is not None:
            return anchors.published.year + expression.offset, "year counted from the day of publication"
        shifted = None if anchors.year is None else anchors.year + expression.offset
        return shifted, "year counted from the year of publication"
    return (None if anchors.published else anchors.year), "of the year of publication"


def _weekday(expression: TimeExpression, anchors: _Anchors) -> _Found:
    published = anchors.published
    if published is None or expression.weekday is None:
        return None
    back = (published.isoweekday() - expression.weekday) % 7
    if expression.offset is None:
        day, basis = published - back * _DAY, "last such weekday on or before the day of publication"
    elif expression.offset < 0:
        day = published - ((back or 7) - 7 * (expression.offset + 1)) * _DAY
        basis = "last such weekday before the day of publication"
    else:
        monday = published - (published.isoweekday() - 1) * _DAY
        day = monday + (7 * expression.offset + expression.weekday - 1) * _DAY
        basis = "weekday of the week of publication or a later one"
    return (day, day), basis


def _shift(expression: TimeExpression, anchors: _Anchors) -> _Found:
    """Resolve "last week", "this month": the current one ends with the day of publication."""
    published, offset = anchors.published, expression.offset or 0
    if published is None:
        if anchors.year is None or expression.unit != "year":
            return None
        days = _part(_span_of_months(anchors.year + offset, 1, _MONTHS), expression.part)
        return days, _with_part("year counted from the year of publication", expression)
    days = _period(published, expression.unit, offset)
    if expression.part:
        days = _part(days, expression.part)
    elif offset == 0:
        days = days[0], published
    return days, _with_part(f"{expression.unit} counted from the day of publication", expression)


def _ago(expression: TimeExpression, anchors: _Anchors) -> _Found:
    """Resolve "two days ago" to days, weeks ago to the day, months and years ago to the whole of them."""
    published, near = anchors.published, expression.offset or 0
    if published is None:
        return None
    far = expression.offset_to or near
    first, last = (_period(published, expression.unit, -n, day_of_week=True) for n in (far, near))
    return (first[0], last[1]), f"{expression.unit}s back from the day of publication"


def _relative(expression: TimeExpression, anchors: _Anchors) -> _Found:
    if anchors.published is None:
        return None
    day = anchors.published + (expression.offset or 0) * _DAY
    return (day, day), "counted from the day of publication"


def _recent(expression: TimeExpression, anchors: _Anchors) -> _Found:
    if anchors.published is None:
        return None
    return (
        anchors.published - (expression.offset or 0) * _DAY,
        anchors.published,
    ), "the days before publication"


def _last_night(_: TimeExpression, anchors: _Anchors) -> _Found:
    if anchors.published is None:
        return None
    return (anchors.published - _DAY, anchors.published), "the night before the day of publication"


def _same_day(_: TimeExpression, anchors: _Anchors) -> _Found:
    if anchors.previous is None:
        return None
    return (anchors.previous.start, anchors.previous.end), "the day named before"


def _next_day(_: TimeExpression, anchors: _Anchors) -> _Found:
    if anchors.previous is None:
        return None
    day = anchors.previous.end + _DAY
    return (day, day), "the day after the one named before"


def _later(_: TimeExpression, anchors: _Anchors) -> _Found:
    if anchors.previous is None or anchors.published is None:
        return None
    return (anchors.previous.start, anchors.published), "between the day named before and publication"


_RESOLVERS: dict[Kind, Callable[[TimeExpression, _Anchors], _Found]] = {
    "day": _day,
    "month": _month,
    "year": _year,
    "season": _season,
    "weekday": _weekday,
    "shift": _shift,
    "relative": _relative,
    "ago": _ago,
    "recent": _recent,
    "eve": _relative,
    "same_day": _same_day,
    "next_day": _next_day,
    "later": _later,
    "last_night": _last_night,
}


def _period(anchor: dt.date, unit: str, offset: int, *, day_of_week: bool = False) -> _Days:
    """Return the day, week, month or year that is `offset` such units from that of `anchor`."""
    if unit == "hour":
        return anchor, anchor
    if unit == "day" or (unit == "week" and day_of_week):
        day = anchor + offset * (7 if unit == "week" else 1) * _DAY
        return day, day
    if unit == "week":
        monday = anchor + (7 * offset - anchor.isoweekday() + 1) * _DAY
        return monday, monday + 6 * _DAY
    if unit == "month":
        year, month = divmod(anchor.year * _MONTHS + anchor.month - 1 + offset, _MONTHS)
        return _span_of_months(year, month + 1, month + 1)
    return _span_of_months(anchor.year + offset, 1, _MONTHS)


def _span_of_months(year: int, first: int, last: int) -> _Days:
    """Return the days of the months `first` to `last`, which is in the next year where it is the smaller."""
    ending = year + (last < first)
    return dt.date(year, first, 1), dt.date(ending, last, civil.monthrange(ending, last)[1])


def _part(days: _Days, part: str | None) -> _Days:
    """Cut a year by `_PARTS_OF_YEAR`, a month after 10 and 20 days, a week after two and five."""
    if part is None:
        return days
    start, end = days
    length = (end - start).days + 1
    if length > _LONGEST_MONTH:
        return _span_of_months(start.year, *_PARTS_OF_YEAR[part])
    half = -(-length // 2)
    early, late = (10, 20) if length >= _SHORTEST_MONTH else (length // 3, length - length // 3)
    first, last = {
        "start": (0, early),
        "middle": (early, late),
        "end": (late, length),
        "first_half": (0, half),
        "second_half": (half, length),
    }[part]
    return start + first * _DAY, start + (last - 1) * _DAY


def _with_part(basis: str, expression: TimeExpression) -> str:
    return f"{expression.part.replace('_', ' ')} of it; {basis}" if expression.part else basis


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= civil.monthrange(year, month)[1]


def _shifted(day: dt.date, by: dt.timedelta) -> dt.date:
    return day + by if day <= dt.date.max - by else dt.date.max
