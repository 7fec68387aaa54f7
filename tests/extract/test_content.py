"""What is content, and what of a sentence is not."""

from __future__ import annotations

import pytest
from documents import read

from passages import passage, said
from sayso.extract.content import Reader
from sayso.grammar.phrases import PhraseParser
from sayso.languages import load


def contents(text: str) -> list[tuple[str, ...]]:
    return [statement.content for statement in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мер заявив, що міст відкриють навесні.", [("міст відкриють навесні",)]),
        ("Мер заявив, що міст відкриють навесні!", [("міст відкриють навесні",)]),
        ("Мер заявив, що міст відкриють навесні.[39][33]", [("міст відкриють навесні",)]),
        ("Громади раді б об'єднатися.", [("об'єднатися",)]),
        ("Мер заявив, що міст [знов] відкриють.", [("міст [знов] відкриють",)]),
        ("Мер заявив, що міст відкриють навесні…", [("міст відкриють навесні",)]),
        ("Мер заявив: «Міст відкриють навесні».", [("Міст відкриють навесні",)]),
        ("«Міст, – заявив мер, – відкриють навесні».", [("Міст", "відкриють навесні")]),
        (
            "Мер заявив, що міст відкриють, і додав, що буде парад.",
            [("міст відкриють",), ("буде парад",)],
        ),
        (
            "Мер заявив, що міст відкриють. Директорка школи запевнила, що школу відремонтують.",
            [("міст відкриють",), ("школу відремонтують",)],
        ),
    ],
)
def test_content_has_no_conjunction_marks_or_final_punctuation(
    text: str, expected: list[tuple[str, ...]]
) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Мер заявив, що міст відкриють навесні.", "indirect"),
        ("Мер заявив: «Міст відкриють навесні, а парад улітку».", "direct"),
        ("«Міст відкриють навесні, а парад улітку», – заявив мер.", "direct"),
        ("Мер заявив, що міст «відкриють навесні, коли потеплішає», а парад улітку.", "mixed"),
        ("Мер заявив, що кінотеатр «Зоря» відкриють навесні.", "indirect"),
        ("Мер заявив, що «чудо» відкриють навесні.", "indirect"),
    ],
)
def test_direct_indirect_and_mixed(text: str, kind: str) -> None:
    (statement,) = read(text)
    assert statement.kind == kind


def test_a_statement_inside_a_statement_gives_both() -> None:
    outer, inner = read("Мер розповів, що архітекторка запевнила, що міст вистоїть.")
    assert outer.content == ("архітекторка запевнила, що міст вистоїть",)
    assert inner.content == ("міст вистоїть",)


def test_sentences_in_a_row_of_one_speaker_are_one_statement() -> None:
    (statement,) = read("«Міст готовий. Чекаємо на фарбу. Відкриємо навесні», – заявив мер.")
    assert statement.content == ("Міст готовий. Чекаємо на фарбу. Відкриємо навесні",)


def test_one_cue_gives_one_statement() -> None:
    text = "Мер заявив на площі, що міст відкриють навесні, а парад буде влітку."
    assert len({statement.cue_span for statement in read(text)}) == len(read(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Мер заявив.",
        "Мер заявив «так».",
        "За словами.",
        "Заявив, що.",
        "Фестиваль «Сказав» відкрили вчора.",
        "Діти бавилися, доки не стемніло.",
        "Обговорили питання ремонту.",
        "Я сказав, що прийду.",
        "Варто зазначити, що міст старий.",
        "Читайте також: Як зимують бджоли",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert read(text) == ()


def test_drafts_stand_in_the_order_of_the_text() -> None:
    p = passage(
        "Тренерка сказала, що грала вся команда. За словами лікаря, травм немає. "
        "«Ми хочемо золото вже цього року», – додав капітан."
    )
    drafts = Reader(p, PhraseParser(p), load("uk")).drafts()
    assert [draft.start for draft in drafts] == sorted(draft.start for draft in drafts)
    assert [draft.sentence for draft in drafts] == [0, 1, 2]
    assert [said(p, *draft.content[0]) for draft in drafts] == [
        "грала вся команда",
        "травм немає",
        "Ми хочемо золото вже цього року",
    ]
