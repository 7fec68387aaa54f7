"""What is new: marks of how far a reader has seen the store, and what has changed behind one.

A mark is the number of the last change that was seen. Every change of documents, groups, reprints or decisions has a
greater number than those before it, whichever process makes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..errors import CursorError
from ..model import Claim, Status, Utterance
from ..store.decisions import Decision
from . import paging, weighing
from .claims import ClaimView, is_told_at, views_of
from .deciding import Decisions
from .querying import Header

if TYPE_CHECKING:
    from ..store import Store


class ClaimChange(NamedTuple):
    """A claim that changed: as it is now, and what its status was by the documents seen before; None: it was none.

    People's decisions count as they are now on both sides.
    """

    view: ClaimView
    before: Status | None

    @property
    def is_new(self) -> bool:
        """Tell whether nothing was known of it before."""
        return self.before is None

    @property
    def status_changed(self) -> bool:
        """Tell whether its status is another one now."""
        return self.before != self.view.weighed.status


class Changes(NamedTuple):
    """What is new behind a mark, the latest first; `mark` is the one to ask with the next time.

    `more` tells that one of the lists was cut at the limit. What was removed is not told, though it is a change.
    """

    mark: str
    documents: tuple[Header, ...]
    claims: tuple[ClaimChange, ...]
    decisions: tuple[Decision, ...]
    more: bool


class Version(NamedTuple):
    """Which state of the store this is: `number` changes with whatever a reader may see; `at` is when it did, in UTC.

    It covers documents, statements, groups, reprints and decisions, by whichever process they were written. It does not
    cover the code that weighs them, nor days that pass.
    """

    number: int
    at: str | None


def version(store: Store) -> Version:
    """Return the state of the store: one look at the end of an index, whatever the size."""
    with store.looking() as desk:
        return Version(*desk.last_turn())


def mark(store: Store) -> str:
    """Return the mark of a reader who has seen all there is now."""
    return str(version(store).number)


def since(store: Store, seen: str, *, limit: int = 20) -> Changes:
    """Return what is new behind a mark: documents, claims with their status before, decisions; `limit` of each at most.

    Raises CursorError where `seen` is no mark.
    """
    turn, most = _turn(seen), paging.held(limit)
    with store.looking() as desk:
        now = desk.last_turn().number
        if turn >= now:
            return Changes(str(now), (), (), (), more=False)
        documents = desk.added(turn, most)
        touched = desk.claims("touched", None, most, since=turn)
        decided = desk.decisions(None, most, since=turn)
    ids = [one.id for one in touched.items]
    views = [view for view in views_of(store, Decisions(store), ids) if is_told_at(view.claim, ids)]
    told = {report.document for view in views for report in view.claim.reports}
    with store.looking() as desk:
        fresh = desk.read_since(turn, told)
    return Changes(
        mark=str(now),
        documents=tuple(documents.items),
        claims=tuple(ClaimChange(view, _status_before(view, fresh)) for view in views),
        decisions=tuple(decided.items),
        more=any(piece.end for piece in (documents, touched, decided)),
    )


def _status_before(view: ClaimView, fresh: set[str]) -> Status | None:
    """Return the status of a claim by the documents that are not fresh; None where there are none."""
    claim = view.claim
    if not any(report.document in fresh for report in claim.reports):
        return view.weighed.status
    stands = []
    for said in claim.utterances:
        reports = tuple(report for report in said.reports if report.document not in fresh)
        if reports:
            stands.append(weighing.stand_of(Utterance(id=said.id, reports=reports)))
    return weighing.weigh(Claim(id=claim.id, stands=tuple(stands))).status if stands else None


def _turn(seen: str) -> int:
    if not (seen.isascii() and seen.isdigit() and len(seen) < 16):
        raise CursorError(f"{seen[:40]!r} is no mark of this store", hint="ask for one first")
    return int(seen)
