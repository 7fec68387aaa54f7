"""What is new behind a mark, and marks that grow with whatever a reader may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from linked import BRIDGE, SCHOOL, document, fill

from sayso.app import changes, claims, deciding
from sayso.app.linking import link_store
from sayso.errors import CursorError
from sayso.store import Store

WHO = {"by": "Олена", "reason": "одна новина"}


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        fill(opened)
        yield opened


def bridge(store: Store) -> str:
    return claims.claim(store, "міст")[0].claim.id


def undone(store: Store) -> None:
    deciding.undo(store, deciding.grade(store, bridge(store), "2", **WHO).key)


CHANGES: dict[str, Callable[[Store], object]] = {
    "reading": lambda store: store.add_many([document("n", 9, ("Мер", "нове"))]),
    "reading anew": lambda store: store.add_many([document("a", 3, ("Петро Коваль", "міст закрито"))]),
    "removing": lambda store: store.remove("a"),
    "deciding": lambda store: deciding.grade(store, bridge(store), "2", **WHO),
    "correcting": lambda store: deciding.correct(
        store, claims.claim(store, "міст")[0].claim.reports[0].id, "act", "deny", **WHO
    ),
    "undoing": undone,
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_has_a_greater_number(store: Store, change: str) -> None:
    before = changes.version(store)
    CHANGES[change](store)
    after = changes.version(store)
    assert after.number > before.number
    assert after.at is not None


def test_linking_is_a_change_only_where_it_changes_something(store: Store) -> None:
    store.add_many([document("n", 9, ("Петро Коваль", BRIDGE))])
    before = changes.version(store).number
    link_store(store)
    linked = changes.version(store).number
    assert linked > before
    link_store(store)
    store.add_many([document("n", 9, ("Петро Коваль", BRIDGE))])
    assert changes.version(store).number == linked


def test_nothing_is_new_behind_the_last_mark(store: Store) -> None:
    found = changes.since(store, changes.mark(store))
    assert (found.documents, found.claims, found.decisions, found.more) == ((), (), (), False)


def test_documents_claims_and_decisions_are_told(store: Store) -> None:
    seen = changes.mark(store)
    store.add_many([document("n", 9, ("Ігор Лис", BRIDGE), ("Ігор Лис", "парк засадять липами навесні"))])
    link_store(store)
    made = deciding.grade(store, bridge(store), "2", **WHO)
    found = changes.since(store, seen)
    assert [header.id for header in found.documents] == ["n"]
    assert [one.key for one in found.decisions] == [made.key]
    told = {change.view.text: change for change in found.claims}
    assert not any(SCHOOL in text for text in told)
    assert [change.is_new for text, change in told.items() if "парк" in text] == [True]
    assert [change.is_new for change in found.claims if change.view.claim.id == bridge(store)] == [False]
    assert changes.since(store, found.mark).claims == ()


def test_the_status_before_is_that_of_the_documents_seen(store: Store) -> None:
    store.remove("c")
    link_store(store)
    seen, before = changes.mark(store), claims.claim(store, "міст")[0].weighed.status
    store.add_many([document("c", 5, ("Олена Бойко", BRIDGE), deny=True)])
    link_store(store)
    (change,) = changes.since(store, seen).claims
    assert change.before == before
    assert change.view.weighed.status != before
    assert change.status_changed


def test_what_is_decided_touches_its_claim(store: Store) -> None:
    seen = changes.mark(store)
    made = deciding.correct(store, claims.claim(store, "школу")[0].claim.reports[0].id, "act", "deny", **WHO)
    assert [one.view.text for one in changes.since(store, seen).claims] == [SCHOOL]
    seen = changes.mark(store)
    deciding.undo(store, made.key)
    assert [one.view.text for one in changes.since(store, seen).claims] == [SCHOOL]


def test_more_is_told_where_a_list_is_cut(store: Store) -> None:
    seen = changes.mark(store)
    store.add_many([document(f"n{n}", 9, ("Мер", f"нове {n}")) for n in range(5)])
    found = changes.since(store, seen, limit=2)
    assert len(found.documents) == 2
    assert found.more


@pytest.mark.parametrize("mark", ["", "x", "-1", "1.5", "٣", "9" * 40])
def test_a_mark_of_nobody_is_refused(store: Store, mark: str) -> None:
    with pytest.raises(CursorError):
        changes.since(store, mark)
