"""Scores and their intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.f1 import Hits, interval, score
from sayso.evaluate.groups import Grouped, b_cubed, links


@pytest.mark.parametrize(
    ("hits", "expected"),
    [((1, 2, 4), (0.5, 0.25, 1 / 3)), ((0, 0, 0), (0, 0, 0)), ((0, 3, 0), (0, 0, 0)), ((2, 2, 2), (1, 1, 1))],
)
def test_score(hits: tuple[int, int, int], expected: tuple[float, float, float]) -> None:
    assert score(*hits) == pytest.approx(expected)


def test_an_interval_is_the_same_every_time_and_holds_the_score() -> None:
    documents = [Hits(3, 4, 5), Hits(0, 2, 1), Hits(2, 2, 3), Hits(5, 6, 6)]
    found = interval(documents)
    assert found == interval(documents)
    assert interval(documents, resamples=3) != found
    assert found.low < score(10, 14, 15).f1 < found.high


def test_documents_that_are_all_alike_leave_nothing_open() -> None:
    assert interval([Hits(1, 2, 2)] * 9) == (0.5, 0.5)
    assert interval([]) == (0, 0)


def test_b_cubed_by_hand() -> None:
    items = [Grouped("a", 1, "x"), Grouped("a", 1, "y"), Grouped("a", 2, "z"), Grouped("b", 2, "z")]
    precision, recall, _ = b_cubed(items)
    assert precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_links_count_pairs_in_different_documents_only() -> None:
    items = [Grouped("a", 1, "x"), Grouped("a", 1, "y"), Grouped("a", 2, "z"), Grouped("b", 2, "z")]
    assert links(items) == pytest.approx((1.0, 1 / 3, 0.5))
    assert links([]) == (0, 0, 0)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_groups_that_agree_are_perfect(pairs: list[tuple[int, int]]) -> None:
    items = [Grouped(group, ("same", group), str(document)) for group, document in pairs]
    assert b_cubed(items) == pytest.approx((1, 1, 1))
