from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grammar import agreement as a
from sayso.text.grammemes import Gram

CASES = [Gram.NOM, Gram.GEN, Gram.DAT, Gram.ACC, Gram.INS, Gram.LOC, Gram.VOC]
BITS = [*CASES, Gram.MASC, Gram.FEM, Gram.NEUT, Gram.SING, Gram.PLUR, Gram.NOUN, Gram.ANIM]
grammemes = st.sets(st.sampled_from(BITS)).map(sum)
masks = st.integers(min_value=0, max_value=a.ANY)


@pytest.mark.parametrize(
    ("grams", "cells"),
    [
        (Gram.NOUN | Gram.NOM | Gram.FEM | Gram.SING, a.NOM & a.FEM),
        (Gram.NOUN | Gram.GEN | Gram.PLUR, a.GEN & a.PLUR),
        (Gram.NOUN | Gram.PLUR | Gram.MASC | Gram.ACC, a.ACC & a.PLUR),
        (Gram.ADJ | Gram.NOM | Gram.ACC | Gram.NEUT, (a.NOM | a.ACC) & a.NEUT),
        (Gram.NOUN | Gram.DAT | Gram.SING, a.DAT & a.SING),
        (Gram.NOUN | Gram.NOM | Gram.SING | Gram.PLUR, a.NOM),
        (Gram.NOUN | Gram.FEM, a.FEM),
        (Gram.PRON | Gram.INS, a.INS),
        (Gram.ABBR, a.ANY),
        (0, a.ANY),
    ],
)
def test_a_reading_fills_its_cells_and_leaves_open_what_it_does_not_say(grams: int, cells: int) -> None:
    assert a.cells(grams) == cells


def test_there_are_seven_cases_by_four_cells() -> None:
    assert bin(a.ANY).count("1") == 28
    rows = [a.NOM, a.GEN, a.DAT, a.ACC, a.INS, a.LOC, a.VOC]
    assert sum(rows) == a.ANY
    assert a.MASC + a.FEM + a.NEUT + a.PLUR == a.ANY
    assert a.OBLIQUE == a.GEN | a.DAT | a.ACC | a.INS | a.LOC


def test_words_agree_where_their_cells_meet() -> None:
    new = a.all_cells([Gram.ADJ | Gram.NOM | Gram.FEM, Gram.ADJ | Gram.INS | Gram.FEM])
    school = a.all_cells([Gram.NOUN | Gram.NOM | Gram.FEM, Gram.NOUN | Gram.GEN | Gram.PLUR])
    assert new & school == a.NOM & a.FEM
    assert not new & a.cells(Gram.NOUN | Gram.NOM | Gram.MASC)


def test_no_readings_fill_no_cells() -> None:
    assert a.all_cells([]) == 0
    assert a.case_of(0) == 0
    assert a.columns(0) == 0
    assert a.gender_of(0) is None


@pytest.mark.parametrize(
    ("mask", "case"),
    [
        (a.NOM | a.ACC, Gram.NOM),
        (a.GEN | a.ACC, Gram.GEN),
        (a.LOC & a.PLUR, Gram.LOC),
        (a.VOC & a.MASC, Gram.VOC),
    ],
)
def test_the_first_case_wins(mask: int, case: int) -> None:
    assert a.case_of(mask) == case


@pytest.mark.parametrize(
    ("mask", "gender"),
    [
        (a.FEM & a.NOM, Gram.FEM),
        (a.PLUR, Gram.PLUR),
        (a.MASC | a.FEM & a.GEN, None),
        (a.SING, None),
    ],
)
def test_gender_only_where_there_is_one(mask: int, gender: int | None) -> None:
    assert a.gender_of(mask) == gender


def test_a_role_for_either_gender_keeps_its_cases() -> None:
    minister = a.NOM & a.MASC
    assert a.every_gender(minister) == a.NOM & a.SING
    assert a.every_gender(a.GEN & a.PLUR) == a.GEN & a.PLUR


@given(grammemes)
def test_every_reading_fills_some_cells(grams: int) -> None:
    cells = a.cells(grams)
    assert 0 < cells <= a.ANY
    for case in CASES:
        if any(grams & other for other in CASES) and not grams & case:
            assert not cells & a.row(case)


@given(st.lists(grammemes))
def test_more_readings_never_fill_fewer_cells(readings: list[int]) -> None:
    cells = a.all_cells(readings)
    assert all(a.cells(grams) & ~cells == 0 for grams in readings)
    assert a.all_cells(reversed(readings)) == cells


@given(masks)
def test_columns_forget_the_case_and_nothing_else(mask: int) -> None:
    columns = a.columns(mask)
    assert mask & ~columns == 0
    assert a.columns(columns) == columns
    assert a.every_gender(mask) & mask == mask
    if mask:
        assert a.row(a.case_of(mask)) & mask
