"""One source has one name in a picture, in whatever language and spelling documents name it."""

from __future__ import annotations

import pytest

from sayso.brief.naming import kind_of
from sayso.brief.usual import usual_name
from sayso.brief.wording import Wording
from sayso.model import Source, SourceType


@pytest.mark.parametrize(
    ("name", "kind", "given", "uk", "en"),
    [
        ("Volodymyr Zelenskyy", "person", "en", "Володимир Зеленський", "Volodymyr Zelensky"),
        ("Volodymyr Zelensky", "person", "en", "Володимир Зеленський", "Volodymyr Zelensky"),
        ("NATO", "organization", "en", "НАТО", "NATO"),
        ("Північноатлантичний альянс", "organization", "uk", "НАТО", "NATO"),
        ("Reuters", "outlet", "en", "Reuters", "Reuters"),
        ("Іван Гнатюк", "person", "uk", "Іван Гнатюк", "Ivan Hnatiuk"),
        ("Гнатюк", "person", "uk", "Гнатюк", "Hnatiuk"),
        ("КНДР", "country", "uk", "Північна Корея", "North Korea"),
    ],
)
def test_usual_name(name: str, kind: SourceType, given: str, uk: str, en: str) -> None:
    source = Source(name=name, type=kind)
    assert (usual_name(source, given, Wording.load("uk")), usual_name(source, given, Wording.load("en"))) == (
        uk,
        en,
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Reuters", "outlet"), ("НАТО", "organization"), ("Марк Рютте", "person"), ("Хтось Інший", None)],
)
def test_kind_of_a_bare_name(name: str, kind: str | None) -> None:
    assert kind_of(name, "uk") == kind
