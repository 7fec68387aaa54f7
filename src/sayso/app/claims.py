"""Claims, utterances, sources and discrepancies of a linked store, with people's decisions beside the machine's."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from ..errors import NotThere
from ..link.score import FLOOR
from ..model import Claim, Discrepancy, GivenGrade, Reprint, Utterance
from ..store import Filter
from ..store.decisions import Decision
from . import reprinting, weighing
from .deciding import Decisions, statement_of
from .querying import terms_of_any
from .views import ClaimView, effective, kept_of, standing_of, views_of

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["ClaimView", "UtteranceView", "effective", "views_of"]

_TRIES = 3
"""Times that a statement is looked up which was led elsewhere meanwhile."""
_AT_ONCE = 200
"""Claims that are loaded together."""


class UtteranceView(NamedTuple):
    """An utterance, its claim's id, where its reports differ, what people decided, and which documents are reprints."""

    utterance: Utterance
    claim: str
    discrepancies: tuple[Discrepancy, ...]
    decisions: tuple[Decision, ...]
    reprints: tuple[Reprint, ...] = ()


def claims(
    store: Store, words: str | None = None, *, as_of: dt.date | None = None, limit: int | None = 20
) -> list[ClaimView]:
    """Return claims: those in which all of `words` occur, best match first, or else those told by most documents."""
    decided = Decisions(store)
    if words:
        ids: Iterable[str] = matching(store, words)
    else:
        ids = _told_most(store)
    found = views_of(store, decided, list(islice(ids, 2 * limit if limit else None)), as_of)
    shown = [view for view in found if view.weighed.claim.stands]
    if not words:
        shown.sort(key=lambda view: (-len({r.document for r in view.weighed.claim.reports}), view.claim.id))
    return shown[:limit]


def claim(store: Store, reference: str, *, as_of: dt.date | None = None) -> tuple[ClaimView, ...]:
    """Return the claim with the id `reference` (its own, an utterance's or a statement's), or those that match words.

    Raises NotThere where there is none.
    """
    for home in _homes(store, reference):
        views = views_of(store, Decisions(store), [home[1]], as_of)
        holding = [view for view in views if any(r.id == statement_of(reference) for r in view.claim.reports)]
        # The statement that names a claim may be one that people rejected.
        if found := holding or [view for view in views if view.claim.id == reference]:
            return tuple(_with_reprints(store, found))
    matching_words = [] if reference[:2] in ("c-", "u-") else claims(store, reference, as_of=as_of, limit=10)
    if not matching_words:
        raise nothing_called(store, f"no claim {reference}")
    return (*_with_reprints(store, matching_words[:1]), *matching_words[1:])


def _homes(store: Store, reference: str) -> Iterator[tuple[str, str]]:
    """Yield the utterance and the claim of a statement, again where linking has led it elsewhere meanwhile."""
    wanted, last = statement_of(reference), None
    for _ in range(_TRIES):
        home = store.homes([wanted]).get(wanted)
        if home is None or home == last:
            return
        yield home
        last = home


def _with_reprints(store: Store, views: Iterable[ClaimView]) -> Iterator[ClaimView]:
    kept = kept_of(store)
    for view in views:
        told = tuple(dict.fromkeys(report.document for report in view.weighed.claim.reports))
        key = ("reprints", told, standing_of(store, view.found))
        found: tuple[Reprint, ...] | None = kept.get(key)
        if found is None:
            found = kept.put(key, reprinting.reprints_among(store, told), 1 + len(told))
        yield view._replace(reprints=found)


def utterance(store: Store, reference: str) -> UtteranceView:
    """Return the utterance with this id, or in which the statement with this id stands. Raises NotThere."""
    wanted = statement_of(reference)
    for home in _homes(store, reference):
        decided = Decisions(store)
        for one in effective(store, decided, [home[1]]):
            for said in one.utterances:
                if said.id == reference or any(report.id == wanted for report in said.reports):
                    found = weighing.differences(said)
                    copied = reprinting.reprints_among(store, said.documents)
                    return UtteranceView(said, one.id, found, decided.about([said.id]), copied)
    raise nothing_called(store, f"no utterance {reference}")


def discrepancies(store: Store, ids: Iterable[str] | None = None) -> Iterator[Discrepancy]:
    """Yield where reports of one utterance differ, where utterances of one claim conflict, and those of near claims.

    Claim by claim, of all, or of those that the machine's claims `ids` have come to; what two claims have with each
    other comes behind what the first of them has with itself.
    """
    if ids is None:
        for _, found in discrepancies_by_claim(store):
            yield from found
        return
    decided = Decisions(store)
    for name in dict.fromkeys(ids):
        yield from _kept_discrepancies(store, decided, name)


