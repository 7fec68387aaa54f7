"""The two parts of linking that are a matter of statements alone, and so may run in any number of processes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from ..link.block import around, blocks_of, comparable
from ..link.profile import Profile, profile_of
from ..link.score import Weights
from ..store.linking import Known, Link, LinkTables, packed, unpacked

PROFILES_KEPT = 50_000
"""Profiles that are kept unpacked by a process, about 3 KB each."""
SAME_TEXT = 10_000
"""What the same statement of the same text weighs, captured under two addresses, in hundredths: more than any
comparison."""

_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(Profile)
_profiles: dict[int, Profile] = {}
"""Profiles of one store; whoever turns to another forgets them first."""


def forget_profiles() -> None:
    """Keep no profile unpacked: they are of another store, or a key has been dealt anew."""
    _profiles.clear()


def prepare(tables: LinkTables, keys: Sequence[int]) -> dict[int, Known]:
    """Work out the profiles of statements and the blocks that they stand in."""
    profiles = {key: profile_of(report) for key, report in tables.reports(keys).items()}
    return {key: Known(_PACK.encode(one), packed(blocks_of(one))) for key, one in profiles.items()}


def compare(tables: LinkTables, keys: Sequence[int]) -> list[Link]:
    """Find the links of statements to those before them and to those that were linked before.

    So of two new statements the later finds the earlier, whichever of them is compared first, by whichever process.
    """
    blocks = {key: unpacked(known.blocks) for key, known in tables.known(keys).items()}
    near = _near(tables, blocks)
    later = tables.uncompared({other for key, others in near.items() for other in others if other > key})
    for key, others in near.items():
        others.difference_update({other for other in others & later if other > key})
    _recall(tables, set(near).union(*near.values()))
    found = {row[:2]: row for key in near for row in _weighed(key, sorted(near[key]))}
    twins = set(tables.twins(keys))
    waiting = tables.uncompared({other for _, other in twins})
    for key, other in twins:
        if other < key or other not in waiting:
            pair = (min(key, other), max(key, other))
            claim = found[pair][3] if pair in found else None
            found[pair] = (*pair, SAME_TEXT, claim)
    return sorted(found.values())


def _near(tables: LinkTables, blocks: Mapping[int, Iterable[int]]) -> dict[int, set[int]]:
    """Return which statements each of some meets in blocks that are not crowded."""
    wanted = {at for block in set(chain.from_iterable(blocks.values())) for at in around(block)}
    crowded = tables.crowded(wanted)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for block, key in tables.members(wanted - crowded):
        members[block].append(key)
    beside: dict[int, set[int]] = {}
    near: dict[int, set[int]] = {}
    for key, own in blocks.items():
        met: set[int] = set()
        for block in own:
            if block not in crowded:
                if block not in beside:
                    beside[block] = {one for at in around(block) for one in members.get(at, ())}
                met |= beside[block]
        met.discard(key)
        near[key] = met
    return near


def _recall(tables: LinkTables, keys: Collection[int]) -> None:
    """Have the profiles at `keys` at hand."""
    if len(_profiles) > PROFILES_KEPT:
        _profiles.clear()
    for key, known in tables.known([key for key in keys if key not in _profiles]).items():
        _profiles[key] = _UNPACK.decode(known.profile)


def _weighed(key: int, others: Iterable[int]) -> Iterator[Link]:
    """Yield the links of a statement to others that are worth keeping."""
    weights, one = Weights.load(), _profiles[key]
    for at in others:
        other = _profiles[at]
        if one.terms.isdisjoint(other.terms) or not comparable(one, other):
            continue
        utterance = claim = None
        for level, weight in weights.compare(one, other).kept():
            if level == "utterance":
                utterance = round(weight * 100)
            else:
                claim = round(weight * 100)
        if utterance is not None or claim is not None:
            yield (min(key, at), max(key, at), utterance, claim)
