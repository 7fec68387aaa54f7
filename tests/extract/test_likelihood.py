"""How likely somebody is meant: each signal alone, and what counts for more."""

from __future__ import annotations

import pytest

from sayso.extract.likelihood import SIGNALS, Candidate, Here, Mentions, Place, rate
from sayso.model import Source

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
        (candidate(PLAIN._replace(subject=None)), {"only_object"}),
        (candidate(PLAIN._replace(told=True)), {"_told_of"}),
        (candidate(PLAIN._replace(subject=Place(85, 4, 5))), {"_same_paragraph"}),
        (candidate(PLAIN._replace(number=3)), {"_named_often"}),
        (candidate(role="мер"), {"surely_somebody"}),
        (candidate(name="Андрій Бойко"), {"surely_somebody"}),
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
