from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.dating import TimeExpression, resolve
from sayso.model import Span

PUBLISHED = dt.date(2024, 3, 1)


def expression(kind: str, **fields: object) -> TimeExpression:
    return TimeExpression(kind=kind, span=Span(0, 4), text="test", **fields)  # type: ignore[arg-type]


def iso(published: dt.date | None, kind: str, **fields: object) -> str | None:
    found = resolve(expression(kind, **fields), published)
    return found.iso() if found else None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"month": 3, "day": 31}, "2024-03-31"),
        ({"month": 4, "day": 1}, "2023-04-01"),
        ({"month": 2, "day": 29}, "2024-02-29"),
        ({"month": 2, "day": 30}, None),
        ({"month": 12, "day": 24, "offset": -1}, "2023-12-24"),
        ({"month": 1, "day": 1, "night": True}, "2023-12-31/2024-01-01"),
    ],
)
def test_a_day_without_its_year(fields: dict[str, object], expected: str | None) -> None:
    assert iso(PUBLISHED, "day", **fields) == expected


def test_a_leap_day_is_looked_for_in_earlier_years() -> None:
    assert iso(dt.date(2023, 6, 1), "day", month=2, day=29) == "2020-02-29"


@pytest.mark.parametrize(
    ("unit", "offset", "expected"),
    [
        ("week", -1, "2024-02-19/2024-02-25"),
        ("month", -1, "2024-02-01/2024-02-29"),
        ("month", -3, "2023-12-01/2023-12-31"),
        ("year", 0, "2024-01-01/2024-03-01"),
        ("week", 0, "2024-02-26/2024-03-01"),
    ],
)
def test_periods(unit: str, offset: int, expected: str) -> None:
    assert iso(PUBLISHED, "shift", unit=unit, offset=offset) == expected


@given(st.dates(dt.date(1900, 1, 8), dt.date(2100, 1, 1)), st.integers(1, 7))
def test_a_weekday_lies_within_the_week_before(published: dt.date, weekday: int) -> None:
    found = resolve(expression("weekday", weekday=weekday), published)
    last = resolve(expression("weekday", weekday=weekday, offset=-1), published)
    assert found is not None
    assert last is not None
    assert found.start.isoweekday() == last.start.isoweekday() == weekday
    assert 0 <= (published - found.start).days < 7
    assert 0 < (published - last.start).days <= 7


def test_the_basis_says_what_decided() -> None:
    found = resolve(expression("day", month=2, day=3), PUBLISHED)
    assert found is not None
    assert (found.basis, found.text, found.span) == (
        "day and month; year from the day of publication",
        "test",
        Span(0, 4),
    )


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("kind", ["relative", "ago", "shift", "recent", "day", "last_night"])
def test_the_ends_of_time_do_no_harm(published: dt.date, kind: str) -> None:
    found = resolve(expression(kind, month=1, day=1, offset=-3, unit="year"), published)
    assert found is None or found.start <= found.end
