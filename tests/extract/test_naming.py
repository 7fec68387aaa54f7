"""One name written in different ways."""

from __future__ import annotations

import pytest

from sayso.extract.naming import same_first, usual_case


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
