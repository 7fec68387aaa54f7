"""Words for countries in several languages."""

import pytest

from sayso.gazetteer import Countries


@pytest.mark.parametrize(
    ("lang", "word", "code", "kind"),
    [
        ("uk", "США", "US", "name"),
        ("uk", "Сполучені Штати", "US", "name"),
        ("uk", "КНДР", "KP", "name"),
        ("uk", "північнокорейський", "KP", "adjective"),
        ("uk", "Велика Британія", "GB", "name"),
        ("uk", "М’янма", "MM", "name"),
        ("uk", "Кремль", "RU", "capital"),
        ("uk", "Еквадор", "EC", "name"),
        ("ru", "Соединенные Штаты", "US", "name"),
        ("ru", "Вашингтон", "US", "capital"),
        ("ru", "украинский", "UA", "adjective"),
        ("en", "South Korea", "KR", "name"),
        ("en", "the United States", "US", "name"),
        ("en", "Ukrainian", "UA", "adjective"),
        ("en", "Beijing", "CN", "capital"),
        ("de", "Frankreich", "FR", "name"),
        ("pl", "Niemcy", "DE", "name"),
    ],
)
def test_found(lang: str, word: str, code: str, kind: str) -> None:
    countries = Countries.load(lang)
    assert countries.code(word) == code
    assert countries.find(word) == (code, kind)


@pytest.mark.parametrize(
    ("lang", "word"),
    [("uk", "Європейський Союз"), ("uk", "ООН"), ("uk", "Одеса"), ("en", "United"), ("xx", "США")],
)
def test_not_found(lang: str, word: str) -> None:
    assert Countries.load(lang).code(word) is None


def test_name_of_a_code() -> None:
    assert Countries.load("uk").name("KP") == "Північна Корея"
    assert Countries.load("uk").name("XX") is None


@pytest.mark.parametrize("lang", ["uk", "en", "ru"])
def test_every_country_of_the_table_has_a_name_in_cldr(lang: str) -> None:
    countries = Countries.load(lang)
    assert all(countries.name(country.code) for country in countries._words.values())
