"""Documents from their JSON objects."""

from __future__ import annotations

import pytest

from sayso.model import Document


@pytest.mark.parametrize(("year", "expected"), [(2019, 2019), ("2019", 2019), ("", None), (None, None)])
def test_a_year_may_stand_as_text(year: object, expected: int | None) -> None:
    assert Document.from_json({"text": "Дощ іде.", "year": year}).year == expected


def test_a_year_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        Document.from_json({"text": "Дощ іде.", "year": "торік"})
