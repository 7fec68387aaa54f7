"""The table of institutions, and offices named by a generic word and a country."""

import pytest

from sayso.errors import PackError
from sayso.gazetteer import Institutions, institutions


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Пентагон", "defence ministry of US"),
        ("Міноборони США", "defence ministry of US"),
        ("американське оборонне відомство", "defence ministry of US"),
        ("the Defense Department of the United States", "defence ministry of US"),
        ("Міноборони Південної Кореї", "defence ministry of KR"),
        ("южнокорейское Минобороны", "defence ministry of KR"),
        ("South Korean defense ministry", "defence ministry of KR"),
        ("South Korea's Ministry of National Defence", "defence ministry of KR"),
        ("Міноборони КНДР", "defence ministry of KP"),
        ("North Korea’s defence ministry", "defence ministry of KP"),
        ("МЗС РФ", "foreign ministry of RU"),
        ("російське зовнішньополітичне відомство", "foreign ministry of RU"),
        ("міноборони росії", "defence ministry of RU"),
        ("ГУР", "defence intelligence of UA"),
        ("HUR", "defence intelligence of UA"),
        ("ГУР Міністерства оборони України", "defence intelligence of UA"),
        ("Генштаб Збройних Сил України", "general staff of UA"),
        ("South Korean National Intelligence Service", "intelligence service of KR"),
        ("южнокорейская разведка", "intelligence service of KR"),
        ("Держдеп", "foreign ministry of US"),
        ("Госдепартамент США", "foreign ministry of US"),
        ("Білий дім", "presidency of US"),
        ("Кремль", "presidency of RU"),
        ("ОП", "presidential office of UA"),
        ("Адміністрація президента РФ", "presidential office of RU"),
        ("Верховної Ради", "parliament of UA"),
        ("ВООЗ", "World Health Organization"),
        ("WHO", "World Health Organization"),
        ("Євросоюз", "European Union"),
        ("North Atlantic Treaty Organization", "NATO"),
        ("Нацбанк", "central bank of UA"),
        ("Нацбанк Казахстану", "central bank of KZ"),
        ("міністерство оборони Єгипту", "defence ministry of EG"),
        ("Greek government", "government of GR"),
        ("уряд Чехії", "government of CZ"),
    ],
)
def test_found(name: str, key: str) -> None:
    found = Institutions.load().find(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "name",
    [
        "",
        "США",
        "Міноборони",
        "міністерство оборони України та Польщі",
        "Defence Ministry of North and South Korea",
        "МЗС США і МЗС Росії",
        "НАТО США",
        "архів СБУ",
        "джерело в СБУ",
        "міський голова Харкова",
        "Ryanair",
        "начальник ГУР",
    ],
)
def test_not_found(name: str) -> None:
    assert Institutions.load().find(name) is None


def test_an_office_without_a_country_needs_one() -> None:
    known = Institutions.load()
    assert known.find("Мінекономіки") is None
    found = known.find("Мінекономіки", country="UA")
    assert found is not None
    assert found.key == "economy ministry of UA"
    pentagon = known.find("Пентагон", country="UA")
    assert pentagon is not None
    assert pentagon.country == "US"


def test_a_country_alone_is_no_institution() -> None:
    assert Institutions.load().find("Україна", country="UA") is None


def test_the_koreas_never_meet() -> None:
    known = Institutions.load()
    for generic, words in known.generics.items():
        for word in words:
            north, south = known.find(f"{word} Північної Кореї"), known.find(f"{word} Південної Кореї")
            assert north is None or south is None or north.key != south.key, generic.name


def test_every_listed_name_leads_back() -> None:
    known = Institutions.load()
    assert len(known.all) >= 300
    for one in known.all:
        assert known.get(one.key) is one
        for lang, names in one.names.items():
            assert all(known.find(name, lang) is one for name in names)


def test_the_institution_above() -> None:
    known = Institutions.load()
    hur = known.find("ГУР")
    assert hur is not None
    assert hur.parent == "defence ministry of UA"
    composed = known.find("МЗС Фінляндії")
    assert composed is not None
    assert (composed.country, composed.kind, composed.parent) == ("FI", "ministry", "government of FI")
    assert known.get("foreign ministry of FI") == composed


@pytest.mark.parametrize("key", ["", "NATO of US", "foreign ministry of", "castle of UA"])
def test_no_such_key(key: str) -> None:
    assert Institutions.load().get(key) is None


WORD = {"generic": "government", "kind": "government", "parent": "", "uk": "уряд", "en": "", "ru": ""}
ROW = {
    "name": "A",
    "generic": "",
    "country": "UA",
    "kind": "agency",
    "parent": "",
    "uk": "А",
    "en": "",
    "ru": "",
}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"name": "B", "kind": "company"}, "kind 'company'"),
        ({"name": "B", "country": "Ukraine"}, "no ISO 3166"),
        ({"name": "B", "generic": "castle"}, "no generic office"),
        ({"name": "B", "generic": "government", "country": ""}, "no generic office"),
        ({"name": "B"}, "already belongs"),
        ({"name": "B", "uk": "", "parent": "C"}, "is unknown"),
        ({"uk": ""}, "one key"),
    ],
)
def test_a_broken_table_is_refused(
    change: dict[str, str], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = {"institution_words.tsv": [WORD], "institutions.tsv": [ROW, ROW | change]}
    monkeypatch.setattr(
        institutions, "numbered_rows", lambda path, _: iter(list(enumerate(tables[path.name], 2)))
    )
    with pytest.raises(PackError, match=complaint):
        institutions._load.__wrapped__()
