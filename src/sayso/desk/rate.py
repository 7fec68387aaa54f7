"""How often one may ask: a bucket for each who asks, which fills at a steady rate."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

_MOST = 10_000
"""Buckets that are kept: beyond them the one used longest ago is forgotten, and so is full again."""


class Rate:
    """So many requests a minute for each who asks, and no more than a part of them at once.

    Litestar's own limit keeps a list of the requests of the last minute for each, and writes it anew with every one.
    """

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._a_second = a_minute / 60
        self._room = max(1.0, a_minute / 4)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, who: str) -> float:
        """Count a request, and return 0 where it may go on, else in how many seconds the next one may."""
        if self._a_second <= 0:
            return 0.0
        now = self._clock()
        left, before = self._buckets.pop(who, (self._room, now))
        left = min(self._room, left + (now - before) * self._a_second)
        is_allowed = left >= 1
        self._buckets[who] = (left - 1 if is_allowed else left, now)
        if len(self._buckets) > _MOST:
            self._buckets.popitem(last=False)
        return 0.0 if is_allowed else (1 - left) / self._a_second
