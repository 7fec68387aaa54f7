"""Which pairs are compared at all: those that share a block and something to say.

The blocks of a report are functions of that report alone. Most tell who spoke about when; the others are drawn from
what was said (MinHash with bands; Broder 1997), so that reports under different names find each other too. A block
is a number of 63 bits that begins with its time, so that an index keeps together what is compared together:

    19 bits   days by eights, from year one; 0 for what has no day at all
     1 bit    1 for who spoke, 0 for what was said
    43 bits   a hash of whom, or of the words

Reports meet in one block and in blocks next to each other in time. A block of more than `CROWD` reports is crowded:
it says too little to go by, its pairs would be as the square of the store, and it is passed over. Which blocks
those are depends on all that is stored, never on the order in which it came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from rensa import RMinHash

from .profile import Profile
from .stable import stable_hash
from .terms import WEIGHTS

CROWD = 120
"""Reports from which on a block is passed over. The fullest block of an annotated story of 279 reports has 98."""
_WHO, _WHAT = 8, 64
"""Days of a window in which reports of one source meet, and of one in which similar words do: without the second the
work would grow with the square of an archive of years. Reports up to so many days apart meet for certain."""
_LONGEST = 45
"""Days of the longest interval that is laid into windows; a longer one says too little of when."""
_BANDS, _ROWS = 20, 2
_SEED = 1
_ENOUGH_COUNTRIES = 2
_ENOUGH_TERMS = 3
ENOUGH_OF_ONE = 0.25
"""Terms that two reports of sources without anything in common share at least, or else this part of the shorter one:
of two words in twelve comes no link, and in a large store most of those that meet share no more."""
_ROUNDING = 1e-9
"""What the same terms may weigh less, added up in another order."""
_HASH = 43
_BY_WHO = 1 << _HASH
_MASK = _BY_WHO - 1
_TIME = _HASH + 1
_STEPS = {_BY_WHO: 1 << _TIME, 0: (_WHAT // _WHO) << _TIME}
_MIX = 0x9E3779B97F4A7C15
"""An odd number whose bits look like chance (the golden ratio's), to scatter two hashes over one."""


def blocks_of(profile: Profile) -> tuple[int, ...]:
    """Return the blocks that a report stands in."""
    days = _days(profile)
    who = [_BY_WHO | (stable_hash(block) & _MASK) for block in profile.actor.blocks]
    found = {_at(window, who_or_what) for window in _windows(days, _WHO) for who_or_what in who}
    found |= {_at(window, band) for window in _windows(days, _WHAT) for band in _bands(profile)}
    return tuple(sorted(found))


def around(block: int) -> tuple[int, ...]:
    """Return a block and those next to it in time."""
    return tuple(block + step for step in steps(shelf(block)))


def shelf(block: int) -> int:
    """Return the shelf that a block stands on: those of one time that are all of who spoke, or all of what was said."""
    return block >> _HASH


def span(shelf: int) -> tuple[int, int]:
    """Return the first and the last block that may stand on a shelf."""
    return shelf << _HASH, (shelf + 1 << _HASH) - 1


@cache
def steps(shelf: int) -> tuple[int, ...]:
    """Return how far it is from a block on a shelf to those that its reports meet in: to itself, and next to it."""
    if shelf >> 1 == 0:
        return (0,)
    step = _STEPS[shelf << _HASH & _BY_WHO]
    return (0, -step, step)


def shelves_around(one: int) -> tuple[int, ...]:
    """Return a shelf and those with the blocks next to its own in time."""
    return tuple(map(shelf, around(one << _HASH)))


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield every pair that meets in a block and has something in common, once, the smaller id first."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    standing = [blocks_of(profile) for profile in profiles]
    for place, blocks in enumerate(standing):
        for block in blocks:
            places[block].append(place)
    open_ones = {block: members for block, members in places.items() if len(members) <= CROWD}
    for place, one in enumerate(profiles):
        near = {
            other
            for block in standing[place]
            if block in open_ones
            for beside in around(block)
            for other in open_ones.get(beside, ())
            if other < place
        }
        for other in (profiles[at] for at in sorted(near)):
            if comparable(one, other):
                yield (one, other) if one.id < other.id else (other, one)


def comparable(one: Profile, other: Profile) -> bool:
    """Tell whether two reports have so much in common that they may belong together.

    One country that both are about is nothing. Sources that meet in a block make up for little content.
    """
    shared = one.terms & other.terms
    if len(shared) >= _ENOUGH_TERMS:
        return True
    if not shared or (len(shared) < _ENOUGH_COUNTRIES and all(term[0] == "c" for term in shared)):
        return False
    if not set(one.actor.blocks).isdisjoint(other.actor.blocks):
        return True
    part = sum([WEIGHTS[term[0]] for term in shared]) / min(one.mass, other.mass)
    return part >= ENOUGH_OF_ONE - _ROUNDING


def _days(profile: Profile) -> tuple[int, int] | None:
    first, last = profile.first, profile.last
    if first is None or last is None or last - first > _LONGEST:
        first = last = profile.published
    return None if first is None or last is None else (first, last)


def _windows(days: tuple[int, int] | None, length: int) -> range:
    """Return the windows of so many days that an interval lies in, each by the eights of days before it."""
    if days is None:
        return range(1)
    step = length // _WHO
    return range(days[0] // length * step, days[1] // length * step + 1, step)


def _at(window: int, block: int) -> int:
    return window << _TIME | block


def _bands(profile: Profile) -> set[int]:
    """Return what two sets of terms share the likelier the more they have in common."""
    if not profile.terms:
        return set()
    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update(sorted(profile.terms))
    least = sketch.digest()
    found = set()
    for band in range(_BANDS):
        first, second = least[band * _ROWS : (band + 1) * _ROWS]
        mixed = (first << 32 | second) + band
        found.add((mixed * _MIX >> 21 ^ mixed * _MIX) & _MASK)
    return found
