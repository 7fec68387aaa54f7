"""The desk under load: milliseconds of its pages and of its API, asked from a second process while a third one writes.

    python -m benchmarks.desk --db STORE --rate 50 --seconds 30

`sayso serve` runs in a process of its own over STORE; from this one requests go out at a steady rate, each at its time
whether or not those before it were answered, and counts from that time on, so that a server that falls behind is
not asked less. Meanwhile a third process reads documents into the store, `--documents` a second; it adds to STORE what
it reads, so give it a copy. What is asked for is drawn from all over the store, the same for the same store: a claim of
any statement and those told most, its document, a word of it. `--of api` or `--of pages` asks one face alone.

Shown are, for each kind, how many were asked, p50 and p99, the slowest, and how many were not answered; and how much of
the processor the server took a request, which a busy machine does not change.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import os
import queue
import random
import re
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from sayso.app.examples import example_story
from sayso.app.parts import Reader, real_parts
from sayso.app.querying import open_store
from sayso.ingest import document_from_text
from sayso.model import Report
from sayso.store import Store

ASKERS = 32
DRAWN = 400
"""Statements that what is asked for is drawn from."""
PATIENCE = 600.0


class Kind(NamedTuple):
    """Requests of one kind: addresses to be asked for in turn."""

    name: str
    addresses: Sequence[str]


class Answer(NamedTuple):
    """One answer: how many milliseconds after its time it was there, and its status."""

    kind: str
    took: float
    status: int


def kinds(store: Store, of: str) -> list[Kind]:
    """Return what is asked for."""
    told = _drawn(store)
    with store.looking() as desk:
        most = [one.id for one in desk.claims("documents", None, 50).items]
    claims = [one.statement.claim or "" for one in told]
    claims = [name for pair in zip(claims, most * 8, strict=False) for name in pair]
    words = [word for one in told for word in re.findall(r"\w{6,}", one.statement.words)[:1]]
    documents = [one.document for one in told]
    pages = [
        Kind("page: story", [f"/story?{urlencode({'words': word})}" for word in words] + ["/story"] * 20),
        Kind("page: claim", [f"/claim/{name}" for name in claims]),
        Kind("page: document", [f"/document?{urlencode({'id': name})}" for name in documents]),
        Kind("page: search", [f"/search?{urlencode({'words': word})}" for word in words]),
    ]
    api = [
        Kind("api: story", [f"/api/v1/story?{urlencode({'about': word, 'limit': 12})}" for word in words]),
        Kind("api: claims", ["/api/v1/claims", "/api/v1/claims?order=latest"]),
        Kind("api: claim", [f"/api/v1/claims/{name}" for name in claims]),
        Kind("api: document", [f"/api/v1/documents/{quote(name, safe='')}" for name in documents]),
        Kind("api: search", [f"/api/v1/search?{urlencode({'words': word})}" for word in words]),
        Kind("api: not modified", ["/api/v1/claims"]),
    ]
    return (pages if of != "api" else []) + (api if of != "pages" else [])


def _drawn(store: Store) -> list[Report]:
    chance = random.Random(1)
    with store.viewing_links() as tables:
        top = tables._connection.exec_driver_sql("SELECT max(key) FROM statements").scalar_one()
        keys = [chance.randrange(1, top + 1) for _ in range(2 * DRAWN)]
        found = [one for one in tables.reports(keys).values() if one.statement.claim]
    chance.shuffle(found)
    return found[:DRAWN]


class Load:
    """Requests that go out at their times, and their answers."""

    def __init__(self, address: str) -> None:
        self._host = urlsplit(address).netloc
        self._due: queue.Queue[tuple[float, str, str] | None] = queue.Queue()
        self.answers: list[Answer] = []
        self._tags: dict[str, str] = {}
        self._askers = [threading.Thread(target=self._ask, daemon=True) for _ in range(ASKERS)]

    def run(self, wanted: Sequence[Kind], rate: float, seconds: float) -> None:
        """Ask for so many addresses a second, kind by kind in turns."""
        for asker in self._askers:
            asker.start()
        turns = [iter(_endless(kind.addresses)) for kind in wanted]
        began = time.perf_counter()
        for number in range(int(rate * seconds)):
            due = began + number / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            kind = number % len(wanted)
            self._due.put((due, wanted[kind].name, next(turns[kind])))
        for _ in self._askers:
            self._due.put(None)
        for asker in self._askers:
            asker.join(PATIENCE)

    def _ask(self) -> None:
        connection = http.client.HTTPConnection(self._host, timeout=PATIENCE)
        while (asked := self._due.get()) is not None:
            due, kind, address = asked
            known = (
                {"If-None-Match": self._tags[address]}
                if kind.endswith("modified") and address in self._tags
                else {}
            )
            try:
                connection.request("GET", address, headers=known)
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException):
                connection.close()
                self.answers.append(Answer(kind, (time.perf_counter() - due) * 1e3, 0))
                continue
            self._tags[address] = answer.headers.get("etag", "")
            self.answers.append(Answer(kind, (time.perf_counter() - due) * 1e3, answer.status))


def _endless(addresses: Sequence[str]) -> Iterator[str]:
    while True:
        yield from addresses


def _read_in(path: str, a_second: float, stop: Any, count: Any) -> None:
    """Read documents of the example story into a store, each with other words at its end, until told to stop."""
    story = [json.loads(line) for line in Path(example_story()).read_text(encoding="utf-8").splitlines()]
    reader = Reader(real_parts())
    with open_store(path) as store:
        for number in range(1_000_000):
            if stop.is_set():
                return
            began = time.perf_counter()
            one = story[number % len(story)]
            text = f"{one['text']}\n\n{os.getpid()} {number}"
            entry = reader.entry(document_from_text(text, lang=one["lang"]), with_lemmas=True)
            store.add_many([entry])  # type: ignore[list-item]
            count.value += 1
            time.sleep(max(0.0, 1 / a_second - (time.perf_counter() - began)))


def _busy(process: int) -> float:
    """Return the seconds of a processor that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def tell(answers: Sequence[Answer]) -> None:
    """Print a line a kind."""
    by_kind: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_kind[answer.kind].append(answer)
    print(f"{'':20} asked   p50 ms   p99 ms  slowest   not answered")
    for kind, found in by_kind.items():
        took = sorted(one.took for one in found)
        failed = sum(one.status not in (200, 304) for one in found)
        p50, p99 = (took[min(len(took) - 1, int(len(took) * share))] for share in (0.5, 0.99))
        print(f"{kind:20} {len(took):5} {p50:8.1f} {p99:8.1f} {took[-1]:8.1f} {failed:14}")


