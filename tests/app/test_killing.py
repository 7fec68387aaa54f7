"""kill -9 at any moment leaves whole documents only, and running again leads where a clean run leads."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import fakes
import pytest
from sqlalchemy import Table

from sayso.store import Filter, Store
from sayso.store.schema import WORD_TABLES, metadata

DOCUMENTS = 1000

READ = """
import sys
import fakes
from sayso.app.reading import IngestOptions, read_many
from sayso.store import Store
articles, path, workers = sys.argv[1:]
with Store.open(path) as store:
    known = {"store": store, "workers": int(workers), "parts": fakes.PARTS}
    for outcome in read_many([articles], IngestOptions(), **known):
        print(type(outcome).__name__, outcome.document.id, flush=True)
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory) -> Path:
    """A thousand small documents of three statements each; every tenth is a later revision of one address."""
    chance = random.Random(7)
    path = tmp_path_factory.mktemp("articles") / "in.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for number in range(DOCUMENTS):
            said = [f"Мороз{chance.randrange(30)}: сніг {chance.random()}" for _ in range(3)]
            text = "\n".join([f"{fakes.SLOW} {number}", *said])
            url = f"https://example.org/{number - 5 if number % 10 == 9 else number}"
            lines.write(json.dumps({"text": text, "url": url}) + "\n")
    return path


def start(articles: Path, store: Path, workers: int) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    command = [sys.executable, "-c", READ, str(articles), str(store), str(workers)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def _kept(table: Table) -> str:
    return ", ".join(
        f'"{column.name}"' for column in table.columns if column.name not in ("added", "touched", "turn")
    )


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, and every word of the indexes with its place.

    Turns are left out: how many changes it took depends on the kills.
    """
    with closing(sqlite3.connect(path)) as connection:
        found = {
            table.name: connection.execute(
                f"SELECT {_kept(table)} FROM {table.name} ORDER BY 1, 2"
            ).fetchall()
            for table in metadata.sorted_tables
            if table.name != "turns"
        }
        for name in WORD_TABLES:
            connection.execute(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")
            connection.execute(f"CREATE VIRTUAL TABLE temp.v USING fts5vocab('main', '{name}', 'instance')")
            found[name] = connection.execute(
                "SELECT term, doc, col, offset FROM v ORDER BY 1, 2, 3, 4"
            ).fetchall()
            connection.execute("DROP TABLE temp.v")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return found


def kill_midway(articles: Path, store: Path, workers: int, chance: random.Random) -> set[str]:
    """Start reading, kill it at a random moment after its first report, and return what it reported."""
    process = start(articles, store, workers)
    assert process.stdout is not None
    reported = [process.stdout.readline()]
    time.sleep(chance.uniform(0.0, 0.5))
    process.send_signal(signal.SIGKILL)
    # A last line that was cut short by the kill is no report.
    reported += [line for line in process.stdout if line.endswith("\n")]
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL, "the run was over before it was killed"
    return {line.split()[1] for line in reported}


def check_whole(path: Path, reported: set[str]) -> int:
    """Assert that what was reported is stored and what is stored is whole; return how many are stored."""
    with Store.open(str(path)) as store:
        headers = list(store.documents(Filter(revisions=True)))
    assert reported <= {header.id for header in headers}
    assert {header.statements for header in headers} == {3}
    contents(path)
    return len(headers)


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_killed_thrice_and_run_again_is_as_a_clean_run(articles, tmp_path, workers):
    clean, killed = tmp_path / "clean.db", tmp_path / "killed.db"
    with start(articles, clean, 1) as process:
        assert len(process.stdout.readlines()) == DOCUMENTS
    assert process.returncode == 0

    chance = random.Random()
    reached = [check_whole(killed, kill_midway(articles, killed, workers, chance)) for _ in range(3)]
    assert reached == sorted(reached)
    assert reached[0] > 0
    assert reached[-1] < DOCUMENTS, "nothing was left to go on with: the kills came too late"

    with start(articles, killed, workers) as process:
        kinds = [line.split()[0] for line in process.stdout]
    assert process.returncode == 0
    assert kinds == ["Skipped"] * reached[-1] + ["Read"] * (DOCUMENTS - reached[-1])
    assert contents(killed) == contents(clean)


@pytest.mark.slow
def test_workers_do_not_outlive_a_parent_that_was_killed(articles, tmp_path):
    process = start(articles, tmp_path / "s.db", 2)
    process.stdout.readline()
    children = children_of(process.pid)
    assert children
    process.kill()
    process.wait()
    process.stdout.close()
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


def children_of(pid: int) -> list[str]:
    listing = Path(f"/proc/{pid}/task/{pid}/children")
    if not listing.exists():
        pytest.skip("needs Linux's /proc")
    return listing.read_text().split()
