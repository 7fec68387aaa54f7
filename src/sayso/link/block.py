"""Which pairs are compared at all: those that share a key and something to say.

Keys are functions of one report alone, so which pairs are compared does not depend on what else is in the store, nor on
the order of reading. Most keys tell who spoke about when; the others are drawn from what was said (MinHash with bands;
Broder 1997), so that reports under different names find each other too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rensa import RMinHash

from .profile import Profile
from .stable import stable_hash

_WINDOW = 8
"""Days of a window of time; a report stands in two, so reports up to so many days apart share one."""
_WIDE = 64
"""Days of the windows in which what was said is compared, whoever said it: without them the work would grow with the
square of an archive of years."""
_LONGEST = 45
"""Days of the longest interval that is laid into windows; a longer one says too little of when."""
_BANDS, _ROWS = 20, 2
_UNDATED = "-"
_SEED = 1
_ENOUGH_COUNTRIES = 2


def keys_of(profile: Profile) -> tuple[int, ...]:
    """Return the keys of a report, each 63 bits, so that a database holds them as integers."""
    near, wide = _windows(profile, _WINDOW), _windows(profile, _WIDE)
    who = {stable_hash(f"{block}|{window}") for window in near for block in profile.actor.blocks}
    what = {stable_hash(f"{band}|{window}") for band in _bands(profile) for window in wide}
    return tuple(sorted(key >> 1 for key in who | what))


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield every pair that shares a key and has something in common, once, the smaller id first."""
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for key in keys_of(profile):
            blocks[key].append(place)
    seen: set[tuple[int, int]] = set()
    for places in blocks.values():
        for pair in combinations(places, 2):
            if pair not in seen:
                seen.add(pair)
                one, other = profiles[pair[0]], profiles[pair[1]]
                if comparable(one, other):
                    yield (one, other) if one.id < other.id else (other, one)


def comparable(one: Profile, other: Profile) -> bool:
    """Tell whether two reports have anything in common but one country that both are about."""
    shared = one.terms & other.terms
    return len(shared) >= _ENOUGH_COUNTRIES or any(term[0] != "c" for term in shared)


def _windows(profile: Profile, length: int) -> tuple[str, ...]:
    first, last = profile.first, profile.last
    if first is None or last is None or last - first > _LONGEST:
        first = last = profile.published
    if first is None or last is None:
        return (_UNDATED,)
    return tuple(str(window) for window in range(first // length, last // length + 2))


def _bands(profile: Profile) -> Iterator[str]:
    """Yield what two sets of terms share the likelier the more they have in common."""
    if not profile.terms:
        return
    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update(sorted(profile.terms))
    least = sketch.digest()
    for band in range(_BANDS):
        yield ":".join(map(str, (band, *least[band * _ROWS : (band + 1) * _ROWS])))
