"""Dates are read where they are complete and nowhere else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.dates import dateline, first_dateline, in_address, parse, plausible

DAY = dt.date(2024, 10, 28)


@pytest.mark.parametrize(
    "text",
    [
        "2024-10-28",
        "2024-10-28T18:34:00+02:00",
        "28.10.2024 18:34",
        "28/10/2024",
        "10/28/2024",
        "28 жовтня 2024 року, 18:34",
        "28 жовтня, 2024",
        "28 октября 2024",
        "October 28, 2024",
        "Oct. 28, 2024",
        "28th October 2024",
        "28. Oktober 2024",
        "28 października 2024",
        "28 de octubre de 2024",
        "2024年10月28日",
        "Опубліковано: понеділок, 28 жовтня 2024",
    ],
)
def test_complete(text: str) -> None:
    assert parse(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "28 жовтня, 18:34",
        "жовтень 2024",
        "2024",
        "© 2024",
        "3/4/2024",
        "31.02.2024",
        "28 бананів 2024",
        "28.10.1924",
        "28.10.2999",
        "тел. 044-2024-10-2855",
        "",
    ],
)
def test_incomplete_is_unknown(text: str) -> None:
    assert parse(text) is None


def test_the_first_of_two_dates_counts() -> None:
    assert parse("28.10.2024, оновлено 29 жовтня 2024") == DAY


@given(st.dates(dt.date(1990, 1, 1), dt.date(2024, 12, 31)))
def test_any_day_in_figures(day: dt.date) -> None:
    assert parse(f"{day:%d.%m.%Y} 10:00") == parse(f"x {day.isoformat()}T10:00Z") == day
    assert in_address(f"https://example.org/news/{day:%Y/%m/%d}/title") == day


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    assert parse(text) is None or isinstance(parse(text), dt.date)
    assert dateline(text) is None or dateline(text) == parse(text.strip())


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/10/28/123/", DAY),
        ("https://example.org/news/2024-10-28-title.html", DAY),
        ("https://example.org/20241028/title", DAY),
        ("https://example.org/2024/10/28", DAY),
        ("https://example.org/2024/10/", None),
        ("https://example.org/2024/13/41/", None),
        ("https://example.org/?date=2024-10-28", None),
        ("https://example.org/news/20241028123", None),
        ("http://[broken/2024/10/28/", None),
        (None, None),
    ],
)
def test_in_address(url: str | None, day: dt.date | None) -> None:
    assert in_address(url) == day


@pytest.mark.parametrize(
    "line",
    [
        "28 жовтня 2024, 18:34",
        "World » Korea | October 28, 2024, Monday // 14:08",
        "Полтава, 28 жовтня 2024 року.",
        "28 жовтня 2024 р.",
    ],
)
def test_dateline(line: str) -> None:
    assert dateline(line) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "28 жовтня, 18:34",
        "© 28.10.2024 Вісник",
        "Оновлено 28.10.2024",
        "Указ від 28 жовтня 2024 року набув чинності вже наступного дня після оприлюднення.",
        "Рада зібралася 28 жовтня 2024 року у Полтаві.",
        "Міст збудували 28.10.2024.",
    ],
)
def test_no_dateline(line: str) -> None:
    assert dateline(line) is None


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Міст закриють", "28 жовтня, 18:34", "Збудовано 12.05.1998"], None),
        (["28 жовтня о 18:34", "28.10.2024"], DAY),
        (["Міст закриють", "28.10.2024", "Збудовано 12.05.1998"], DAY),
        (["5 травня, 9:00", "6 травня, 9:00", "05.05.2023"], dt.date(2023, 5, 5)),
        ([], None),
    ],
)
def test_a_dateline_without_a_year_is_not_overruled(lines: list[str], day: dt.date | None) -> None:
    assert first_dateline(lines) == day


def test_tomorrow_is_plausible_and_next_week_is_not() -> None:
    today = dt.datetime.now(dt.UTC).date()
    for days, expected in ((1, True), (7, False)):
        day = today + dt.timedelta(days=days)
        assert bool(plausible(str(day.year), str(day.month), str(day.day))) is expected
