"""How linking a store grows with it: `python -m benchmarks.link_speed [SIZE ...]`, sizes in statements.

    python -m benchmarks.link_speed                     1,000, 10,000 and 100,000
    python -m benchmarks.link_speed --up-to 1_000_000   1,000, 10,000 and so on to a million
    python -m benchmarks.link_speed --profile 10_000    says where the time of this process goes
    python -m benchmarks.link_speed --whole 10_000      links all at once in memory, without a store
    python -m benchmarks.link_speed --keep FOLDER ...   leaves the stores there, and takes those it finds there

What is linked is made up: `benchmarks/newsroom.py` says how. A line a size: seconds to link everything, the part of
comparing, the seconds of all cores together, statements a second, the time over that of the size before divided by what
n log n grows by (1 or less: no worse than n log n), the greatest memory of this process and of the largest of its
helpers, milliseconds to store and link one more document. Each size has a process of its own; the load of the
machine is told at the end.
"""

from __future__ import annotations

import cProfile
import math
import multiprocessing
import os
import pstats
import resource
import shutil
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from sayso.app.linking import link_store
from sayso.link import link
from sayso.store import Store

from .newsroom import Newsroom, entry, fill, reports

SIZES = (1_000, 10_000, 100_000)
ADDED = 30


class Measured(NamedTuple):
    """What linking a store took."""

    statements: int
    seconds: float
    comparing: float
    processor: float
    """Seconds of processors, this process and its helpers: what the time would be on one idle core."""
    links: int
    added: list[float]
    """Milliseconds to store and link one more document, one by one."""
    megabytes: float
    memory: float
    """Megabytes of this process at most, and of the largest of its helpers."""
    helper: float


def made(path: Path, size: int) -> Newsroom:
    """Store so many statements at `path`, unless it holds them; return whoever goes on writing."""
    newsroom = Newsroom()
    if path.exists():
        for _ in newsroom.documents(size):
            pass
    else:
        with Store.open(str(path)) as store:
            fill(store, newsroom, size)
    return newsroom


def measure(size: int, keep: str | None) -> Measured:
    """Link a store of so many statements, then add documents one by one."""
    with tempfile.TemporaryDirectory() as folder:
        filled = Path(keep or folder) / f"filled-{size}.db"
        newsroom = made(filled, size)
        path = Path(keep or folder) / f"linked-{size}.db"
        shutil.copy(filled, path)
        with Store.open(str(path)) as store:
            began, marks, busy = time.perf_counter(), {"comparing": 0.0}, _processor()

            def note(stage: str, *_: int) -> None:
                marks[stage] = time.perf_counter() - began

            done = link_store(store, progress=note)
            seconds, busy = time.perf_counter() - began, _processor() - busy
            added = [_add(store, document) for document in newsroom.further(ADDED)]
        megabytes = path.stat().st_size / 1e6
    memory, helper = (
        resource.getrusage(whose).ru_maxrss / 1e3
        for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Measured(
        done.linked, seconds, marks["comparing"], busy, done.links, added, megabytes, memory, helper
    )


def _processor() -> float:
    """Return the seconds of processors that this process has used, and helpers that have ended."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def _add(store: Store, document: object) -> float:
    began = time.perf_counter()
    store.add_many([entry(document)])
    link_store(store)
    return (time.perf_counter() - began) * 1e3


def told(found: Measured, before: Measured | None) -> str:
    """Return the line of a size."""
    growth = ""
    if before:
        grown = found.seconds / before.seconds
        sizes = [one.statements * math.log(one.statements) for one in (found, before)]
        growth = f"{grown / (sizes[0] / sizes[1]):.2f}"
    return (
        f"{found.statements:9,}  {found.seconds:7.1f}  {found.comparing:9.1f}  {found.processor:7.1f}"
        f"  {found.statements / found.seconds:7,.0f}"
        f"  {growth:>7}  {found.links / found.statements:10.1f}  {found.megabytes:8,.0f}"
        f"  {found.memory:6,.0f} + {found.helper:3,.0f}"
        f"  {statistics.median(found.added):6.0f}  {max(found.added):7.0f}"
    )


HEADING = "        n  seconds  comparing  cores s      n/s  /n log n  links each  store MB  memory MB  +1 ms  slowest"


def whole(size: int) -> str:
    """Link so many statements at once, in memory."""
    found = reports(size)
    began = time.perf_counter()
    linked = link(found)
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return (
        f"{len(found):9,} at once in {seconds:7.1f} s  {len(found) / seconds:6,.0f}/s"
        f"  {len(linked.utterances):,} utterances  {len(linked.claims):,} claims  memory {memory:,.0f} MB"
    )


def profiled(size: int, keep: str | None) -> None:
    """Print where the time of linking so many statements goes."""
    with cProfile.Profile() as profile:
        found = measure(size, keep)
    print(told(found, None))
    pstats.Stats(profile).sort_stats("tottime").print_stats(35)


def sizes_of(arguments: list[str]) -> list[int]:
    """Return the sizes asked for."""
    numbers = [int(one.replace("_", "")) for one in arguments if one.replace("_", "").isdigit()]
    if "--up-to" in arguments:
        return [10**power for power in range(3, 10) if 10**power <= numbers[0]]
    return numbers or list(SIZES)


def main(arguments: list[str]) -> int:
    """Measure the sizes asked for."""
    keep = arguments[arguments.index("--keep") + 1] if "--keep" in arguments else None
    print(HEADING)
    before: Measured | None = None
    for size in sizes_of(arguments):
        if "--profile" in arguments:
            profiled(size, keep)
        elif "--whole" in arguments:
            print(whole(size))
        else:
            with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
                found = alone.submit(measure, size, keep).result()
            print(told(found, before), flush=True)
            before = found
    print(f"load of the last minute {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