def _kept_discrepancies(store: Store, decided: Decisions, name: str) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of what one of the machine's claims has come to, found anew only where it changed."""
    members, kept = decided.members([name]), kept_of(store)
    near = {one for pair in store.near_claims(members, FLOOR["claim"]) for one in pair}
    key = ("discrepancies", name, standing_of(store, decided.members(near | members)))
    known: tuple[Discrepancy, ...] | None = kept.get(key)
    if known is not None:
        return known
    by_claim = discrepancies_by_claim(store, [name], whole=True)
    found = tuple(one for _, ones in by_claim for one in ones)
    return kept.put(key, found, 1 + len(found))


def discrepancies_by_claim(
    store: Store, ids: Iterable[str] | None = None, *, whole: bool = False
) -> Iterator[tuple[Claim, list[Discrepancy]]]:
    """Yield each effective claim with its discrepancies: all of them, or only those with claims of greater ids."""
    decided = Decisions(store)
    asked = iter(ids) if ids is not None else store.group_ids("claim")
    seen: set[str] = set()
    while page := list(islice(asked, _AT_ONCE)):
        near = _near(store, decided, page)
        for one in effective(store, decided, page):
            if one.id not in seen:
                seen.update([one.id] if decided.active else [])
                others = [other for other in near.get(one.id, ()) if whole or one.id < other.id]
                yield one, list(_of_claim(one, others))


def _of_claim(one: Claim, others: Iterable[Claim]) -> Iterator[Discrepancy]:
    yield from (found for said in one.utterances for found in weighing.differences(said))
    yield from weighing.clashes(one)
    for other in others:
        yield from weighing.clashes_between(one, other)


def _near(store: Store, decided: Decisions, page: Collection[str]) -> dict[str, list[Claim]]:
    """Return for the effective claims of a page those that hang together with them by a link, in the order of ids."""
    pairs = store.near_claims(decided.members(page), FLOOR["claim"])
    machine = {name for pair in pairs for name in pair}
    claims = {one.id: one for one in effective(store, decided, machine)}
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for one in claims.values():
        for report in one.reports:
            homes[report.statement.claim or ""].add(one.id)
    near: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        for here, there in product(homes[first], homes[second]):
            if here != there:
                near[here].add(there)
                near[there].add(here)
    return {name: [claims[other] for other in sorted(others)] for name, others in near.items()}


def every_claim(store: Store) -> Iterator[ClaimView]:
    """Yield all claims by their ids, a page in memory at a time."""
    decided = Decisions(store)
    ids = store.group_ids("claim")
    seen: set[str] = set()
    while page := list(islice(ids, _AT_ONCE)):
        for view in views_of(store, decided, page):
            if view.claim.id not in seen:
                seen.update([view.claim.id] if decided.active else [])
                yield view


def is_told_at(claim: Claim, ids: Collection[str]) -> bool:
    """Tell whether a list that has come to the machine's claims `ids` tells an effective claim there.

    One of several that people merged is told where its own id is, one that they split off where it came from.
    """
    own = {report.statement.claim or "" for report in claim.reports}
    return claim.id in ids or (claim.id not in own and min(own) in ids)


def given_grade(decision: Decision | None) -> GivenGrade | None:
    """Return the grade that somebody gave, for telling."""
    if decision is None:
        return None
    return GivenGrade(value=decision.value or "", by=decision.by, reason=decision.reason)


def is_linked(store: Store) -> bool:
    """Tell whether anything in the store is linked."""
    return next(store.group_ids("claim"), None) is not None


def matching(store: Store, words: str) -> list[str]:
    """Return the machine's claims in whose statements all of `words` occur, those with most such statements first.

    Of a word that is everywhere only the statements that were read last are looked at.
    """
    terms = terms_of_any(words)
    if not terms:
        return []
    with store.looking() as desk:
        return desk.claims_with(Filter(words=terms))


def _told_most(store: Store) -> Iterator[str]:
    """Yield the machine's claims, those told by most documents first."""
    after = None
    while True:
        with store.looking() as desk:
            page = desk.claims("documents", after, _AT_ONCE)
        yield from (one.id for one in page.items)
        after = page.end
        if after is None:
            return


def nothing_called(store: Store, what: str) -> NotThere:
    """Return the error that says that a store lacks something, with the way out."""
    if not is_linked(store):
        return NotThere(f"nothing in {store.path} is linked yet", hint=f"sayso link --db {store.path}")
    return NotThere(f"the store {store.path} has {what}", hint="sayso claims shows what there is")
