"""Noun phrases: where they end, what their head is, in which cases they can stand, and the name that they hold.

The phrase begins the text and ends at "|". Of the cases nominative, genitive, dative and instrumental it has exactly
those listed; accusative, locative and vocative are not looked at, for dictionaries differ there.
"""

from __future__ import annotations

import pytest
from samples import CASES, phrase

from passages import passage, said
from sayso.grammar import agreement
from sayso.grammar.phrases import PhraseParser

LOOKED_AT = ("nom", "gen", "dat", "ins")

ROLES_AND_BODIES = [
    ("лікарка| сказала", "лікарка", "nom", None),
    ("лікарки| сказали", "лікарки", "nom gen", None),
    ("лікарці| подякували", "лікарці", "dat", None),
    ("лікаркою| пишаються", "лікаркою", "ins", None),
    ("головна лікарка обласної лікарні| заявила", "лікарка", "nom", None),
    ("головного лікаря обласної лікарні| звільнили", "лікаря", "gen", None),
    ("головний санітарний лікар| сказав", "лікар", "nom", None),
    ("речник поліції Харкова| повідомив", "речник", "nom", None),
    ("міністр освіти та науки| заявив", "міністр", "nom", None),
    ("міська рада Полтави| ухвалила", "рада", "nom", None),
    ("уряди Греції, Кіпру та Мальти| заявили", "уряди", "nom", None),
    ("міністр праці, родини та спорту| заявив", "міністр", "nom", None),
    ("уряд Греції|, який заявив", "уряд", "nom", None),
    ("міністр праці|, лікар та депутат заявили", "міністр", "nom", None),
    ("глава МЗС Польщі| заявив", "глава", "nom", None),
    ("заступник голови правління банку| заявив", "заступник", "nom", None),
    ("Верховний Суд| ухвалив", "Суд", "nom", None),
    ("Служба безпеки України| повідомила", "Служба", "nom", None),
    ("речниця Служби безпеки| повідомила", "речниця", "nom", None),
    (
        "голова відділу збору актів стану управління юстиції в області Олег Лис| заявив",
        "голова",
        "nom",
        "Олег Лис",
    ),
    ("художник-постановник Олег Лис| заявив", "художник-постановник", "nom", "Олег Лис"),
    ("фельдшерка швидкої допомоги| сказала", "фельдшерка", "nom", None),
    ("співрозмовник агентства| сказав", "співрозмовник", "nom", None),
    ("друг родини| розповів", "друг", "nom", None),
    ("чинні та колишні депутати| сказали", "депутати", "nom", None),
    ("перший космонавт| сказав", "космонавт", "nom", None),
    ("начальник управління (Київ)| заявив", "начальник", "nom", None),
    ("уповноважений Верховної Ради з прав людини| заявив", "уповноважений", "nom", None),
]
PRONOUNS_AND_OWNERS = [
    ("він| сказав", "він", "nom", None),
    ("вона| сказала", "вона", "nom", None),
    ("вони| сказали", "вони", "nom", None),
    ("ті|, хто бачив", "ті", "nom", None),
    ("його адвокат| сказав", "адвокат", "nom", None),
    ("її тренерка| сказала", "тренерка", "nom", None),
    ("їхні батьки| сказали", "батьки", "nom", None),
    ("цей лікар| сказав", "лікар", "nom", None),
    ("усі пасажири| сказали", "пасажири", "nom", None),
]
NAMES = [
    ("Андрій Бойко| сказав", "Андрій", "nom", "Андрій Бойко"),
    ("Андрія Бойка| запитали", "Андрія", "gen", "Андрія Бойка"),
    ("Андрію Бойку| подякували", "Андрію", "dat", "Андрію Бойку"),
    ("Марія Петренко| сказала", "Марія", "nom", "Марія Петренко"),
    ("Марії Петренко| подарували", "Марії", "gen dat", "Марії Петренко"),
    ("Марією Петренко| пишаються", "Марією", "ins", "Марією Петренко"),
    ("Олександр Іванович Коваленко| сказав", "Олександр", "nom", "Олександр Іванович Коваленко"),
    ("Іван Ткач| сказав", "Іван", "nom", "Іван Ткач"),
    ("Марта Вовк| сказала", "Марта", "nom", "Марта Вовк"),
    ("Ірина Шевчук| сказала", "Ірина", "nom", "Ірина Шевчук"),
    ("священник Павло| розповів", "священник", "nom", "Павло"),
    ("пані Надія| розповіла", "пані", "nom", "Надія"),
    ("речник поліції Олег Іваненко| повідомив", "речник", "nom", "Олег Іваненко"),
    ("міністерка культури Галина Савчук| заявила", "міністерка", "nom", "Галина Савчук"),
    ("міністру культури Івану Шевчуку| передали", "міністру", "dat", "Івану Шевчуку"),
    ("мер Полтави Андрій Бойко| сказав", "мер", "nom", "Андрій Бойко"),
    ("колишній тренер збірної України Ігор Чумак| сказав", "тренер", "nom", "Ігор Чумак"),
    ("заступниця міністра Ольга Рудь| сказала", "заступниця", "nom", "Ольга Рудь"),
    ("капітан команди Джон Браун| сказав", "капітан", "nom", "Джон Браун"),
    ("тренер «Реала» Хосе Гарсія| сказав", "тренер", "nom", "Хосе Гарсія"),
    ("голови Укравтодору Олександра Лиса| немає", "голови", "gen", "Олександра Лиса"),
    ("голова Держпраці Ігор Лис| заявив", "голова", "nom", "Ігор Лис"),
    ("депутат Лис Ігор| заявив", "депутат", "nom", "Лис Ігор"),
    ("президент МОК Томас Бах| заявив", "президент", "nom", "Томас Бах"),
    ("представниця ЮНЕСКО Анна Ковач| сказала", "представниця", "nom", "Анна Ковач"),
    ("аналітикиня Bank of America Джейн Сміт| вважає", "аналітикиня", "nom", "Джейн Сміт"),
    ("суддя Печерського райсуду Києва Ніна Лисиця| сказала", "суддя", "nom", "Ніна Лисиця"),
    ("генеральна директорка компанії «Світанок» Інна Гук| заявила", "директорка", "nom", "Інна Гук"),
]
TITLES = [
    ("Білий дім| заявив", "дім", "nom", None),
    ("Білого дому| вимагають", "дому", "gen", None),
    ("Білий| тренер заявив", "Білий", "nom", "Білий"),
    ("компанія «Світанок»| заявила", "компанія", "nom", "«Світанок»"),
    ("компанії «Світанок»| бракує", "компанії", "nom gen dat", "«Світанок»"),
    ("газета «Наш край»| пише", "газета", "nom", "«Наш край»"),
    ("клуб «Динамо»| заявив", "клуб", "nom", "«Динамо»"),
    ("авіакомпанія Ryanair| повідомила", "авіакомпанія", "nom", "Ryanair"),
    ("один із лікарів| сказав", "один", "nom", None),
    ("командир роти з позивним «Дід»| сказав", "командир", "nom", "Дід"),
    ("комітет з питань фінансів| сказав", "комітет", "nom", None),
    ("речниці Білого дому Каролайн Левітт|, порт", "речниці", "gen dat", "Каролайн Левітт"),
]
NOT_YET = [
    (
        "учені Кембриджського університету| з'ясували",
        "учені",
        "nom",
        None,
        "an adjective takes the name's place",
    ),
    (
        "професорка права Оксана Мороз| вважає",
        "професорка",
        "nom",
        "Оксана Мороз",
        "the genitive is an adverb too",
    ),
    (
        "новий, щойно обраний ректор| сказав",
        "ректор",
        "nom",
        None,
        "an adverb stands before the second modifier",
    ),
    ("А. Коваленко| сказав", "Коваленко", "nom", "А. Коваленко", "the initial is a conjunction too"),
    ("жителі села Вишневе| скаржаться", "жителі", "nom", None, "the name of a place does not agree"),
]
COLLECTIVE = pytest.mark.xfail(
    reason="a collective numeral has no nominative", strict=True, raises=AssertionError
)
ALL = [*ROLES_AND_BODIES, *PRONOUNS_AND_OWNERS, *NAMES, *TITLES]


