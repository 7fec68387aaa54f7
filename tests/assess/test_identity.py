"""Whether two names are of one source."""

import pytest

from sayso.assess.identity import outlets_among, same_source
from sayso.model import Source, SourceType


@pytest.mark.parametrize(
    ("first", "second", "kind", "same"),
    [
        ("Anna Meyer", "Анна Мейер", "person", True),
        ("Сергій Бойко", "Serhiy Boyko", "person", True),
        ("Кирило Шевченко", "Кирилл Шевченко", "person", True),
        ("Park Min-jun", "Пак Мін Джун", "person", True),
        ("Anna Meyer", "Peter Novak", "person", False),
        ("BBC", "Бі-бі-сі", "outlet", True),
        ("BBC", "Reuters", "outlet", False),
        ("Ministry of Health", "МОЗ", "organization", None),
        ("Ministry of Health", "ministry of health", "organization", True),
    ],
)
def test_same(first: str, second: str, kind: SourceType, same: bool | None) -> None:
    pair = Source(name=first, type=kind), Source(name=second, type=kind)
    assert same_source(*pair) is same_source(*pair[::-1])
    assert same_source(*pair) is same


def test_agencies_are_no_occasion() -> None:
    assert outlets_among(("AP", "Politico", "somebody")) == {"Politico"}