def main() -> int:
    """Serve, read in and ask, all at once."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--db", required=True)
    parser.add_argument("--rate", type=float, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--documents", type=float, default=2)
    parser.add_argument("--of", choices=("all", "api", "pages"), default="all")
    asked = parser.parse_args()
    with open_store(asked.db, read_only=True) as store:
        wanted = kinds(store, asked.of)
    command = [
        sys.executable,
        "-m",
        "sayso",
        "--ui",
        "en",
        "serve",
        "--db",
        asked.db,
        "--port",
        "0",
        "--rate",
        "0",
    ]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    found = re.search(r"http://[\w.:]+", server.stdout.readline())
    assert found, "the server did not start"
    context = multiprocessing.get_context("spawn")
    stop, count = context.Event(), context.Value("i", 0)
    reading = context.Process(target=_read_in, args=(asked.db, asked.documents, stop, count))
    if asked.documents:
        reading.start()
    try:
        Load(found[0]).run(wanted, rate=5, seconds=len(wanted))  # so that nothing is asked for the first time
        load, before = Load(found[0]), _busy(server.pid)
        load.run(wanted, asked.rate, asked.seconds)
        busy = _busy(server.pid) - before
    finally:
        stop.set()
        server.terminate()
        server.wait(timeout=30)
        if asked.documents:
            reading.join(60)
    print(
        f"{asked.rate:g} requests a second for {asked.seconds:g} s, {count.value} documents read in meanwhile"
    )
    each = busy * 1e3 / len(load.answers)
    print(f"the server took {each:.1f} ms of a processor a request; load {os.getloadavg()[0]:.1f}")
    tell(load.answers)
    return 1 if any(one.status not in (200, 304) for one in load.answers) else 0


if __name__ == "__main__":
    raise SystemExit(main())
