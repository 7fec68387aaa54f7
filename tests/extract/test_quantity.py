from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tables import written

from sayso.extract.quantity import read_quantities
from sayso.languages.numbers import NumberLexicon
from sayso.model import Quantity
from sayso.text.tokens import tokenise

UK = NumberLexicon.load(files("sayso.languages.uk") / "numbers.tsv")
EN = NumberLexicon.load(files("sayso.languages.en") / "numbers.tsv")
Bounds = list[tuple[str, float | None, float | None]]


def read(text: str, numbers: NumberLexicon = UK) -> list[Quantity]:
    return read_quantities(tokenise(text), text, numbers)


def bounds(text: str, numbers: NumberLexicon = UK) -> Bounds:
    return [(q.text, q.low, q.high) for q in read(text, numbers)]


EXACT: list[tuple[str, str, float]] = [
    ("привезли 40 генераторів", "40", 40),
    ("зібрали 12 500 підписів", "12 500", 12500),
    ("зібрали 12\u00a0500 підписів", "12\u00a0500", 12500),
    ("зібрали 12\u202f500\u202f000 підписів", "12\u202f500\u202f000", 12500000),
    ("зібрали 12.500 підписів", "12.500", 12500),
    ("зібрали 12,000 підписів", "12,000", 12000),
    ("ріст 0,125 пункта", "0,125", 0.125),
    ("виділили 2,5 млн гривень", "2,5 млн", 2500000),
    ("виділили 2.5 млн гривень", "2.5 млн", 2500000),
    ("виділили 7 тис. гривень", "7 тис.", 7000),
    ("півтора мільярда", "півтора мільярда", 1500000000),
    ("пів мільйона тонн", "пів мільйона", 500000),
    ("півмільйона тонн", "півмільйона", 500000),
    ("п'ять з половиною тисяч пасажирів", "п'ять з половиною тисяч", 5500),
    ("тисяча двісті дерев", "тисяча двісті", 1200),
    ("двадцятьох п'ятьох суддів", "двадцятьох п'ятьох", 25),
    ("двадцять п’ять суддів", "двадцять п’ять", 25),
    ("три мільйони двісті тисяч", "три мільйони двісті тисяч", 3200000),
    ("5 мільйонів 300 тисяч", "5 мільйонів 300 тисяч", 5300000),
    ("сімома голосами", "сімома", 7),
    ("дві третини місць", "дві третини", 2 / 3),
    ("чверть бюджету", "чверть", 0.25),
    ("ціни зросли втричі", "втричі", 3),
    ("вдвічі більше світла", "вдвічі", 2),
    ("два десятки хат", "два десятки", 20),
    ("5-ти держав", "5-ти", 5),
    ("3-х держав", "3-х", 3),
    ("24-годинний страйк", "24", 24),
    ("300-тисячний мітинг", "300-тисячний", 300000),
    ("дводенний візит", "дводенний", 2),
    ("близько 400 пілотів", "близько 400", 400),
    ("близько тисячі пілотів", "близько тисячі", 1000),
    ("приблизно десять сіл", "приблизно десять", 10),
    ("зросла до 40%", "40", 40),
    ("ціна впала з 30 до 20 гривень на місяць", "20", 20),
]


@pytest.mark.parametrize(("text", "expression", "value"), EXACT)
def test_exact(text: str, expression: str, value: float) -> None:
    found = read(text)[-1]
    assert (found.text, found.low, found.high) == (expression, pytest.approx(value), pytest.approx(value))


