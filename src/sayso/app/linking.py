"""Linking a store: what is not linked yet finds what it belongs to, and only what it reaches is grouped anew.

The result is that of linking everything at once, whatever the order of reading and however it was cut into batches:
which statements are compared depends on the two alone, and groups never reach beyond what hangs together by links that
are strong enough. Each batch is a transaction, so a run that was stopped is resumed by running it again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from .. import gazetteer
from .. import link as linking
from ..link.block import comparable, keys_of
from ..link.decide import LEAST, Edges, claim_groups, utterance_groups
from ..link.profile import Profile, profile_of
from ..link.score import Weights
from ..link.stable import group_id
from .reprinting import find_reprints

if TYPE_CHECKING:
    from ..store import Store
    from ..store.linking import Groups, LinkTables

COMPARED_AT_ONCE = 1_000
"""Statements of a batch: so much is lost at most when a run is stopped."""
GROUPED_AT_ONCE = 2_000
"""Statements whose groups are asked for at once; what hangs together with them comes along."""
PROFILES_KEPT = 100_000
"""Profiles that are kept unpacked, about 2 KB each."""
SAME_TEXT = 100.0
"""What the same statement of the same text weighs, captured under two addresses: more than any comparison."""

_STRONG: dict[str, float] = dict(LEAST.items())

Stage = Literal["reprints", "comparing", "grouping"]
Progress = Callable[[Stage, int, int], None]
"""Is told the stage, how many statements (for reprints, documents) are done and how many there are."""


class LinkSummary(NamedTuple):
    """What a linking did: statements linked for the first time, links found, statements whose groups changed, and
    pairs of documents found of which one repeats the other."""

    linked: int
    links: int
    changed: int
    reprints: int


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
    copied = find_reprints(store, partial(tell, "reprints"))
    linker = _Linker(store, tell)
    linked, links = linker.compare()
    return LinkSummary(linked, links, linker.group(), copied)


class _Linker:
    """One run over a store."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self._store = store
        self._progress = progress
        self._weights = Weights.load()
        self._profiles: dict[int, Profile] = {}

    def compare(self) -> tuple[int, int]:
        """Link what was never linked; return how many statements, and how many links were found."""
        with self._store.linking() as tables:
            tables.forget_others(version())
            total = tables.count_waiting()
        done = found = after = 0
        while done < total:
            with self._store.linking() as tables:
                keys = tables.waiting(COMPARED_AT_ONCE, after=after)
                if not keys:
                    break
                found += self._compare_batch(tables, keys)
            done, after = done + len(keys), keys[-1]
            self._progress("comparing", done, total)
        return done, found

    def group(self) -> int:
        """Group anew what hangs together with unsettled statements; return how many statements changed groups."""
        changed = done = 0
        with self._store.linking() as tables:
            total = tables.count_unsettled()
        while True:
            with self._store.linking() as tables:
                keys = tables.unsettled(GROUPED_AT_ONCE)
                if not keys:
                    return changed
                changed += _group(tables, tables.reach(keys, _STRONG))
                left = tables.count_unsettled()
            done = max(total - left, done)
            self._progress("grouping", done, total)

    def _compare_batch(self, tables: LinkTables, keys: Collection[int]) -> int:
        from ..store.linking import Known, LinkRow

        profiles = {key: profile_of(report) for key, report in tables.reports(list(keys)).items()}
        known = {key: Known(_PACK.encode(one), keys_of(one)) for key, one in profiles.items()}
        tables.remember(version(), known)
        pairs = {(min(pair), max(pair)) for pair in tables.candidates(keys)}
        self._recall(tables, {key for pair in pairs for key in pair}, profiles)
        found = {
            (first, second, level): weight
            for first, second in pairs
            for level, weight in self._weigh(self._profiles[first], self._profiles[second])
        }
        found |= {(min(pair), max(pair), "utterance"): SAME_TEXT for pair in tables.twins(keys)}
        tables.add_links(LinkRow(*pair, weight) for pair, weight in sorted(found.items()))
        return len(found)

    def _weigh(self, one: Profile, other: Profile) -> Iterator[tuple[str, float]]:
        if comparable(one, other):
            yield from self._weights.compare(one, other).kept()

    def _recall(self, tables: LinkTables, keys: Iterable[int], fresh: dict[int, Profile]) -> None:
        """Have the profiles at `keys` at hand."""
        if len(self._profiles) > PROFILES_KEPT:
            self._profiles.clear()
        self._profiles |= fresh
        missing = [key for key in keys if key not in self._profiles]
        for key, packed in tables.profiles(missing).items():
            self._profiles[key] = _UNPACK.decode(packed)


_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(Profile)


def _group(tables: LinkTables, keys: Collection[int]) -> int:
    """Group statements that hang together with no others; return how many changed groups."""
    names = tables.names(keys)
    edges: dict[str, Edges] = {level: {} for level in LEAST}
    for link in tables.links_of(keys):
        if link.second in names:
            one, other = sorted((names[link.first], names[link.second]))
            edges[link.level][one, other] = link.weight
    utterances = {
        group_id("u", group): group for group in utterance_groups(names.values(), edges["utterance"])
    }
    claims = claim_groups(utterances, edges["claim"])
    return tables.settle(dict(_groups(names, utterances, claims)))


def _groups(
    names: dict[int, str], utterances: dict[str, list[str]], claims: dict[str, tuple[str, ...]]
) -> Iterator[tuple[int, Groups]]:
    """Yield the ids of the groups of every key; names end where the id of a statement does."""
    from ..store.linking import Groups

    keys = {name: key for key, name in names.items()}
    for claim, members in claims.items():
        for utterance in members:
            for name in utterances[utterance]:
                yield keys[name], Groups(utterance.partition("\0")[0], claim.partition("\0")[0])


def _untold(stage: Stage, done: int, total: int) -> None:
    """Tell nobody."""
