from __future__ import annotations

import pytest

from passages import passage
from sayso.extract.cast import Cast
from sayso.extract.relay import Relay, RelayFinder
from sayso.gazetteer.outlets import Outlets
from sayso.grammar.phrases import PhraseParser
from sayso.languages import load
from sayso.languages.base import Pack


def relays(text: str, pack: Pack) -> list[Relay]:
    p = passage(text, pack.code)
    phrases, outlets = PhraseParser(p), Outlets.load()
    cast = Cast(p, phrases, pack.names, outlets)
    return list(RelayFinder(p, phrases, cast, outlets, pack.vocabulary, pack.code).relays())


FOUND: list[tuple[str, tuple[str, ...], str]] = [
    ("Міст відкриють восени, передає Укрінформ.", ("Укрінформ",), "tail"),
    ("Міст відкриють восени, передає Вечірній Рубіж.", ("Вечірній Рубіж",), "tail"),
    ("Міст відкриють восени, пише видання Politico.", ("видання Politico", "Politico"), "tail"),
    ("Міст відкриють восени, зазначає rubizh-news.com.ua.", ("rubizh-news.com.ua",), "tail"),
    ("Міст закрили. Про це пише «Європейська правда».", ("Європейська правда",), "back"),
    ("Міст закрили. Про це сказав мер, пише Reuters.", ("Reuters",), "tail"),
    ("Як повідомляє Reuters, міст закрили.", ("Reuters",), "lead"),
    ("За повідомленням Reuters, міст закрили.", ("Reuters",), "lead"),
    ("Міст відкриють восени, пише видання euronews.", ("euronews",), "tail"),
    ("Міст відкриють восени, передає агенція dpa.", ("dpa",), "tail"),
    ("Міст відкриють восени, повідомляє\n\nз посиланням на Reuters.", ("Reuters",), "tail"),
    ("Мер сказав міській радіостанції Europe 1, що міст закрили.", ("Europe 1",), "occasion"),
    ("В ефірі Радіо Свобода мер сказав, що міст закрили.", ("Радіо Свобода",), "occasion"),
    ("Мер розповів про це в ефірі телеканалу ICTV.", ("ICTV",), "occasion"),
    ("Мер розповів Financial Times, що міст закрили.", ("Financial Times",), "occasion"),
    ("Про це «Суспільному» розповів мер.", ("Суспільне",), "occasion"),
    ("Науковці заявили у журналі Nature, що лід тане.", ("Nature",), "occasion"),
    ("Мер сказав телеканалу CNN, що міст закрили.", ("CNN",), "occasion"),
    ("Опубліковано в рамках партнерства з Deutsche Welle.", ("Deutsche Welle",), "partner"),
]


@pytest.mark.parametrize(("text", "names", "place"), FOUND)
def test_a_relay_is_found_with_its_place(text: str, names: tuple[str, ...], place: str, uk: Pack) -> None:
    (relay,) = relays(text, uk)
    assert relay.outlets[0].name in names
    assert relay.place == place


def test_the_origin_comes_first(uk: Pack) -> None:
    (relay,) = relays('Міст закрили, передає Укрінформ із посиланням на "Європейську правду".', uk)
    assert [outlet.name for outlet in relay.outlets] == ["Європейська правда", "Укрінформ"]


def test_a_name_in_marks_ends_with_its_sentence(uk: Pack) -> None:
    (relay,) = relays('Міст закрили, передає "Укрінформ". Водії незадоволені.', uk)
    assert relay.outlets[0].name == "Укрінформ"


def test_an_abbreviation_is_written_out(uk: Pack) -> None:
    (relay,) = relays("Міст закрили, пише УП.", uk)
    assert relay.outlets[0].name == "Українська правда"


def test_a_bare_noun_is_the_outlet_named_last(uk: Pack) -> None:
    first, second = relays("Міст закрили, пише Reuters. Школу відкрили, повідомляє агентство.", uk)
    assert first.outlets[0].name == second.outlets[0].name == "Reuters"


def test_outlets_without_a_name_keep_the_adjective_that_tells_which(uk: Pack) -> None:
    (relay,) = relays("Міст закрили, передає Укрінформ із посиланням на норвезькі ЗМІ.", uk)
    assert [outlet.name for outlet in relay.outlets] == ["норвезькі ЗМІ", "Укрінформ"]


def test_a_reference_to_a_body_is_no_sure_outlet(uk: Pack) -> None:
    (relay,) = relays("Міст закрили, передає Укрінформ з посиланням на Автодор.", uk)
    assert [outlet.sure for outlet in relay.outlets] == [False, True]


def test_a_maker_is_no_outlet_named_last(uk: Pack) -> None:
    (relay,) = relays("Про це пише Reuters. За даними виробників, міст новий.", uk)
    assert relay.outlets[0].name == "Reuters"


NONE = [
    "Мер передав ключі від школи учням.",
    "Міст закрили, повідомив мер.",
    "Міст закрили, повідомило агентство.",  # a plain word, although an outlet is called so
    "Міст закрили, повідомляють військові та ЗМІ.",
    "За даними місцевих ЗМІ, міст закрили.",
    "Про це заявив мер, посилаючись на «рішучу» відповідь уряду.",
    "«Міст закрили, передає Reuters», – пожартував мер.",
    "Reuters пише, що міст закрили.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_relay_is_not_found(text: str, uk: Pack) -> None:
    assert relays(text, uk) == []


ENGLISH: list[tuple[str, tuple[str, ...], str]] = [
    ("The bridge will open in May, Ukrinform reports.", ("Ukrinform",), "tail"),
    ("The bridge is shut, the mayor said, Reuters reported on Monday.", ("Reuters",), "tail"),
    ("The bridge is shut, BelTA has learned.", ("BelTA",), "tail"),
    ("As Reuters has reported, the bridge is shut.", ("Reuters",), "lead"),
    ("The mayor told the Financial Times that the bridge is shut.", ("Financial Times",), "occasion"),
    (
        "In an interview with the German news agency dpa the mayor said it was late.",
        ("DPA", "dpa"),
        "occasion",
    ),
    ("The mayor said in a Fox News interview that the bridge is shut.", ("Fox News",), "occasion"),
    ("The mayor said on CNN that the bridge is shut.", ("CNN",), "occasion"),
    ("In comments to The River Zone, the mayor said it was late.", ("River Zone",), "occasion"),
]


@pytest.mark.parametrize(("text", "names", "place"), ENGLISH)
def test_an_english_relay_is_found_with_its_place(text: str, names: tuple[str, ...], place: str) -> None:
    (relay,) = relays(text, load("en"))
    assert relay.outlets[-1].name in names
    assert relay.place == place


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told Congress that the bridge is shut.",
        "On Monday, Reuters reported that the bridge is shut.",
        "They sold letters, notes, the weekly reports.",
        "The mayor spoke in an interview with Clara Novak.",
    ],
)
def test_what_is_no_english_relay(text: str) -> None:
    assert relays(text, load("en")) == []
