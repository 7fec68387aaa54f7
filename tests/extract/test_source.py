"""Where the source of a cue stands. In a text it is between < and >."""

from __future__ import annotations

import re

import pytest
from documents import read

SUBJECTS = [
    "<Речник> повідомив, що рейс скасовано.",
    "<Речниця> повідомила, що рейс скасовано.",
    "<Журі> повідомило, що фінал перенесено.",
    "<Пасажири> повідомили, що рейс скасовано.",
    "<Президентка академії наук Ольга Савка> повідомила, що премію вручать.",
    "Учора ввечері на засіданні <міський голова> повідомив, що премію вручать.",
    "<Депутатки та депутати> повідомили, що бюджет урізали.",
    "<Міністр Леся Бойко> повідомила, що бюджет урізали.",
    "<Поліція та рятувальники> повідомили, що дорогу відкрито.",
    "<Тренер>, якого звільнили торік, заявив, що судиться з клубом.",
    "<Вона> заявила, що судиться з клубом.",
    "<Дехто з учених> вважає, що озеро зникне.",
    "<64% опитаних> вважають, що озеро зникне.",
    "<Компанія «Світанок»> заявила, що завод працює.",
    "<Reuters> пише, що завод працює.",
    "<Білий дім> повідомив, що зустріч перенесли.",
    "<Білий> повідомив, що зустріч перенесли.",
    "<ВООЗ> попереджає, що хвороба повернеться.",
]
SHARED = [
    # a conjunction behind a comma leads back to the first subject
    ("Бойко заявив, що йому байдуже, чи прийде Лис, але додав, що мосту нема.", "Бойко"),
    ("Бойко заявив, що байдуже, коли прийде Лис, і водночас додав, що мосту нема.", "Бойко"),
    ("Бойко заявив, що йому байдуже, чи прийде Лис, але Мазур додав, що мосту нема.", "Мазур"),
    ("Бойко заявив, що дзвонив Лис і повідомив, що мосту нема.", "Лис"),
]
AFTER = [
    "«Озеро міліє щороку на метр», – розповіла <екологиня Зоя Криницька>.",
    "«Озеро міліє щороку на метр», – розповіли <рибалки>.",
    "Озеро міліє, попереджають <екологи>.",
    "Озеро міліє, як зазначив <професор гідрології>.",
    "Озеро міліє, як розповіли <Ігор Лис та еколог Зоя Криницька>.",
    "Озеро міліє, розповіли «Суспільному» <екологи>.",
    "Озеро міліє, попереджає <директор департаменту у справах сім'ї, молоді та спорту Ігор Лис>.",
    "Озеро міліє, попереджає <директорка центру довкілля м. Одеси Ірина Лис>.",
    "Озеро міліє. Про це свідчать <нові дані вчених>.",
    "Як пише The Herald, <професор Ігор Лис> запевняє, що озеро зникне до осені.",
    "Як пише The Herald, <експерти Anvisa> дійшли висновку, що озеро зникне до осені.",
]
BODIES = [
    "У <пресслужбі клубу> повідомили, що квитки продано.",
    "Учора в <Білому домі> заявили, що зустріч перенесли.",
    "В <аеропорту> запевнили, що рейс вилетить.",
    "У <звіті> зазначається, що борг зріс.",
    "У Франції почнуть восени, у <міністерстві> радять, щоб почали тепер.",
    "У <FDA> не виявили помилок у даних, але наголосили, що борг зріс.",
    "У <Франції> радять, щоб почали тепер.",
    "Тих, хто готовий «платити», у <клубі> просять, щоб прийшли раніше.",
]
GOVERNED = [
    "За словами <тренерки збірної Олени Тур>, фінал буде в Одесі.",
    "На думку <критиків>, роман невдалий.",
    "За даними <інституту>, озеро міліє.",
]
APPOSITIONS = [
    ("<Богдан Лис>, директор зоопарку, повідомив, що слон одужав.", "директор зоопарку"),
    (
        "<Ганна Рибак>, головна бухгалтерка заводу, повідомила, що борг сплачено.",
        "головна бухгалтерка заводу",
    ),
    ("<Алан Монтедуро (Alan Monteduro)>, директор ACN, учора повідомив, що слон одужав.", "директор ACN"),
]


def check(marked: str) -> None:
    expected = re.findall(r"<(.+?)>", marked)
    assert [statement.source.text for statement in read(re.sub("[<>]", "", marked))] == expected


@pytest.mark.parametrize("marked", SUBJECTS)
def test_the_subject_of_the_cue(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(("text", "last"), SHARED)
def test_whose_verb_stands_behind_a_conjunction(text: str, last: str) -> None:
    assert [statement.source.text for statement in read(text)] == ["Бойко", last]


@pytest.mark.parametrize("marked", AFTER)
def test_the_subject_behind_an_inverted_cue(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", BODIES)
def test_a_body_or_document_in_the_locative(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", GOVERNED)
def test_the_case_that_the_cue_governs(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(("marked", "role"), APPOSITIONS)
def test_an_apposition_is_the_role(marked: str, role: str) -> None:
    check(marked)
    (statement,) = read(re.sub("[<>]", "", marked))
    assert statement.source.role == role


@pytest.mark.parametrize(
    "text",
    [
        "Сніг заявив про себе вночі.",
        "Камінь повідомив, що впаде.",
        pytest.param(
            "Вітер каже: пора додому.",
            marks=pytest.mark.xfail(reason="a surname too", strict=True, raises=AssertionError),
        ),
    ],
)
def test_things_do_not_speak(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Міністрові повідомили, що рейс скасовано.", "Міністрові"),
        ("Журналістці розповіли, що рейс скасовано.", "Журналістці"),
        ("Про мера повідомили, що він у лікарні.", "мера"),
        ("Разом із тренером пояснила, що фінал перенесено.", "тренером"),
    ],
)
def test_who_does_not_stand_in_the_nominative_is_no_subject(text: str, wrong: str) -> None:
    assert wrong not in [statement.source.text for statement in read(text)]
