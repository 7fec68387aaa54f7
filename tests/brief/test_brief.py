"""What a brief says of a small story, in both languages."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.brief.told import BRIDGE, DOCUMENTS, ENGLISH, day, store_at, told, words

from sayso.brief import Brief, languages
from sayso.brief.wording import Wording
from sayso.errors import BriefError
from sayso.model import Days

MONDAY = {"id": "en1", "lang": "en", "outlet": "Post", "published": "2023-04-04", "text": ENGLISH}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return store_at(tmp_path_factory.mktemp("brief"), *DOCUMENTS)


def entries(brief: Brief, kind: str) -> list[str]:
    found = [section for section in brief.sections if section.kind == kind]
    return [" ".join(map(words, item.sentences)) for section in found for item in section.items]


def test_chronology_tells_who_said_what_in_the_documents_own_verbs(path: str) -> None:
    entry = entries(told(path), "chronology")
    assert any("Іван Гнатюк заявив, що міст закриють на ремонт у травні [(1" in line for line in entry)
    assert any("Іван Гнатюк сказав: «Ремонт триватиме два місяці» " in line for line in entry)
    assert any("бласна рада заперечила, що міст закриють на ремонт у травні " in line for line in entry)
    assert any("Олена Кравець сказала: «Рішення ще немає» " in line for line in entry)
    assert any("Олег Сич: роботи коштуватимуть 20 мільйонів гривень " in line for line in entry)


def test_days_head_the_chronology(path: str) -> None:
    (section,) = (one for one in told(path).sections if one.kind == "chronology")
    assert [item.day for item in section.items if item.day] == [
        "3 квітня",
        "Повідомлено того ж дня; коли сказано, невідомо",
        "5 квітня",
        "Повідомлено того ж дня; коли сказано, невідомо",
    ]


def test_a_role_stands_at_the_first_mention_only(path: str) -> None:
    text = " ".join(map(words, told(path).sentences()))
    assert text.count("мер Тернівки Іван Гнатюк") + text.count("Мер Тернівки Іван Гнатюк") == 1
    assert text.count("Іван Гнатюк") > 1


def test_what_is_denied_tells_both_sides(path: str) -> None:
    (line,) = entries(told(path), "disputed")
    assert "Спірне: «міст закриють на ремонт у травні»" in line
    assert "За: " in line
    assert "Проти: Обласна рада" in line


def test_as_of_tells_nothing_of_what_came_later(path: str) -> None:
    early = told(path, as_of=day(4))
    assert early.title == "Що відомо на 4 квітня 2023 року"
    assert {one.document for one in early.references} == {"d1"}
    assert not entries(early, "disputed")


def test_words_choose_the_claims_and_head_the_page(path: str) -> None:
    brief = told(path, reference="ремонт мосту")
    assert brief.title == "Ремонт мосту: що відомо"
    assert not any("мільйонів" in line for line in entries(brief, "chronology"))


def test_short_has_no_chronology(path: str) -> None:
    assert [
        section.kind for section in told(path, length="short").sections if section.kind == "chronology"
    ] == []


def test_in_another_language_quotations_stay_as_they_are(path: str) -> None:
    entry = entries(told(path, "en"), "chronology")
    assert any(
        "Ivan Hnatiuk said (paraphrased, in Ukrainian): “міст закриють на ремонт у травні” " in line
        for line in entry
    )
    assert any("Ivan Hnatiuk said (in Ukrainian): “Ремонт триватиме два місяці” " in line for line in entry)


def test_every_citation_has_its_reference(path: str) -> None:
    brief = told(path)
    listed = {one.number for one in brief.references}
    assert listed == set(range(1, len(listed) + 1))
    assert {number for sentence in brief.sentences() for number in sentence.cited} == listed
    assert brief.references[0].line.startswith("Вісник, «Міст», 3 квітня 2023 року")


def test_every_quotation_is_at_its_place(path: str) -> None:
    texts = {str(one["id"]): str(one["text"]) for one in DOCUMENTS}
    quotes = [quote for sentence in told(path).sentences() for quote in sentence.quotes]
    assert quotes
    assert all(texts[quote.document][slice(*quote.span)] == quote.text for quote in quotes)
    assert BRIDGE in texts.values()


def test_unknown_language_is_refused_with_the_way_out(path: str) -> None:
    with pytest.raises(BriefError, match="'xx'") as refused:
        told(path, "xx")
    assert "en, uk" in refused.value.line()


def test_all_languages_have_the_same_words() -> None:
    one, *others = (Wording.load(lang).keys() for lang in languages())
    assert others
    assert all(other == one for other in others)


@pytest.mark.parametrize(
    ("first", "last", "uk", "en"),
    [
        ((2024, 1, 1), (2024, 12, 31), "2024 рік", "2024"),
        ((2024, 10, 1), (2024, 10, 31), "жовтень 2024 року", "October 2024"),
        ((2024, 10, 28), (2024, 10, 28), "28 жовтня 2024 року", "28 October 2024"),
        ((2024, 10, 1), (2024, 10, 10), "1–10 жовтня 2024 року", "1–10 October 2024"),
        ((2024, 10, 30), (2024, 11, 2), "30 жовтня – 2 листопада 2024 року", "30 October – 2 November 2024"),
        (
            (2023, 12, 30),
            (2024, 1, 2),
            "30 грудня 2023 року – 2 січня 2024 року",
            "30 December 2023 – 2 January 2024",
        ),
    ],
)
def test_days_as_people_write_them(
    first: tuple[int, int, int], last: tuple[int, int, int], uk: str, en: str
) -> None:
    days = Days(dt.date(*first), dt.date(*last))
    assert (Wording.load("uk").days(days), Wording.load("en").days(days)) == (uk, en)


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 документа"), (2, "2 документів"), (21, "21 документа"), (112, "112 документів")],
)
def test_counted_nouns_in_ukrainian(count: int, words: str) -> None:
    assert Wording.load("uk").count("documents", count) == words
