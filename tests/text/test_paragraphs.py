"""Paragraphs in a notation that shows their boundaries: `|` stands before every paragraph but the first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraph_spans

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
