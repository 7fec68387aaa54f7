"""What people read otherwise than the machine is kept beside it, and all that is made of it follows, and goes back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from linked import document, fill

from sayso.app import claim_json, claims, correcting, deciding, querying, sources
from sayso.app.deciding import Decisions
from sayso.app.exporting import StoredStory, export
from sayso.app.linking import link_store
from sayso.app.telling import brief
from sayso.errors import DecisionError, NotThere
from sayso.store import Store

WHO = {"by": "Олена", "reason": "так у тексті"}


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        fill(opened)
        yield opened


def view(store: Store) -> claims.ClaimView:
    return claims.claim(store, "міст")[0]


def denial(store: Store) -> str:
    """Return the id of the statement that denies what the others say."""
    return next(report.id for report in view(store).claim.reports if report.statement.act == "deny")


def told(store: Store) -> str:
    return json.dumps(
        [claim_json.claim_object(view(store)), [repr(one) for one in claims.discrepancies(store)]],
        default=str,
    )


def test_the_ledger_follows_and_goes_back(store: Store) -> None:
    before = told(store)
    assert view(store).weighed.status in ("disputed", "denied")
    subject = denial(store)
    made = [
        deciding.correct(store, subject, field, value, **WHO)
        for field, value in (("act", "confirm"), ("polarity", "+"))
    ]
    after = view(store)
    assert after.weighed.status not in ("disputed", "denied")
    assert {one.key for one in after.decisions} == {one.key for one in made}
    assert subject in {report.id for report in after.claim.reports}
    for one in made:
        deciding.undo(store, one.key)
    assert told(store) == before


def test_what_is_rejected_counts_nowhere_and_can_be_had_back(store: Store) -> None:
    before, subject = told(store), denial(store)
    made = deciding.correct(store, subject, "rejected", "yes", **WHO)
    assert subject not in {report.id for report in view(store).claim.reports}
    assert view(store).weighed.status not in ("disputed", "denied")
    assert made.key in {one.key for one in view(store).decisions}
    assert subject not in {one.id for read in export(store) for one in read.statements}
    assert subject in {line.statement.id for line in store.statements()}
    deciding.undo(store, made.key)
    assert told(store) == before


def test_a_claim_whose_naming_statement_is_rejected_is_found_by_its_id(store: Store) -> None:
    found = view(store)
    for reference in (found.claim.id, *(one.id for one in found.claim.utterances if len(one.reports) > 1)):
        deciding.correct(store, deciding.statement_of(reference), "rejected", "yes", **WHO)
        if reference.startswith("c-"):
            assert claims.claim(store, reference)[0].claim.id == reference
        else:
            assert claims.utterance(store, reference).utterance.id == reference


def test_a_claim_of_which_nothing_is_left_is_told_no_more(store: Store) -> None:
    (school,) = claims.claims(store, "школу")
    made = deciding.correct(store, school.claim.reports[0].id, "rejected", "yes", **WHO)
    assert school.claim.id not in {one.claim.id for one in claims.every_claim(store)}
    assert school.claim.id not in {one.claim.id for one in claims.claims(store)}
    with pytest.raises(NotThere):
        claims.utterance(store, school.claim.utterances[0].id)
    deciding.undo(store, made.key)
    assert claims.claims(store, "школу") == [school]


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("source_name", "Ігор Лис", "Ігор Лис"),
        ("source_role", "міський голова", "міський голова"),
        ("source_role", "none", None),
        ("source_type", "organization", "organization"),
        ("kind", "direct", "direct"),
        ("act", "warn", "warn"),
        ("polarity", "+", "+"),
        ("certainty", "possible", "possible"),
        ("said_at", "2023-05-01", "2023-05-01"),
        ("said_at", "2023-05-01/2023-05-03", "2023-05-01/2023-05-03"),
        ("said_at", "none", None),
    ],
)
def test_every_field(store: Store, field: str, value: str, shown: str | None) -> None:
    subject = denial(store)
    before = querying.statement(store, subject).statement
    made = deciding.correct(store, subject, field, value, **WHO)
    (report,) = (one for one in view(store).claim.reports if one.id == subject)
    assert report.statement.to_json()[field] == shown
    assert (
        f"{field} corrected from {correcting.machine_value(before, field)} to {value}"
        in report.statement.notes[-1]
    )
    exported = next(one for read in export(store) for one in read.statements if one.id == subject)
    assert exported.to_json()[field] == shown
    assert exported.notes[-1] == report.statement.notes[-1]
    assert querying.statement(store, subject).statement == before
    assert Decisions(store).corrections(subject) == (made,)
    assert any(
        report.id == subject for account in StoredStory(store).accounts() for report in account.claim.reports
    )
    assert brief(store, None, lang="uk")


def test_the_last_correction_of_a_field_counts(store: Store) -> None:
    subject = denial(store)
    first, last = (deciding.correct(store, subject, "act", act, **WHO) for act in ("warn", "urge"))
    acts = [report.statement.act for report in view(store).claim.reports if report.id == subject]
    assert acts == ["urge"]
    deciding.undo(store, last.key)
    found = Decisions(store).statement(querying.statement(store, subject).statement)
    assert found is not None
    assert found.act == "warn"
    assert Decisions(store).corrections(subject) == (first,)


def test_a_source_that_was_put_right_has_what_it_said(store: Store) -> None:
    subject = denial(store)
    deciding.correct(store, subject, "source_name", "Ігор Лис", **WHO)
    found = sources.source(store, "Лис")
    assert [one.claim.id for one in found.claims] == [view(store).claim.id]
    assert found.heard.statements == 1
    assert all(
        report.id != subject
        for one in sources.source(store, "Олена Бойко").claims
        for report in one.claim.reports
    )


def test_it_outlives_new_documents(store: Store) -> None:
    deciding.correct(store, denial(store), "act", "confirm", **WHO)
    store.add_many([document("z", 9, ("Петро Коваль", "міст закриють на ремонт до осені"))])
    link_store(store)
    assert not any(report.statement.act == "deny" for report in view(store).claim.reports)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("act", "shout"),
        ("act", ""),
        ("polarity", "±"),
        ("rejected", "no"),
        ("content", "x"),
        ("id", "x"),
        ("said_at", "torik"),
        ("said_at", "2023-05-03/2023-05-01"),
        ("said_at", "2023-02-30"),
        ("source_name", " "),
        ("source_name", "none"),
        ("source_name", "я" * 300),
    ],
)
def test_what_a_field_cannot_have_is_refused(store: Store, field: str, value: str) -> None:
    with pytest.raises(DecisionError) as raised:
        deciding.correct(store, denial(store), field, value, **WHO)
    assert raised.value.hint
    assert store.decisions() == []


def test_nobody_corrects_what_is_not_there_or_without_a_reason(store: Store) -> None:
    with pytest.raises(NotThere):
        deciding.correct(store, "0" * 16, "act", "deny", **WHO)
    with pytest.raises(DecisionError):
        deciding.correct(store, denial(store), "act", "warn", by="Олена", reason=" ")
    assert store.decisions() == []


def test_days_are_read_as_days() -> None:
    statement = next(iter(fill_one()))
    assert statement.said_at is None
    made = correcting.corrected(statement, [decision(statement.id, "said_at", "2023-05-01/2023-05-03")])
    assert made is not None
    assert made.said_at is not None
    assert (made.said_at.start, made.said_at.end) == (dt.date(2023, 5, 1), dt.date(2023, 5, 3))
    assert made.said_at.basis == correcting.BY_A_PERSON


def fill_one() -> list:
    return list(document("a", 3, ("Петро Коваль", "міст закриють")).document.statements)


def decision(subject: str, field: str, value: str) -> deciding.Decision:
    return deciding.Decision(
        key=1,
        kind="correct",
        subject=subject,
        other=field,
        value=value,
        made_at="2023-05-01T00:00:00+00:00",
        **WHO,
    )
