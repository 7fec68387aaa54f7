"""Grouping what was never grouped, share by share, in several processes at once.

What a share comes out as depends on what was grouped before, so two shares that are worked on at once must have nothing
to do with each other. They are taken from days far apart, and each tells what it has looked at: where another has been
settled meanwhile that had any of it in its region, the share is grouped again. The outcome is that of one by one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ..store.bulk import batches
from .comparing import forget_profiles
from .crew import Crew
from .regrouping import Regrouped, regroup

if TYPE_CHECKING:
    from ..store import Store
    from ..store.linking import LinkTables

_LANES = 2
"""Stretches of time for each process, so that none waits while what it has grouped is written."""


class _Handed(NamedTuple):
    """A share that is being grouped. `since` is how many shares had been settled when it was handed out."""

    share: Sequence[int]
    outcome: Callable[[], Regrouped]
    since: int


class Settled(NamedTuple):
    """How many statements of a share were grouped, and how many statements changed their groups."""

    done: int
    changed: int


def settle(store: Store, crew: Crew, keys: Sequence[int], at_once: int) -> Iterator[Settled]:
    """Group statements, given in the order of their days, by at most so many at once; each share is a transaction."""
    if not crew.hands:
        for share in batches(keys, at_once):
            with store.linking() as tables:
                yield _kept(tables, share, regroup(tables, tables.still(share)))
        return
    yield from _Lanes(store, crew, keys, at_once).settle()


def _group(store: Store, keys: Sequence[int]) -> Regrouped:
    forget_profiles()
    with store.viewing_links() as tables:
        return regroup(tables, tables.still(keys))


def _kept(tables: LinkTables, share: Sequence[int], found: Regrouped) -> Settled:
    tables.settle(found.keys, found.changed)
    return Settled(len(share), len(found.changed))


class _Lanes:
    """Stretches of time, each of which has one share that is being grouped, in turn."""

    def __init__(self, store: Store, crew: Crew, keys: Sequence[int], at_once: int) -> None:
        self._store = store
        self._crew = crew
        length = -(-len(keys) // (crew.hands * _LANES))
        self._lanes = [batches(lane, at_once) for lane in batches(keys, max(length, 1))]
        self._settled: deque[frozenset[int]] = deque(maxlen=len(self._lanes))
        self._count = 0

    def settle(self) -> Iterator[Settled]:
        """Group all."""
        handed = deque((lane, self._next(lane)) for lane in self._lanes)
        while handed:
            lane, one = handed.popleft()
            if one is not None:
                yield self._keep(one)
                handed.append((lane, self._next(lane)))

    def _next(self, lane: Iterator[list[int]]) -> _Handed | None:
        share = next(lane, None)
        return _Handed(share, self._crew.hand_out(_group, share), self._count) if share else None

    def _keep(self, one: _Handed) -> Settled:
        found = one.outcome()
        with self._store.linking() as tables:
            if self._is_stale(found, one.since) or len(tables.still(found.keys)) < len(found.keys):
                found = regroup(tables, tables.still(one.share))
            settled = _kept(tables, one.share, found)
        self._settled.append(frozenset(found.keys))
        self._count += 1
        return settled

    def _is_stale(self, found: Regrouped, since: int) -> bool:
        """Tell whether anything that was looked at has been settled since."""
        later = islice(reversed(self._settled), self._count - since)
        return not all(keys.isdisjoint(found.seen) for keys in later)