BOUNDED: list[tuple[str, Bounds]] = [
    ("понад 600 хат", [("понад 600", 600, None)]),
    ("не менше ніж 600 хат", [("не менше ніж 600", 600, None)]),
    ("більше, ніж 50 країн", [("більше, ніж 50", 50, None)]),
    ("більш ніж на 1,5 градуса", [("більш ніж на 1,5", 1.5, None)]),
    ("щонайменше про 3 тисячі", [("щонайменше про 3 тисячі", 3000, None)]),
    ("понад $2 млн", [("понад $2 млн", 2000000, None)]),
    ("100+ заявок", [("100+", 100, None)]),
    ("50 і більше заявок", [("50 і більше", 50, None)]),
    ("До 500 хат", [("До 500", None, 500)]),
    ("не більше десяти хат", [("не більше десяти", None, 10)]),
    ("менш ніж 1% учнів", [("менш ніж 1", None, 1)]),
    ("до кількох тисяч хат", [("до кількох тисяч", None, 9000)]),
    ("майже 11 тисяч", [("майже 11 тисяч", 10000, 11000)]),
    ("майже 600", [("майже 600", 500, 600)]),
    ("майже 30 тисяч", [("майже 30 тисяч", 20000, 30000)]),
    ("майже 10 тисяч", [("майже 10 тисяч", 9000, 10000)]),
    ("ледь не 2,5 млн", [("ледь не 2,5 млн", 2400000, 2500000)]),
    ("майже двадцять років", [("майже двадцять", 10, 20)]),
    ("кілька хат", [("кілька", 2, 9)]),
    ("декількох тисяч", [("декількох тисяч", 2000, 9000)]),
    ("кілька десятків хат", [("кілька десятків", 20, 90)]),
    ("кілька сот мільйонів гривень", [("кілька сот мільйонів", 200_000_000, 900_000_000)]),
    ("сотні мільйонів людей", [("сотні мільйонів", 200000000, 900000000)]),
    ("прийшли мільйони людей", [("мільйони", 2000000, None)]),
    ("5-6 тисяч", [("5-6 тисяч", 5000, 6000)]),
    ("10 000–12 000 хат", [("10 000–12 000", 10000, 12000)]),
    ("від 10 до 100 тисяч", [("від 10 до 100 тисяч", 10000, 100000)]),
    ("від 900 до 2 тисяч", [("від 900 до 2 тисяч", 900, 2000)]),
    ("від двох до п'яти років", [("від двох до п'яти", 2, 5)]),
    ("між трьома та п'ятьма роками", [("між трьома та п'ятьма", 3, 5)]),
    ("два-три тижні", [("два-три", 2, 3)]),
    ("одна чи дві хати", [("одна чи дві", 1, 2)]),
    ("150 з 400 рейсів", [("150", 150, 150), ("400", 400, 400)]),
    ("за тих було 213, за інших - 210", [("213", 213, 213), ("210", 210, 210)]),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDED)
def test_bounded(text: str, expected: Bounds) -> None:
    assert bounds(text) == expected


NO_QUANTITIES = [
    "11-ї бригади",
    "25-у поправку",
    "34-е місце",
    "двадцять п'ята річниця",
    "у другій половині",
    "30-річчя заводу",
    "11 вересня",
    "27–28 жовтня та 1, 2 листопада",
    "з 5 по 7 травня",
    "25 серпня 2014 прибули",
    "28.10.2024",
    "2024-10-28",
    "у період з 3.04 по 5.04",
    "2019 року",
    "у 2019–2020 роках",
    "з 1996 року",
    "до 2030",
    "1990-х",
    "о 15:42",
    "о 10 годині",
    "до 8 ранку",
    "тел. 044-123-45-67",
    "0671234567",
    "літаки F-16 і танки Т-72",
    "мережа 5G та 3D-друк",
    "рахунок 24/7",
    "статтею 201",
    "ст. 45",
    "№ 5",
    "вул. Миру, 10",
    "на новому Samsung Galaxy 10",
    "один з них",
    "одна людина сказала",
    "пів України",
    "одноразова допомога",
    "столиця, стодола, семигори",
]


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_no_quantity(text: str) -> None:
    assert bounds(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("40% виборців", "%"),
        ("сорок відсотків", "%"),
        ("35-відсоткове скорочення", "%"),
        ("$2 млн", "$"),
        ("5 € за квиток", "€"),
        ("2 млн доларів", "доларів"),
        ("600 російських туристів", "російських туристів"),
        ("10 тисяч жителів Києва", "жителів Києва"),
        ("три роки", "роки"),
        ("18-річний", "років"),
        ("30°C", "°C"),
        ("один день", "день"),
        ("їх було 210.", None),
        ("400 із 2400", None),
    ],
)
def test_unit(text: str, unit: str | None) -> None:
    assert read(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("About 900 North Korean engineers left", "North Korean engineers"),
        ("Some 30 Greeks left", "Greeks"),
        ("hired 40 regular drivers", "regular drivers"),
        ("1,500 of them left", None),
    ],
)
def test_unit_in_english(text: str, unit: str | None) -> None:
    assert read(text, EN)[0].unit == unit


