from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gold
from assess.made import claim, day, report, utterance
from sayso.assess import RULES, changes, known_by, ledger, stance, status_of
from sayso.assess import told as in_words
from sayso.model import Claim, Report, Source, Utterance

MAYOR, COURT, CLERK = "per:Doe, mayor", "org:Court", "per:Roe"
BUYER, TARGET = "org:Buyer", "org:Target"
DENY = {"act": "deny", "polarity": "-"}
COULD = {"certainty": "possible"}
CONFIRM = {"act": "confirm"}
DECLINE = {"act": "decline", "certainty": "unknown"}

STORIES: list[tuple[str, list[Report], list[str]]] = [
    ("nothing", [], []),
    ("only hidden", [report("an:"), report("out:Gazette", on=2)], ["rumour rumoured"]),
    ("could", [report(MAYOR, **COULD)], ["rumour rumoured"]),
    ("asked about first", [report(TARGET, **DECLINE)], ["spoken-of rumoured"]),
    (
        "a takeover, told and denied",
        [report("an:", outlet="Gazette"), report(TARGET, on=2, **DENY)],
        ["rumour rumoured", "denial-only denied"],
    ),
    (
        "denied by somebody without an office",
        [report("an:", outlet="Gazette"), report(CLERK, on=2, **DENY)],
        ["rumour rumoured", "word-against-word disputed"],
    ),
    (
        "anonymous denial denies nothing",
        [report(BUYER), report("an:", on=2, **DENY)],
        ["allegation alleged", "doubt-noted alleged"],
    ),
    (
        "an epidemic, two origins",
        [report("org:WHO"), report("org:CDC", on=2)],
        ["allegation alleged", "corroboration corroborated"],
    ),
    ("one origin twice", [report("org:WHO"), report("org:CDC", on=2, via=("WHO",))], ["allegation alleged"]),
    ("two hidden corroborate nothing", [report("org:WHO"), report("an:", on=2)], ["allegation alleged"]),
    (
        "a takeover, not yet confirmed, then confirmed",
        [report("out:Gazette"), report(BUYER, on=2, **DECLINE), report(BUYER, on=5, **CONFIRM)],
        ["rumour rumoured", "not-confirmed-yet rumoured", "confirmation confirmed"],
    ),
    ("no office confirms", [report(CLERK, **CONFIRM)], ["allegation alleged"]),
    ("hedged confirmation", [report(COURT, act="confirm", certainty="probable")], ["allegation alleged"]),
    (
        "own word again",
        [report(COURT), report(COURT, on=2, **CONFIRM)],
        ["allegation alleged", "own-word-again alleged"],
    ),
    (
        "own word again, then another's",
        [report(COURT), report(COURT, on=2, **CONFIRM), report(MAYOR, on=3)],
        ["allegation alleged", "own-word-again alleged", "confirmation-backed confirmed"],
    ),
    (
        "a court case, word against word",
        [report(MAYOR), report(CLERK, on=2, **DENY)],
        ["allegation alleged", "word-against-word disputed"],
    ),
    (
        "lone confirmation denied",
        [report(BUYER, **CONFIRM), report(TARGET, on=2, **DENY)],
        ["confirmation confirmed", "lone-confirmation-denied disputed"],
    ),
    (
        "denied first, then a lone confirmation",
        [report(TARGET, **DENY), report(BUYER, on=2, **CONFIRM)],
        ["denial-only denied", "word-against-word disputed"],
    ),
    (
        "denied after two origins",
        [report("org:WHO"), report("org:CDC", on=2, **CONFIRM), report(MAYOR, on=3, **DENY)],
        ["allegation alleged", "confirmation confirmed", "denial-noted confirmed"],
    ),
    (
        "a second origin settles the dispute",
        [report(BUYER, **CONFIRM), report(TARGET, on=2, **DENY), report(MAYOR, on=3)],
        ["confirmation confirmed", "lone-confirmation-denied disputed", "confirmation-backed confirmed"],
    ),
    ("taken back", [report(COURT), report(COURT, on=2, **DENY)], ["allegation alleged", "withdrawn retracted"]),
    (
        "taken back by one of two",
        [report("org:WHO"), report("org:CDC", on=2), report("org:CDC", on=3, **DENY)],
        ["allegation alleged", "corroboration corroborated", "word-against-word disputed"],
    ),
    (
        "the denial taken back",
        [report(MAYOR), report(TARGET, on=2, **DENY), report(TARGET, on=3)],
        ["allegation alleged", "word-against-word disputed", "corroboration corroborated"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "told", "expected"), STORIES, ids=[story[0] for story in STORIES])
def test_stories(case: str, told: list[Report], expected: list[str]) -> None:
    steps = ledger(claim(*told))
    assert [f"{step.rule} {step.status}" for step in steps] == expected
    assert [step.before for step in steps] == [None, *(step.status for step in steps)][: len(steps)]
    assert all(in_words(step.reasons).endswith(".") and "{" not in in_words(step.reasons) for step in steps)


def test_every_rule_is_told_of() -> None:
    assert {rule.name for rule in RULES} == {line.split()[0] for story in STORIES for line in story[2]}


def test_a_reversal_is_said_to_be_one() -> None:
    steps = ledger(claim(report(COURT, **DECLINE), report(COURT, on=4, **CONFIRM)))
    assert "had not confirmed it before (2021-03-01)" in in_words(steps[-1].reasons)
    others = ledger(claim(report(COURT, **DECLINE), report(TARGET, on=4, **CONFIRM)))
    assert "position changed" not in in_words(others[-1].reasons)


def test_kin_are_one_origin() -> None:
    told = claim(report("org:Ministry"), report("per:Doe, minister", on=2))

    def kin(one: Source, other: Source) -> bool:
        return {one.name, other.name} == {"Ministry", "Doe"}

    assert status_of(ledger(told)) == "corroborated"
    assert status_of(ledger(told, kin=kin)) == "alleged"


def test_the_day_is_that_of_the_saying() -> None:
    late, unknown = report(COURT, on=9, said=4), report(MAYOR, on=None)
    assert [step.day for step in ledger(claim(late, unknown))] == [day(4), None]


def test_as_of_reads_only_what_was_out() -> None:
    told = claim(report(MAYOR, on=9, said=2), report(COURT, on=None), report(TARGET, on=3, said=8))
    assert ledger(told, as_of=day(4)) == ()
    assert [step.day for step in ledger(told, as_of=day(9))] == [day(2), day(3)]


def test_as_of_reads_the_stance_anew() -> None:
    one = utterance(report(COURT, on=1), report(COURT, on=5, **CONFIRM), report(COURT, on=6, **CONFIRM))
    assert status_of(ledger(claim(one))) == "confirmed"
    assert status_of(ledger(claim(one), as_of=day(2))) == "alleged"


def test_as_of_keeps_a_stance_that_was_set() -> None:
    one = utterance(report(COURT, "there is no evidence", on=1), report(COURT, on=5))
    placed = Claim(id="c", stands=(type(stance(one))(utterance=one, stance="deny"),))
    assert [stand.stance for stand in known_by(placed, day(2)).stands] == ["deny"]


KINDS = st.sampled_from([{}, DENY, COULD, CONFIRM, DECLINE, {"polarity": "-", "certainty": "probable"}])
NAMES = st.sampled_from(["org:WHO", "org:CDC", MAYOR, CLERK, "an:", "out:Gazette", "grp:doctors"])
SPOKEN = st.builds(lambda who, on, more: report(who, on=on, **more), NAMES, st.integers(1, 28), KINDS)
REPORTED = st.builds(
    lambda who, on, ago, more: report(who, on=on, said=max(1, on - ago), **more),
    NAMES,
    st.integers(1, 28),
    st.integers(0, 9),
    KINDS,
)


@settings(deadline=None, max_examples=80)
@given(st.lists(REPORTED, max_size=8), st.randoms())
def test_the_order_of_reports_is_of_no_matter(told: list[Report], chance: random.Random) -> None:
    made = [utterance(*told[at : at + 1]) for at in range(len(told))]
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert ledger(claim(*shuffled)) == ledger(claim(*made))


@settings(deadline=None, max_examples=80)
@given(st.lists(SPOKEN, max_size=8), st.integers(1, 28))
def test_earlier_steps_stay_where_later_documents_tell_of_later_days(told: list[Report], on: int) -> None:
    early = ledger(claim(*told), as_of=day(on))
    assert ledger(claim(*told))[: len(early)] == early


@settings(deadline=None, max_examples=80)
@given(st.lists(REPORTED, max_size=8), st.integers(1, 28))
def test_no_step_rests_on_a_later_document(told: list[Report], on: int) -> None:
    halves = [utterance(*told[at : at + 2]) for at in range(0, len(told), 2)]
    out = {r.id for r in told if r.published and r.published <= day(on)}
    steps = ledger(claim(*halves), as_of=day(on))
    assert {one for step in steps for one in step.statements} <= out
    kept = [utterance(*left) for u in halves if (left := [r for r in u.reports if r.id in out])]
    renamed = [
        Utterance(id=next(u.id for u in halves if k.reports[0] in u.reports), reports=k.reports) for k in kept
    ]
    assert steps == ledger(claim(*renamed))


def annotated(name: str) -> Claim:
    groups: dict[str, list[Report]] = defaultdict(list)
    for one in [*gold.reports("dprk"), *gold.reports("seed")]:
        if one.statement.claim == name:
            groups[one.statement.utterance or one.id].append(one)
    made = (Utterance(id=k, reports=tuple(sorted(v, key=lambda r: r.order))) for k, v in groups.items())
    return Claim(id=name, stands=tuple(stance(one) for one in made))


@pytest.mark.shared
def test_the_story_of_the_troops_sent() -> None:
    told = annotated("dprk-troops-sent-to-russia")
    by_day = {step.day: step.status for step in ledger(told)}
    assert by_day[dt.date(2024, 10, 18)] == "alleged"
    assert by_day[dt.date(2024, 10, 21)] == "disputed"
    assert by_day[dt.date(2024, 10, 23)] == "confirmed"
    assert status_of(ledger(told)) == "confirmed"
    confirmed = next(step for step in ledger(told) if step.status == "confirmed")
    assert (confirmed.utterance, confirmed.rule) == ("austin-2024-10-23-evidence", "confirmation")
    assert "position changed" in in_words(confirmed.reasons)
    assert "denial" in in_words(confirmed.reasons)
    assert [step.status for step in ledger(told, as_of=dt.date(2024, 10, 20))] == ["alleged"]


@pytest.mark.shared
def test_the_story_of_the_troops_in_kursk() -> None:
    told = annotated("dprk-troops-in-kursk")
    assert [step.status for step in changes(ledger(told))] == ["alleged", "confirmed"]
    assert ledger(told, as_of=dt.date(2024, 10, 20)) == ()


def test_of_one_document_a_refusal_comes_before_the_confirmation() -> None:
    bank = "per:Roe, governor of the bank"
    confirmed = report(bank, act="confirm", on=4)
    declined = report("org:Ministry", act="decline", certainty="unknown", on=4)
    steps = ledger(claim(report("per:Doe", on=2), confirmed, declined))
    assert [step.rule for step in steps] == ["allegation", "not-confirmed-yet", "confirmation"]
    on_a_day = report("org:Ministry", act="decline", certainty="unknown", on=4, said=4)
    steps = ledger(claim(report("per:Doe", on=2), report(bank, act="confirm", on=4, said=4), on_a_day))
    assert [step.rule for step in steps] == ["allegation", "confirmation", "not-confirmed-yet"]
