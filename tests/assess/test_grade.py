from __future__ import annotations

from typing import Any

import pytest

from assess.made import claim, report
from sayso.assess import SourceRecord, credibility, ledger, origins, records, reliability, told
from sayso.model import Claim, Report

DENY = {"act": "deny", "polarity": "-"}
CONFIRM = {"act": "confirm"}


@pytest.mark.parametrize(
    ("right", "wrong", "grade"),
    [(0, 0, "F"), (4, 0, "F"), (0, 4, "F"), (5, 0, "C"), (10, 0, "B"), (20, 0, "A"), (19, 1, "A"), (18, 2, "B"),
     (8, 2, "B"), (7, 3, "C"), (3, 2, "C"), (2, 3, "D"), (1, 4, "E"), (0, 50, "E")],
)  # fmt: skip
def test_reliability_is_read_off_settled_claims(right: int, wrong: int, grade: str) -> None:
    found = reliability(SourceRecord(name="Gazette", right=right, wrong=wrong))
    assert found.value == grade
    assert found.reasons
    assert bool(found.missing) == (grade != "A")


def test_not_to_be_judged_is_no_blame() -> None:
    assert "no mark against it" in told(reliability(SourceRecord(name="Gazette")).reasons)


GRADES: list[tuple[str, list[Report], int]] = [
    ("nobody named", [report("an:", outlet="Gazette"), report("out:Herald")], 6),
    ("nothing", [], 6),
    ("could", [report("org:Target", certainty="possible")], 6),
    ("one word", [report("org:Target")], 3),
    ("one word, relayed twice", [report("org:Target"), report("org:Target", via=("Herald",))], 3),
    ("doubted", [report("org:Target"), report("org:Bank", on=2, polarity="-", certainty="probable")], 4),
    ("two origins", [report("org:WHO"), report("org:CDC", on=2)], 2),
    ("confirmed alone", [report("org:WHO", **CONFIRM)], 2),
    ("confirmed by another", [report("org:WHO"), report("org:CDC", on=2, **CONFIRM)], 1),
    ("and denied", [report("org:WHO"), report("org:CDC", on=2, **CONFIRM), report("org:Party", on=3, **DENY)], 2),
    (
        "the denial taken back",
        [report("org:Party", **DENY), report("org:CDC", on=2), report("org:Party", on=3, **CONFIRM)],
        1,
    ),
    ("word against word", [report("org:Buyer"), report("org:Target", on=2, **DENY)], 4),
    (
        "two words against one",
        [report("org:Buyer"), report("org:Bank"), report("org:Target", on=2, **DENY)],
        3,
    ),
    ("denied", [report("an:"), report("org:Target", on=2, **DENY)], 5),
    ("taken back", [report("org:Target"), report("org:Target", on=2, **DENY)], 5),
]  # fmt: skip


@pytest.mark.parametrize(("case", "told", "grade"), GRADES, ids=[row[0] for row in GRADES])
def test_credibility(case: str, told: list[Report], grade: int) -> None:
    made = claim(*told)
    found = credibility(made, ledger(made), origins(made))
    assert found.value == grade
    assert found.reasons
    assert bool(found.missing) == (grade != 1)


def history(*claims: Claim) -> dict[tuple[str, str], tuple[int, int]]:
    found = records((made, ledger(made)) for made in claims)
    return {(record.role, record.name): (record.right, record.wrong) for record in found}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([report("org:Buyer")], {}),
        ([report("org:Buyer"), report("org:Target", on=2, **DENY)], {}),
        ([report("org:Buyer"), report("org:Court", on=2, **CONFIRM)], {("speaker", "buyer"): (1, 0)}),
        (
            [report("org:Buyer"), report("org:Bank", **DENY), report("org:Court", on=3, **CONFIRM)],
            {("speaker", "buyer"): (1, 0), ("speaker", "bank"): (0, 1)},
        ),
        (
            [report("an:", outlet="Gazette"), report("org:Court", on=2, **CONFIRM)],
            {("outlet", "gazette"): (1, 0)},
        ),
        (
            [report("org:Buyer", outlet="Gazette"), report("org:Buyer", on=2, **DENY)],
            {("speaker", "buyer"): (0, 1)},
        ),
        ([report("org:Court", **CONFIRM), report("org:Buyer", on=2)], {}),
    ],
    ids=["open", "denied only", "confirmed", "denier wrong", "the outlet's own", "taken back", "hindsight"],
)
def test_records_count_what_was_said_before_the_settling(
    told: list[Report], expected: dict[str, Any]
) -> None:
    assert history(claim(*told)) == expected


def test_a_claim_counts_once_for_a_source() -> None:
    made = claim(report("org:Buyer"), report("org:Buyer", on=2), report("org:Court", on=3, **CONFIRM))
    assert history(made, made) == {("speaker", "buyer"): (2, 0)}
