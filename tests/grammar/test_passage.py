from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import token

from passages import passage, said

LETTERS = st.text(alphabet="абвіїєґАБ yz.,:;!?«»„“”\"'’–—-()…\n\t\u00a0\u00ad0123456789%", max_size=80)


@given(LETTERS)
@settings(max_examples=200, deadline=None)
def test_every_place_of_any_text_is_within_it(text: str) -> None:
    p = passage(text)
    assert [t.index for t in p.tokens] == list(range(len(p.tokens)))
    assert all(t.text == text[t.start : t.end] for t in p.tokens)
    assert len(p.quote_at) == len(p.forms) == len(p.tokens)
    for ranges in (p.sentences, p.paragraphs):
        assert all(a < b for a, b in ranges)
        assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    for first, end, inner, inner_end in p.quotes:
        assert first <= inner <= inner_end <= end


@pytest.mark.parametrize(
    ("text", "dashes"),
    [
        ("Дощ – сказав він", 1),
        ("Дощ — сказав він", 1),
        ("Дощ - сказав він", 1),
        ("Дощ -сказав він", 1),
        ("Дощ- сказав він", 1),
        ("«Дощ», –сказав він", 1),
        ("темно-синій", 0),
        ("у 2019–2020 роках", 0),
        ("Київ–Варшава", 0),
    ],
)
def test_a_dash_stands_apart(text: str, dashes: int) -> None:
    p = passage(text)
    assert sum(p.is_dash(i) for i in range(len(p.tokens))) == dashes


def test_no_place_outside_is_a_dash() -> None:
    p = passage("– так –")
    assert [p.is_dash(i) for i in (-1, 0, 1, 2, 3)] == [False, True, False, True, False]


def test_quotations_are_marked_by_the_outermost() -> None:
    p = passage("Він читав «Вечір у «Мрії» над Дніпром» уголос.")
    inside = {t.text for t in p.tokens if p.quote_at[t.index] == p.quote_at[token(p, "Вечір")]}
    assert {"Вечір", "Мрії", "Дніпром"} <= inside
    assert p.quote_at[token(p, "читав")] == p.quote_at[token(p, "уголос")] == -1


@pytest.mark.parametrize(
    ("text", "word", "speech"),
    [
        ("«Ми були там і чекали, поки впаде сніг», – сказав він.", "чекали", "Ми були там і чекали, поки впаде сніг"),
        ("– Сад цвіте, – сказав він.", "сказав", "Сад цвіте, – сказав він."),
        ("Я люблю сад, – сказав він.", "сказав", "Я люблю сад, – сказав він."),
        ("Сад цвіте, – сказав він.", "сказав", None),
        ("Фільм «Вечір» вийшов торік.", "Вечір", None),
        ("Я дивлюся «Вечір» – каже він.", "каже", None),
    ],
)  # fmt: skip
def test_speech_around(text: str, word: str, speech: str | None) -> None:
    p = passage(text)
    found = p.speech_around(token(p, word))
    assert (said(p, *found) if found else None) == speech


@pytest.mark.parametrize(
    ("text", "word", "opens"),
    [
        ("Марта прийшла.", "Марта", True),
        ("Учора Марта прийшла.", "Марта", False),
        ("Кіт, Марта і пес.", "Марта", False),
        ("Учора «Марта» прийшла.", "Марта", True),
        ("Склад: Марта.", "Марта", True),
        ("Дощ.\n\nМарта прийшла.", "Марта", True),
        ("Дощ (Марта мокне).", "Марта", False),
    ],
)
def test_where_any_word_has_a_capital(text: str, word: str, opens: bool) -> None:
    p = passage(text)
    assert p.opens(token(p, word)) is opens


@pytest.mark.parametrize(
    ("word", "foreign"), [("Reuters", True), ("iPhone", True), ("Рейтер", False), ("15", False)]
)
def test_foreign_words_are_in_latin_letters(word: str, foreign: bool) -> None:
    p = passage(f"{word} тут")
    assert p.foreign(0) is foreign


def test_in_a_latin_script_nothing_is_foreign() -> None:
    p = passage("Reuters said")
    p.script = "latin"
    assert not p.foreign(0)


@pytest.mark.parametrize(
    ("text", "longest", "quoted"),
    [
        ("клуб «Динамо» грає", 7, "«Динамо»"),
        ("клуб «Динамо» грає", 0, None),
        ("клуб «Перша команда міста» грає", 3, "«Перша команда міста»"),
        ("клуб «Перша команда міста» грає", 2, None),
        ("клуб Динамо грає", 7, None),
        ("А’’0..", 7, None),  # a lone mark behind a word
    ],
)
def test_short_quotations(text: str, longest: int, quoted: str | None) -> None:
    p = passage(text)
    end = p.short_quotation(1, longest)
    assert (said(p, 1, end) if end else None) == quoted


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        ("мер (місто Суми) сказав", "(місто Суми)"),
        ("мер () сказав", None),
        ("мер (який цілий день стояв на площі й мерз) сказав", None),
        ("мер (без кінця", None),
    ],
)
def test_short_brackets(text: str, bracket: str | None) -> None:
    p = passage(text)
    end = p.short_bracket(1)
    assert (said(p, 1, end) if end else None) == bracket


def test_paragraphs_hold_their_tokens() -> None:
    p = passage("Сніг іде.\n\nМороз.\n\nВідлига прийшла.")
    first, second, third = (p.paragraph_of(token(p, word)) for word in ("іде", "Мороз", "прийшла"))
    assert [said(p, *each) for each in (first, second, third)] == ["Сніг іде.", "Мороз.", "Відлига прийшла."]


def test_words_leave_out_marks() -> None:
    p = passage("Марта, 12 років, прийшла!")
    assert p.words(0, len(p.tokens)) == ["Марта", "12", "років", "прийшла"]
