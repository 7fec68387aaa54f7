"""How much a store holds, counted again only when that has changed, and not too often where counting takes long."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from ..store import Stats
from . import changes

if TYPE_CHECKING:
    from ..store import Store

QUICK = 0.1
"""Seconds of counting that anybody may wait for."""
_SHARE = 50
"""Where counting takes longer, it takes at most one part in so many of the time: until then old counts are told."""


class _Counted(NamedTuple):
    stats: Stats
    turn: int
    good_until: float


_known: WeakKeyDictionary[Store, _Counted] = WeakKeyDictionary()
_counting = threading.Lock()


def held(store: Store) -> Stats:
    """Return what a store holds; a million statements take seconds to count, so those counts may be minutes old."""
    turn, known = changes.version(store).number, _known.get(store)
    if known and (known.turn == turn or time.monotonic() < known.good_until):
        return known.stats
    if known and _counting.locked():
        return known.stats
    with _counting:
        began = time.monotonic()
        found = store.stats()
        took = time.monotonic() - began
        _known[store] = _Counted(found, turn, began + took * _SHARE if took > QUICK else began)
    return found
