"""Sources as a desk lists them, and the claims of one, page by page: quick however many there are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ..link.spellings import Spellings
from ..model import SourceType
from ..store import Filter
from ..store.decisions import Decision
from ..store.grouping import Heard
from . import directory, paging
from .claims import ClaimView, is_told_at, nothing_called, views_of
from .deciding import Decisions
from .paging import Page
from .querying import terms_of_any
from .spelling import heard, renamings

if TYPE_CHECKING:
    from ..store import Store


class SourceGlance(NamedTuple):
    """A source in a list: its name, its other spellings, how many statements name it, the grade that a person gave."""

    name: str
    type: SourceType
    spellings: tuple[str, ...]
    statements: int
    graded: Decision | None


class SourceCard(NamedTuple):
    """One source: as in a list, and how often it is heard."""

    source: SourceGlance
    heard: Heard


def sources(store: Store, *, after: str | None = None, limit: int = 50) -> Page[SourceGlance]:
    """Return who is named as a source, those heard most often under one spelling first.

    A page may be short: all spellings of a source are told where the commonest stands.
    """
    place = paging.place("sources", after, [int, str, str, str])
    with store.looking() as desk:
        piece = desk.names_by_count(place, paging.held(limit))
    groups = directory.sources_of(store, [name for _, name, *_ in piece.items])
    group_of = {one.name: at for at, group in enumerate(groups) for one in group}
    first: dict[int, tuple[int, str, str, str]] = {}
    with store.looking() as desk:
        for row in desk.rows_of_names(group_of):
            first[group_of[row[1]]] = max(row, first.get(group_of[row[1]], row))
    found = [(group_of.get(row[1]), row) for row in piece.items]
    told = [groups[at] for at, row in found if at is not None and first.get(at) == row]
    if piece.end is None:
        told += _only_corrected(store)
    decided = Decisions(store)
    return Page(tuple(_glance(decided, one) for one in told), paging.cursor("sources", piece.end))


def source(store: Store, name: str) -> SourceCard:
    """Return one source by any spelling of its name, or else the one heard most of those whose names have its words.

    Raises NotThere where there is none.
    """
    found = _found(store, name)
    return SourceCard(_glance(Decisions(store), found), heard(store, [one.name for one in found]))


def claims_of(store: Store, name: str, *, after: str | None = None, limit: int = 20) -> Page[ClaimView]:
    """Return the claims to which a source has said something, those of which it was read last first.

    Raises NotThere where there is no such source.
    """
    place = paging.place("claims of a source", after, [int, int])
    names = {one.name for one in _found(store, name)}
    moved = renamings(store)
    with store.looking() as desk:
        piece = desk.claims_of_names(
            names,
            [one.statement for one in moved if one.after and one.after.name in names],
            place,
            paging.held(limit),
        )
    views = views_of(store, Decisions(store), piece.items)
    told = tuple(
        view
        for view in views
        if is_told_at(view.claim, piece.items)
        and any(report.statement.source.name in names for report in view.claim.reports)
    )
    return Page(told, paging.cursor("claims of a source", piece.end))


def _found(store: Store, name: str) -> Spellings:
    found = directory.source_called(store, name) or _by_words(store, name)
    if found is None:
        raise nothing_called(store, f"no source {name}")
    return found


def _by_words(store: Store, name: str) -> Spellings | None:
    with store.looking() as desk:
        named = Counter(desk.names_with(Filter(source=terms_of_any(name))))
    return directory.source_called(store, named.most_common(1)[0][0]) if named else None


def _only_corrected(store: Store) -> list[Spellings]:
    """Return the sources that only people's corrections have named: they have no place among the others."""
    given = {one.after.name for one in renamings(store) if one.after}
    groups = directory.sources_of(store, given)
    with store.looking() as desk:
        known = {row[1] for row in desk.rows_of_names({one.name for group in groups for one in group})}
    return [group for group in groups if not known.intersection(one.name for one in group)]


def _glance(decided: Decisions, found: Spellings) -> SourceGlance:
    names = [one.name for one in found]
    return SourceGlance(
        name=names[0],
        type=found[0].type,
        spellings=tuple(names[1:]),
        statements=sum(one.statements for one in found),
        graded=decided.grade(names),
    )
