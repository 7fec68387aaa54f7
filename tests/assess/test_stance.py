from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from assess.made import report, utterance
from sayso.assess import stance, stance_of
from sayso.model import because

TABLE: list[tuple[str, dict[str, Any], str]] = [
    ("org:Court", {}, "assert"),
    ("org:Court", {"act": "confirm"}, "confirm"),
    ("org:Court", {"act": "confirm", "certainty": "probable"}, "assert"),
    ("org:Court", {"act": "confirm", "polarity": "-"}, "deny"),
    ("org:Court", {"act": "deny"}, "deny"),
    ("org:Court", {"polarity": "-"}, "deny"),
    ("org:Court", {"polarity": "-", "certainty": "probable"}, "doubt"),
    ("org:Court", {"act": "decline", "certainty": "unknown"}, "decline"),
    ("org:Court", {"certainty": "unknown"}, "decline"),
    ("org:Court", {"act": "ask"}, "decline"),
    ("org:Court", {"certainty": "possible"}, "assert"),
    ("per:Doe", {"act": "accuse"}, "assert"),
    ("grp:witnesses", {}, "assert"),
    ("an:", {}, "report"),
    ("an:", {"act": "confirm"}, "report"),
    ("an:", {"act": "deny", "polarity": "-"}, "doubt"),
    ("out:Gazette", {}, "report"),
    ("out:Gazette", {"act": "decline"}, "decline"),
]


@pytest.mark.parametrize(("who", "given", "expected"), TABLE)
def test_stance_of_a_statement(who: str, given: dict[str, Any], expected: str) -> None:
    found, reasons = stance_of(report(who, **given).statement)
    assert found == expected
    assert reasons


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("there is no evidence that the dam has moved", "decline"),
        ("Київ поки не підтверджує продаж заводу", "decline"),
        ("дамба рухається. Доказів немає лише в опозиції", "assert"),
        ("the dam has moved", "assert"),
    ],
)
def test_who_says_that_nothing_proves_it_does_not_hold_it_true(content: str, expected: str) -> None:
    assert stance_of(report("org:Court", content).statement)[0] == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (("the reports of a leak", "a complete hoax"), "deny"),
        (("вигадкою", "підготовку страйку"), "deny"),
        (("сообщения об утечке", "вымыслом"), "deny"),
        (("сообщения об утечке", "важными"), "assert"),
        (("the film is a hoax",), "assert"),
        (("the film on what fiction does to us", "the best one"), "assert"),
    ],
)
def test_who_calls_it_untrue_denies_it(pieces: tuple[str, ...], expected: str) -> None:
    made = replace(report("org:Court").statement, content=pieces)
    assert stance_of(made)[0] == expected


def test_most_reports_decide() -> None:
    one = utterance(
        report("org:Court", act="confirm"), report("org:Court", act="confirm"), report("org:Court")
    )
    assert stance(one).stance == "confirm"
    assert stance(one).reasons[-1] == because("stance.others-assert")


def test_the_more_cautious_where_reports_are_even() -> None:
    assert stance(utterance(report("org:Court", act="confirm"), report("org:Court"))).stance == "assert"
    assert stance(utterance(report("org:Court", act="decline"), report("org:Court"))).stance == "decline"


def test_a_headline_that_repeats_the_body_weighs_no_more() -> None:
    twice = [report("org:Court", document="a", act="confirm") for _ in range(2)]
    others = [report("org:Court", document=d) for d in "bc"]
    assert stance(utterance(*twice, *others)).stance == "assert"
