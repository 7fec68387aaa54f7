"""Who is whom across languages: the same source, one that speaks for the other, or somebody else."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

from sayso.link.actors import Actor, Relation, actor_of, near, relation
from sayso.model import Source

OCTOBER = dt.date(2024, 10, 28)
PERSON, BODY, COUNTRY = "person", "organization", "country"
Who = tuple[str, str, str, str | None]  # language, name, type, role


def actor(who: Who, day: dt.date = OCTOBER) -> Actor:
    lang, name, kind, role = who
    return actor_of(Source(name=name, type=kind, text=name, role=role), lang, day)  # type: ignore[arg-type]


RUTTE: Who = ("uk", "Марк Рютте", PERSON, "генсек НАТО")
PENTAGON: Who = ("uk", "Пентагон", BODY, None)
HUR: Who = ("uk", "ГУР", BODY, None)
PESKOV: Who = ("ru", "Дмитрий Песков", PERSON, "пресс-секретарь президента РФ")
SOUTH: Who = ("uk", "Південна Корея", COUNTRY, None)
NORTH: Who = ("uk", "КНДР", COUNTRY, None)
CASES: list[tuple[Who, Who, Relation]] = [
    (RUTTE, ("en", "Mark Rutte", PERSON, "NATO Secretary General"), "same"),
    (RUTTE, ("ru", "Марк Рютте", PERSON, None), "same"),
    (RUTTE, ("uk", "генсек НАТО", PERSON, None), "same"),
    (RUTTE, ("en", "NATO Secretary General", PERSON, None), "same"),
    (RUTTE, ("ru", "генсек НАТО", PERSON, None), "same"),
    (RUTTE, ("en", "Jens Stoltenberg", PERSON, "NATO Secretary General"), "other"),
    (RUTTE, ("en", "NATO", BODY, None), "kin"),
    (HUR, ("en", "HUR", BODY, None), "same"),
    (HUR, ("ru", "ГУР", BODY, None), "same"),
    (HUR, ("uk", "Головне управління розвідки", BODY, None), "same"),
    (HUR, ("en", "Kyrylo Budanov", PERSON, "Defence intelligence chief"), "kin"),
    (PENTAGON, ("uk", "Міноборони США", BODY, None), "same"),
    (PENTAGON, ("en", "Pentagon", BODY, None), "same"),
    (PENTAGON, ("ru", "Минобороны США", BODY, None), "same"),
    (PENTAGON, ("ru", "Ллойд Остин", PERSON, "министр обороны США"), "kin"),
    (PENTAGON, ("uk", "Міноборони Росії", BODY, None), "other"),
    (PENTAGON, ("en", "Sabrina Singh", PERSON, "Pentagon deputy press secretary"), "kin"),
    (PESKOV, ("en", "Kremlin", BODY, None), "kin"),
    (PESKOV, ("uk", "Кремль", BODY, None), "kin"),
    (PESKOV, ("en", "Dmitry Peskov", PERSON, "Kremlin spokesman"), "same"),
    (PESKOV, ("uk", "Дмитро Пєсков", PERSON, None), "same"),
    (SOUTH, NORTH, "other"),
    (SOUTH, ("en", "South Korea", COUNTRY, None), "same"),
    (SOUTH, ("ru", "Южная Корея", COUNTRY, None), "same"),
    (NORTH, ("en", "North Korea", COUNTRY, None), "same"),
    (NORTH, ("ru", "Северная Корея", COUNTRY, None), "same"),
    (("en", "South Korea", COUNTRY, None), ("ru", "КНДР", COUNTRY, None), "other"),
    (("uk", "МЗС Південної Кореї", BODY, None), ("uk", "МЗС КНДР", BODY, None), "other"),
    (("uk", "МЗС Південної Кореї", BODY, None), ("en", "South Korean Foreign Ministry", BODY, None), "same"),
    (
        ("uk", "Ольга Мельник", PERSON, "заступниця міністра охорони здоров'я"),
        ("uk", "МОЗ", BODY, None),
        "kin",
    ),
    (
        ("uk", "Іван Петренко", PERSON, "директор Ямпільської центральної лікарні"),
        ("uk", "Ямпільська центральна лікарня", BODY, None),
        "kin",
    ),
    (("uk", "Іван Петренко", PERSON, None), ("uk", "Ямпільська лікарня", BODY, None), "other"),
    (("uk", "Іван Петренко", PERSON, None), ("uk", "anonymous", "anonymous", None), "open"),
]


@pytest.mark.parametrize(("one", "other", "expected"), CASES, ids=[f"{a[1]}-{b[1]}" for a, b, _ in CASES])
def test_how_two_sources_are_related(one: Who, other: Who, expected: Relation) -> None:
    assert relation(actor(one), actor(other)) == relation(actor(other), actor(one)) == expected


def test_every_relation_has_a_case() -> None:
    assert {expected for *_, expected in CASES} == set(get_args(Relation))


def test_one_word_in_lower_case_names_no_body() -> None:
    assert actor(("uk", "Верховна Рада", BODY, None)).institutions
    assert not actor(("uk", "наглядова рада «Лісовода»", BODY, None)).institutions


def test_the_holder_of_an_office_depends_on_the_day() -> None:
    before = actor(("uk", "генсек НАТО", PERSON, None), dt.date(2024, 9, 1))
    assert relation(before, actor(("en", "Jens Stoltenberg", PERSON, None))) == "same"


NEAR: list[tuple[Who, Who, bool]] = [
    (("uk", "Іван Петренко", PERSON, "директор лікарні"), ("uk", "Ямпільська лікарня", BODY, None), True),
    (("uk", "Іван Петренко", PERSON, "hospital director"), ("ru", "областная больница", BODY, None), False),
    (("en", "John Smith", PERSON, "hospital director"), ("uk", "Ямпільська лікарня", BODY, None), True),
    (("uk", "Іван Петренко", PERSON, "директор школи"), ("uk", "Ямпільська лікарня", BODY, None), False),
    (("uk", "експерти ВООЗ", "group", None), ("en", "Anna Berg", PERSON, "head of the WHO mission"), True),
]


@pytest.mark.parametrize(("one", "other", "expected"), NEAR, ids=[f"{a[3]}-{b[1]}" for a, b, _ in NEAR])
def test_sources_that_have_a_body_in_common_are_near(one: Who, other: Who, expected: bool) -> None:
    assert near(actor(one), actor(other)) is expected
    assert near(actor(other), actor(one)) is expected
