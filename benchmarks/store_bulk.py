"""How fast the store takes in and gives back: made-up documents of ten statements each.

    python benchmarks/store_bulk.py [STATEMENTS]

Words are drawn by Zipf's law from a vocabulary of 50,000, so that the word index has a realistic shape. The raw line
inserts the same rows of the same tables with sqlite3's executemany, in the same batches, without the word indexes.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sayso.model import Document, Quantity, Source, Span, Statement, TimeReference
from sayso.store import Entry, Filter, StatementLemmas, Store
from sayso.store.schema import metadata

DAY = dt.date(2021, 5, 4)
PER_DOCUMENT, BATCH, WORDS = 10, 64, 400
CHANCE = random.Random(1)
VOCABULARY = [f"слово{number}" for number in range(50_000)]
WEIGHTS = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(VOCABULARY))))


def words(count: int) -> str:
    return " ".join(CHANCE.choices(VOCABULARY, cum_weights=WEIGHTS, k=count))


def statement(document: Document, number: int) -> Statement:
    start = number * 20
    span = Span(start, start + 100)
    return Statement(
        id=f"{document.hash[:12]}{number:04}",
        document=document.id,
        content=(span.of(document.text),),
        content_spans=(span,),
        cue="каже",
        cue_span=Span(start, start + 4),
        source=Source(
            name=f"Джерело {CHANCE.randrange(500)}", type="person", text="він", span=Span(start, start + 3)
        ),
        kind="indirect",
        via=("Агентство",) if number % 5 == 0 else (),
        said_at=TimeReference(start=DAY, end=DAY, basis="full date"),
        quantities=(Quantity(text="12", low=12, high=12, unit="км", span=span),) if number % 3 == 0 else (),
        rule="measured",
        pack="uk",
        pack_version="1",
        notes=("one note",),
    )


def entries(documents: int) -> Iterator[Entry]:
    for number in range(documents):
        text = f"{number} {words(WORDS)}"
        document = Document.capture(text, lang="uk", url=f"https://example.org/{number}", published=DAY)
        read = [statement(document, position) for position in range(PER_DOCUMENT)]
        lemmas = tuple(StatementLemmas(words(15), one.source.name) for one in read)
        yield Entry(
            document=document.with_statements(read),
            pack="uk",
            pack_version="1",
            lemmas=text,
            statement_lemmas=lemmas,
        )


def batches(items: list[Entry]) -> Iterator[list[Entry]]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))


def insert_raw(source: Path, target: Path, documents: int) -> float:
    """Copy the rows, fetched beforehand, into bare tables batch by batch; return the seconds of inserting."""
    with (
        closing(sqlite3.connect(source)) as old,
        closing(sqlite3.connect(target, isolation_level=None)) as new,
    ):
        new.execute("PRAGMA journal_mode = WAL")
        new.execute("PRAGMA synchronous = FULL")
        kinds = "('table', 'index')"
        for (sql,) in old.execute(f"SELECT sql FROM sqlite_master WHERE type IN {kinds} AND sql NOT NULL"):
            if "_words" not in sql and "alembic" not in sql:
                new.execute(sql)
        tables = [table.name for table in metadata.sorted_tables]
        rows = {name: old.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
        rounds = -(-documents // BATCH)
        began = time.perf_counter()
        for turn in range(rounds):
            new.execute("BEGIN IMMEDIATE")
            for name, all_rows in rows.items():
                size = -(-len(all_rows) // rounds)
                part = all_rows[turn * size : (turn + 1) * size]
                if part:
                    new.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(part[0]))})", part)
            new.execute("COMMIT")
        return time.perf_counter() - began


def timed(name: str, count: int, unit: str, began: float) -> float:
    seconds = time.perf_counter() - began
    print(f"{name:34} {seconds:7.2f} s {count / seconds:10,.0f} {unit}/s")
    return seconds


def main() -> None:
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    made = list(entries(statements // PER_DOCUMENT))
    with tempfile.TemporaryDirectory() as folder, Store.open(f"{folder}/s.db") as store:
        began = time.perf_counter()
        for batch in batches(made):
            store.add_many(batch)
        seconds = timed("insert, indexed", len(made), "documents", began)
        print(f"{'':44} {statements / seconds:10,.0f} statements/s")
        began = time.perf_counter()
        for batch in batches(made):
            assert not any(store.add_many(batch))
        timed("insert again (nothing changes)", len(made), "documents", began)
        began = time.perf_counter()
        assert all(store.has(entry.document, pack="uk", pack_version="1") for entry in made)
        timed("has", len(made), "documents", began)
        began = time.perf_counter()
        timed("statements back, all", sum(1 for _ in store.statements()), "statements", began)
        for what, word in (("frequent", VOCABULARY[2]), ("rare", VOCABULARY[40_000])):
            began = time.perf_counter()
            found = list(store.statements(Filter(words=((word,),)), order="rank", limit=20))
            print(f"search, {what} word: {len(found)} found in {1000 * (time.perf_counter() - began):.1f} ms")
        began = time.perf_counter()
        list(store.statements(order="time", limit=100))
        print(f"timeline, first 100: {1000 * (time.perf_counter() - began):.1f} ms")
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        print(f"file: {Path(store.path).stat().st_size / 2**20:.0f} MB")
        raw = insert_raw(Path(store.path), Path(folder) / "raw.db", len(made))
        print(
            f"the same rows raw, no word index: {raw:.2f} s; the store takes {seconds / raw:.2f} times as long"
        )


if __name__ == "__main__":
    main()
