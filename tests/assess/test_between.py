"""Conflicts between claims that are near each other."""

import pytest

from reporting import claim, count, report, utterance
from sayso.assess import conflicts_between
from sayso.model import Claim


def held(document: str, text: str, name: str, day: str, **more: object) -> Claim:
    told = utterance(report(document, text, name, day=day, published=day, **more), name=f"u-{document}")
    return claim(("assert", told), name=f"c-{document}")


def relations(*claims: Claim) -> list[str | None]:
    return [found.relation for found in conflicts_between(claims)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            ("The jury in Leeds has already voted", "Ann Lee", "2023-05-01"),
            ("The jury in Leeds has not yet voted", "Bo Ek", "2023-05-02"),
            ["contradiction"],
        ),
        (
            ("The jury in Leeds has not yet voted", "Ann Lee", "2023-05-01"),
            ("The jury in Leeds has already voted", "Ann Lee", "2023-05-02"),
            ["status-change"],
        ),
        (
            ("The jury in Leeds has not yet voted", "Ann Lee", "2023-05-01"),
            ("The jury in Leeds has already voted", "Bo Ek", "2023-05-02"),
            [],
        ),
        (
            ("The jury in Leeds has already voted", "Ann Lee", "2023-05-01"),
            ("The jury in Leeds has not yet eaten", "Bo Ek", "2023-05-02"),
            [],
        ),
        (
            ("The jury in Leeds has already voted", "Ann Lee", "2023-05-01"),
            ("Parliament has not yet voted", "Bo Ek", "2023-05-02"),
            [],
        ),
    ],
)
def test_not_yet_and_already(
    first: tuple[str, str, str], second: tuple[str, str, str], expected: list[str]
) -> None:
    assert relations(held("a", *first), held("b", *second)) == expected
    assert relations(held("b", *second), held("a", *first)) == expected


def test_a_forecast_that_did_not_come_true() -> None:
    forecast = held("a", "The bridge in Riga opens on 3 May", "Ann Lee", "2023-05-01", act="predict")
    late = held("b", "The bridge in Riga has not yet opened", "Bo Ek", "2023-05-05")
    early = held("b", "The bridge in Riga has not yet opened", "Bo Ek", "2023-05-02")
    (found,) = conflicts_between([late, forecast])
    assert found.relation == "contradiction"
    assert found.subject == "c-a"
    assert relations(forecast, early) == []


def numbered(document: str, number: int, name: str, day: str) -> Claim:
    counted = count(str(number), number, number, "residents")
    return held(document, f"{number} residents of Riga evacuated", name, day, quantities=(counted,))


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ((900, "Ann Lee", "2023-05-04"), ["status-change"]),
        ((900, "Bo Ek", "2023-05-01"), ["number-conflict"]),
        ((900, "Bo Ek", "2023-05-04"), []),
        ((400, "Bo Ek", "2023-05-01"), []),
        ((90_000, "Bo Ek", "2023-05-01"), []),
    ],
)
def test_numbers(second: tuple[int, str, str], expected: list[str]) -> None:
    assert relations(numbered("a", 400, "Ann Lee", "2023-05-01"), numbered("b", *second)) == expected


def test_one_claim_alone_gives_nothing() -> None:
    assert conflicts_between([numbered("a", 400, "Ann Lee", "2023-05-01")]) == ()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("There is no evidence of French troops in Riga", "French troops in Riga", ["status-change"]),
        ("There is no evidence of French troops in Riga", "the bridge of Leeds", []),
        ("French troops are in Riga", "French troops in Riga", []),
    ],
)
def test_who_would_not_confirm_and_later_does(first: str, second: str, expected: list[str]) -> None:
    before = report("a", first, "Ann Lee", day="2023-05-01", published="2023-05-01")
    after = report("b", second, "Ann Lee", day="2023-05-09", published="2023-05-09", act="confirm")
    open_one = claim(("assert", utterance(before, name="u-a")), name="c-a")
    confirmed = claim(("confirm", utterance(after, name="u-b")), name="c-b")
    assert relations(open_one, confirmed) == expected


@pytest.mark.parametrize(("day", "expected"), [("2023-05-06", ["number-conflict"]), ("2023-05-20", [])])
def test_numbers_foretold_in_one_week_exclude_each_other(day: str, expected: list[str]) -> None:
    def foretold(document: str, number: int, name: str, on: str) -> Claim:
        counted = count(str(number), number, number, "residents")
        text = f"{number} residents of Riga will be evacuated"
        return held(document, text, name, on, quantities=(counted,), act="predict")

    assert (
        relations(foretold("a", 600, "Ann Lee", "2023-05-01"), foretold("b", 900, "Bo Ek", day)) == expected
    )


def test_what_was_said_within_some_days_may_be_of_any_of_them() -> None:
    told = numbered("a", 600, "Ann Lee", "2023-05-02")
    counted = count("900", 900, 900, "residents")
    vague = utterance(
        report(
            "b",
            "900 residents of Riga evacuated",
            "Bo Ek",
            day="2023-05-01/2023-05-09",
            quantities=(counted,),
        ),
        name="u-b",
    )
    assert relations(told, claim(("assert", vague), name="c-b")) == ["number-conflict"]
