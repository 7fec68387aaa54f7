"""Probabilities against what came true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.calibration import Judged, calibrate

judgements = st.lists(st.builds(Judged, st.floats(0, 1), st.booleans()), min_size=1)


def test_by_hand() -> None:
    found = calibrate([Judged(0.95, True), Judged(0.95, False), Judged(0.25, False), Judged(1.0, True)])
    assert found is not None
    assert [(one.low, one.statements) for one in found.bins] == [(0.2, 1), (0.9, 3)]
    assert found.bins[1].said == pytest.approx(2.9 / 3)
    assert found.error == pytest.approx((abs(2.9 / 3 - 2 / 3) * 3 + 0.25) / 4)
    assert found.brier == pytest.approx((0.05**2 + 0.95**2 + 0.25**2) / 4)
    assert (found.sure_right, found.sure_count) == (pytest.approx(2 / 3), 3)


@pytest.mark.parametrize(
    ("confidence", "low"), [(0.0, 0.0), (0.1, 0.1), (0.3, 0.3), (0.7, 0.7), (0.899, 0.8), (1.0, 0.9)]
)
def test_a_bin_begins_with_its_lower_bound(confidence: float, low: float) -> None:
    found = calibrate([Judged(confidence, True)])
    assert found is not None
    assert found.bins[0].low == low


def test_nothing_to_judge() -> None:
    assert calibrate([]) is None


def test_nobody_sure() -> None:
    found = calibrate([Judged(0.5, True)])
    assert found is not None
    assert (found.sure_right, found.sure_count) == (None, 0)


@given(judgements)
def test_every_statement_is_in_one_bin(judged: list[Judged]) -> None:
    found = calibrate(judged)
    assert found is not None
    assert sum(one.statements for one in found.bins) == len(judged)
    assert 0 <= found.error <= 1
    assert 0 <= found.brier <= 1
