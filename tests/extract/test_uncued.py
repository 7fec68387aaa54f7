"""Headlines, signatures and quotations that stand alone."""

from __future__ import annotations

import pytest
from documents import read

HEADLINES = [
    ("Мер Полтави: Парк відкриють навесні", "headline-colon", "Мер Полтави", "Парк відкриють навесні"),
    ("МОЗ: грип відступає в усіх областях", "headline-colon", "МОЗ", "грип відступає в усіх областях"),
    ("Марія Гайдук: «Ми хочемо золото»", "headline-colon", "Марія Гайдук", "Ми хочемо золото"),
    ("Грип відступає в усіх областях – МОЗ", "headline-dash", "МОЗ", "Грип відступає в усіх областях"),
    ("Грип відступає в усіх областях — МОЗ", "headline-dash", "МОЗ", "Грип відступає в усіх областях"),
    ("«Ми хочемо золото» – Марія Гайдук", "headline-dash", "Марія Гайдук", "Ми хочемо золото"),
    ("❗️Грип відступає в усіх областях – МОЗ", "headline-dash", "МОЗ", "Грип відступає в усіх областях"),
]


@pytest.mark.parametrize(("text", "rule", "source", "content"), HEADLINES)
def test_headlines(text: str, rule: str, source: str, content: str) -> None:
    (statement,) = read(text)
    assert (statement.rule, statement.source.text, statement.content) == (rule, source, (content,))
    assert statement.cue is None
    assert statement.kind == ("direct" if "«" in text else "indirect")


@pytest.mark.parametrize(
    "text",
    [
        "Погода: дощ по всій області",
        "Рахунок: два на один",
        "МОЗ: грип",
        "Грип – МОЗ",
        "Найкраща кава – арабіка",
        "У понеділок: дощ по всій області",
        "Мер: міст",
        "У парку ростуть дерева: дуб, липа, клен",
        "Ціна на каву зросла – до ста гривень",
    ],
)
def test_what_is_no_attributing_headline(text: str) -> None:
    assert read(text) == ()


def test_a_headline_stands_alone_in_its_paragraph() -> None:
    alone = "Грип відступає в усіх областях – МОЗ"
    assert [s.rule for s in read(f"{alone}\n\nЙшов дощ.")] == ["headline-dash"]
    assert read(f"Йшов дощ. Дув вітер. Падав сніг. {alone}. Танув лід. Стояв мороз.") == ()


def test_a_quotation_alone_belongs_to_whoever_spoke_before() -> None:
    text = "Марія Гайдук сказала, що фінал буде в Одесі.\n\n«Ми готувалися до нього цілий рік».\n\nЙшов дощ."
    first, second = read(text)
    assert (second.rule, second.source.name, second.source.text) == ("quotation-alone", "Марія Гайдук", None)
    assert second.content == ("Ми готувалися до нього цілий рік",)
    assert second.kind == "direct"
    assert first.id != second.id


def test_a_quotation_right_after_another_is_more_of_it() -> None:
    text = "«Ми хочемо золото цього року», – сказала Марія Гайдук. «Готувалися до цього фіналу цілий рік»."
    (statement,) = read(text)
    assert statement.content == ("Ми хочемо золото цього року", "Готувалися до цього фіналу цілий рік")


@pytest.mark.parametrize(
    "text",
    [
        "«Ми готувалися до нього цілий рік».",
        "Йшов дощ.\n\n«Ми готувалися до нього цілий рік».",
    ],
)
def test_a_quotation_that_nobody_spoke_before_is_left(text: str) -> None:
    assert read(text) == ()


def test_a_short_or_far_quotation_is_left() -> None:
    said = "Марія Гайдук сказала, що фінал буде в Одесі."
    assert len(read(f"{said}\n\n«Перемога».")) == 1
    far = "\n\nЙшов дощ. Дув вітер. Падав сніг.\n\n"
    assert len(read(f"{said}{far}«Ми готувалися до нього цілий рік».")) == 1
