"""Tables of quotations, whole and damaged."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.quotes import quotations


def inners(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in quotations(text)]


WHOLE = [
    ("«Так», – сказав він.", ["Так"]),
    ("„Так“, – сказав він.", ["Так"]),
    ("„Так”, – сказав він.", ["Так"]),
    ('„Так", – сказав він.', ["Так"]),
    ("“Yes,” he said.", ["Yes,"]),
    ('"Yes," he said. "No," she said.', ["Yes,", "No,"]),
    ("<<Так>>, – сказав він.", ["Так"]),
    ("``Yes,'' he said.", ["Yes,"]),
    ("'Yes,' he said.", ["Yes,"]),
    ("‘Yes,’ he said, and didn’t go.", ["Yes,"]),
    ("‹Oui›, dit-il.", ["Oui"]),
    ('“Так", – сказав він.', ["Так"]),
    ('«Так", – сказав він.', ["Так"]),
    ('"Так», – сказав він.', ["Так"]),
    ("”Так”, – сказав він.", ["Так"]),
    ('Він очолив ТОВ «Компанія "Віз"» торік.', ['Компанія "Віз"', "Віз"]),
    ('Він очолив ТОВ "Компанія "Віз" торік.', ['Компанія "Віз', "Віз"]),
    ('Він очолив ТОВ «Компанія "Віз» торік.', ['Компанія "Віз', "Віз"]),
    ("«Він сказав: „Ні“. І пішов», – згадує сусід.", ["Він сказав: „Ні“. І пішов", "Ні"]),
    ('Назвав("Віз") і пішов', ["Віз"]),
    ("“We go,’’ he said.", ["We go,"]),
    ('"We go, "he said. He left.', ["We go,"]),
    ("Пише »Вісник».", ["Вісник"]),
    ('«Він плаче: ". Так і є», – каже вона.', ['Він плаче: ". Так і є']),
    ('"We go, "so" he said.', ['We go, "so', "so"]),
    ("«Навколо ‘’Воза’’ тихо», – сказав він.", ["Навколо ‘’Воза’’ тихо", "Воза"]),
    ("“Why ‘this?'” he asked.", ["Why ‘this?'", "this?"]),
    ("“To undercut voters’ rights,” it says.", ["To undercut voters’ rights,"]),
    ('Він назвав це "\nВозом\n" торік.', ["Возом"]),
    ("Він назвав це «\nВозом\n» торік.", ["Возом"]),
    ('слово "Віз"-слово', ["Віз"]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_finds_whatever_the_marks_are(text: str, expected: list[str]) -> None:
    assert inners(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "п'ять об’єктів, сімʼя, зв`язок і Д'Артаньян",
        "We don't, they've, the '90s and the ’80s",
        "the teachers' room and the boys’ school",
        'a 5" gun and a 12" pipe',
        "стріла >>> сюди",
        'зайвий» знак і ще" один',
        "",
        '""',
        "« »",
    ],
)
def test_no_quotation(text: str) -> None:
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            'Сьогодні ми це підтверджуємо. Це новий крок", - заявив речник.',
            "Сьогодні ми це підтверджуємо. Це новий крок",
        ),
        ("Вступ.\n\nМи готові до розмови про мир», – додав він.", "Ми готові до розмови про мир"),
        ("Речник повідомив: Ми готові до розмови про мир», – і пішов.", "Ми готові до розмови про мир"),
        ('"Ні", - каже він. Ми готові до розмови про мир", - додав посол.', "Ми готові до розмови про мир"),
    ],
)
def test_opening_mark_missing(text: str, inner: str) -> None:
    last = quotations(text)[-1]
    assert (last.inner.of(text), last.opened, last.closed) == (inner, False, True)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("«Ми готові, – сказав він. Розмова тривала годину.", "Ми готові"),
        ('"Ми готові до всього. Чекаємо', "Ми готові до всього. Чекаємо"),
        ('Він назвав це "справою честі. Потім пішов.', "справою честі"),
        ("Він сказав: «Ми готові. Чекаємо.\n\nПотім пішов.", "Ми готові. Чекаємо."),
        ("Перша (група «Рейтинг) виводить його вперед.", "Рейтинг"),
        ("«Це віз, – каже він. – Він добрий. І кінь.", "Це віз, – каже він. – Він добрий. І кінь."),
    ],
)
def test_closing_mark_missing(text: str, inner: str) -> None:
    (quote,) = quotations(text)
    assert (quote.inner.of(text), quote.opened, quote.closed) == (inner, True, False)


def test_each_paragraph_opens_anew() -> None:
    text = "«Перше.\n\n«Друге.\n\n«Третє», – сказав він.\n\n«Інше»."
    found = quotations(text)
    assert [(q.inner.of(text), q.closed, q.continued) for q in found] == [
        ("Перше.", False, True),
        ("Друге.", False, True),
        ("Третє", True, False),
        ("Інше", True, False),
    ]


def test_paragraphs_between_bear_no_mark() -> None:
    text = "«Перше слово.\n\nДруге «слово» тут.\n\nТретє».\n\nПоза тим."
    found = [q for q in quotations(text) if q.level == 0]
    assert [(q.inner.of(text), q.form, q.continued) for q in found] == [
        ("Перше слово.", "«", True),
        ("Друге «слово» тут.", "", True),
        ("Третє", "»", False),
    ]
    assert [q.level for q in quotations(text)] == [0, 0, 1, 0]


def test_levels_forms_and_order() -> None:
    text = "«А „Б ‹В› Г“ Д» і “Е”"
    assert [(q.form, q.level) for q in quotations(text)] == [("«»", 0), ("„“", 1), ("‹›", 2), ("“”", 0)]


@given(st.text(alphabet="аБ «»„“”\"'’.,–\n<>5:", max_size=60))
def test_spans_lie_in_order_and_nest(text: str) -> None:
    found = quotations(text)
    for quote in found:
        assert 0 <= quote.span.start <= quote.inner.start < quote.inner.end <= quote.span.end <= len(text)
        assert quote.inner.of(text) == quote.inner.of(text).strip()
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
    for one, other in pairwise(found):
        assert not one.span.overlaps(other.span) or one.span.contains(other.span)
