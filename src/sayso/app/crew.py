"""Linking in several processes at once: each reads the store by itself, the one that asks writes.

Few statements are done by the process itself: others take a second to start.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from ..errors import SaysoError
from .workers import cores, new_pool

if TYPE_CHECKING:
    from ..store import Store

Result = TypeVar("Result")
Work = Callable[["Store", Sequence[int]], Result]
"""What is done with some rows of a store, which it only reads: statements, or documents."""

WORTH_IT = 10_000
"""Rows from which on other processes are worth starting."""
_AHEAD, _ROWS_AHEAD = 2, 20_000
"""Shares handed out per process at least, and rows altogether: so none waits while what has come back is written."""

_RARELY = 500_000
"""Objects made between two searches for cycles."""

_store: Store | None = None
"""The store that a process of a crew reads; None in all others."""


class Crew:
    """Processes that work on the rows of one store; none for a small job, or for a store in memory."""

    def __init__(self, store: Store, rows: int) -> None:
        self._here = store
        alone = rows < WORTH_IT or not store.is_file or cores() < 2
        self._pool = None if alone else new_pool(cores(), _open, store.path)

    @property
    def hands(self) -> int:
        """How many processes there are besides this one."""
        return 0 if self._pool is None else cores()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def do(
        self, work: Work[Result], shares: Iterable[Sequence[int]]
    ) -> Iterator[tuple[Sequence[int], Result]]:
        """Yield each share of rows with what became of it, in order.

        No share may depend on what is written of an earlier one. Raises SaysoError where a process dies.
        """
        if self._pool is None:
            for share in shares:
                yield share, work(self._here, share)
            return
        with _deaths_told():
            yield from self._handed_out(self._pool, work, shares)

    def hand_out(self, work: Work[Result], share: Sequence[int]) -> Callable[[], Result]:
        """Have a share of rows worked on, and return what waits for the outcome. Alone, it is done by then only.

        Raises SaysoError where a process dies.
        """
        if self._pool is None:
            return lambda: work(self._here, share)
        with _deaths_told():
            future = self._pool.submit(_do, work, share)

        def outcome() -> Result:
            with _deaths_told():
                return future.result()

        return outcome

    def _handed_out(
        self, pool: ProcessPoolExecutor, work: Work[Result], shares: Iterable[Sequence[int]]
    ) -> Iterator[tuple[Sequence[int], Result]]:
        pending: deque[tuple[Sequence[int], Future[Result]]] = deque()
        rows = 0
        for share in shares:
            pending.append((share, pool.submit(_do, work, share)))
            rows += len(share)
            while len(pending) > cores() * _AHEAD and rows > _ROWS_AHEAD:
                done, future = pending.popleft()
                rows -= len(done)
                yield done, future.result()
        while pending:
            done, future = pending.popleft()
            yield done, future.result()


@contextmanager
def _deaths_told() -> Iterator[None]:
    """Say it in plain words where a process dies."""
    try:
        yield
    except BrokenProcessPool as error:
        hint = "is there memory enough? the same command goes on from here"
        raise SaysoError("a process of the linking died", hint=hint) from error


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Have the search for cycles run seldom: it walks what is at hand, of which there is much, and finds nothing."""
    before = gc.get_threshold()
    gc.set_threshold(_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _open(path: str) -> None:
    from ..store import Store

    gc.set_threshold(_RARELY)
    global _store
    _store = Store.open(path, read_only=True)


def _do(work: Work[Result], share: Sequence[int]) -> Result:
    assert _store is not None
    return work(_store, share)
