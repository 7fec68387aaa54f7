from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from linked import AGAIN, BRIDGE, SCHOOL, document, fill

from sayso.app import claim_json, claims, sources
from sayso.app.linking import link_store
from sayso.errors import StoreError
from sayso.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        fill(opened)
        yield opened


def test_claims_are_listed_by_how_many_documents_tell_of_them(store: Store) -> None:
    told = [len({r.document for r in view.claim.reports}) for view in claims.claims(store)]
    assert told == sorted(told, reverse=True)
    assert claims.claims(store)[0].text in (BRIDGE, AGAIN)
    assert len(claims.claims(store, limit=1)) == 1


def test_a_claim_is_found_by_words_and_by_any_id(store: Store) -> None:
    (school,) = claims.claims(store, "школу")
    assert school.text == SCHOOL
    (report,) = school.claim.reports
    for reference in (school.claim.id, school.claim.utterances[0].id, report.id, "школу"):
        assert claims.claim(store, reference)[0].claim.id == school.claim.id


def test_as_of_shows_only_what_was_out(store: Store) -> None:
    assert [view.text for view in claims.claims(store, as_of=dt.date(2023, 5, 3))] == [BRIDGE]
    assert claims.claims(store, as_of=dt.date(2023, 5, 1)) == []


def test_an_utterance_has_all_its_reports(store: Store) -> None:
    first = claims.claim(store, "міст")[0].claim.utterances[0]
    view = claims.utterance(store, first.id)
    assert view.utterance.documents == ("a", "b")
    assert claims.utterance(store, first.reports[1].id).utterance.id == first.id


@pytest.mark.parametrize("ask", [claims.claim, claims.utterance, sources.source])
def test_what_is_not_there_is_told_with_the_way_out(store: Store, ask: object) -> None:
    with pytest.raises(StoreError) as raised:
        ask(store, "літак")  # type: ignore[operator]
    assert "sayso claims" in raised.value.line()


def test_a_store_that_is_not_linked_says_so() -> None:
    with Store.open(":memory:") as store, pytest.raises(StoreError, match="linked") as raised:
        claims.claim(store, "міст")
    assert "sayso link" in raised.value.line()


def test_discrepancies_name_documents_and_exact_words(store: Store) -> None:
    store.add_many(
        [document("d", 6, ("Петро Коваль", "міст не закриють на ремонт до самої осені"), deny=True)]
    )
    link_store(store)
    for found in claims.discrepancies(store):
        line = claim_json.discrepancy_line(found)
        assert ("what" in line) != ("relation" in line)
        assert {"documents", "spans", "explain", "reasons"} <= line.keys()
        for passage in line["spans"]:
            text = store.document(passage["document"]).text  # type: ignore[union-attr]
            assert text[slice(*passage["span"])] == passage["text"]


def test_everything_can_be_written_as_json(store: Store) -> None:
    view = claims.claim(store, "міст")[0]
    said = view.claim.utterances[0]
    objects = [
        claim_json.claim_line(view),
        claim_json.claim_object(view),
        claim_json.utterance_object(claims.utterance(store, said.id)),
        claim_json.source_object(sources.source(store, "Олена Бойко")),
    ]
    written = [json.loads(json.dumps(one)) for one in objects]
    assert written[1]["stands"][0]["reports"][0]["document"] == "a"
    assert written[1]["steps"][0]["statements"] == [said.reports[0].id, said.reports[1].id]


def test_claims_that_hang_together_are_compared_with_each_other() -> None:
    told = [("a", 3, "присяжні в Одесі вже проголосували"), ("b", 4, "присяжні в Одесі ще не проголосували")]
    with Store.open(":memory:") as store:
        store.add_many([document(name, day, (f"{name} Коваль", what)) for name, day, what in told])
        link_store(store)
        (one, other) = sorted(line.statement.id for line in store.statements())
        with (
            store.linking() as tables
        ):  # as if linking had taken them for two claims that are near each other
            keys = {report.id: key for key, report in tables.reports([1, 2]).items()}
            apart = {keys[name]: (f"u-{name}", f"c-{name}") for name in (one, other)}
            tables.settle(apart, apart)
        assert store.near_claims([f"c-{other}"], -1.0) == {(f"c-{one}", f"c-{other}")}
        (found,) = claims.discrepancies(store)
    assert (found.relation, found.documents) == ("contradiction", ("a", "b"))
