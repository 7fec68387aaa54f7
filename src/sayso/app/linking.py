"""Linking a store: what is not linked yet finds what it belongs to, and only what it reaches is grouped anew.

The result is that of linking everything at once, whatever the order of reading and however it was cut into batches:
which statements are compared depends on the two alone, and groups never reach beyond what hangs together by links that
are strong enough. Each batch is a transaction, so a run that was stopped is resumed by running it again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

from .. import gazetteer
from .. import link as linking
from ..link import block
from ..store.bulk import batches
from ..store.schema import TO_COMPARE, TO_GROUP
from .comparing import compare, compare_most, flags, forget_profiles, prepare
from .crew import Crew, Result, collecting_rarely
from .regrouping import regroup
from .reprinting import find_reprints, forget_other_sketches
from .settling import settle

if TYPE_CHECKING:
    from ..store import Store

SHARE = 500
"""Statements of one share of the work, at least."""
_LARGER_SHARE = 4_000
"""Statements of one share of what is no matter of neighbours."""
LARGEST_SHARE = 50_000
"""Statements that are compared together at most. The more neighbours in time are, the less is read twice."""
_PARTS = 16
"""Shares that a large work is cut into at least, so that no process waits long for another."""
_MOST = 0.25
"""Part of the store from which on the statements to be compared are most of it."""
KEPT_AT_ONCE = 20_000
"""Statements of a transaction, or one share: so much is lost at most when a run is stopped."""
GROUPED_AT_ONCE = 50_000
"""Statements that are grouped at once; what their groups depend on comes along."""

Stage = Literal["reprints", "comparing", "grouping"]
Progress = Callable[[Stage, int, int], None]
"""Is told the stage, how many statements (for reprints, documents) are done and how many there are."""


class LinkSummary(NamedTuple):
    """What a linking did: statements linked for the first time, links found, statements whose groups changed, and
    pairs of documents found of which one repeats the other.

    `crowds` are the blocks of the store in which so many statements stand that they are passed over.
    """

    linked: int
    links: int
    changed: int
    reprints: int
    crowds: int


@cache
def version() -> str:
    """Return what marks this version of linking: a hash over its code and tables, so that none is forgotten."""
    digest = hashlib.sha256()
    for package in (linking, gazetteer):
        for file in sorted(files(package).iterdir(), key=lambda file: file.name):
            if file.name.endswith((".py", ".tsv")):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def link_store(store: Store, *, progress: Progress | None = None) -> LinkSummary:
    """Link what is not linked yet, and group anew what that, or a removal, has touched.

    What another version of sayso has linked is linked again. Raises StoreError.
    """
    tell = progress or _untold
    linker = _Linker(store, tell)
    statements, documents = linker.begin(), forget_other_sketches(store)
    with collecting_rarely(), Crew(store, statements + documents) as crew:
        copied = find_reprints(store, crew, partial(tell, "reprints"))
        linked, links, crowds = linker.compare(crew)
        return LinkSummary(linked, links, linker.group(crew), copied, crowds)


def waiting_for_links(store: Store) -> int:
    """Count the statements that linking has to look at: new ones, or all where another version has linked the store."""
    with store.viewing_links() as tables:
        return tables.count_waiting() if tables.is_of(version()) else tables.count_known()


class _Linker:
    """One run over a store."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self._store = store
        self._progress = progress

    def begin(self) -> int:
        """Forget what another version has linked; return how many statements there is anything to do with."""
        forget_profiles()
        with self._store.linking() as tables:
            tables.forget_others(version())
            return tables.count_waiting() + tables.count(TO_COMPARE) + tables.count(TO_GROUP)

    def compare(self, crew: Crew) -> tuple[int, int, int]:
        """Link what was never linked; return how many statements, links found, and crowded blocks."""
        with self._store.viewing_links() as tables:
            waiting = tables.waiting()
            total = len(waiting) + tables.count(TO_COMPARE)
        self._prepare(crew, waiting, total)
        with self._store.linking() as tables:
            crowds = tables.crowd(block.CROWD)
        return len(waiting), self._find_links(crew), crowds

    def _prepare(self, crew: Crew, waiting: Sequence[int], total: int) -> None:
        """Work out what is compared. Half of the way, as far as anybody is told."""
        done = 0
        shares = batches(waiting, min(_together(total), _LARGER_SHARE))
        for results in _kept(crew.do(prepare, shares), max(KEPT_AT_ONCE, _together(total))):
            found = {key: known for _, result in results for key, known in result.items()}
            with self._store.linking() as tables:
                tables.remember(version(), found)
            self._store.tidy()
            done += len(found)
            self._progress("comparing", done // 2, total)

    def _find_links(self, crew: Crew) -> int:
        with self._store.viewing_links() as tables:
            waiting = tables.to_compare()
            most = len(waiting) > tables.count_up_to() * _MOST
        total, done, count = len(waiting), 0, 0
        work = partial(compare_most if most else compare, fresh=flags(waiting))
        for results in _kept(crew.do(work, batches(waiting, _together(total))), KEPT_AT_ONCE):
            with self._store.linking() as tables:
                for share, links in results:
                    tables.add_links(share, links)
                    done, count = done + len(share), count + len(links)
            self._store.tidy()
            self._progress("comparing", (total + done) // 2 if done < total else total, total)
        return count

    def group(self, crew: Crew) -> int:
        """Group anew what is not settled; return how many statements changed groups."""
        with self._store.linking() as tables:
            # All at once: around them it is known what the groups were, among them it is not.
            again = tables.to_group_again()
            changed, done = 0, len(again)
            if again:
                found = regroup(tables, again)
                tables.settle(found.keys, found.changed)
                changed = len(found.changed)
            keys = tables.to_group()
        total = done + len(keys)
        for settled in settle(self._store, crew, keys, GROUPED_AT_ONCE):
            self._progress("grouping", done, total)
            self._store.tidy()
            done, changed = done + settled.done, changed + settled.changed
        if total:
            self._progress("grouping", total, total)
        return changed


def _together(total: int) -> int:
    """Return how many of so many statements are compared together."""
    return min(max(SHARE, total // _PARTS), LARGEST_SHARE)


def _kept(
    done: Iterable[tuple[Sequence[int], Result]], at_once: int
) -> Iterator[list[tuple[Sequence[int], Result]]]:
    """Gather what was done into what is kept at once."""
    gathered: list[tuple[Sequence[int], Result]] = []
    for share, result in done:
        gathered.append((share, result))
        if sum(len(share) for share, _ in gathered) >= at_once:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _untold(stage: Stage, done: int, total: int) -> None:
    """Tell nobody."""