@pytest.mark.parametrize("text", ["on October 8 and 13", "between May 3 and 7", "on Oct. 8 or 9"])
def test_days_of_a_month_named_first_are_no_quantities(text: str) -> None:
    assert bounds(text, EN) == []


def test_a_slice_keeps_the_offsets_of_the_document() -> None:
    text = "Вчора мер сказав, що понад 30 хат уже без світла."
    tokens = tokenise(text)
    (found,) = read_quantities(tokens[5:], text, UK)
    assert found.span.of(text) == found.text == "понад 30"


ENGLISH = """form\trole\tvalue
.\tdecimal
a\tlink
about\tabout
and\tjoiner
and\tbetween_mid
between\tbetween_open
dozens\tvague\t20..90
five\tnumber\t5
fifty\tnumber\t50
hundred\tscale\t100
in\tyear_before
million\tscale\t1000000
more than\tover
nearly\talmost
october\tdate
october\tmonth_first
one\tone\t1
or\trange_or
or more\tover_after
several\tvague\t2..9
some\tabout
third\tfraction\t1/3
thousand\tscale\t1000
two\tnumber\t2
up to\tunder
"""
RUSSIAN = """form\trole\tvalue
,\tdecimal
до\tunder
до\trange_mid
двух\tnumber\t2
не ранее , чем через\tover
нескольких\tvague\t2..9
октября\tdate
от\trange_open
тыс\tdotted
тыс\tscale\t1000
тысяч\tscale\t1000
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("some 10,000 troops", [("some 10,000", 10000, 10000)]),
        ("nearly a third of them", [("nearly a third", 0.3, 1 / 3)]),
        ("nearly 11,000", [("nearly 11,000", 10000, 11000)]),
        ("more than a thousand", [("more than a thousand", 1000, None)]),
        ("two hundred and fifty thousand", [("two hundred and fifty thousand", 250000, 250000)]),
        ("one or two points", [("one or two", 1, 2)]),
        ("between two and five million", [("between two and five million", 2000000, 5000000)]),
        ("107 or more", [("107 or more", 107, None)]),
        ("up to 1.5 million", [("up to 1.5 million", None, 1500000)]),
        ("several thousand", [("several thousand", 2000, 9000)]),
        ("five and fifty", [("five", 5, 5), ("fifty", 50, 50)]),
        ("on October 17, and in 2024", []),
        ("one of them", []),
    ],
)
def test_english_needs_only_a_table(tmp_path: Path, text: str, expected: Bounds) -> None:
    assert bounds(text, NumberLexicon.load(written(ENGLISH, tmp_path / "numbers.tsv"))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("от 200 до 600 евро", [("от 200 до 600", 200, 600)]),
        ("50 тыс. клиентов", [("50 тыс.", 50000, 50000)]),
        ("не ранее, чем через двух", [("не ранее, чем через двух", 2, None)]),
        ("нескольких тысяч", [("нескольких тысяч", 2000, 9000)]),
        ("17 октября", []),
    ],
)
def test_russian_needs_only_a_table(tmp_path: Path, text: str, expected: Bounds) -> None:
    assert bounds(text, NumberLexicon.load(written(RUSSIAN, tmp_path / "numbers.tsv"))) == expected


@given(st.text(alphabet=st.sampled_from("0123456789 .,-–/:'%$№()\n\u00a0абв")))
def test_any_text_is_read_with_exact_offsets(text: str) -> None:
    found = read(text)
    assert all(q.span.of(text) == q.text for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


WORDS = [
    "кілька",
    "двадцять",
    "п'ять",
    "5",
    "2024",
    "тисяч",
    "мільйонів",
    "до",
    "від",
    "понад",
    "майже",
    "і",
    "більше",
    "травня",
    "-",
    "ї",
    "з",
    "половиною",
    "третини",
    "сто",
    "один",
    "рік",
    ".",
    "%",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
@example(["мільйонів"] * 9)
def test_any_sequence_of_number_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for q in read(text):
        assert q.span.of(text) == q.text
        assert q.low is None or q.high is None or q.low <= q.high
