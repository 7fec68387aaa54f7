"""Who appears in a text: names in the nominative, types, roles, and mentions brought together."""

from __future__ import annotations

import pytest
from documents import read

from passages import passage
from sayso.extract.cast import Cast
from sayso.extract.nominative import join_words
from sayso.gazetteer.outlets import Outlets
from sayso.grammar.phrases import PhraseParser
from sayso.languages import load


def cast(text: str) -> Cast:
    p = passage(text)
    return Cast(p, PhraseParser(p), load("uk").names, Outlets.load())


def persons(text: str) -> list[str]:
    return [entity.name for entity in cast(text).entities if entity.type == "person"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Андрій Бойко прийшов.", ["Андрій Бойко"]),
        ("Зустріли Андрія Бойка.", ["Андрій Бойко"]),
        ("Подякували мерові Андрію Бойку.", ["Андрій Бойко"]),
        ("Розмова з Марією Гайдук тривала годину.", ["Марія Гайдук"]),
        ("Нагородили тренерку Марію Гайдук.", ["Марія Гайдук"]),
        ("Олександра Івановича Коваленка обрали знову.", ["Олександр Іванович Коваленко"]),
        ("Зіграли Джон Браун і Марія Гайдук.", ["Джон Браун", "Марія Гайдук"]),
        ("Дощ іде. Сніг тане.", []),
        ("У Полтаві відкрили парк.", []),
        # who lends a name
        ("Собор святого Павла закрили. Мер Андрій Бойко прийшов.", ["Андрій Бойко"]),
        ("На вулиці Івана Франка відкрили музей ім. Лесі Українки.", []),
        ("Святий Миколай прийшов.", ["Миколай"]),
        # one name ends where another begins
        ("Бачили критика президента Андрія Бойка Олексія Мазура.", ["Олексій Мазур"]),
        ("Прийшов Мазур Олексій Іванович.", ["Мазур Олексій Іванович"]),
        ("Прийшов сенатор від штату Віргінія Річард Блек.", ["Річард Блек"]),
        ("Чернець Сергій Мазур прийшов.", ["Сергій Мазур"]),
        ("Коваль Сергій Іванович прийшов.", ["Коваль Сергій Іванович"]),
        ("Чернець прийшов.", ["Чернець"]),
        # of mentions equally full, the nominative tells how the name goes
        ("Портрети Валерія висять у залі. Валерій мовчав.", ["Валерій"]),
        ("Портрети Валерії висять у залі. Валерія мовчала.", ["Валерія"]),
    ],
)
def test_persons_in_the_nominative(text: str, names: list[str]) -> None:
    assert sorted(persons(text)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "Андрій Бойко прийшов. Бойко мовчав. Бойка чекали.",
        "Бойко мовчав. Потім Андрія Бойка запитали.",
        "Мер Бойко мовчав. Андрій Бойко пішов. З Бойком попрощалися.",
    ],
)
def test_a_surname_finds_its_full_name_wherever_that_stands(text: str) -> None:
    assert persons(text) == ["Андрій Бойко"]


def test_two_persons_of_different_surnames_stay_two() -> None:
    assert len(persons("Андрій Бойко прийшов. Андрій Мазур пішов.")) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # short forms, first name and patronymic, initials
        ("Юлія Мазур прийшла. Юля мовчала.", ["Юлія Мазур"]),
        ("Петро Мазур прийшов. Петро Іванович мовчав.", ["Петро Мазур"]),
        ("П. Мазур прийшов. Петро Мазур мовчав.", ["Петро Мазур"]),
        # families
        ("Петро Мазур прийшов. Ірина Мазур пішла.", ["Петро Мазур", "Ірина Мазур"]),
        ("Петро Мазур прийшов. Андрій Мазур пішов.", ["Андрій Мазур", "Петро Мазур"]),
        # a first name that several have, or nobody
        (
            "Петро Мазур прийшов. Петро Гайдук пішов. Петро Іванович мовчав.",
            ["Петро Мазур", "Петро Гайдук", "Петро Іванович"],
        ),
        ("Юлія Мазур прийшла. Степан мовчав.", ["Юлія Мазур", "Степан"]),
    ],
)
def test_first_names_tell_who_is_who(text: str, names: list[str]) -> None:
    assert sorted(persons(text)) == sorted(names)


