from __future__ import annotations

import datetime as dt
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import written

from sayso.extract.time import read_times, resolve, time_in
from sayso.languages.calendar import Calendar
from sayso.model import TimeReference
from sayso.text.tokens import tokenise

UK = Calendar.load(files("sayso.languages.uk") / "calendar.tsv")
PUBLISHED = dt.date(2021, 6, 16)  # a Wednesday
GENITIVE = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
]


def day(
    text: str, published: dt.date | None = PUBLISHED, calendar: Calendar = UK, **known: object
) -> str | None:
    found = time_in(tokenise(text), text, calendar, published, **known)  # type: ignore[arg-type]
    return found.iso() if found else None


SAID: list[tuple[str, str]] = [
    ("3 червня мер заявив", "2021-06-03"),
    ("мер заявив 3-го червня", "2021-06-03"),
    ("заявив 3 грудня", "2020-12-03"),
    ("заявив 3 грудня 2019 року", "2019-12-03"),
    ("3 грудня, 2019, 14:20", "2019-12-03"),
    ("3 червня, 2019 хат", "2021-06-03"),
    ("заявив 3 груд. 2019 р.", "2019-12-03"),
    ("у День Незалежності України нагадав", "2020-08-24"),
    ("сказав в День Конституції України 2019 року", "2019-06-28"),
    ("заявив 3 грудня минулого року", "2020-12-03"),
    ("заявив 3 травня торік", "2020-05-03"),
    ("заявив 12 сер. 2019", "2019-08-12"),
    ("у листі від 11 травня", "2021-05-11"),
    ("станом на 5 травня", "2021-05-05"),
    ("03.12.2019", "2019-12-03"),
    ("03.12.19", "2019-12-03"),
    ("2019-12-03", "2019-12-03"),
    ("7–9 травня", "2021-05-07/2021-05-09"),
    ("з 7 по 9 травня", "2021-05-07/2021-05-09"),
    ("7 і 8 травня", "2021-05-07/2021-05-08"),
    ("у травні", "2021-05-01/2021-05-31"),
    ("у червні", "2021-06-01/2021-06-16"),
    ("у липні", "2020-07-01/2020-07-31"),
    ("у лютому 2020-го", "2020-02-01/2020-02-29"),
    ("на початку травня", "2021-05-01/2021-05-10"),
    ("у середині травня", "2021-05-11/2021-05-20"),
    ("наприкінці травня", "2021-05-21/2021-05-31"),
    ("в кінці минулого тижня", "2021-06-12/2021-06-13"),
    ("наприкінці 2019 року", "2019-10-01/2019-12-31"),
    ("на початку року", "2021-01-01/2021-03-31"),
    ("восени 2019 року", "2019-09-01/2019-11-30"),
    ("взимку", "2020-12-01/2021-02-28"),
    ("минулого тижня", "2021-06-07/2021-06-13"),
    ("цього тижня", "2021-06-14/2021-06-16"),
    ("раніше цього місяця", "2021-06-01/2021-06-16"),
    ("минулого місяця", "2021-05-01/2021-05-31"),
    ("минулого року", "2020-01-01/2020-12-31"),
    ("торік", "2020-01-01/2020-12-31"),
    ("цього року", "2021-01-01/2021-06-16"),
    ("у 2019 році", "2019-01-01/2019-12-31"),
    ("сьогодні вранці", "2021-06-16"),
    ("під час сьогоднішньої зустрічі", "2021-06-16"),
    ("на вчорашньому брифінгу", "2021-06-15"),
    ("у сьогоднішній війні", None),
    ("вчора", "2021-06-15"),
    ("позавчора", "2021-06-14"),
    ("напередодні мер заявив", "2021-06-15"),
    ("у середу", "2021-06-16"),
    ("у понеділок", "2021-06-14"),
    ("у п’ятницю", "2021-06-11"),
    ("в п'ятницю, 28 травня", "2021-05-28"),
    ("минулої середи", "2021-06-09"),
    ("у ніч на суботу", "2021-06-11/2021-06-12"),
    ("у ніч на 5 червня", "2021-06-04/2021-06-05"),
    ("у ніч з 4 на 5 червня", "2021-06-04/2021-06-05"),
    ("5 днів тому", "2021-06-11"),
    ("два тижні тому", "2021-06-02"),
    ("рік тому", "2020-01-01/2020-12-31"),
    ("кілька днів тому", "2021-06-07/2021-06-14"),
    ("днями", "2021-06-09/2021-06-16"),
    ("минулого тижня, 9 червня, а саме у середу", "2021-06-09"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_said(text: str, expected: str) -> None:
    assert day(text) == expected


NEVER = [
    "раніше",
    "серед інших",
    "сер. Артур",
    "лист директора",
    "середа минула тихо",
    "третій день поспіль",
    "у середині справи",
    "напередодні виборів",
    "найближчими днями",
    "до 20 травня",
    "на середу, 2 червня",
    "з понеділка",
    "після 3 травня",
    "завтра",
    "25 червня відбудеться матч",
    "до Дня Незалежності України",
    "на День Незалежності України",
    "відзначають День Незалежності України",
    "у День Незалежності США",
    "31 червня",
    "30 лютого 2020 року",
    "2019 хат",
    "у 1990-х",
    "після того, як",
    "не пізніше",
    "будинок 12",
    "15:42",
    "10 000",
    "згодом",
    "наступного дня",
    "тому",
    "",
]


@pytest.mark.parametrize("text", NEVER)
def test_no_day_of_saying(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    "text", ["вчора", "у понеділок", "3 травня", "торік", "у травні", "днями", "рік тому"]
)
def test_without_a_day_of_publication_the_relative_stays_unknown(text: str) -> None:
    assert day(text, None) is None


def test_without_a_day_of_publication_a_full_date_stands() -> None:
    assert day("3 травня 2019 року", None) == "2019-05-03"
    assert day("3 травня", None, year=2018) == "2018-05-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Згодом мер заявив", "2021-06-01/2021-06-16"),
        ("Наступного дня мер заявив", "2021-06-02"),
        ("Того ж дня мер заявив", "2021-06-01"),
    ],
)
def test_what_counts_from_the_day_named_before(text: str, expected: str) -> None:
    before = TimeReference(start=dt.date(2021, 6, 1), end=dt.date(2021, 6, 1), basis="test")
    assert day(text, previous=before) == expected


