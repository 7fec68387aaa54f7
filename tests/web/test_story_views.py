"""What the pages of a story, a claim and a source are made of."""

from __future__ import annotations

import datetime as dt

import pytest

from sayso.app import claims, listing
from sayso.app.claims import ClaimView
from sayso.app.course import course, days
from sayso.app.serving import Stores
from sayso.model import Reason, Report, Span
from sayso.web.views import claim as ledgers
from sayso.web.views.hits import parts
from sayso.web.views.naming import outlets, renamed
from sayso.web.views.record import record
from sayso.web.views.timeline import LANES, WIDTH, Wish, timeline
from sayso.web.views.wordwise import columns


@pytest.fixture(scope="module")
def views(stores: Stores) -> tuple[ClaimView, ...]:
    return listing.claims(stores.reading, limit=20).items


def test_every_utterance_stands_once_in_the_ledger_and_on_one_side(views: tuple[ClaimView, ...]) -> None:
    for view in views:
        entries = ledgers.entries(view.weighed)
        told = {entry.stand.utterance.id for day in ledgers.ledger(entries) for entry in day.entries}
        sides = [one.stand.utterance.id for side in ledgers.sides(entries) for one in side]
        assert told == {said.id for said in view.weighed.claim.utterances} == set(sides)
        assert len(sides) == len(told)
        known = [day.day for day in ledgers.ledger(entries) if day.day]
        assert known == sorted(known)


def test_every_change_of_status_has_its_place(views: tuple[ClaimView, ...]) -> None:
    for view in views:
        placed = [step for entry in ledgers.entries(view.weighed) for step in entry.steps]
        assert sorted(step.rule for step in placed) == sorted(step.rule for step in view.weighed.steps)


def test_a_course_ends_where_the_claim_stands_now(stores: Stores, views: tuple[ClaimView, ...]) -> None:
    for view in views[:5]:
        found = course(stores.reading, view.claim)
        assert [point.day for point in found] == days(view.claim)
        assert (found[-1].status, found[-1].origins) == (view.weighed.status, len(view.weighed.origins))
        for point in found:
            then = claims.claim(stores.reading, view.claim.id, as_of=point.day)[0].weighed
            assert (point.status, point.credibility) == (then.status, then.grade.value)


def test_origins_tell_why_they_are_one(views: tuple[ClaimView, ...]) -> None:
    found = [origin for view in views for origin in ledgers.origins(view.weighed)]
    assert sum(1 for origin in found if origin.others) > 2
    assert all(bond.reasons for origin in found for bond in origin.others)


def test_a_timeline_holds_what_the_filters_let_through(views: tuple[ClaimView, ...]) -> None:
    whole = timeline(views)
    assert whole
    assert len(whole.lanes) == LANES
    assert all(0 < mark.x < WIDTH and 0 < mark.y < whole.height for mark in whole.marks)
    for wish in (
        Wish(lang="ru"),
        Wish(stance="deny"),
        Wish(source="рютте"),
        Wish(since=dt.date(2024, 10, 25)),
    ):
        some = timeline(views, wish)
        assert some
        assert 0 < len(some.marks) < len(whole.marks)
        assert len(some.marks) + some.left + some.undated == len(whole.marks) + whole.undated or wish.since


def test_a_timeline_can_be_zoomed_within_its_days(views: tuple[ClaimView, ...]) -> None:
    whole = timeline(views)
    assert whole
    for span in (whole.near, whole.far, whole.before, whole.behind):
        assert whole.whole[0] <= span[0] <= span[1] <= whole.whole[1]
    near = timeline(views, Wish(*whole.near))
    assert near
    assert (near.first, near.last) == whole.near
    assert timeline([]) is None


def test_a_record_tells_what_one_source_said(views: tuple[ClaimView, ...]) -> None:
    lines = record(views, {"Марк Рютте", "Mark Rutte"})
    assert lines
    assert all(
        {"Марк Рютте", "Mark Rutte"} & {one.source.name for one in line.entry.stand.utterance.statements}
        for line in lines
    )


def test_reports_stand_in_columns_by_language(views: tuple[ClaimView, ...]) -> None:
    said = max((u for view in views for u in view.weighed.claim.utterances), key=lambda u: len(u.reports))
    found = columns(said)
    assert sorted(one.report.id for column in found for one in column.reports) == sorted(
        r.id for r in said.reports
    )
    for column in found:
        assert {one.report.lang for one in column.reports} == {column.lang}
        assert [one.beside is None for one in column.reports] == [True] + [False] * (len(column.reports) - 1)


def test_documents_are_called_by_their_outlets(views: tuple[ClaimView, ...]) -> None:
    statement = views[0].claim.reports[0].statement
    other = views[1].claim.reports[0].statement
    named = outlets([Report(statement=statement, outlet="A"), Report(statement=other)])
    assert named[statement.document] == "A"
    (told,) = renamed([Reason("x", {"who": "b", "documents": f"{statement.document}, b"})], named)
    assert told.values == {"who": "b", "documents": "A, b"}


def test_found_words_are_cut_out() -> None:
    cut = parts("one two three", [Span(4, 7), Span(5, 7)])
    assert [(part.text, part.is_found) for part in cut] == [("one ", False), ("two", True), (" three", False)]
