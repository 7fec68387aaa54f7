"""The names of a store's sources, kept at hand: which of them may be spellings of one another.

Bringing all spellings together takes seconds where there are many names, and asking for one source needs only those
near its name: names that share a key, and those that share one with these. What is kept is which names have which
keys; it grows as names are added, by whichever process. Counts are read afresh.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ..gazetteer.keys import name_key
from ..link.spellings import Spelling, Spellings, grouped, near_keys, spelling_keys
from . import spelling
from .deciding import Decisions
from .querying import terms_of_any
from .views import views_of

if TYPE_CHECKING:
    from ..store import Store


_WEIGHED = 20
"""Claims that are weighed beforehand: those of the first page."""


class Directory:
    """The names of one store by their keys. Any number of threads may ask it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen = -1
        self._keys: dict[str, frozenset[str]] = {}
        self._names: defaultdict[str, set[str]] = defaultdict(set)

    def refresh(self, store: Store) -> None:
        """Take note of the names that were added since this was last asked."""
        with store.looking() as desk:
            turn = desk.last_turn().number
            if turn == self._seen:
                return
        with self._lock, store.looking() as desk:
            turn = desk.last_turn().number
            for row in desk.names(since=self._seen):
                self._note(Spelling(*row))
            self._seen = turn

    def note(self, added: Iterable[Spelling]) -> None:
        """Take note of names that only people's corrections have."""
        with self._lock:
            for one in added:
                self._note(one)

    def _note(self, one: Spelling) -> None:
        if one.name not in self._keys:
            self._keys[one.name] = frozenset((*spelling_keys(one), _exact(one.name)))
            for key in self._keys[one.name]:
                self._names[key].add(one.name)

    def around(self, names: Iterable[str]) -> set[str]:
        """Return these names and all that may be spellings of theirs, over any number of steps."""
        return self._reached(self._keys.get(name, frozenset()) for name in names)

    def like(self, name: str) -> set[str]:
        """Return the names that a name which nobody may have used may be a spelling of, and those around them."""
        return self._reached([frozenset((*near_keys(name), _exact(name)))])

    def _reached(self, keys: Iterable[frozenset[str]]) -> set[str]:
        with self._lock:
            new = {key for some in keys for key in some}
            passed, found = set(new), set[str]()
            while new:
                reached = {name for key in new for name in self._names.get(key, ())} - found
                found |= reached
                new = {key for name in reached for key in self._keys[name]} - passed
                passed |= new
        return found


def sources_of(store: Store, names: Collection[str]) -> list[Spellings]:
    """Return the sources that have these names, each with all its spellings, those heard most often first."""
    at = _directory(store)
    return _grouped(store, at.around(names))


def source_called(store: Store, name: str) -> Spellings | None:
    """Return the source that a name stands for, in any spelling; None where it is nobody's, or may be that of two."""
    at = _directory(store)
    return spelling.find(_grouped(store, at.like(name)), name)


def warm(store: Store) -> None:
    """Read what takes seconds the first time, before anybody asks: the names of a store, tables, language packs."""
    _directory(store)
    with store.looking() as desk:
        told = [one.id for one in desk.claims("documents", None, _WEIGHED).items]
    views_of(store, Decisions(store), told)
    terms_of_any("сайсо")


def _grouped(store: Store, names: Collection[str]) -> list[Spellings]:
    with store.looking() as desk:
        rows = [Spelling(*row) for row in desk.names(among=names)]
    moved = [
        one
        for one in spelling.renamings(store)
        if any(side and side.name in names for side in (one.before, one.after))
    ]
    return grouped(one for one in spelling.corrected_names(rows, moved) if one.name in names)


_known: WeakKeyDictionary[Store, Directory] = WeakKeyDictionary()
_making = threading.Lock()


def _directory(store: Store) -> Directory:
    with _making:
        found = _known.setdefault(store, Directory())
    found.refresh(store)
    found.note(one.after for one in spelling.renamings(store) if one.after)
    return found


def _exact(name: str) -> str:
    return f"= {name_key(name)}"
