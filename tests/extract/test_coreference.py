"""Who a source is over the whole text. The last statement of each text has the source named."""

from __future__ import annotations

import pytest
from documents import read

from sayso.model import ANONYMOUS

PERSONS = [
    # pronouns
    ("Мер Андрій Бойко відкрив парк. Він заявив, що посадять липи.", "Андрій Бойко"),
    ("Тренерка Марія Гайдук прийшла. Вона заявила, що фінал буде в Одесі.", "Марія Гайдук"),
    (
        "Мер Андрій Бойко заявив, що парк відкрито. Тренерка Марія Гайдук сказала, що рада. "
        "Він додав, що посадять липи.",
        "Андрій Бойко",
    ),
    (
        "Мер Андрій Бойко заявив, що парк відкрито. Тренерка Марія Гайдук сказала, що рада. "
        "Вона додала, що прийде ще.",
        "Марія Гайдук",
    ),
    # possessives
    ("Мер Андрій Бойко відкрив парк. За його словами, посадять липи.", "Андрій Бойко"),
    ("Тренерка Марія Гайдук прийшла. За її словами, фінал буде в Одесі.", "Марія Гайдук"),
    # dropped subjects
    ("Мер Андрій Бойко заявив, що парк відкрито. Також додав, що посадять липи.", "Андрій Бойко"),
    ("«Парк уже відкрито для всіх», – сказала Марія Гайдук. Додала, що посадять липи.", "Марія Гайдук"),
    # surnames and roles; a surname that the dictionaries lack may be a woman's as well as a man's
    ("Речниця Марія Бевз прийшла. Бевз заявила, що посадять липи.", "Марія Бевз"),
    ("Марія Гайдук прийшла. Бевз спростувала чутки.", "Бевз"),
    ("Мер Андрій Бойко відкрив парк. Бойко заявив, що посадять липи.", "Андрій Бойко"),
    ("Мер Андрій Бойко відкрив парк. Мер заявив, що посадять липи.", "Андрій Бойко"),
    ("Лікарка Марія Гайдук прийшла. На думку лікарки, грип відступає.", "Марія Гайдук"),
    # the full name later than the statement
    ("Бойко заявив, що посадять липи.\n\nПарк відкрив Андрій Бойко", "Андрій Бойко"),
    # the verb tells a woman's role that is in the masculine
    ("Озеро міліє, сказала Марія Гайдук. Андрій Бойко поїхав. Мер додала, що риби менше.", "Марія Гайдук"),
    # any of several roles
    ("За словами гідролога, озеро міліє. Професор і гідролог Андрій Бойко прибув.", "Андрій Бойко"),
    # first names, and patronymics, where two are called so
    ("Учитель Роман Бойко прийшов. Роман заявив, що посадять липи.", "Роман Бойко"),
    (
        "Учитель Ігор Лис прийшов.\n\nПрибув лікар Ігор Бойко. Ігор Дмитрович заявив, що надворі дощить.",
        "Ігор Бойко",
    ),
]
ISSUERS = [
    (
        "Мер Андрій Бойко заявив, що йде дощ. «Липи посадять усі разом», – йдеться в дописі.",
        "Андрій Бойко",
    ),
    ("ВООЗ заявила, що грип відступає. «Хвороба ще може повернутися», – йдеться у повідомленні.", "ВООЗ"),
    ("«Хвороба ще може повернутися», – йдеться у повідомленні.", "повідомлення"),
    # the genitive behind it tells whose it is
    (
        "ВООЗ заявила, що грип відступає. «Хвороба ще може повернутися», – йдеться у дописі лікарів міста.",
        "лікарі міста",
    ),
    ("«Хвороба ще може повернутися», – йдеться у дописі Олени Тур.", "Олена Тур"),
    ("«Хвороба ще може повернутися», – йдеться у звіті лікарів міста.", "звіт лікарів міста"),
    ("ВООЗ заявила, що грип відступає. «Хвороба ще може повернутися», – йдеться у звіті.", "звіт"),
    # a press office speaks for its body, the one that spoke last where it is not told, and for no person by the way
    ("Міст закрили, повідомила пресслужба міської ради.", "міська рада"),
    ("У ВООЗ заявили, що грип відступає. «Хвороба ще може повернутися», – додали у пресслужбі.", "ВООЗ"),
    ("Мер Андрій Бойко заявив, що йде дощ. «Липи посадять усі разом», – додали у пресслужбі.", "пресслужба"),
    (
        "Тренінг відбувся, повідомила пресслужба Вінницької міської ради.",
        "пресслужба Вінницької міської ради",
    ),
    # whom a press office quotes
    (
        "Медики готові, заявив лікар Андрій Бойко. «Стан хворих важкий», – цитує його пресслужба лікарні.",
        "Андрій Бойко",
    ),
]
BODIES = [
    ("Компанія «Світанок» росте. У компанії заявили, що завод працює.", "Світанок"),
    # a common noun that one of the names has
    (
        "Зламали Європейське агентство ліків. В агентстві заявили, що дані вкрали.",
        "Європейське агентство ліків",
    ),
    (
        "Верховний суд позов розглянув. Обласне управління скаргу вже має, сказали у відомстві.",
        "Обласне управління",
    ),
    # another word for it, where the text is clearly about one
    ("Ryanair росте. Пілоти Ryanair страйкують. Ірландська компанія заявила, що рейси скасують.", "Ryanair"),
    ("Ryanair і Lufthansa ростуть. Ірландська компанія заявила, що рейси скасують.", "Ірландська компанія"),
    ("ВООЗ зібралася в Женеві. Організація попередила, що хвороба повернеться.", "ВООЗ"),
]
THEY = [
    ("Лікарі прийшли до служби. Вони вважають, що озеро зникне.", "Лікарі"),
    ("Дякуємо за труд служби. Вони вважають, що озеро зникне.", ANONYMOUS),  # one of them
    # who made the data rather than the data
    ("Учені дослідили озеро. Дані свідчать, що риби менше. Вони вважають, що озеро зникне.", "Учені"),
]
COUNTRIES = [
    ("Ізраїль росте. Вакцини Ізраїлю дорогі. Країна обіцяє, що купить ще.", "Ізраїль"),
    ("У Лаосі мир. Лаос росте. У країні заявили, що куплять ще.", "Лаос"),
    ("Франція і Греція ростуть. Франція далеко. Греція близько. Країна обіцяє, що купить ще.", "Країна"),
    ("Ізраїль росте. Вакцини Ізраїлю дорогі. Газета «Країна» обіцяє, що купить ще.", "Країна"),
]
ECHOES = [
    ("Мер Андрій Бойко заявив, що мосту не буде. Мовляв, грошей бракує.", "Андрій Бойко"),
    ("Мер Андрій Бойко заявив, що мосту не буде. Надворі дощ. Сніг тане. Мовляв, грошей бракує.", ANONYMOUS),
]
NOBODY = [
    "Речник заявив, що парк відкрито.",
    "Повідомляється, що парк відкрито.",
    "Він заявив, що парк відкрито.",
    "Тренерка Марія Гайдук прийшла. Він заявив, що фінал буде в Одесі.",
]


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_persons(text: str, name: str) -> None:
    source = read(text)[0 if "\n\nПарк" in text else -1].source
    assert (source.name, source.type) == (name, "person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Депутати розглянули річний звіт. «Мостів бракує всюди», – йдеться в документі.", "річний звіт"),
        ("Депутати розглянули звіт. «Мостів бракує всюди», – йдеться в документі.", "документ"),
        ("Депутати розглянули звіти комісій. «Мостів бракує всюди», – йдеться в документі.", "документ"),
    ],
)
def test_what_document_it_is(text: str, name: str) -> None:
    assert read(text)[-1].source.name == name


