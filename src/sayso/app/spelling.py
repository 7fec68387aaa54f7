"""Sources of a store by any spelling of their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..gazetteer.keys import name_key
from ..link.spellings import Spelling, Spellings, grouped, spelled

if TYPE_CHECKING:
    from ..store import Store


def everybody(store: Store) -> list[Spellings]:
    """Return the named sources of a store, each with all its spellings, those heard most often first."""
    return grouped(Spelling(*one) for one in store.names())


def find(sources: Sequence[Spellings], name: str) -> Spellings | None:
    """Return the source that a name stands for: one of its spellings, or a spelling that nobody used here.

    None where it is nobody's, or where it may be that of two.
    """
    key = name_key(name)
    for source in sources:
        if any(name_key(one.name) == key for one in source):
            return source
    names = spelled((one for source in sources for one in source), name)
    fitting = [source for source in sources if any(one.name in names for one in source)]
    return fitting[0] if len(fitting) == 1 else None
