"""One name written in different ways."""

from __future__ import annotations

import pytest

from sayso.extract.naming import same_first, short_for, unquoted, usual_case


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("юлія", "юля", True),
        ("п", "петро", True),
        ("", "петро", True),
        ("петро", "павло", False),
        ("п", "андрій", False),
    ],
)
def test_first_names(one: str, other: str, same: bool) -> None:
    assert same_first(one, other) is same_first(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("юля", "юлія", True),
        ("оля", "ольга", True),
        ("надія", "надія", True),
        ("людмила", "люда", True),
        ("оленка", "ольга", False),
        ("петро", "павло", False),
    ],
)
def test_short_names(one: str, other: str, short: bool) -> None:
    assert short_for(one, other) is short_for(other, one) is short


@pytest.mark.parametrize(
    ("word", "usual"),
    [
        ("МАЗУР", "Мазур"),
        ("ДЕРЕВ’ЯНКО", "Дерев’янко"),
        ("О’РУРК", "О’Рурк"),
        ("КОЦЮБА-ГАЙ", "Коцюба-Гай"),
        ("ЮНГ", "ЮНГ"),
        ("Мазур", "Мазур"),
        ("МакКей", "МакКей"),
    ],
)
def test_case(word: str, usual: str) -> None:
    assert usual_case(word) == usual


@pytest.mark.parametrize(
    ("name", "bare"),
    [("«Дія»", "Дія"), ("розробники «Дії»", "розробники «Дії»"), ("Дія", "Дія")],
)
def test_marks_round_a_part_of_a_name_stay(name: str, bare: str) -> None:
    assert unquoted(name) == bare
