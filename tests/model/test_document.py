"""A document comes back from its object, however the year of publication was written down."""

import pytest

from sayso.model import Document


@pytest.mark.parametrize(("written", "year"), [("2017", 2017), (2017, 2017), (None, None), ("", None)])
def test_a_year_is_a_number(written: str | int | None, year: int | None) -> None:
    assert Document.from_json({"text": "Міст відкрили 7 червня.", "year": written}).year == year
