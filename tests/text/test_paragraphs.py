"""Paragraphs in a notation that shows their boundaries: `|` stands before every paragraph but the first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraph_spans, trail_end

CASES = [
    "Один.",
    "Один.\n|Два.",
    "Один\n\n|два",
    "Заголовок без крапки\n|Перше речення.",
    "Ми бачимо, що \nзатримали\n двох осіб.",
    "Про це каже \nМіноборони\n у зведенні.",
    "Повідомили у мерії,\nРаді та суді.",
    "«Ми тут»,\n – сказав він.",
    "Він сказав:\n|– Так.",
    "Перше;\n|друге",
    "Склад:\n|- один\n|- два",
    "Читайте\n|Дивіться\n|Слухайте",
    "Посилання \n(дивіться тут)\n.",
    "Міст закриють, \nвважає\n \nінженерка Ольга Сич.",
    "Ремонт нової – вже\n \nтретьої – ділянки.",
    "Слухайте\n \n|Дивіться",
    "Список:\n \n|перше",
    "Сніг іде по \nПолтаві,\n - попередив мер.",
]


@pytest.mark.parametrize("marked", CASES)
def test_paragraphs(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|")]
    assert [span.of(text) for span in paragraph_spans(text)] == expected


def test_blank_text_has_none() -> None:
    assert paragraph_spans(" \n\n \u00a0") == []


@given(st.text(alphabet='аБ ,.:«»"–\n\u00a0(', max_size=60))
def test_spans_cover_all_but_blanks(text: str) -> None:
    spans = paragraph_spans(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


TRAILS = [
    ("Головна / Місто / Міст закрили\n\nМіст закрили\n\nДеталі", len("Головна / Місто / Міст закрили")),
    ("Головна / Місто / Міст закрили\n\nМіст закрили. ВІДЕО", len("Головна / Місто / Міст закрили")),
    ("Київ / Львів / Міст закрили\n\nШколу відкрили", 0),
    ("Міст закрили / школу відкрили\n\nшколу відкрили", 0),
    ("Міст закрили", 0),
]


@pytest.mark.parametrize(("text", "end"), TRAILS)
def test_the_trail_of_a_page_ends_before_its_title(text: str, end: int) -> None:
    assert trail_end(text, paragraph_spans(text)) == end
