"""The day that a forecast names."""

import pytest

from reporting import report
from sayso.assess.forecast import last_day


@pytest.mark.parametrize(
    ("text", "lang", "published", "day"),
    [
        ("The storm lands on May 4", "en", "2023-05-01", "2023-05-04"),
        ("The storm lands on 4 May", "en", "2023-05-01", "2023-05-04"),
        ("Шторм прийде 4–5 травня", "uk", "2023-05-01", "2023-05-05"),
        ("Шторм придёт 2 января", "ru", "2023-12-30", "2024-01-02"),
    ],
)
def test_read(text: str, lang: str, published: str, day: str) -> None:
    found = last_day(report("a", text, lang=lang, published=published))
    assert found is not None
    assert found.isoformat() == day


@pytest.mark.parametrize(
    ("text", "lang", "published"),
    [
        ("The storm lands in May", "en", "2023-05-01"),
        ("The storm lands on 31 June", "en", "2023-05-01"),
        ("The storm lands on 4 May", "en", None),
        ("The storm lands on 4 May", "xx", "2023-05-01"),
        ("The storm lands on 4 May", None, "2023-05-01"),
    ],
)
def test_not_read(text: str, lang: str | None, published: str | None) -> None:
    assert last_day(report("a", text, lang=lang, published=published)) is None
