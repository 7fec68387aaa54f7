"""Who is heard in a store, under all the spellings of one name, and how far each can be relied on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ..assess import SourceRecord
from ..gazetteer.keys import name_key
from ..link.spellings import Spellings
from ..model import Grade, SourceType
from ..store import Filter
from ..store.decisions import Decision
from ..store.grouping import Heard
from . import weighing
from .claims import ClaimView, nothing_called, views_of
from .deciding import Decisions
from .querying import terms_of_any
from .spelling import everybody, find, heard, renamings
from .weighing import Weighed

if TYPE_CHECKING:
    from ..store import Store

_AT_ONCE = 200
"""Claims that are loaded together."""
_LINES = 500
"""Statements that a search for a source looks at."""


class SourceView(NamedTuple):
    """A source: its name, other spellings of it, how often it is heard, its grades by the machine and by a person.

    `claims` are those that it took part in; a list of sources leaves them out.
    """

    name: str
    type: SourceType
    spellings: tuple[str, ...]
    heard: Heard
    grades: tuple[Grade, ...]
    graded: Decision | None
    claims: tuple[ClaimView, ...] = ()


def sources(store: Store, *, limit: int | None = None) -> list[SourceView]:
    """Return who is named as a source, those heard most often first, with the grades that their records give them."""
    decided, known = Decisions(store), everybody(store)
    records = _records(store, decided, known)
    return [_view(store, decided, one, records) for one in known[:limit]]


def source(store: Store, name: str) -> SourceView:
    """Return one source by any spelling of its name, or else the one heard most of those whose names have its words.

    Raises StoreError where there is none.
    """
    known = everybody(store)
    found = find(known, name) or _by_words(store, known, name)
    if found is None:
        raise nothing_called(store, f"no source {name}")
    decided = Decisions(store)
    views = tuple(_took_part(store, decided, {one.name for one in found}))
    records = weighing.records((view.weighed for view in views), _called(known))
    return _view(store, decided, found, records)._replace(claims=views)


def _took_part(store: Store, decided: Decisions, names: set[str]) -> Iterator[ClaimView]:
    """Yield the claims to which a source with these names has said something, as people corrected it."""
    led = store.homes([one.statement for one in renamings(store) if one.after and one.after.name in names])
    ids = [*store.claims_of(names), *(claim for _, claim in led.values())]
    for view in views_of(store, decided, list(dict.fromkeys(ids))):
        if any(report.statement.source.name in names for report in view.claim.reports):
            yield view


def _by_words(store: Store, known: Sequence[Spellings], name: str) -> Spellings | None:
    lines = store.statements(Filter(source=terms_of_any(name)), limit=_LINES)
    named = Counter(line.statement.source.name for line in lines)
    return find(known, named.most_common(1)[0][0]) if named else None


def _view(store: Store, decided: Decisions, found: Spellings, records: Sequence[SourceRecord]) -> SourceView:
    names = [one.name for one in found]
    return SourceView(
        name=names[0],
        type=found[0].type,
        spellings=tuple(names[1:]),
        heard=heard(store, names),
        grades=weighing.reliability(records, names[0]),
        graded=decided.grade(names),
    )


def _records(store: Store, decided: Decisions, known: Sequence[Spellings]) -> tuple[SourceRecord, ...]:
    return weighing.records(_settleable(store, decided), _called(known))


def _settleable(store: Store, decided: Decisions) -> Iterator[Weighed]:
    """Yield the claims that may be settled: those whose statements can do it, and those that people put together."""
    ids = iter(dict.fromkeys([*decided.claims, *store.contested()]))
    seen: set[str] = set()
    while page := list(islice(ids, _AT_ONCE)):
        for view in views_of(store, decided, page):
            if view.claim.id not in seen:
                seen.add(view.claim.id)
                yield view.weighed


def _called(known: Sequence[Spellings]) -> Callable[[str], str]:
    """Return what leads every spelling of a name to the one that its source is called by."""
    names = {name_key(one.name): group[0].name for group in known for one in group}
    return lambda name: names.get(name_key(name), name)
