"""How two numbers differ, and when they do not."""

import pytest

from reporting import count
from sayso.assess.comparison import bound, compare, core, disjoint, same_thing


@pytest.mark.parametrize(
    ("text", "low", "high", "kind", "value"),
    [
        ("up to 40", None, 40, "upper", 40),
        ("понад 40", 40, None, "lower", 40),
        ("майже 40", 30, 40, "nearly", 40),
        ("около 40", 40, 40, "about", 40),
        ("40", 40, 40, "flat", 40),
        ("40–50", 40, 50, "range", None),
        ("several hundred", 200, 900, "range", None),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, kind: str, value: float | None) -> None:
    assert bound(count(text, low, high, "homes")) == kind
    assert core(count(text, low, high, "homes")) == value


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        (("1,200", 1200, 1200), ("понад 1200", 1200, None), "flat-lower"),
        (("about 30", 30, 30), ("more than 30", 30, None), "about-lower"),
        (("30", 30, 30), ("up to 30", None, 30), "flat-upper"),
        (("30", 30, 30), ("nearly 30", 20, 30), "flat-nearly"),
        (("45", 45, 45), ("45,000", 45_000, 45_000), "lost-thousand"),
        (("2,5", 2.5, 2.5), ("2,5 мільйона", 2_500_000, 2_500_000), "lost-million"),
        (("30", 30, 30), ("45", 45, 45), "other"),
        (("30", 30, 30), ("20-25", 20, 25), "other"),
        (("30", 30, 30), ("30-35", 30, 35), "other"),
    ],
)
def test_differ(first: tuple[str, float, float], second: tuple[str, float, float | None], name: str) -> None:
    one, other = count(*first, "patients"), count(*second, "пацієнтів")
    there, back = compare(one, other), compare(other, one)
    assert there is not None
    assert back is not None
    assert there.name == back.name == name


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("30", 30, 30), ("thirty", 30, 30)),
        (("about 30", 30, 30), ("30", 30, 30)),
        (("7,850", 7850, 7850), ("8,000", 8000, 8000)),
        (("more than 600", 600, None), ("650", 650, 650)),
        (("several hundred", 200, 900), ("1,000", 1000, 1000)),
    ],
)
def test_agree(first: tuple[str, float, float | None], second: tuple[str, float, float | None]) -> None:
    assert compare(count(*first, "homes"), count(*second, "homes")) is None


def test_the_lost_word_is_named_and_whose_it_is() -> None:
    found = compare(count("45,000", 45_000, 45_000, "homes"), count("45", 45, 45, "homes"))
    assert found is not None
    assert found.lost == 1
    assert found.name == "lost-thousand"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("patients", "хворих", True),
        ("euros", "євро", True),
        ("euros", "dollars", False),
        ("homes", "people", False),
        ("vaults", "vaults", True),
        ("vaults", "urns", False),
        (None, None, True),
    ],
)
def test_one_thing(one: str | None, other: str | None, same: bool) -> None:
    assert same_thing(count("5", 5, 5, one), count("5", 5, 5, other)) is same


def test_excluding_numbers() -> None:
    assert disjoint(count("5", 5, 5, None), count("7", 7, 7, None))
    assert not disjoint(count("100", 100, 100, None), count("103", 103, 103, None))


def test_with_its_own_word_nothing_is_lost() -> None:
    found = compare(count("5 thousand", 5000, 5000, "homes"), count("5 million", 5e6, 5e6, "homes"))
    assert found is not None
    assert found.name == "other"