def test_expressions_in_order_with_their_relation() -> None:
    text = "У понеділок, 14 червня, мер обіцяв упоратися до 20 червня."
    found = read_times(tokenise(text), text, UK)
    assert [(e.text, e.relation) for e in found] == [("понеділок, 14 червня", "at"), ("20 червня", "until")]


FORMATS = {
    "words": lambda d: f"{d.day} {GENITIVE[d.month - 1]} {d.year} року",
    "points": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "iso": dt.date.isoformat,
    "slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
}


@pytest.mark.parametrize("form", sorted(FORMATS))
@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_any_date_in_full_reads_back(form: str, date: dt.date) -> None:
    text = f"Мер заявив {FORMATS[form](date)}, що впорається."
    (found,) = read_times(tokenise(text), text, UK)
    reference = resolve(found, None)
    assert reference is not None
    assert (reference.start, reference.end, found.span.of(text)) == (date, date, found.text)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)), st.integers(0, 330))
def test_a_day_without_its_year_reads_back(published: dt.date, back: int) -> None:
    date = published - dt.timedelta(days=back)
    text = f"{date.day} {GENITIVE[date.month - 1]}"
    assert day(text, published) == date.isoformat()


@given(st.text(alphabet=st.sampled_from("0123456789 .,-–/:'\nавтр")), st.dates())
def test_any_text_is_read_with_exact_offsets(text: str, published: dt.date) -> None:
    for found in read_times(tokenise(text), text, UK):
        assert found.span.of(text) == found.text
        resolve(found, published)


WORDS = [
    "5",
    "31",
    "2024",
    "0",
    "травня",
    "лютого",
    "у",
    "на",
    "до",
    "ніч",
    "середу",
    "минулого",
    "тижня",
    "року",
    "тому",
    "кілька",
    "днів",
    "напередодні",
    "початку",
    ",",
    "-",
    "–",
    "го",
    "згодом",
    "торік",
    "взимку",
]


@given(st.lists(st.sampled_from(WORDS), max_size=10), st.dates())
def test_any_sequence_of_calendar_words_is_read(words: list[str], published: dt.date) -> None:
    text = " ".join(words)
    found = read_times(tokenise(text), text, UK)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for expression in found:
        reference = resolve(expression, published)
        assert reference is None or reference.start <= reference.end


ENGLISH = """form\trole\tvalue
ago\tago
days\tunit\tday
early\tpart\tstart
friday\tweekday_bare\t5
in\tin
in early\tpart\tstart
last\tshift\t-1
may\tmonth\t5
month\tunit\tmonth
oct\tmonth_abbr\t10
october\tmonth\t10
october\tmonth_first
on\tin
this\tshift\t0
thursday\tweekday_bare\t4
two\tcount\t2
until\trelation\tuntil
week\tunit\tweek
yesterday\tday\t-1
"""
RUSSIAN = """form\trole\tvalue
в\tin
в тот же день\tsame_day
накануне\teve\t-1
неделе\tunit\tweek
октября\tmonth\t10
прошлой\tshift\t-1
пятницу\tweekday\t5
года\tyear_word
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On October 17, the mayor said", "2020-10-17"),
        ("on Oct. 17, 2018", "2018-10-17"),
        ("On October 17, 2018 the mayor said", "2018-10-17"),
        ("17 October 2018", "2018-10-17"),
        ("Thursday, May 7, 2015", "2015-05-07"),
        ("on Thursday", "2021-06-10"),
        ("the mayor said Friday", "2021-06-11"),
        ("last Friday", "2021-06-11"),
        ("earlier this month", "2021-06-01/2021-06-16"),
        ("last week", "2021-06-07/2021-06-13"),
        ("in early May", "2021-05-01/2021-05-10"),
        ("two days ago", "2021-06-14"),
        ("yesterday", "2021-06-15"),
        ("10/17/2018", "2018-10-17"),
        ("they may agree", None),
        ("until Friday", None),
    ],
)
def test_english_needs_only_a_table(tmp_path: Path, text: str, expected: str | None) -> None:
    assert day(text, calendar=Calendar.load(written(ENGLISH, tmp_path / "calendar.tsv"))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17 октября 2018 года", "2018-10-17"),
        ("на прошлой неделе", "2021-06-07/2021-06-13"),
        ("в пятницу", "2021-06-11"),
        ("накануне", "2021-06-15"),
        ("в тот же день", None),
    ],
)
def test_russian_needs_only_a_table(tmp_path: Path, text: str, expected: str | None) -> None:
    assert day(text, calendar=Calendar.load(written(RUSSIAN, tmp_path / "calendar.tsv"))) == expected
