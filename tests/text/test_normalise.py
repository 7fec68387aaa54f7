"""What is made one, what is left alone, and the way back."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.normalise import normalise

CHANGED = [
    ("п'ять", "п’ять"),
    ("об`єкт", "об’єкт"),
    ("зв´язок", "зв’язок"),
    ("сімʼя", "сім’я"),
    ("don't", "don’t"),
    ("пере\u00adмога", "перемога"),
    ("а\u200bб", "аб"),
    ("5\u00a0тис", "5 тис"),
    ("а\r\nб\rв\u2028г", "а\nб\nв\nг"),
    ("Кyрськ", "Курськ"),
    ("Київ з лaтинською", "Київ з латинською"),
    ("Киïв", "Київ"),
    ("Рresident", "President"),
    ("за\u0301мок", "замок"),
    ("и\u0306", "й"),
    ("Украі\u0308на", "Україна"),
    ("и\u0306\u0301", "й"),
    ("cafe\u0301", "café"),
    ("Ку\u00adpськ", "Курськ"),
    ("м\u00ad'я", "м’я"),
    ("\u200b'я", "'я"),
    ("так\u2012 \u2015 ні", "так\u2013 \u2013 ні"),
]


@pytest.mark.parametrize(("text", "expected"), CHANGED)
def test_changes(text: str, expected: str) -> None:
    assert normalise(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Їжак їсть ґудзик",
        "«Слово» – 'слово'",
        "й ї ё é",
        "iPhoneом",
        "SMS-повідомлення",
        "иy\u0306",
        "Віз’єднання\nі далі",
        "‘so’",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert normalise(text).text == text
    assert normalise(text).original(0, len(text)) == (0, len(text))


TEXTS = st.text(alphabet="аиіїКрьyeiA' `’\u00ad\u200b\u00a0\u0301\u0306\u0308\r\n.1", max_size=40)


@given(TEXTS)
def test_twice_is_once(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(TEXTS)
def test_the_way_back_is_monotone_and_covers(text: str) -> None:
    result = normalise(text)
    spans = [result.original(i, i + 1) for i in range(len(result.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))


@given(TEXTS)
def test_a_word_maps_to_what_became_it(text: str) -> None:
    result = normalise(text)
    position = 0
    for word in result.text.split():
        position = result.text.index(word, position)
        span = result.original(position, position + len(word))
        assert word in normalise(span.of(text)).text
        position += len(word)


def test_known_way_back() -> None:
    text = "Про пере\u00adмогу у Украі\u0308ні сказав"
    result = normalise(text)
    start = result.text.index("Україні")
    assert result.original(start, start + 7).of(text) == "Украі\u0308ні"
    start = result.text.index("перемогу")
    assert result.original(start, start + 8).of(text) == "пере\u00adмогу"
    start = result.text.index("сказав")
    assert result.original(start, start + 6).of(text) == "сказав"


def test_clean_text_costs_almost_nothing() -> None:
    text = "Чистий текст без жодної потреби у змінах. " * 20_000
    began = time.perf_counter()
    assert normalise(text).text is text
    assert time.perf_counter() - began < 1
