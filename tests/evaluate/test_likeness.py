"""When two values count as the same: tables of both answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.likeness import bounds, right_source, same_days, same_name, same_relays, token_f1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Олена Гринь", "Гринь", True),
        ("Олена Гринь", "Олени Гринь", True),
        ("Гринь Олена", "Гринь", True),
        ("Олена Гринь", "Олена", True),
        ("Олена Гринь", "Петро Бойко", False),
        ("Олена Гринь", "Олена Бойко", False),
        ("рада міста Ромни", "рада міста Суми", False),
        ("мерія", "мерії", True),
        ("ООН", "ОБСЄ", False),
        ("Мороз", "Морозов", True),
        ("anonymous", None, True),
        ("anonymous", "", True),
        ("anonymous", "Гринь", False),
        ("п'ятниця", "п’ятниця", True),
    ],
)
def test_same_name(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_an_alias_is_as_good_as_the_name() -> None:
    gold = {"source_name": "Міська рада", "aliases": ["мерія"]}
    assert right_source(gold, {"source_name": "Мерія"})
    assert not right_source(gold, {"source_name": "Поліція"})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, True),
        ("2024-05-01", None, False),
        ("2024-05-01", "2024-05-01", True),
        ("2024-05-01", "2024-05-02", False),
        ("2024-05-01/2024-05-02", "2024-05-01", True),
        ("2024-05-01/2024-05-03", "2024-05-01", False),
        ("2024-05-01/2024-05-04", "2024-05-03/2024-05-04", True),
        ("травень", None, True),
        ("2024-13-01", "2024-05-01", False),
    ],
)
def test_same_days(one: str | None, other: str | None, same: bool) -> None:
    assert same_days(one, other) is same
    assert same_days(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ([], None, True),
        (["Вісник"], [], False),
        (["Вісник"], ["Вісник"], True),
        (["Вісник", "Гринь"], ["Олена Гринь", "Вісник"], True),
        (["Вісник"], ["Наддністрянка"], False),
    ],
)
def test_same_relays(one: list[str] | None, other: list[str] | None, same: bool) -> None:
    assert same_relays(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "f1"),
    [("міст відкрито", "Міст відкрито!", 1.0), ("міст", "дощ", 0.0), ("а б", "а", 2 / 3), (None, "а", 0.0)],
)
def test_token_f1(one: str | None, other: str | None, f1: float) -> None:
    assert token_f1(one, other) == pytest.approx(f1)


@given(st.text(max_size=40), st.text(max_size=40))
def test_token_f1_is_a_share_and_takes_sides_with_nobody(one: str, other: str) -> None:
    assert 0 <= token_f1(one, other) <= 1
    assert token_f1(one, other) == token_f1(other, one)


def test_quantities_are_counted_by_their_bounds() -> None:
    ten = {"text": "10", "low": 10, "high": 10}
    assert bounds({"quantities": [ten, ten, {"text": "понад 10", "low": 10, "high": None}]}) == {
        (10, 10): 2,
        (10, None): 1,
    }
    assert not bounds({})
