"""Whom pronouns, dropped subjects and descriptions stand for."""

from __future__ import annotations

import pytest
from documents import read

from sayso.model import ANONYMOUS

TEXTS = [
    # the first subject of the sentence before is its topic
    ("Мер Андрій Бойко прийшов до Петра Мазура. Він заявив, що парк відкрито.", "Андрій Бойко"),
    ("Андрій Бойко прийшов, а Петро Мазур пішов. Він заявив, що парк відкрито.", "Андрій Бойко"),
    # who is named as a subject since outweighs an earlier source
    (
        "Андрій Бойко заявив, що парк відкрито. Петро Мазур не погодився й пішов із зали. "
        "Він додав, що це обман.",
        "Петро Мазур",
    ),
    # whom somebody speaks of is not who speaks
    ("Андрій Бойко заявив, що Петро Мазур бреше. Він додав, що піде до суду.", "Андрій Бойко"),
    # a pronoun stands for an object where there is nobody else, a dropped subject does not
    ("Привітали тренерку Марію Гайдук. Вона заявила, що фінал буде в Одесі.", "Марія Гайдук"),
    ("Привітали тренерку Марію Гайдук. Заявила, що фінал буде в Одесі.", ANONYMOUS),
    # somebody without a name goes on speaking
    (
        "Марія Гайдук захворіла. Лікарка сказала, що це грип. Також порадила більше спати.",
        ANONYMOUS,
    ),
    # "they" are the last group near by; whoever "they" say is nobody
    ("Волонтери зібрали гроші. Вони заявили, що куплять авто.", "Волонтери"),
    ("Волонтери зібрали гроші. У місті тихо. Річка міліє. Кажуть, що буде дощ.", ANONYMOUS),
    ("Волонтери заявили, що куплять авто. У місті тихо. Кажуть, що буде дощ.", "Волонтери"),
    ("Волонтери заявили, що куплять авто." + " Річка міліє." * 6 + " Кажуть, що буде дощ.", ANONYMOUS),
    ("Волонтери заявили, що куплять авто." + " Річка міліє." * 6 + " Вони кажуть, що йде дощ.", "Волонтери"),
    # but for a share of those who were asked
    ("Містяни вважають, що тут тихо." + " Річка міліє." * 6 + " А 7% вважають, що тут гамірно.", "Містяни"),
    (
        "Волонтери зібрали гроші. Народна партія та Українська асоціація фермерів подали позов. "
        "Вони заявили, що їх обманули.",
        "Народна партія та Українська асоціація фермерів",
    ),
    ("Мер Андрій Бойко заявив, що парк відкрито. На його думку, це добра новина.", "Андрій Бойко"),
    # each and most are nobody in particular
    ("Мер Андрій Бойко прийшов. Кожен депутат заявив, що парк потрібен.", ANONYMOUS),
]


@pytest.mark.parametrize(("text", "name"), TEXTS)
def test_texts(text: str, name: str) -> None:
    assert read(text)[-1].source.name == name


def test_most_of_a_group_are_the_group() -> None:
    source = read("Мер Андрій Бойко прийшов. Більшість депутатів заявили, що парк потрібен.")[-1].source
    assert (source.name, source.type) == ("депутати", "group")
