"""Telling at a glance that two reports have too little in common: what `comparable` says of most pairs, in one step.

A mark is a number whose bits stand for the terms of a report, for what its source is looked up by, and for how long it
is. Where no two terms of a report are on one bit, marks share a bit at least for every term that the reports share.
So one bit in common is one term or none, and that is no sufficient part of a report that is long enough. Hashes
collide, so more bits in common tell nothing.
"""

from __future__ import annotations

from .block import ENOUGH_OF_ONE
from .profile import Profile
from .terms import weight

_TERMS, _SOURCES = 1024, 256
"""Bits, powers of two."""
_OF_TERMS = (1 << _TERMS) - 1
_ROUNDING = 1e-6
_LONG, _LONGER = 1 << _TERMS + _SOURCES, 2 << _TERMS + _SOURCES
"""Marks of reports of which one term, and two terms, are no sufficient part."""


def mark_of(profile: Profile) -> int:
    """Return the mark of a report. It is good within one process alone, for so are the hashes of strings."""
    mark = 0
    for term in profile.terms:
        mark |= 1 << (hash(term) & _TERMS - 1)
    if mark.bit_count() == len(profile.terms):
        heaviest = max((weight(term) for term in profile.terms), default=0)
        sufficient = profile.mass * ENOUGH_OF_ONE - _ROUNDING
        mark |= _LONG * (heaviest < sufficient) | _LONGER * (2 * heaviest < sufficient)
    for block in profile.actor.blocks:
        mark |= 1 << _TERMS + (hash(block) & _SOURCES - 1)
    return mark


def may_compare(one: int, other: int) -> bool:
    """Tell from two marks whether the reports may be comparable; where not, they certainly are not."""
    both = one & other
    terms = both & _OF_TERMS
    rest = both - terms
    if rest == _LONG | _LONGER:
        return terms.bit_count() > 2
    if rest == _LONG:
        return terms.bit_count() > 1
    return terms != 0
