"""Threads that share one store ask it while another process reads documents in and links: no error, nothing lost."""

from __future__ import annotations

import multiprocessing
import threading
from pathlib import Path

from linked import document, fill

from sayso.app import changes, claims, listing, querying, source_lists
from sayso.app.linking import link_store
from sayso.app.querying import Query
from sayso.store import Store

DOCUMENTS, BATCH, THREADS = 24, 4, 4


def write(path: str) -> None:
    with Store.open(path) as store:
        for start in range(0, DOCUMENTS, BATCH):
            made = [
                document(f"n{n}", 3 + n % 20, ("Петро Коваль", f"міст закриють на ремонт до осені {n % 7}"))
                for n in range(start, start + BATCH)
            ]
            store.add_many(made)
            link_store(store)
            store.tidy()
        store.remove("n0")


def ask(store: Store, done: threading.Event, seen: list[int], failed: list[BaseException]) -> None:
    try:
        mark = changes.mark(store)
        while not done.is_set():
            seen.append(changes.version(store).number)
            views = listing.claims(store, limit=5).items
            for view in views[:2]:
                assert any(one.claim.reports for one in claims.claim(store, view.claim.reports[0].id))
                list(claims.discrepancies(store, view.found))
            assert listing.statements(store, Query(words="міст"), limit=5).items
            for header in listing.documents(store, limit=3).items[1:]:
                querying.show(store, header.id)
            assert source_lists.source(store, "Коваль").heard.statements >= 2
            mark = changes.since(store, mark, limit=5).mark
    except BaseException as error:
        failed.append(error)
        raise


def test_nobody_waits_for_anybody(tmp_path: Path) -> None:
    path = str(tmp_path / "s.db")
    with Store.open(path) as store:
        fill(store)
        before = store.stats().documents
    writer = multiprocessing.get_context("spawn").Process(target=write, args=(path,))
    done, failed = threading.Event(), list[BaseException]()
    seen: list[list[int]] = [[] for _ in range(THREADS)]
    with Store.open(path, read_only=True, wait=0.0) as store:
        threads = [threading.Thread(target=ask, args=(store, done, one, failed)) for one in seen]
        for thread in threads:
            thread.start()
        writer.start()
        writer.join()
        done.set()
        for thread in threads:
            thread.join()
        assert failed == []
        assert writer.exitcode == 0
        assert store.stats().documents == before + DOCUMENTS - 1
        assert all(one == sorted(one) and len(one) > 1 for one in seen)
        found, after = [], None
        while True:
            page = listing.documents(store, after=after, limit=7)
            found += [header.id for header in page.items]
            after = page.next
            if after is None:
                break
    assert len(found) == len(set(found)) == before + DOCUMENTS - 1
