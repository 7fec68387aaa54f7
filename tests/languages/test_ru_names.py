"""Russian names and noun phrases out of an oblique case into the nominative."""

from __future__ import annotations

import pytest

from sayso.languages import load
from sayso.text.grammemes import NAMES, Gram

FULL_NAMES = [
    ("Ангелой Меркель", "ins", "Ангела Меркель"),
    ("Андрея Ермака", "gen", "Андрей Ермак"),
    ("Бориса Джонсона", "gen", "Борис Джонсон"),
    ("Владимиру Зеленскому", "dat", "Владимир Зеленский"),
    ("Джо Байдена", "gen", "Джо Байден"),
    ("Дмитрием Песковым", "ins", "Дмитрий Песков"),
    ("Ильи Пономарёва", "gen", "Илья Пономарёв"),
    ("Йенсом Столтенбергом", "ins", "Йенс Столтенберг"),
    ("Ким Чен Ына", "gen", "Ким Чен Ын"),
    ("Марии Захаровой", "gen", "Мария Захарова"),
    ("Марка Рютте", "gen", "Марк Рютте"),
    ("Надежды Петровны Соколовой", "gen", "Надежда Петровна Соколова"),
    ("Светланы Тихановской", "gen", "Светлана Тихановская"),
    ("Терезы Мэй", "gen", "Тереза Мэй"),
    ("Урсулы фон дер Ляйен", "gen", "Урсула фон дер Ляйен"),
    ("Эммануэля Макрона", "gen", "Эммануэль Макрон"),
]
SURNAMES = [
    ("Антонова", "gen", "Антонов"),
    ("Блинкену", "dat", "Блинкен"),
    ("Захаровой", "gen", "Захарова"),
    ("Лаврову", "dat", "Лавров"),
    ("Песковым", "ins", "Песков"),
    ("Трампом", "ins", "Трамп"),
]
PHRASES = [
    ("городской администрации", 1, "gen", "городская администрация"),
    ("министра обороны", 0, "gen", "министр обороны"),
    ("представителям завода", 0, "dat", "представители завода"),
    ("пяти министров", 1, "gen", "пять министров"),
    ("пресс-службе полиции", 0, "loc", "пресс-служба полиции"),
    ("российским военным ведомством", 2, "ins", "российское военное ведомство"),
]


@pytest.mark.parametrize(("form", "case", "name"), FULL_NAMES + SURNAMES)
def test_a_name_in_the_nominative(form: str, case: str, name: str) -> None:
    assert " ".join(load("ru").names.nominative(form.split(), int(NAMES[case]), None)) == name


@pytest.mark.parametrize(("phrase", "head", "case", "expected"), PHRASES)
def test_a_phrase_in_the_nominative(phrase: str, head: int, case: str, expected: str) -> None:
    assert " ".join(load("ru").names.nominative_phrase(phrase.split(), head, int(NAMES[case]))) == expected


def test_what_stands_in_the_nominative_stays() -> None:
    words = ["Ирина", "Гнатюк"]
    assert load("ru").names.nominative(words, int(Gram.NOM), None) == words