def test_of_two_with_one_surname_the_last_named_is_meant() -> None:
    found = cast("Петро Мазур прийшов. Мазур мовчав. Ірина Мазур пішла.").entities
    assert [len(entity.places) for entity in found if entity.name == "Петро Мазур"] == [2]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Мер Полтави Андрій Бойко прийшов.", "Андрій Бойко", "Мер Полтави"),
        ("Чекали на мера Полтави Андрія Бойка.", "Андрій Бойко", "мер Полтави"),
        ("Тренерка збірної Марія Гайдук прийшла.", "Марія Гайдук", "Тренерка збірної"),
        ("Марія Гайдук прийшла.", "Марія Гайдук", None),
    ],
)
def test_roles(text: str, name: str, role: str | None) -> None:
    (entity,) = [entity for entity in cast(text).entities if entity.name == name]
    assert next(iter(entity.roles.values()), None) == role


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Газета «Наш край» вийшла.", "Наш край", "outlet"),
        ("Компанія «Світанок» росте.", "Світанок", "organization"),
        ("Авіакомпанія Ryanair росте.", "Ryanair", "organization"),
        ("Андрій Бойко прийшов.", "Андрій Бойко", "person"),
        ("Туди поїхала ВООЗ.", "ВООЗ", "organization"),
        ("Торік Франція виграла.", "Франція", "country"),
        ("Їх бачили у Львові.", "Львів", "country"),
        ("Лікарі в Ізраїлі бачили їх.", "Ізраїль", "country"),
        ("Ізраїль мовчав. Лікарі в Ізраїлі бачили їх.", "Ізраїль", "country"),
        ("Ізраїль Шамір мовчав. Його бачили у Львові.", "Ізраїль Шамір", "person"),
        ("НАТО заявило про це.", "НАТО", "organization"),
        ("Туди летів Су-24.", "Су-24", "organization"),
        ("Запорізька ОВА заявила про це.", "Запорізька ОВА", "organization"),
        ("Збройні Сили України заявили про це.", "Сили України", "organization"),
        ("АННА ТКАЧ заявила про це.", "Анна Ткач", "person"),
    ],
)
def test_types(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(entity.name.strip("«»"), entity.type) for entity in cast(text).entities]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Громада села заявила, що школу закриють.", "Громада села", "organization"),
        ("Рада ЄС заявила, що школу закриють.", "Рада ЄС", "organization"),
        ("Джерело заявило, що школу закриють.", "anonymous", "anonymous"),
        ("Польща заявила, що школу закриють.", "Польща", "country"),
        ("Рада Мазур заявила, що школу закриють.", "Рада Мазур", "person"),
    ],
)
def test_what_opens_a_sentence_is_seldom_a_village(text: str, name: str, kind: str) -> None:
    (statement,) = read(text)
    assert (statement.source.name, statement.source.type) == (name, kind)


def test_mentions_are_in_the_order_of_the_text() -> None:
    (entity,) = cast("Бойко мовчав. Андрій Бойко пішов. Бойка шукали.").entities
    assert entity.places == sorted(entity.places)
    assert len(entity.places) == 3
    assert set(entity.subjects) < set(entity.places)


def test_nobody_is_found_by_a_key_that_nobody_has() -> None:
    found = cast("Андрій Бойко прийшов.")
    assert found.find({"мазур"}) is None
    assert found.find(set()) is None
    assert found.find({"бойко"}) == 0


def test_words_of_a_name_are_joined_by_blanks() -> None:
    assert join_words(["Андрій", "Бойко"]) == "Андрій Бойко"
    assert join_words([]) == ""


SURNAMES = "Бойко Ткач Вовк Мельник Коваль Мороз Лис Гай Дуб Заєць Козак Швець Білик Шевчук Ткаченко".split()
ROLES_TOO = ["Кравець", "Кухар", "Маляр"]


@pytest.mark.parametrize("surname", [*SURNAMES, *ROLES_TOO])
@pytest.mark.parametrize(("first", "verb"), [("Петро", "заявив"), ("Ірина", "заявила")])
def test_surnames_that_are_words_too(surname: str, first: str, verb: str) -> None:
    (statement,) = read(f"{first} {surname} {verb}, що озеро міліє.")
    assert (statement.source.text, statement.source.name) == (f"{first} {surname}",) * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("За словами лікарки Олени Коваль, грип відступає.", "Олена Коваль"),
        ("За словами лікаря Олега Коваля, грип відступає.", "Олег Коваль"),
        ("За словами Віри Бондар, грип відступає.", "Віра Бондар"),
        ("На думку Надії Гнатюк, грип відступає.", "Надія Гнатюк"),
        ("На думку мера Любомира Мазура, грип відступає.", "Любомир Мазур"),
        ("За словами Ніни Чорної, грип відступає.", "Ніна Чорна"),
        ("За словами Андрія Чорного, грип відступає.", "Андрій Чорний"),
        ("За словами лікарки Віри Бондар, грип відступає.", "Віра Бондар"),
        ("За словами лікарки Надії Гнатюк, грип відступає.", "Надія Гнатюк"),
    ],
)
def test_governed_names_in_the_nominative(text: str, name: str) -> None:
    (statement,) = read(text)
    assert statement.source.name == name


@pytest.mark.xfail(
    reason="a surname that could be a possessive adjective", strict=True, raises=AssertionError
)
@pytest.mark.parametrize("surname", ["Сорокіна", "Потєхіна"])
def test_a_surname_alone_is_a_subject(surname: str) -> None:
    (statement,) = read(f"{surname} заявила, що озеро міліє.")
    assert statement.source.text == surname
