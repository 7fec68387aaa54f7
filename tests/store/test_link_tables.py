from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sayso.app.linking import link_store
from sayso.errors import StoreError
from sayso.store import Filter, Store

TABLES = ("documents", "statements", "pieces", "linkings", "link_blocks", "link_crowds", "links")


def counts(path: Path) -> dict[str, int]:
    with sqlite3.connect(path) as connection:
        found = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}
    connection.close()
    return found


def test_a_removed_document_leaves_exactly_what_was_there_without_it(tmp_path, make):
    said = "Мороз: вода на луках відступила до вечора"
    one, other = make(said, id="a"), make(f"{said} знов", id="b")
    path, alone = tmp_path / "s.db", tmp_path / "alone.db"
    for place, entries in ((path, [one, other]), (alone, [one])):
        with Store.open(str(place)) as store:
            store.add_many(entries)
            link_store(store)
    assert counts(path)["links"] > 0
    with Store.open(str(path)) as store:
        assert store.remove("b")
        link_store(store)
        assert not list(store.statements(Filter(words=(("знов",),))))
    assert counts(path) == counts(alone)


def test_all_revisions_go_together(store, make):
    store.add_many([make("Мороз: перша", id="a")])
    store.add_many([make("Мороз: друга", id="a")])
    assert store.remove("a")
    assert store.document("a") is None
    assert store.stats().revisions == 0


def test_removing_what_is_not_there_changes_nothing(store, make):
    store.add_many([make(id="a")])
    assert not store.remove("b")
    assert store.document("a") is not None


def test_a_store_for_reading_is_not_changed(tmp_path, make):
    path = str(tmp_path / "s.db")
    with Store.open(path) as store:
        store.add_many([make(id="a")])
    with Store.open(path, read_only=True) as store:
        for change in (lambda: store.remove("a"), lambda: link_store(store), lambda: store.undo(1, "now")):
            with pytest.raises(StoreError, match="reading only"):
                change()


def test_groups_are_listed_by_documents_and_by_id(store, make):
    said = "Мороз: вода на луках відступила до вечора"
    store.add_many([make(said, id="a"), make(f"{said} знов", id="b"), make("Лис: школу відкриють", id="c")])
    link_store(store)
    assert [row.documents for row in store.groups("claim")] == [2, 1]
    assert [row.statements for row in store.groups("claim", least=2)] == [2]
    assert list(store.group_ids("claim")) == sorted(row.id for row in store.groups("claim"))
    (first, _) = store.groups("utterance")
    assert {report.document for report in store.reports("utterance", [first.id])} == {"a", "b"}
