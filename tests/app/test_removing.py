"""Taking documents out of a store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from linked import fill

from sayso.app import claims, deciding, removing
from sayso.app.linking import link_store
from sayso.errors import StoreError
from sayso.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        fill(opened)
        yield opened


def test_what_goes_is_told_before(store: Store) -> None:
    (found,) = removing.removals(store, ["b", "b"])
    assert (found.header.id, found.revisions, found.statements, found.decisions) == ("b", 1, 2, ())
    assert store.document("b") is not None


def test_it_goes_and_leaves_what_would_be_there_without_it(store: Store) -> None:
    assert removing.remove(store, removing.removals(store, ["b", "c"])) == 2
    link_store(store)
    assert [view.claim.reports[0].document for view in claims.claims(store)] == ["a"]


def test_where_one_is_missing_none_goes(store: Store) -> None:
    with pytest.raises(StoreError, match="no document x"):
        removing.removals(store, ["a", "x"])
    assert store.document("a") is not None


def test_decisions_stay_on_record(store: Store) -> None:
    one, other = sorted(row.id for row in store.groups("claim"))
    deciding.merge(store, one, other, by="Олена", reason="одна новина")
    named = {deciding.statement_of(name) for name in (one, other)}
    documents = {line.document.id for line in store.statements() if line.statement.id in named}
    found = removing.removals(store, documents)
    assert {decision.key for removal in found for decision in removal.decisions} == {1}
    removing.remove(store, found)
    link_store(store)
    assert [one.reason for one in store.decisions()] == ["одна новина"]
    assert all(not view.decisions for view in claims.claims(store))