def parameters() -> list[object]:
    marked = [
        pytest.param(*row[:4], marks=pytest.mark.xfail(reason=row[4], strict=True, raises=AssertionError))
        for row in NOT_YET
    ]
    return [*ALL, *marked]


@pytest.mark.parametrize(("text", "head", "cases", "name"), parameters())
def test_phrases(text: str, head: str, cases: str, name: str | None) -> None:
    whole = text.partition("|")[0]
    p, found = phrase(text.replace("|", ""))
    assert found is not None
    assert said(p, found.start, found.end) == whole
    assert p.tokens[found.head].text == head
    assert [case for case in LOOKED_AT if found.mask & CASES[case]] == cases.split()
    assert (said(p, *found.name) if found.name else None) == name


def test_there_are_enough_phrases_and_no_phrase_stands_twice() -> None:
    assert len({row[0] for row in ALL}) == len(ALL) >= 60


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("300 мешканців| вийшли", "мешканців"),
        ("64% опитаних| вважають", "опитаних"),
        ("1,5 тисячі глядачів| прийшли", "глядачів"),
        ("два волонтери| сказали", "волонтери"),
        ("кілька експертів| вважають", "експертів"),
        pytest.param("двоє рятувальників| загинули", "рятувальників", marks=COLLECTIVE),
        pytest.param("п'ятеро дітей| захворіли", "дітей", marks=COLLECTIVE),
    ],
)
def test_what_is_counted_can_be_a_subject_in_the_plural(text: str, head: str) -> None:
    p, found = phrase(text.replace("|", ""))
    assert found is not None
    assert said(p, found.start, found.end) == text.partition("|")[0]
    assert p.tokens[found.head].text == head
    assert found.mask & agreement.NOM & agreement.PLUR


@pytest.mark.parametrize(
    "text",
    [
        "і сказав",
        "дуже сказав",
        "сказав",
        "про аварію на дорозі",
        "з Марією",
        "що місто",
        "– місто",
        ", місто",
        "?",
        "як лікар",
    ],
)
def test_no_phrase_starts_here(text: str) -> None:
    assert phrase(text)[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "співробітник|, який звільнився",
        "дівчина| в червоному",
        "мер| сьогодні зранку сказав",
        "тренер| і сказав",
        "суд| (який того дня довго засідав у тісній залі) ухвалив",
    ],
)
def test_a_phrase_stops_before_what_is_not_its_own(text: str) -> None:
    p, found = phrase(text.replace("|", ""))
    assert found is not None
    assert said(p, found.start, found.end) == text.partition("|")[0]


def test_a_phrase_keeps_to_its_limit() -> None:
    p = passage("речник поліції Харкова повідомив")
    parser = PhraseParser(p)
    found = [parser.at(0, limit) for limit in (0, 1, 2, 3)]
    assert [each and each.end for each in found] == [None, 1, 2, 3]
    assert parser.at(0, 2) is parser.at(0, 2)


def test_a_long_chain_of_genitives_ends() -> None:
    text = "голова " + "ради " * 40 + "сказав"
    p, found = phrase(text)
    assert found is not None
    assert found.end <= len(p.tokens)
