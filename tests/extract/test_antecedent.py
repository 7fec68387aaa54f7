"""Whom pronouns, dropped subjects and descriptions stand for: each signal alone, and texts."""

from __future__ import annotations

import pytest
from documents import read

from sayso.extract.antecedent import SIGNALS, Candidate, Here, Mentions, Place, rate
from sayso.model import ANONYMOUS, Source

HERE = Here(token=100, sentence=5, paragraph=80)
PLAIN = Mentions(spoke=None, subject=Place(70, 4, 10), other=Place(70, 4, 10), number=1, told=False)


def candidate(mentions: Mentions = PLAIN, name: str = "Бойко", role: str | None = None) -> Candidate:
    return Candidate(HERE, Source(name=name, type="person", role=role), mentions)


def fired(one: Candidate) -> set[str]:
    return {shows.__name__ for _, shows in SIGNALS if shows(one)}


@pytest.mark.parametrize(
    ("one", "signals"),
    [
        (candidate(), set()),
        (candidate(PLAIN._replace(spoke=Place(75, 4, 15))), {"_was_source"}),
        (candidate(PLAIN._replace(subject=None)), {"_only_object"}),
        (candidate(PLAIN._replace(told=True)), {"_told_of"}),
        (candidate(PLAIN._replace(subject=Place(85, 4, 5))), {"_same_paragraph"}),
        (candidate(PLAIN._replace(number=3)), {"_named_often"}),
        (candidate(role="мер"), {"_surely_somebody"}),
        (candidate(name="Андрій Бойко"), {"_surely_somebody"}),
    ],
)
def test_each_signal_shows_alone(one: Candidate, signals: set[str]) -> None:
    assert fired(one) == signals


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (PLAIN, PLAIN._replace(subject=Place(40, 3, 10))),
        (PLAIN, PLAIN._replace(subject=Place(75, 4, 15))),
        (PLAIN._replace(spoke=Place(70, 4, 10)), PLAIN),
        (PLAIN, PLAIN._replace(told=True)),
        (PLAIN, PLAIN._replace(subject=None)),
    ],
    ids=["nearer sentence", "first in its sentence", "spoke", "was not what was told of", "subject"],
)
def test_who_is_likelier(better: Mentions, worse: Mentions) -> None:
    assert rate(candidate(better)) > rate(candidate(worse))


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
