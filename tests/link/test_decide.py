from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import report

from sayso.link import link
from sayso.model import Report

KOVAL = "Петро Коваль"


def together(*reports: Report) -> bool:
    return len(link(reports).utterances) == 1


def one_claim(*reports: Report) -> bool:
    return len(link(reports).claims) == 1


SAME: list[tuple[Report, Report]] = [
    (
        report(KOVAL, "міст закриють на ремонт до осені"),
        report(KOVAL, "міст закриють на ремонт до самої осені"),
    ),
    (
        report(KOVAL, "на ремонт мосту витратять 40 мільйонів гривень", said="2023-05-09", number=(4e7, 4e7)),
        report("Коваль", "витратять 40 мільйонів гривень на ремонт мосту", number=(4e7, 4e7)),
    ),
]
OTHER: list[tuple[Report, Report]] = [
    (report(KOVAL, "міст закриють на ремонт до осені"), report(KOVAL, "школу в центрі відкриють у вересні")),
    (
        report(KOVAL, "міст закриють на ремонт до осені"),
        report("Олена Бойко", "міст закриють на ремонт до осені"),
    ),
    (
        report(KOVAL, "міст закриють на ремонт до осені", said="2023-05-09"),
        report(KOVAL, "міст закриють на ремонт до осені", said="2023-01-12", published="2023-01-12"),
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_reports_of_one_utterance(one: Report, other: Report) -> None:
    assert together(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_reports_of_different_utterances(one: Report, other: Report) -> None:
    assert not together(one, other)


def test_a_denial_stands_in_the_claim_that_it_denies() -> None:
    yes = report(KOVAL, "завод скидає отруйні стоки в річку Рось", act="accuse")
    no = report(
        "завод «Промінь»",
        "завод скидає отруйні стоки в річку Рось",
        type="organization",
        act="deny",
        polarity="-",
    )
    assert not together(yes, no)
    assert one_claim(yes, no)


WORDS = [
    "міст",
    "школа",
    "ремонт",
    "закриють",
    "гроші",
    "річка",
    "лікарня",
    "вибори",
    "страйк",
    "суд",
    "осінь",
    "гроза",
]
MADE = st.builds(
    lambda who, words, day: (who, " ".join(words), f"2023-05-{day:02}"),
    st.sampled_from([KOVAL, "Олена Бойко", "Міноборони"]),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=6, unique=True),
    st.integers(1, 20),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(MADE, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_reading_is_no_matter(made: list[tuple[str, str, str]], shuffler: random.Random) -> None:
    reports = [report(who, what, said=day, document=f"d{n}") for n, (who, what, day) in enumerate(made)]
    mixed = list(reports)
    shuffler.shuffle(mixed)
    one, other = link(reports), link(mixed)
    assert one == other
    assert sorted(r.id for u in one.utterances for r in u.reports) == sorted({r.id for r in reports})
    assert sorted(name for group in one.claims.values() for name in group) == sorted(
        u.id for u in one.utterances
    )
