"""Sources of a store by any spelling of their names, as people corrected them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..gazetteer.keys import name_key
from ..link.spellings import Spelling, Spellings, grouped, spelled
from ..model import ANONYMOUS
from ..store.grouping import Heard
from .correcting import corrected

if TYPE_CHECKING:
    from ..store import Store


class Renaming(NamedTuple):
    """A statement that people lead to another source than the machine did; None where one of the two has no name."""

    statement: str
    before: Spelling | None
    after: Spelling | None


def everybody(store: Store) -> list[Spellings]:
    """Return the named sources of a store, each with all its spellings, those heard most often first."""
    return grouped(corrected_names([Spelling(*one) for one in store.names()], renamings(store)))


def renamings(store: Store) -> list[Renaming]:
    """Return the statements of current documents that people lead to another source, or hold to be none."""
    made = [one for one in store.decisions() if one.kind == "correct" and one.undone_at is None]
    about = {one.subject for one in made if one.other in _OF_A_NAME}
    if not about:
        return []
    with store.looking() as desk:
        lines = desk.named(about)
    found = []
    for line in lines:
        said = line.statement
        now = corrected(said, (one for one in made if one.subject == said.id))
        pair = (
            Spelling(one.source.name, one.source.type, line.document.lang, 1)
            if one and one.source.type != ANONYMOUS
            else None
            for one in (said, now)
        )
        found.append(Renaming(said.id, *pair))
    return found


def corrected_names(names: Sequence[Spelling], moved: Sequence[Renaming]) -> list[Spelling]:
    """Return names with their counts as people corrected them."""
    found = {one.name: one for one in names}
    for one in moved:
        if one.before and one.before.name in found:
            known = found[one.before.name]
            found[known.name] = known._replace(statements=known.statements - 1)
        if one.after:
            known = found.get(one.after.name, one.after._replace(statements=0))
            found[known.name] = known._replace(statements=known.statements + 1)
    return [one for one in found.values() if one.statements > 0]


def heard(store: Store, names: Collection[str]) -> Heard:
    """Return how often a source with these names is heard in current documents, as people corrected them."""
    moved = renamings(store)
    gone = [one.statement for one in moved if one.before and one.before.name in names]
    come = [one.statement for one in moved if one.after and one.after.name in names]
    return store.heard(names, without=gone, also=come)


def find(sources: Sequence[Spellings], name: str) -> Spellings | None:
    """Return the source that a name stands for: one of its spellings, or a spelling that nobody used here.

    None where it is nobody's, or where it may be that of two.
    """
    key = name_key(name)
    for source in sources:
        if any(name_key(one.name) == key for one in source):
            return source
    names = spelled((one for source in sources for one in source), name)
    fitting = [source for source in sources if any(one.name in names for one in source)]
    return fitting[0] if len(fitting) == 1 else None


_OF_A_NAME = frozenset({"source_name", "source_type", "rejected"})
"""Fields whose correction may lead a statement to another source."""
