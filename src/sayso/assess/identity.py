"""Whether two sources are the same: a plain default where no table of actors says more."""

from __future__ import annotations

import functools
from collections.abc import Callable

from ..gazetteer import Outlets, same_person
from ..gazetteer.keys import name_key
from ..model import ANONYMOUS, Report, Source

SameSource = Callable[[Source, Source], bool | None]
"""Tells whether two sources are one, None where it cannot tell."""


@functools.lru_cache(maxsize=65_536)
def same_source(first: Source, second: Source) -> bool | None:
    """Tell whether two sources are one by their names alone, None where names cannot tell.

    Persons: as the gazetteer compares names across alphabets. Outlets: one entry of the table of outlets. Anything
    else: one name. The anonymous are nobody in particular.
    """
    if ANONYMOUS in (first.type, second.type):
        return None
    if name_key(first.name) == name_key(second.name):
        return True
    outlets = Outlets.load()
    known = outlets.by_name(first.name), outlets.by_name(second.name)
    if known[0] and known[1]:
        return known[0] is known[1]
    if first.type != "person" or second.type != "person":
        return None
    return same_person(first.name, second.name)


def outlets_among(names: tuple[str, ...]) -> frozenset[str]:
    """Return the canonical names of the outlets among names, agencies left out: they sell to all."""
    found = (Outlets.load().by_name(name) for name in names)
    return frozenset(outlet.name for outlet in found if outlet and outlet.kind != "agency")


def own_outlet(report: Report) -> bool:
    """Tell whether a report stands in the source's own outlet."""
    source = report.statement.source
    return (
        source.type == "outlet"
        and bool(report.outlet)
        and name_key(source.name) == name_key(report.outlet or "")
    )
