"""The example story through sayso's own parts: into a store, again, and out of it."""

from __future__ import annotations

import pytest

from sayso.app.examples import example_story
from sayso.app.outcomes import NoPack, Outcome, Read, Skipped
from sayso.app.querying import list_documents, search, show
from sayso.app.reading import IngestOptions, read_many
from sayso.languages import available
from sayso.store import Store


def run(store: Store, workers: int = 1) -> list[Outcome]:
    return list(read_many([example_story()], IngestOptions(), store=store, workers=workers))


@pytest.fixture(scope="module")
def told():
    with Store.open(":memory:") as store:
        yield store, run(store)


def test_every_document_is_read_or_waits_for_a_pack(told):
    _, outcomes = told
    assert len(outcomes) == 44
    for outcome in outcomes:
        expected = Read if outcome.document.lang in available() else NoPack
        assert isinstance(outcome, expected)
    assert sum(len(outcome.document.statements) for outcome in outcomes) > 50


def test_what_was_read_is_what_is_stored(told):
    store, outcomes = told
    for outcome in outcomes:
        assert show(store, outcome.document.id) == outcome.document


def test_the_store_is_not_read_again(told):
    store, outcomes = told
    before = list(list_documents(store))
    again = run(store)
    assert [type(outcome) for outcome in again] == [
        Skipped if isinstance(outcome, Read) else NoPack for outcome in outcomes
    ]
    assert list(list_documents(store)) == before


def test_two_processes_read_the_same(told):
    _, outcomes = told
    with Store.open(":memory:") as store:
        assert run(store, workers=2) == outcomes


def test_any_form_finds_the_same_statements(told):
    store, _ = told
    found = [
        {line.statement.id for line in search(store, words, limit=None).statements}
        for words in ("північнокорейські військові", "північнокорейського військового")
    ]
    assert found[0]
    assert found[0] == found[1]
