"""Claims weighed, with people's decisions beside the machine's; what was weighed once is kept until it changes.

Weighing a claim that hundreds of reports tell of takes a good part of a second, and a desk asks for the same claims
again and again. Whatever may change what weighing finds - a report more, a group, a reprint, a decision - marks the
machine's claims that it touches, in the transaction that makes the change; so a claim that bears the same marks as
before is taken as it was weighed.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Hashable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

from ..model import Claim, Report, Reprint, Utterance
from ..store.decisions import Decision
from . import reprinting, weighing
from .deciding import Decisions
from .weighing import Weighed

if TYPE_CHECKING:
    from ..store import Store

KEPT = 20_000
"""Reports of claims that are kept weighed, about 4 KB each."""


class ClaimView(NamedTuple):
    """A claim as known on a day: what weighing finds, and what people decided.

    `claim` is the effective one; `found` are the ids of the machine's own claims that it is made of. `graded` is the
    last grade that a person gave, which stands beside that of `weighed`. `reprints` are those of its documents that
    repeat others; a list of claims leaves them out.
    """

    claim: Claim
    weighed: Weighed
    found: tuple[str, ...]
    decisions: tuple[Decision, ...]
    graded: Decision | None
    reprints: tuple[Reprint, ...] = ()

    @property
    def text(self) -> str:
        """The words that stand for it: the content of one of its reports."""
        return weighing.label(self.weighed.claim if self.weighed.claim.stands else self.claim)


class Found(NamedTuple):
    """An effective claim, the ids of the machine's claims that it is made of, and what weighing finds."""

    claim: Claim
    own: tuple[str, ...]
    weighed: Weighed


Standing: TypeAlias = tuple[tuple[str, int], ...]
"""The machine's claims that something rests on, each with the turn that touched it last."""
T = TypeVar("T")


class Kept:
    """What was worked out of one store, the longest unused given up first. Any number of threads may ask it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._size = 0

    def get(self, key: Hashable) -> Any:
        """Return what is kept for a key, None where nothing is."""
        with self._lock:
            if key not in self._found:
                return None
            self._found.move_to_end(key)
            return self._found[key][0]

    def put(self, key: Hashable, found: T, size: int) -> T:
        """Keep what was worked out, as large as so many reports, and return it."""
        with self._lock:
            if key not in self._found:
                self._found[key] = found, size
                self._size += size
                while self._size > KEPT:
                    self._size -= self._found.popitem(last=False)[1][1]
        return found


def kept_of(store: Store) -> Kept:
    """Return what is kept of a store."""
    with _making:
        return _stores.setdefault(store, Kept())


def standing_of(store: Store, ids: Collection[str]) -> Standing:
    """Return those of the machine's claims `ids` that there are, and when each was touched last."""
    with store.looking() as desk:
        return tuple((name, one.touched) for name, one in sorted(desk.glances(ids).items()))


def _size(found: Sequence[Found]) -> int:
    return 1 + sum(len(one.claim.reports) for one in found)


_stores: WeakKeyDictionary[Store, Kept] = WeakKeyDictionary()
_making = threading.Lock()


def views_of(
    store: Store, decided: Decisions, ids: Collection[str], as_of: dt.date | None = None
) -> list[ClaimView]:
    """Return the claims that the machine's claims `ids` have come to, weighed, in the order of `ids`."""
    order = {name: place for place, name in enumerate(ids)}
    made = []
    for claim, own, weighed in _found(store, decided, ids, as_of):
        names = {claim.id, *own, *(said.id for said in claim.utterances), *(one.id for one in claim.reports)}
        view = ClaimView(claim, weighed, own, decided.about(names), decided.grade([claim.id]))
        made.append((min((order.get(name, len(order)) for name in own), default=0), claim.id, view))
    return [view for _, _, view in sorted(made, key=lambda row: row[:2])]


def _found(store: Store, decided: Decisions, ids: Collection[str], as_of: dt.date | None) -> list[Found]:
    kept = kept_of(store)
    families = {tuple(sorted(decided.members([name]))) for name in ids}
    known = dict(standing_of(store, {name for family in families for name in family}))
    standings = (tuple((name, known[name]) for name in family if name in known) for family in families)
    found: dict[Standing, tuple[Found, ...] | None] = {
        standing: kept.get(("weighed", standing, as_of)) for standing in standings if standing
    }
    missing = [name for standing, ones in found.items() if ones is None for name, _ in standing]
    fresh = _weighed(store, decided, missing, as_of) if missing else []
    for standing, ones in found.items():
        if ones is None:
            own = dict(standing)
            made = tuple(one for one in fresh if not own.keys().isdisjoint(one.own))
            found[standing] = kept.put(("weighed", standing, as_of), made, _size(made))
    return [one for ones in found.values() for one in ones or ()]


def _weighed(store: Store, decided: Decisions, ids: Collection[str], as_of: dt.date | None) -> list[Found]:
    found = effective(store, decided, ids)
    printed = reprinting.families(store, {report.document for one in found for report in one.reports}, as_of)
    weighed = []
    for one in found:
        own = {report.statement.claim for report in one.reports if report.statement.claim}
        copied = reprinting.origins_among(printed, {report.document for report in one.reports})
        weighed.append(Found(one, tuple(sorted(own)), weighing.weigh(one, as_of, reprints=copied)))
    return weighed


def effective(store: Store, decided: Decisions, ids: Collection[str]) -> list[Claim]:
    """Return the claims that the machine's claims `ids` have come to, decisions regarded."""
    by_utterance: defaultdict[str, list[Report]] = defaultdict(list)
    for read in store.reports("claim", decided.members(ids)):
        report = decided.report(read)
        if report is not None:
            by_utterance[decided.utterance(report)].append(report)
    by_claim: defaultdict[str, list[Utterance]] = defaultdict(list)
    for name, reports in by_utterance.items():
        ordered = tuple(sorted(reports, key=lambda report: report.order))
        by_claim[decided.claim(name, reports)].append(Utterance(id=name, reports=ordered))
    return [_claim(name, by_claim[name]) for name in sorted(by_claim)]


def _claim(name: str, utterances: list[Utterance]) -> Claim:
    ordered = sorted(utterances, key=lambda one: (one.reports[0].order, one.id))
    return Claim(id=name, stands=tuple(map(weighing.stand_of, ordered)))
