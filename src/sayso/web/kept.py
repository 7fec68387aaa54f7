"""What is dear to work out and was worked out a moment ago."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")

MOST = 256
"""Values that are kept: beyond them the one used longest ago goes."""


class _Held(NamedTuple, Generic[V]):
    value: V
    version: Hashable
    at: float


class Kept(Generic[V]):
    """Values by keys, each good as long as the version is the same, and for `seconds` where it is not.

    While documents are being read in the version changes with every batch; what is told of them may lag so much.
    """

    def __init__(self, seconds: float = 5.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._clock = seconds, clock
        self._held: OrderedDict[Hashable, _Held[V]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, version: Hashable, make: Callable[[], V]) -> V:
        """Return the value of a key, made where there is none or it is old."""
        now = self._clock()
        with self._lock:
            held = self._held.get(key)
            if held and (held.version == version or now - held.at < self._seconds):
                self._held.move_to_end(key)
                return held.value
        value = make()
        with self._lock:
            self._held[key] = _Held(value, version, now)
            self._held.move_to_end(key)
            if len(self._held) > MOST:
                self._held.popitem(last=False)
        return value
