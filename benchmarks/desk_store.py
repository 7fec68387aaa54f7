"""A large made-up store for measuring the desk, and what each of its questions takes.

    python -m benchmarks.desk_store --statements 1_000_000 --to desk.db     makes the store
    python -m benchmarks.desk_store --measure desk.db                       asks it, one after the other
    python -m benchmarks.desk_store --measure desk.db --while-reading       the same while another process writes

The documents are those of `benchmarks/newsroom.py`, with outlets, languages, titles and addresses. They are not linked,
which takes a while: whoever makes them knows which statement reports what, so a statement is of the utterance that it
repeats, and an utterance of the claim of its matter. Of the utterances one in twelve denies, as many confirm. Each
statement is linked with those before it in its claim, and one in ten with a claim of another matter of the same time.
Reprints are not looked for. What is measured takes questions from all over the store, the same for the same store, for
12 seconds at most; the milliseconds are those of the first time that each is asked, but for the pages that are one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from sayso.app import changes, claims, listing, querying, source_lists
from sayso.app.directory import warm
from sayso.app.lemmas import statement_lemmas
from sayso.model import Document, Statement
from sayso.store import Entry, Store, bulk, glances
from sayso.store.schema import links, statements
from sayso.text.words import plain_words

from .newsroom import Newsroom, Said

AT_ONCE = 1_000
OUTLETS = 200
LANGUAGES = ("uk", "uk", "uk", "ru", "en")
ASKED = 200
"""Questions of each kind."""
LONGEST = 12.0
"""Seconds for a kind of questions."""


class Groups:
    """Which utterance and claim each statement is of, by whoever makes them: known by their first statements."""

    def __init__(self) -> None:
        self._firsts: dict[tuple[str, int], str] = {}
        self.of: dict[str, tuple[str, str]] = {}

    def __call__(self, statement: Statement, said: Said) -> None:
        utterance = self._firsts.setdefault(("u", said.utterance), statement.id)
        claim = self._firsts.setdefault(("c", said.matter), statement.id)
        self.of[statement.id] = (f"u-{utterance}", f"c-{claim}")


def made(path: str, size: int) -> None:
    """Make a store of so many statements."""
    newsroom, groups = Newsroom(), Groups()
    newsroom.told = groups
    with Store.open(path) as store:
        documents = newsroom.documents(size)
        done, key = 0, 0
        latest: dict[str, int] = {}
        while batch := list(islice(documents, AT_ONCE)):
            entries = [entry(number, document, groups) for number, document in enumerate(batch, done)]
            store.add_many(entries)
            key = _group(store, entries, groups, latest, key)
            done += len(batch)
        store.tidy()


def entry(number: int, document: Document, groups: Groups) -> Entry:
    """Return a document as the store takes it, with what an article has besides its text."""
    outlet = int(OUTLETS ** ((number * 0.6180339887) % 1)) - 1
    known = {
        "outlet": f"Газета {outlet}",
        "lang": LANGUAGES[number % len(LANGUAGES)],
        "title": " ".join(document.statements[0].content)[:60] if document.statements else None,
        "url": f"https://gazeta-{outlet}.example.org/{number}",
    }
    read = [_acting(one, groups) for one in document.statements]
    return Entry(
        document=replace(document, **known).with_statements(read),
        pack="xx",
        pack_version="0",
        lemmas=" ".join(plain_words(document.text)),
        statement_lemmas=tuple(statement_lemmas(one, None) for one in read),
    )


def _acting(statement: Statement, groups: Groups) -> Statement:
    """Let some utterances deny what they are about, and others confirm it."""
    drawn = int(groups.of[statement.id][0][-2:], 16) / 256
    if drawn < 1 / 12:
        return replace(statement, act="deny", polarity="-")
    return replace(statement, act="confirm") if drawn < 2 / 12 else statement


def _group(store: Store, entries: list[Entry], groups: Groups, latest: dict[str, int], key: int) -> int:
    """Note the groups of the statements behind `key`, which were just stored, and links; return the last of them."""
    chance = random.Random(key)
    found: list[tuple[str, str, int]] = []
    linked: list[tuple[int, int, int | None, int | None]] = []
    for one in entries:
        for statement in one.document.statements:
            key += 1
            utterance, claim = groups.of.pop(statement.id)
            found.append((utterance, claim, key))
            if claim in latest:
                linked.append((latest[claim], key, None, 300))
            if latest and chance.random() < 0.1:
                linked.append((max(1, key - chance.randrange(1, 500)), key, None, 100))
            latest[claim] = key
    with store.linking() as tables:
        connection = tables._connection
        bulk.update(connection, statements, [statements.c.utterance, statements.c.claim], found)
        bulk.insert(connection, links, [row for row in linked if row[0] < row[1]])
        glances.recount(connection, {claim for _, claim, _ in found})
    return key


class Asked(NamedTuple):
    """A question of the desk, and values to ask it with."""

    name: str
    ask: Callable[[Store, Any], Any]
    values: list[Any]


def questions(store: Store, count: int = ASKED) -> list[Asked]:
    """Return what the desk asks, with values drawn from all over the store."""
    chance = random.Random(7)
    with store.looking() as desk:
        last = desk.documents(querying.filter_of(querying.Query()), None, 1).items[0]
    drawn = _drawn(store, chance, count)
    ids = [header.id for header in drawn.documents]
    common = Newsroom()._words
    words = [common[int(200 * (150 ** chance.random()))] for _ in range(count)]
    often = [common[int(200 * (5 ** chance.random()))] for _ in range(count)]
    first = [None] * count
    day = dt.timedelta(days=30)
    turn = changes.version(store).number
    assert last
    return [
        Asked("claims, told most", lambda s, _: listing.claims(s), first),
        Asked("claims, latest", lambda s, _: listing.claims(s, order="latest"), first),
        Asked("claim", lambda s, name: claims.claim(s, name), drawn.claims),
        Asked("claim, told most", lambda s, name: claims.claim(s, name), drawn.greatest),
        Asked("its discrepancies", lambda s, name: list(claims.discrepancies(s, [name])), drawn.claims),
        Asked("utterance", lambda s, name: claims.utterance(s, name), drawn.utterances),
        Asked("document", lambda s, name: querying.show(s, name), ids),
        Asked("documents", lambda s, _: listing.documents(s), first),
        Asked("statements", lambda s, _: listing.statements(s), first),
        Asked("search, any word", lambda s, word: _search(s, word), words),
        Asked("search, common word", lambda s, word: _search(s, word), often),
        Asked(
            "search, two words",
            lambda s, word: _search(s, " ".join(word)),
            list(zip(often, words, strict=True)),
        ),
        Asked(
            "search, outlet and days",
            lambda s, word: _search(s, word, outlet="Газета 3", since=drawn.day - day, until=drawn.day),
            often,
        ),
        Asked("story (claims by a word)", lambda s, word: listing.claims(s, word, limit=12), words),
        Asked("source", lambda s, name: source_lists.source(s, name), drawn.sources),
        Asked("its claims", lambda s, name: source_lists.claims_of(s, name), drawn.sources),
        Asked("sources", lambda s, _: source_lists.sources(s), first),
        Asked(
            "what is new",
            lambda s, back: changes.since(s, str(max(turn - back, 0))),
            [1 + n % 3 for n in range(count)],
        ),
        Asked("version", lambda s, _: changes.version(s), first),
    ]


def _search(store: Store, words: str, **known: Any) -> Any:
    query = querying.Query(words=words, **known)
    return listing.statements(store, query, limit=20), listing.documents(store, query, limit=20)


class Drawn(NamedTuple):
    """Things from all over a store."""

    documents: list[Any]
    claims: list[str]
    greatest: list[str]
    utterances: list[str]
    sources: list[str]
    day: dt.date


def _drawn(store: Store, chance: random.Random, count: int) -> Drawn:
    whole = querying.list_documents(store, limit=1)
    assert next(iter(whole), None)
    with store.viewing_links() as tables:
        top = tables._connection.exec_driver_sql("SELECT max(key) FROM statements").scalar_one()
        reports = tables.reports([chance.randrange(1, top + 1) for _ in range(count)])
    told = list(reports.values())
    told = (told * (count // len(told) + 1))[:count]
    with store.looking() as desk:
        greatest = [one.id for one in desk.claims("documents", None, count).items]
        headers = [desk.named([one.id])[0].document for one in told]
    return Drawn(
        documents=headers,
        claims=[one.statement.claim or "" for one in told],
        greatest=greatest,
        utterances=[one.statement.utterance or "" for one in told],
        sources=[one.statement.source.name for one in told if one.statement.source.type != "anonymous"],
        day=max(one.published for one in told if one.published),
    )


def measured(store: Store, asked: Asked) -> list[tuple[float, float]]:
    """Return the milliseconds of each question, and of them those of the processor."""
    found: list[tuple[float, float]] = []
    for value in asked.values:
        began, busy = time.perf_counter(), time.process_time()
        asked.ask(store, value)
        found.append(((time.perf_counter() - began) * 1e3, (time.process_time() - busy) * 1e3))
        if sum(took for took, _ in found) > LONGEST * 1e3:
            break
    return found


def measure(path: str, only: str | None) -> None:
    """Print a line a question."""
    with Store.open(path, read_only=True) as store:
        began = time.perf_counter()
        warm(store)
        print(f"ready after {time.perf_counter() - began:.1f} s, load {os.getloadavg()[0]:.1f}")
        print(f"{'':26} asked   p50 ms   p99 ms   slowest   processor: p50   p99", flush=True)
        for asked in questions(store):
            if only and only not in asked.name:
                continue
            took, busy = (sorted(ones) for ones in zip(*measured(store, asked), strict=True))
            told = [statistics.median(took), _p99(took), took[-1], statistics.median(busy), _p99(busy)]
            print(f"{asked.name:26} {len(took):5} " + " ".join(f"{one:8.1f}" for one in told), flush=True)


def _p99(ordered: Sequence[float]) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def _write(path: str, stop: Any) -> None:
    """Read documents in, a dozen a second, until told to stop."""
    newsroom, groups = Newsroom(seed=2), Groups()
    newsroom.told = groups
    with Store.open(path) as store:
        for number, document in enumerate(_endless(newsroom), 10_000_000):
            if stop.is_set():
                return
            store.add_many([entry(number, replace(document, id=f"n{number}-{os.getpid()}"), groups)])
            time.sleep(0.08)


def _endless(newsroom: Newsroom) -> Iterator[Document]:
    return newsroom.documents(sys.maxsize)


def main() -> int:
    """Make a store, or measure one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--statements", type=lambda text: int(text.replace("_", "")), default=100_000)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--measure", type=Path)
    parser.add_argument("--only")
    parser.add_argument("--while-reading", action="store_true")
    asked = parser.parse_args()
    if asked.to:
        began = time.perf_counter()
        made(str(asked.to), asked.statements)
        print(f"{asked.to}: {time.perf_counter() - began:.0f} s, {asked.to.stat().st_size / 1e6:,.0f} MB")
    if asked.measure:
        context = multiprocessing.get_context("spawn")
        stop = context.Event()
        writer = context.Process(target=_write, args=(str(asked.measure), stop))
        if asked.while_reading:
            writer.start()
        measure(str(asked.measure), asked.only)
        stop.set()
        if asked.while_reading:
            writer.join()
    return 0


if __name__ == "__main__":
    sys.exit(main())
