"""Speech that a dash opens, and lists that it opens too."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.dashes import dash_speech

SAYS = frozenset({"сказав", "сказала", "каже", "додав", "пояснив"}).__contains__

SPEECH = [
    ("– Ми готові до всього.", ["Ми готові до всього."], []),
    ("– Ми готові, – сказав голова.", ["Ми готові"], ["сказав голова."]),
    ("- Ми готові, - каже вона. - І чекаємо.", ["Ми готові", "І чекаємо."], ["каже вона"]),
    ("— Готові? — сказав він. Потім пішов.", ["Готові?"], ["сказав він. Потім пішов."]),
    ("– Ми, – сказав він, – готові до всього.", ["Ми", "готові до всього."], ["сказав він"]),
    ("– «Віз» їде, – пояснив А. Коваль.", ["«Віз» їде"], ["пояснив А. Коваль."]),
    ("-Ми готові,- каже він.", ["Ми готові"], ["каже він."]),
    ("– Це великий, – дуже великий, – крок для нас.", ["Це великий, – дуже великий, – крок для нас."], []),
    ("Вона каже:\n– Мій дід жив тут і помер тут.", ["Мій дід жив тут і помер тут."], []),
]


@pytest.mark.parametrize(("text", "speech", "author"), SPEECH)
def test_speech(text: str, speech: list[str], author: list[str]) -> None:
    (found,) = dash_speech(text, SAYS)
    assert [span.of(text) for span in found.speech] == speech
    assert [span.of(text) for span in found.author] == author


@pytest.mark.parametrize(
    "text",
    [
        "Потрібні:\n- Паспорт громадянина України;\n- Довідка про доходи;\n- Заява від імені родини.",
        "Збито:\n- 5 танків\n- 3 гармати",
        "– офіційний канал управління.",
        "Правила такі:\n– Не бігати по коридорах школи.\n– Не кричати під час занять.",
        "- Іван Коваль, експерт",
        "Слово – це зброя, каже він.",
        "-5 градусів уночі, сказав він.",
        "",
    ],
)
def test_no_speech(text: str) -> None:
    assert dash_speech(text, SAYS) == []


def test_an_interview_is_speech_throughout() -> None:
    text = (
        "– Чи були ви тут раніше?\n– Ні, ніколи тут не був.\n– А чому приїхали?\n– Бо мене покликали друзі."
    )
    assert len(dash_speech(text)) == 4


def test_without_cues_short_words_between_dashes_are_the_authors() -> None:
    (found,) = dash_speech("– Ми готові, – вигукнув дід.")
    assert len(found.author) == 1


@given(st.text(alphabet="аБ –-,.!?\n«»:", max_size=60))
def test_spans_lie_in_order_inside(text: str) -> None:
    for found in dash_speech(text):
        spans = sorted((*found.speech, *found.author))
        assert all(found.span.contains(span) and span.start < span.end for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("piece", ["– а, ", "– А, – б", "- А\n", ", – ", "– А, – каже. – "])
def test_time_grows_with_length(piece: str) -> None:
    began = time.perf_counter()
    dash_speech("– А" + piece * (60_000 // len(piece)))
    assert time.perf_counter() - began < 3
