"""One source under many spellings."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.spellings import Spelling, grouped, spelled
from sayso.model import SourceType


def name(spelling: str, kind: SourceType = "person", count: int = 1, lang: str = "uk") -> Spelling:
    return Spelling(spelling, kind, lang, count)


def names(*found: Spelling) -> set[tuple[str, ...]]:
    return {tuple(one.name for one in group) for group in grouped(found)}


def test_spellings_of_a_full_name_are_one_person() -> None:
    korean = [name("Кім Йонг Хен", count=2), name("Кім Йон Хен", count=3), name("Kim Yong-hyun", lang="en")]
    assert names(*korean) == {("Кім Йон Хен", "Кім Йонг Хен", "Kim Yong-hyun")}


def test_a_surname_alone_goes_to_its_one_full_name() -> None:
    assert names(name("Коваль", count=9), name("Іван Коваль"), name("І. Коваль")) == {
        ("Іван Коваль", "І. Коваль", "Коваль")
    }


def test_where_it_fits_two_it_stays_by_itself() -> None:
    assert names(name("Коваль"), name("Іван Коваль"), name("Ірина Коваль"), name("І. Коваль")) == {
        ("Коваль",),
        ("Іван Коваль",),
        ("Ірина Коваль",),
        ("І. Коваль",),
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (name("Пентагон", "organization"), name("Міноборони США", "organization", 2)),
        (name("Сеул", "country"), name("Південна Корея", "country", 2)),
        (name("Бі-бі-сі", "outlet"), name("BBC", "outlet", 2)),
        (name("«Громада»", "organization"), name("Громада", "organization", 2)),
    ],
)
def test_bodies_are_known_by_the_tables(one: Spelling, other: Spelling) -> None:
    assert names(one, other) == {(other.name, one.name)}


def test_a_role_is_nobodys_name() -> None:
    role = name("міністр оборони")
    assert names(role, name("Іван Міністр")) == {("міністр оборони",), ("Іван Міністр",)}


def test_most_heard_come_first() -> None:
    found = grouped([name("Бойко", count=2), name("Ірина Лис", count=3), name("Лис", count=4)])
    assert [group[0].name for group in found] == ["Ірина Лис", "Бойко"]


def test_a_spelling_that_nobody_used_is_found() -> None:
    known = [
        name("Кирило Буданов"),
        name("Буданов"),
        name("Міноборони США", "organization"),
        name("Іван Лис"),
    ]
    assert spelled(known, "budanov") == {"Кирило Буданов", "Буданов"}
    assert spelled(known, "Пентагон") == {"Міноборони США"}
    assert spelled(known, "Мороз") == set()


@given(st.randoms(use_true_random=False))
def test_the_order_is_no_matter(shuffler: random.Random) -> None:
    found = [
        name(one)
        for one in ("Іван Коваль", "І. Коваль", "Коваль", "Ivan Koval", "Ірина Лис", "Лис", "Lys", "Олег Лис")
    ]
    mixed = list(found)
    shuffler.shuffle(mixed)
    assert grouped(mixed) == grouped(found)
