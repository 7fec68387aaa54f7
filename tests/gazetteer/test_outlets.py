"""The table of outlets: found by name and by address, and valid as a table."""

import pytest

from sayso.errors import PackError
from sayso.gazetteer import Outlets, outlets


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Цензор.НЕТ", "Censor.NET"),
        ("«Європейська правда»", "European Pravda"),
        ("ЄвроПравда", "European Pravda"),
        ("РЕЙТЕР", "Reuters"),
        ("Рейтерс", "Reuters"),
        ("Ройтерс", "Reuters"),
        ("Ассошиэйтед Пресс", "Associated Press"),
        ("Йонхап", "Yonhap"),
        ("Урядовий курʼєр", "Uriadovyi Kurier"),
        ("Урядовий кур’єр", "Uriadovyi Kurier"),
        ("радіо  свобода", "Radio Svoboda"),
        ("The Washington Post", "Washington Post"),
        ("Німецька хвиля", "Deutsche Welle"),
        ("bild", "Bild"),
    ],
)
def test_by_name(name: str, canonical: str) -> None:
    found = Outlets.load().by_name(name)
    assert found is not None
    assert found.name == canonical


@pytest.mark.parametrize("name", ["", "Dr", "ISW", "Rt", "НАТО", "Міністерство оборони", "правда про війну"])
def test_no_outlet(name: str) -> None:
    assert Outlets.load().by_name(name) is None


@pytest.mark.parametrize("word", ["день", "Time", "Факты", "Зеркало"])
def test_ordinary_word_is_an_outlet_only_in_quotation_marks(word: str) -> None:
    table_of_outlets = Outlets.load()
    assert table_of_outlets.by_name(word) is not None
    assert table_of_outlets.by_name(word, quoted=False) is None
    assert table_of_outlets.by_name("Укрінформ", quoted=False) is not None


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.eurointegration.com.ua/news/2024/10/28/7197302/", "European Pravda"),
        ("https://economics.unian.ua/finance/1.html", "UNIAN"),
        ("http://ua.interfax.com.ua/news/general/1.html", "Interfax-Ukraine"),
        ("https://edition.cnn.com/2024/10/28/x", "CNN"),
        ("reuters.com", "Reuters"),
        ("https://t.me/DeepStateUA/123", "DeepState"),
    ],
)
def test_by_domain(url: str, canonical: str) -> None:
    found = Outlets.load().by_domain(url)
    assert found is not None
    assert found.name == canonical


@pytest.mark.parametrize(
    "url",
    [
        "https://t.me/somebody/1",
        "https://notreuters.com/",
        "https://example.org/",
        "",
        "http://[broken",
        "com",
    ],
)
def test_unknown_domain(url: str) -> None:
    assert Outlets.load().by_domain(url) is None


def test_label_follows_the_language_of_the_text() -> None:
    outlet = Outlets.load().by_name("European Pravda")
    assert outlet is not None
    assert [outlet.label(lang) for lang in ("uk", "ru", "en", "de", None)] == [
        "Європейська правда",
        "Европейская правда",
        "European Pravda",
        "European Pravda",
        "European Pravda",
    ]


def test_the_table_is_large_and_every_name_leads_back() -> None:
    known = Outlets.load()
    assert len(known.all) >= 250
    for outlet in known.all:
        assert all(known.by_name(name) is outlet for name in outlet.names())
        assert all(known.by_domain(f"https://{domain}/") is outlet for domain in outlet.domains)
        assert outlet.country == "" or (len(outlet.country) == 2 and outlet.country.isupper())


GOOD = {"name": "A", "uk": "", "en": "", "ru": "", "domains": "a.com", "country": "US", "kind": "private"}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"kind": "blog"}, "kind 'blog'"),
        ({"domains": "https://a.com"}, "without scheme"),
        ({"domains": "www.a.com"}, "without scheme"),
        ({"name": "B", "domains": "a.com"}, "already belongs"),
        ({"name": "B", "en": "a", "domains": ""}, "already belongs"),
    ],
)
def test_a_broken_table_is_refused(
    change: dict[str, str], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlets, "numbered_rows", lambda *_: iter([(2, GOOD), (3, GOOD | change)]))
    with pytest.raises(PackError, match=complaint):
        outlets._load.__wrapped__()
