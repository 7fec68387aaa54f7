"""The ledgers of the annotated story, from the statements of all its languages."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

import pytest

import gold
from sayso.app import weighing
from sayso.app.weighing import Weighed
from sayso.assess import changes, told
from sayso.model import Claim, Report, Utterance

Line = tuple[str, str, str]
"""The day in October 2024, the status, and who brought it about."""


def weighed(name: str, as_of: dt.date | None = None) -> Weighed:
    groups: defaultdict[str, list[Report]] = defaultdict(list)
    for report in [*gold.reports("dprk"), *gold.reports("seed")]:
        if report.statement.claim == name:
            groups[report.statement.utterance or report.id].append(report)
    utterances = (
        Utterance(id=key, reports=tuple(sorted(found, key=lambda report: report.order)))
        for key, found in sorted(groups.items())
    )
    return weighing.weigh(Claim(id=name, stands=tuple(map(weighing.stand_of, utterances))), as_of)


def course(found: Weighed) -> list[Line]:
    said = {one.id: one for one in found.claim.utterances}
    return [
        (f"{step.day:%m-%d}" if step.day else "", step.status, said[step.utterance].source.name)
        for step in changes(found.steps)
    ]


SENT = "dprk-troops-sent-to-russia"


def test_troops_sent_to_russia_are_alleged_disputed_and_confirmed() -> None:
    assert course(weighed(SENT)) == [
        ("10-18", "alleged", "South Korean National Intelligence Service"),
        ("10-21", "disputed", "DPRK mission to the UN"),
        ("10-23", "confirmed", "Pentagon"),
    ]


def test_each_step_has_its_statements_and_who_would_not_confirm_is_listed() -> None:
    found = weighed(SENT)
    ids = {report.id for report in found.claim.reports}
    assert all(step.statements and set(step.statements) <= ids for step in found.steps)
    notes = [step for step in found.steps if step.rule == "not-confirmed-yet"]
    assert {"austin-2024-10-19-no-confirm", "peskov-2024-10-21-contradictory"} <= {s.utterance for s in notes}
    (confirmation,) = (step for step in found.steps if step.rule == "confirmation")
    assert "position changed" in told(confirmation.reasons)


def test_on_20_october_none_of_the_later_is_known() -> None:
    found = weighed(SENT, dt.date(2024, 10, 20))
    assert course(found) == [("10-18", "alleged", "South Korean National Intelligence Service")]
    assert {report.published for report in found.claim.reports} == {dt.date(2024, 10, 18)}


def test_services_and_ministry_of_one_country_are_one_origin_at_most() -> None:
    (seoul,) = (group for group in weighed(SENT).origins if "South Korean" in group[0].source.name)
    assert len(seoul) > 1


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("dprk-troops-in-kursk", ["10-25 alleged ГУР", "10-28 confirmed Марк Рютте"]),
        ("dprk-troops-to-occupied-ukraine", ["10-08 alleged Кім Йон Хен", "10-10 disputed Dmitry Peskov"]),
        (
            "dprk-troops-prepared-for-ukraine",
            [
                "10-11 rumoured Washington Post",
                "10-15 denied Центр противодействия дезинформации",
                "10-17 disputed Володимир Зеленський",
                "11-05 confirmed южнокорейская разведка",
            ],
        ),
    ],
)
def test_other_claims_of_the_story(claim: str, expected: list[str]) -> None:
    assert [" ".join(line) for line in course(weighed(claim))] == expected
