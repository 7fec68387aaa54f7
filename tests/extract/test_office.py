"""Whom an office without a name stands for. The last statement of each text has it for its source."""

from __future__ import annotations

import pytest
from documents import read

from sayso.model import ANONYMOUS

HOLDERS = [
    # the same office, with or without its country
    ("Президент Чилі Андрій Бойко прибув. Президент заявив, що рада зібралася.", "Андрій Бойко"),
    ("Президент Чилі Андрій Бойко прибув. Чилійський президент заявив, що рада зібралася.", "Андрій Бойко"),
    ("Прем'єр Чилі Андрій Бойко прибув. Глава уряду Чилі заявив, що рада зібралася.", "Андрій Бойко"),
    # whose office the text does not tell may hold any
    ("Андрій Бойко прибув. Мер Полтави заявив, що рада зібралася.", "Андрій Бойко"),
    # an adjective behind the head is not the office's
    (
        "Голова грецької громади України Андрій Бойко прибув. Голова грецької громади заявив, що рада зібралася.",
        "Андрій Бойко",
    ),
]
OTHERS = [
    # of another country
    ("Президент Чилі Андрій Бойко прибув. Президент Перу заявив, що рада зібралася.", "Президент Перу"),
    ("Мер Лубен Андрій Бойко прибув. Мер Полтави заявив, що рада зібралася.", "Мер Полтави"),
    # nobody is named at all
    ("Посол Чилі заявив, що рада зібралася.", "Посол Чилі"),
]
NOBODY = [
    "Посол заявив, що рада зібралася.",  # of many
    "Речник Полтави заявив, що рада зібралася.",  # no chief
    "Директор заводу заявив, що рада зібралася.",  # no place
]


@pytest.mark.parametrize(("text", "name"), HOLDERS)
def test_the_holder_is_named_elsewhere(text: str, name: str) -> None:
    assert read(text)[-1].source.name == name


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_an_office_of_one_place_is_a_name(text: str, name: str) -> None:
    source = read(text)[-1].source
    assert (source.name, source.type) == (name, "person")


@pytest.mark.parametrize("text", NOBODY)
def test_other_offices_are_not(text: str) -> None:
    assert read(text)[-1].source.name == ANONYMOUS


def test_a_pronoun_rather_means_who_has_a_name() -> None:
    text = (
        "Президентка Чилі заявила, що рада зібралася. Марія Гайдук прибула. Вона сказала, що надворі дощить."
    )
    assert read(text)[-1].source.name == "Марія Гайдук"
    alone = "Президентка Чилі заявила, що рада зібралася. Вона сказала, що надворі дощить."
    assert read(alone)[-1].source.name == "Президентка Чилі"


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Так вважає Андрій Бойко з академії.", "Андрій Бойко"),
        ("Так вважає Марія Гайдук з академії.", ANONYMOUS),  # a woman
        ("Андрій Бойко і його колега Ігор Лис працюють в академії.", ANONYMOUS),  # two
        ("Дощ іде вже третій тиждень.", ANONYMOUS),
    ],
)
def test_a_headline_announces_whom_its_lead_names(lead: str, name: str) -> None:
    text = f"Вірусолог розповів, що хвороба мине до весни\n\n{lead} Грип відступає. Дощить."
    assert read(text)[0].source.name == name
