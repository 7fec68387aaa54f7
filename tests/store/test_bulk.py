"""Rows by the thousand: past the mapping on SQLite, through it on anything else, with one outcome."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from sayso.app.linking import link_store
from sayso.store import Store, bulk
from sayso.store.schema import linkings, links, metadata


@pytest.fixture(params=["past the mapping", "through the mapping"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "through the mapping":
        monkeypatch.setattr(bulk, "_sqlite", lambda _: None)
    return str(request.param)


@pytest.fixture
def connection(way: str) -> Iterator[sa.Connection]:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def rows(connection: sa.Connection) -> list[tuple[object, ...]]:
    return sorted(map(tuple, connection.execute(sa.select(links))))


def test_rows_that_are_there_stay_as_they_are(connection: sa.Connection) -> None:
    bulk.insert(connection, links, [(1, 2, 30, None), (1, 3, None, -5)])
    bulk.insert(connection, links, iter([(1, 2, 99, 99), (2, 3, 1, 1)]))
    bulk.insert(connection, links, [])
    assert rows(connection) == [(1, 2, 30, None), (1, 3, None, -5), (2, 3, 1, 1)]


def test_rows_are_selected_by_more_values_than_go_into_one_query(
    connection: sa.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "_AT_ONCE", 2)
    bulk.insert(connection, links, [(first, 100 + first, first, first) for first in range(9)])
    columns = (links.c.first_key, links.c.claim)
    found = bulk.select(connection, columns, links.c.first_key, {1, 3, 5, 7, 70})
    assert sorted(found) == [(1, 1), (3, 3), (5, 5), (7, 7)]
    assert list(bulk.select(connection, columns, links.c.first_key, [])) == []


def test_rows_are_selected_from_one_value_to_another(connection: sa.Connection) -> None:
    bulk.insert(connection, links, [(first, 100 + first, first, first) for first in range(9)])
    columns = (links.c.first_key, links.c.claim)
    found = bulk.select_between(connection, columns, links.c.first_key, 3, 5)
    assert sorted(found) == [(3, 3), (4, 4), (5, 5)]


def test_columns_are_set_by_the_key(connection: sa.Connection) -> None:
    bulk.insert(connection, linkings, [(key, "1", 0, b"", b"") for key in (1, 2)])
    bulk.update(connection, linkings, [linkings.c.stage, linkings.c.version], [(2, "9", 1)])
    bulk.update(connection, linkings, [linkings.c.stage], [])
    found = connection.execute(sa.select(*linkings.c["statement_key", "stage", "version"]))
    assert sorted(map(tuple, found)) == [(1, 2, "9"), (2, 0, "1")]


def test_rows_are_deleted_by_a_column(connection: sa.Connection) -> None:
    bulk.insert(connection, links, [(1, 2, 0, 0), (1, 3, 0, 0), (2, 3, 0, 0)])
    bulk.delete(connection, links.c.first_key, {1})
    assert rows(connection) == [(2, 3, 0, 0)]


def test_a_store_is_linked_either_way(way: str, make) -> None:
    said = "Мороз: вода на луках відступила до вечора"
    with Store.open(":memory:") as store:
        store.add_many(
            [make(said, id="a"), make(f"{said} знов", id="b"), make("Лис: школу відкриють", id="c")]
        )
        link_store(store)
        assert [row.documents for row in store.groups("claim")] == [2, 1]
        assert store.remove("b")
        link_store(store)
        assert [row.documents for row in store.groups("claim")] == [1, 1]