@pytest.mark.parametrize(("text", "name"), ISSUERS)
def test_who_issued_it(text: str, name: str) -> None:
    assert read(text)[-1].source.name == name


@pytest.mark.parametrize(("text", "name"), COUNTRIES)
def test_what_country_it_is(text: str, name: str) -> None:
    assert read(text)[-1].source.name.strip("«»") == name


@pytest.mark.parametrize(("text", "name"), ECHOES)
def test_whom_a_sentence_echoes(text: str, name: str) -> None:
    assert read(text)[-1].source.name == name


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_bodies(text: str, name: str) -> None:
    source = read(text)[-1].source
    assert source.name.strip("«»") == name
    assert source.type == "organization"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # all the words of the shorter name stand in the longer one
        (
            "Міський суд Полтавської громади відкрився. Міський суд заявив, що справ багато.",
            "Міський суд Полтавської громади",
        ),
        (
            "Пенсійний фонд «Захід» заявив, що виплати зростуть. Пенсійний фонд вимагає, щоб борг повернули.",
            "Захід",
        ),
        (
            "Міський суд Полтавської громади відкрився. Окружний суд заявив, що справ багато.",
            "Окружний суд",
        ),
        # sources without names are called one thing and another
        (
            "Анонімні джерела повідомили, що парк продали. Співрозмовники кажуть, що дешево.",
            "Анонімні джерела",
        ),
        # places are no people
        ("Мер Андрій Бойко заявив, що у Львові дощ. Він додав, що мерзне.", "Андрій Бойко"),
        ("Він заявив, що у Львові дощ.", ANONYMOUS),
    ],
)
def test_longer_names(text: str, name: str) -> None:
    assert read(text)[-1].source.name.strip("«»") == name


@pytest.mark.parametrize(("text", "name"), THEY)
def test_groups(text: str, name: str) -> None:
    assert read(text)[-1].source.name == name


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named_where_the_text_names_nobody(text: str) -> None:
    source = read(text)[-1].source
    assert (source.name, source.type) == (ANONYMOUS, "anonymous")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Лікарі заявили, що грип відступає.", "Лікарі"),
        ("На думку лікарів, грип відступає.", "лікарі"),
        ("64% опитаних містян вважають, що парк гарний.", "містяни"),
    ],
)
def test_groups_go_by_what_they_are(text: str, name: str) -> None:
    source = read(text)[-1].source
    assert (source.name.lower(), source.type) == (name.lower(), "group")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Джерела в розвідці повідомили, що батальйон створено.", "anonymous"),
        ("Співрозмовники видання заявили, що міст закриють.", "anonymous"),
        ("ЗМІ повідомили, що міст закриють.", "outlet"),
        ("Медики заявили, що ліків немає.", "group"),
    ],
)
def test_whoever_does_not_answer_by_name_is_no_group(text: str, kind: str) -> None:
    (statement,) = read(text)
    assert statement.source.type == kind
    assert statement.source.name != ANONYMOUS


def test_what_stands_for_somebody_is_told_by_a_note() -> None:
    text = "Мер Андрій Бойко відкрив парк. Він заявив, що посадять липи."
    (statement,) = read(text)
    assert statement.source.text == "Він"
    assert any("stands for Андрій Бойко" in note for note in statement.notes)
    assert statement.source.role == "Мер"
