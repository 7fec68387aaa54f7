"""What is told of claims and names at a glance is what counting would find, however the store came to be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from entries import entry
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.app.linking import link_store
from sayso.store import Store, opening
from sayso.store.schema import REVISIONS

TOLD = (
    "вода на луках відступила до вечора",
    "вода на луках відступила ще до вечора",
    "школу в центрі відкриють у вересні",
    "міст закриють на ремонт до осені",
)
NAMES = ("Мороз", "Олена Бойко", "Бойко")

CLAIMS = """
SELECT claim, count(*), count(DISTINCT document_key), min(coalesce(said_first, published)),
    max(coalesce(said_last, published))
FROM statements JOIN documents ON documents.key = document_key WHERE claim IS NOT NULL GROUP BY claim ORDER BY claim
"""
COUNTED = {
    "SELECT id, statements, documents, first, last FROM claims ORDER BY id": CLAIMS,
    "SELECT name, type, lang, statements FROM names ORDER BY 1, 2, 3": """
        SELECT source_name, source_type, coalesce(lang, ''), count(*)
        FROM statements JOIN documents ON documents.key = document_key
        WHERE current AND source_type <> 'anonymous' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    """,
}


def rows(store: Store) -> Iterator[list[tuple[object, ...]]]:
    """Yield what is kept at a glance, each after having seen that it is what counting finds."""
    with store.viewing_links() as tables:
        for kept, counted in COUNTED.items():
            found = [tuple(row) for row in tables._connection.exec_driver_sql(kept)]
            assert found == [tuple(row) for row in tables._connection.exec_driver_sql(counted)]
            yield found


read = st.tuples(
    st.sampled_from("abcde"),
    st.sampled_from(NAMES),
    st.sampled_from(TOLD),
    st.sampled_from([None, "2023-05-03"]),
)
steps = st.lists(st.one_of(read, st.sampled_from("abcde"), st.none()), max_size=12)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_whatever_is_read_removed_and_linked(taken: list) -> None:
    """A step reads a document, or a revision of one, or removes one, or links what there is."""
    with Store.open(":memory:") as store:
        for step in taken:
            if step is None:
                link_store(store)
            elif isinstance(step, str):
                store.remove(step)
            else:
                name, who, what, said = step
                store.add_many([entry(f"{who}: {what}", id=name, said=said)])
            list(rows(store))
        link_store(store)
        list(rows(store))


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(6)), st.sets(st.integers(0, 5), max_size=3))
def test_in_any_order_and_without_a_trace(order: list[int], gone: set[int]) -> None:
    made = [entry(f"{NAMES[n % 3]}: {TOLD[n % 4]}", id=f"d{n}") for n in range(6)]
    with Store.open(":memory:") as store, Store.open(":memory:") as other:
        for n in order:
            store.add_many([made[n]])
            link_store(store)
        for n in gone:
            assert store.remove(f"d{n}")
        link_store(store)
        other.add_many([one for n, one in enumerate(made) if n not in gone])
        link_store(other)
        assert list(rows(store)) == list(rows(other))


def test_a_store_of_before_is_counted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.db"
    with Store.open(str(path)) as store:
        store.add_many(
            [entry(f"{NAMES[n % 3]}: {TOLD[n % 4]}", id=f"d{n}", said="2023-05-03") for n in range(6)]
        )
        link_store(store)
        now = list(rows(store))
    older = REVISIONS[: REVISIONS.index("0008")]
    before = tmp_path / "before.db"
    with monkeypatch.context() as earlier:
        earlier.setattr(opening, "REVISIONS", older)
        opening.open_engine(str(before), read_only=False, wait=1).dispose()
    with closing(sqlite3.connect(before)) as connection:
        connection.execute("ATTACH DATABASE ? AS now", (str(path),))
        for table in ("documents", "statements", "pieces"):
            columns = ", ".join(
                f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})")
            )
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
        connection.commit()
    with Store.open(str(before)) as store:
        assert list(rows(store)) == now
        with store.looking() as desk:
            assert desk.last_turn().number == 0
            assert {one.touched for one in desk.claims("id", None, 10).items} == {0}
