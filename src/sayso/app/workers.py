"""Reading in several processes at once, the results in the order of the documents."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from typing import NamedTuple, TypeAlias

from ..errors import SaysoError
from ..model import Document
from ..store import Entry
from .outcomes import Failed, NoPack, Skipped, origin_of
from .parts import Parts, Reader

Settled: TypeAlias = Entry | Skipped | NoPack | Failed
"""What needs no reading any more."""


class _Handed(NamedTuple):
    """A document that some process has been given."""

    document: Document
    future: Future[Entry | Failed]


_AHEAD = 4
"""Documents handed out per process: enough to keep each busy, few enough for any memory."""

# Started afresh, not forked: a fork would take along the open store, whose locks belong to one process.
_START = multiprocessing.get_context("spawn")


class Workers:
    """So many processes that read. A process that dies costs the one document that it dies of, no other."""

    def __init__(self, count: int, parts: Parts, *, with_lemmas: bool) -> None:
        self._count = count
        self._parts = parts
        self._with_lemmas = with_lemmas
        self._pool = new_pool(count)

    def read(self, items: Iterable[Document | Settled]) -> Iterator[Settled]:
        """Yield what becomes of `items`, in their order; what is settled already passes through."""
        pending: deque[Settled | _Handed] = deque()
        try:
            for item in items:
                pending.append(_Handed(item, self._submit(item)) if isinstance(item, Document) else item)
                if len(pending) > self._count * _AHEAD:
                    yield self._settled(pending.popleft())
            while pending:
                yield self._settled(pending.popleft())
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, document: Document) -> Future[Entry | Failed]:
        try:
            return self._pool.submit(_read_one, self._parts, document, self._with_lemmas)
        except BrokenProcessPool:
            self._pool.shutdown(wait=True)
            self._pool = new_pool(self._count)
            return self._pool.submit(_read_one, self._parts, document, self._with_lemmas)

    def _settled(self, item: Settled | _Handed) -> Settled:
        if not isinstance(item, _Handed):
            return item
        try:
            return item.future.result()
        except BrokenProcessPool:
            return self._alone(item.document)

    def _alone(self, document: Document) -> Entry | Failed:
        """Read a document whose process died, perhaps of another one, in a process of its own."""
        with new_pool(1) as pool:
            try:
                return pool.submit(_read_one, self._parts, document, self._with_lemmas).result()
            except BrokenProcessPool:
                error = SaysoError("the process reading it died", hint="is there memory enough? try it alone")
                return Failed(origin_of(document), error)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def new_pool(count: int, first: Callable[..., None] | None = None, *arguments: str) -> ProcessPoolExecutor:
    """Return so many processes that leave Ctrl-C to this one and do not outlive it; each begins with `first`."""
    begin = partial(_prepare_process, first, *arguments)
    return ProcessPoolExecutor(count, mp_context=_START, initializer=begin)


def _prepare_process(first: Callable[..., None] | None, *arguments: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    if first is not None:
        first(*arguments)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def _reader(parts: Parts) -> Reader:
    return Reader(parts)


def _read_one(parts: Parts, document: Document, with_lemmas: bool) -> Entry | Failed:
    return _reader(parts).entry(document, with_lemmas=with_lemmas)
