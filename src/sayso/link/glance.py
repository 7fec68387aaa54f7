"""Telling at a glance that two reports have too little in common: what `comparable` says of most pairs, in one step.

A mark is a number whose bits stand for the terms of a report, for what its source is looked up by, and for whether it
is plain: long enough, and without two terms on one bit. Two plain marks with one bit of terms in common, or none, and
with nothing of their sources, are those of reports that share one term at most; and one term is no sufficient part of
a plain report. Hashes collide, so more bits in common tell nothing.
"""

from __future__ import annotations

from .block import ENOUGH_OF_ONE
from .profile import Profile
from .terms import WEIGHTS

_TERMS, _SOURCES = 1024, 256
"""Bits, powers of two."""
_OF_TERMS = (1 << _TERMS) - 1
_PLAIN = 1 << _TERMS + _SOURCES
_LONG = max(WEIGHTS.values()) / ENOUGH_OF_ONE + 0.01
"""What a report must weigh for no single term to be a sufficient part of it."""


def mark_of(profile: Profile) -> int:
    """Return the mark of a report. It is good within one process alone, for so are the hashes of strings."""
    mark = 0
    for term in profile.terms:
        mark |= 1 << (hash(term) & _TERMS - 1)
    if mark.bit_count() == len(profile.terms) and profile.mass > _LONG:
        mark |= _PLAIN
    for block in profile.actor.blocks:
        mark |= 1 << _TERMS + (hash(block) & _SOURCES - 1)
    return mark


def may_compare(one: int, other: int) -> bool:
    """Tell from two marks whether the reports may be comparable; where not, they certainly are not."""
    both = one & other
    terms = both & _OF_TERMS
    return terms != 0 and (both - terms != _PLAIN or terms & (terms - 1) != 0)
