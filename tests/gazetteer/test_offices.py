"""Who held an office on a day, found by the office, by the person and by a role in running text."""

from datetime import date

import pytest

from sayso.errors import PackError
from sayso.gazetteer import Institutions, Offices, offices

DAY = date(2024, 10, 28)


@pytest.mark.parametrize(
    ("role", "person"),
    [
        ("генсек НАТО", "Mark Rutte"),
        ("NATO's new Secretary-General", "Mark Rutte"),
        ("президент України", "Volodymyr Zelensky"),
        ("South Korea's defence minister", "Kim Yong-hyun"),
        ("глава Міноборони Південної Кореї", "Kim Yong-hyun"),
        ("міністр оборони Північної Кореї", "No Kwang Chol"),
        ("глава Міноборони КНДР", "No Kwang Chol"),
        ("министр обороны США", "Lloyd Austin"),
        ("глава Пентагону", "Lloyd Austin"),
        ("держсекретар", "Antony Blinken"),
        ("голова Держдепу", "Antony Blinken"),
        ("глава Білого дому", "Joe Biden"),
        ("очільник Кремля", "Vladimir Putin"),
        ("російський диктатор", "Vladimir Putin"),
        ("британський лідер", "Keir Starmer"),
        ("польский премьер", "Donald Tusk"),
        ("канцлер ФРН", "Olaf Scholz"),
        ("голова уряду Польщі", "Donald Tusk"),
        ("керівник ГУР", "Kyrylo Budanov"),
        ("HUR chief", "Kyrylo Budanov"),
        ("глава ОП", "Andriy Yermak"),
        ("голова Нацбанку", "Andriy Pyshnyy"),
        ("президент (голова) Європейської ради", "Charles Michel"),
        ("голова Єврокомісії", "Ursula von der Leyen"),
        ("EU foreign policy chief", "Josep Borrell"),
        ("спікер Верховної Ради", "Ruslan Stefanchuk"),
        ("віцепрезидент США", "Kamala Harris"),
        ("директор ЦРУ", "William Burns"),
        ("министр иностранных дел Китая", "Wang Yi"),
        ("президент України, Верховний головнокомандувач", "Volodymyr Zelensky"),
    ],
)
def test_role(role: str, person: str) -> None:
    term = Offices.load().by_role(role, DAY)
    assert term is not None
    assert term.person == person


@pytest.mark.parametrize(
    "role",
    [
        "",
        "президент",
        "міністр оборони",
        "колишній президент США",
        "ex-president of Ukraine",
        "в.о. міністра оборони України",
        "заступник міністра оборони України",
        "deputy defence minister of South Korea",
        "речник НАТО",
        "Kremlin spokesman",
        "спікер Повітряних сил",
        "посол України в США",
        "радник президента України",
        "президент США і президент України",
        "президент Microsoft",
        "президент Міноборони США",
        "кандидат у президенти США",
        "Defence Ministry of Ukraine",
    ],
)
def test_no_role(role: str) -> None:
    assert Offices.load().by_role(role, DAY) is None


@pytest.mark.parametrize(
    ("role", "person"),
    [
        ("очільник уряду", "Denys Shmyhal"),
        ("прем'єр-міністр, очільник уряду", "Denys Shmyhal"),
        ("глава держави", "Volodymyr Zelensky"),
        ("министр обороны", "Rustem Umerov"),
    ],
)
def test_a_role_without_a_country_needs_one(role: str, person: str) -> None:
    known = Offices.load()
    assert known.by_role(role, DAY) is None
    term = known.by_role(role, DAY, "UA")
    assert term is not None
    assert term.person == person


@pytest.mark.parametrize(
    ("day", "person"),
    [
        (date(2013, 1, 1), "Anders Fogh Rasmussen"),
        (date(2014, 10, 1), "Jens Stoltenberg"),
        (date(2024, 9, 30), "Jens Stoltenberg"),
        (date(2024, 10, 1), "Mark Rutte"),
    ],
)
def test_the_holder_follows_the_day(day: date, person: str) -> None:
    assert [term.person for term in Offices.load().holder("NATO", "head", day)] == [person]


def test_a_day_of_change_has_two_holders_the_later_first() -> None:
    held = Offices.load().holder("presidency of US", "head", date(2021, 1, 20))
    assert [term.person for term in held] == ["Joe Biden", "Donald Trump"]


@pytest.mark.parametrize("name", ["Єнс Столтенберг", "Йенс Столтенберг", "Jens Stoltenberg", "Столтенберг"])
def test_terms_of_a_person(name: str) -> None:
    assert [term.institution for term in Offices.load().terms(name)] == ["NATO"]


def test_terms_keep_namesakes_apart() -> None:
    known = Offices.load()
    assert {term.person for term in known.terms("Johnson")} == {"Boris Johnson", "Mike Johnson"}
    assert {term.person for term in known.terms("Борис Джонсон")} == {"Boris Johnson"}
    assert known.terms("Невідомий Перехожий") == ()


def test_the_table_holds_together() -> None:
    known = Offices.load()
    assert len(known.all) >= 300
    for term in known.all:
        assert Institutions.load().get(term.institution) is not None
        for name in term.names.values():
            assert term in known.terms(name)
    for one in known.all:
        for other in known.holder(one.institution, one.office, one.since):
            assert other is one or other.until == one.since, (one.person, other.person)


ROW = {
    "institution": "NATO",
    "office": "head",
    "en": "A",
    "uk": "",
    "ru": "",
    "since": "2020-01-01",
    "until": "",
}
WORD = {"office": "head", "of": "", "country": "", "uk": "голова", "en": "", "ru": ""}


@pytest.mark.parametrize(
    ("change", "word", "complaint"),
    [
        ({"since": "2020"}, {}, "2020"),
        ({"until": "2019-01-01"}, {}, "ends before"),
        ({"institution": "castle of UA"}, {}, "unknown"),
        ({"en": ""}, {}, "English name"),
        ({}, {"office": "page"}, "nobody"),
        ({}, {"of": "castle"}, "no institution"),
    ],
)
def test_a_broken_table_is_refused(
    change: dict[str, str], word: dict[str, str], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = {"offices.tsv": [ROW | change], "office_words.tsv": [WORD | word]}
    monkeypatch.setattr(offices, "numbered_rows", lambda path, _: iter(list(enumerate(tables[path.name], 2))))
    with pytest.raises(PackError, match=complaint):
        offices._load.__wrapped__()
