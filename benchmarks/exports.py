"""What writing a store in each format takes: `python -m benchmarks.exports [--statements 100000] [FORMAT ...]`.

    python -m benchmarks.exports                        100,000 statements in every format
    python -m benchmarks.exports --statements 10000 stix prov
    python -m benchmarks.exports --keep FOLDER          leaves the linked store there, and takes the one it finds there

The store is made up (`benchmarks/newsroom.py` says how) and linked once. Every format is written to a file by a process
of its own, as `sayso export` does it, from the store on. A line a format: seconds on the clock and of the processor,
megabytes of the file, the most megabytes of memory, statements a second. Below them what a person reads of such a
store, with the limits that `sayso brief`, `timeline` and `relays` have by themselves; their statements a second say
nothing.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sayso.app import picturing, telling
from sayso.app.exporting import StoredStory
from sayso.app.formats import FORMATS
from sayso.app.linking import link_store
from sayso.app.querying import open_store
from sayso.store import Store

from .newsroom import Newsroom, fill

HEADING = "format                seconds   cores s   file MB   memory MB   statements/s"
PAGES = (
    *(f"brief.{form}" for form in sorted(telling.FORMS)),
    *(f"timeline.{form}" for form in sorted(picturing.TIMELINES)),
    *(f"relays.{form}" for form in sorted(picturing.RELAYS)),
)


def linked(path: Path, statements: int) -> Path:
    """Make and link a store of so many statements at `path`, unless it is there; return `path`."""
    is_new = not path.exists()
    with Store.open(str(path)) as store:  # brings a kept one up to date
        if is_new:
            fill(store, Newsroom(), statements)
            link_store(store)
    return path


def write(name: str, path: Path, file: Path) -> None:
    """Write the store at `path` in a format, or as a page, into a file."""
    kind, _, form = name.partition(".")
    with open_store(str(path), read_only=True) as store, file.open("wb") as stream:
        if name in FORMATS:
            FORMATS[name].write(StoredStory(store), stream)
        elif kind == "brief":
            stream.write(telling.brief_file(store, None, form=form, lang="uk"))
        elif kind == "timeline":
            stream.write(picturing.timeline_file(store, None, form=form, lang="uk"))
        else:
            stream.write(picturing.relay_file(store, None, form=form, lang="uk"))


def one(name: str, path: Path) -> None:
    """Write the store in one format and print what that took, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "exported"
        began = time.perf_counter()
        write(name, path, file)
        seconds = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_SELF)
        size = file.stat().st_size / 1e6
    print(seconds, used.ru_utime + used.ru_stime, size, used.ru_maxrss / 1e3)


def measured(name: str, path: Path) -> list[float]:
    """Return what `one` prints in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.exports", "--one", name, "--store", str(path)]
    return [float(word) for word in subprocess.check_output(command, text=True).split()]


def main() -> None:
    """Measure the formats asked for, or all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("formats", nargs="*", metavar="FORMAT")
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        one(given.one, given.store)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = linked((given.keep or Path(folder)) / f"linked-{given.statements}.db", given.statements)
        print(HEADING)
        for name in given.formats or (*FORMATS, *PAGES):
            seconds, busy, size, memory = measured(name, path)
            rate = given.statements / seconds
            print(
                f"{name:20} {seconds:8.1f}  {busy:8.1f}  {size:8.1f}  {memory:10.0f}  {rate:13,.0f}",
                flush=True,
            )
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
