"""The two parts of linking that are a matter of statements alone, and so may run in any number of processes."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from ..link.actors import Actor
from ..link.block import blocks_of, comparable, shelf, shelves_around, span, steps
from ..link.glance import mark_of, may_compare
from ..link.profile import Profile, profile_of, thrifty
from ..link.score import Weights
from ..store.bulk import batches
from ..store.linking import Known, Link, LinkTables, packed

if TYPE_CHECKING:
    from ..store import Store

PROFILES_KEPT = 150_000
"""Profiles that are kept unpacked by a process, 2 KB each. Statements are compared in the order of their days, so
these are those of some months even where a thousand statements are made a day."""
_WEIGHED_AT_ONCE = 1_000
"""Statements whose profiles are at hand together with those of all that they meet."""
_A_SHELF_FULL = 0.02
"""Part of the statements compared together that stand on one shelf from which on the whole shelf is read."""
SAME_TEXT = 10_000
"""What the same statement of the same text weighs, captured under two addresses, in hundredths: more than any
comparison."""

_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(Profile)
_profiles: dict[int, tuple[int, Profile]] = {}
"""Marks and profiles of statements of one store; whoever turns to another forgets them first."""
_actors: dict[Actor, Actor] = {}


def forget_profiles() -> None:
    """Keep no profile unpacked: they are of another store, or a key has been dealt anew."""
    _profiles.clear()
    _actors.clear()


def prepare(store: Store, keys: Sequence[int]) -> dict[int, Known]:
    """Work out the profiles of statements and the blocks that they stand in."""
    with store.viewing_links() as tables:
        reports = tables.reports(keys)
    profiles = {key: profile_of(report) for key, report in reports.items()}
    return {key: Known(_PACK.encode(one), packed(blocks_of(one))) for key, one in profiles.items()}


def flags(keys: Sequence[int]) -> bytes:
    """Return a byte for every key up to the greatest of these, 1 for those that are among them."""
    found = bytearray(max(keys, default=0) + 1)
    for key in keys:
        found[key] = 1
    return bytes(found)


def compare(store: Store, keys: Sequence[int], fresh: bytes) -> list[Link]:
    """Find the links of statements to those before them and to those that were linked before.

    `fresh` flags what is compared in the same run. So of two new statements the later finds the earlier, whichever
    of them is compared first, by whichever process.
    """
    return _links(store, keys, fresh, least_of_shelf=None)


def compare_most(store: Store, keys: Sequence[int], fresh: bytes) -> list[Link]:
    """Find the same links where so many of a store are compared that blocks are better read by the shelf."""
    return _links(store, keys, fresh, least_of_shelf=len(keys) * _A_SHELF_FULL)


def _links(store: Store, keys: Sequence[int], fresh: bytes, *, least_of_shelf: float | None) -> list[Link]:
    """Find links. The store is viewed by glimpses, for while somebody reads its log cannot be folded into the file."""
    with store.viewing_links() as tables:
        near = _near(tables, tables.blocks(keys), fresh, least_of_shelf)
        twins = {(key, other) for key, other in tables.twins(keys) if key > _last_due(other, fresh)}
    found: dict[tuple[int, int], Link] = {}
    for some in batches([key for key in keys if key in near], _WEIGHED_AT_ONCE):
        met = {key: set(near.pop(key)) for key in some}
        with store.viewing_links() as tables:
            gone = _recall(tables, set(met).union(*met.values()))
        if gone:
            met = {key: others - gone for key, others in met.items() if key not in gone}
        found |= {row[:2]: row for key, others in met.items() for row in _weighed(key, others)}
    for key, other in twins:
        pair = (min(key, other), max(key, other))
        found[pair] = (*pair, SAME_TEXT, found[pair][3] if pair in found else None)
    return sorted(found.values())


def _last_due(key: int, fresh: bytes) -> int:
    """Return the last of those that are not to be compared with a statement: it is with them, or is the same."""
    return key if key < len(fresh) and fresh[key] else -1


def _near(
    tables: LinkTables,
    blocks: Mapping[int, Sequence[int]],
    fresh: bytes,
    least_of_shelf: float | None,
) -> dict[int, array[int]]:
    """Return with whom statements are to be compared, since they meet in blocks that are not crowded, some repeatedly.

    Shelves of which many blocks are wanted are read from end to end; of others the blocks are looked up.
    """
    owners = _owners(blocks)
    owned: defaultdict[int, list[int]] = defaultdict(list)
    for block in owners:
        owned[shelf(block)].append(block)
    full = {at for at, own in owned.items() if least_of_shelf is not None and len(own) > least_of_shelf}
    shelves = sorted({beside for at in owned for beside in shelves_around(at)})
    crowded = {block for at in shelves for block in tables.crowded(*span(at))}
    for block in crowded.intersection(owners):
        del owners[block]
    near = {key: array("q") for key in blocks}
    for at in shelves:
        start, _ = span(at)
        around = shelves_around(at)
        if full.isdisjoint(around):
            asked = {block - span(one)[0] + start for one in around for block in owned.get(one, ())}
            rows = tables.members(asked - crowded)
        else:
            rows = tables.members_between(*span(at))
        _note(near, owners, rows, steps(at), fresh, crowded)
    return near


def _owners(blocks: Mapping[int, Iterable[int]]) -> dict[int, list[int]]:
    owners: defaultdict[int, list[int]] = defaultdict(list)
    for key, own in blocks.items():
        for block in own:
            owners[block].append(key)
    return owners


def _note(
    near: Mapping[int, array[int]],
    owners: Mapping[int, list[int]],
    rows: Iterable[tuple[int, int]],
    apart: Sequence[int],
    fresh: bytes,
    crowded: set[int],
) -> None:
    """Note who stands in the blocks of `rows` for those who own a block so far `apart`, where it is their turn."""
    known = len(fresh)
    for block, key in rows:
        if block in crowded:
            continue
        last = key if key < known and fresh[key] else -1  # written out, for there are dozens a statement
        for step in apart:
            for owner in owners.get(block + step, ()):
                if owner > last:
                    near[owner].append(key)


def _recall(tables: LinkTables, keys: Collection[int]) -> set[int]:
    """Have the profiles at `keys` at hand, and return who has been removed meanwhile.

    What has been at hand for the longest goes first.
    """
    missing = {key for key in keys if key not in _profiles}
    excess = len(_profiles) + len(missing) - PROFILES_KEPT
    if excess > 0:
        wanted = set(keys)
        for key in [key for key in islice(_profiles, excess + len(wanted)) if key not in wanted][:excess]:
            del _profiles[key]
    found = tables.known(missing)
    for key, known in found.items():
        profile = thrifty(_UNPACK.decode(known.profile), _actors)
        _profiles[key] = mark_of(profile), profile
    return missing.difference(found)


def _weighed(key: int, others: Iterable[int]) -> Iterator[Link]:
    """Yield the links of a statement to others that are worth keeping."""
    weights, (mark, one) = Weights.load(), _profiles[key]
    for at in others:
        known = _profiles[at]
        if not may_compare(mark, known[0]) or not comparable(one, known[1]):
            continue
        utterance = claim = None
        for level, weight in weights.compare(one, known[1]).kept():
            if level == "utterance":
                utterance = round(weight * 100)
            else:
                claim = round(weight * 100)
        if utterance is not None or claim is not None:
            yield (min(key, at), max(key, at), utterance, claim)
