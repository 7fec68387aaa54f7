"""Timelines and relays of a story, loaded from a store and checked against the documents that they quote."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from .. import brief as briefs
from ..brief import relays as relaying
from ..brief import timeline as timelines
from ..brief.relays.formats import FORMATS as RELAY_FORMATS
from ..brief.timeline.formats import FORMATS as TIMELINE_FORMATS
from ..errors import NotThere
from ..model import Account, Document
from ..store import Filter
from . import claims, reprinting
from .querying import Line, Timeline
from .telling import account_of

if TYPE_CHECKING:
    from ..store import Store

TIMELINES = TIMELINE_FORMATS
RELAYS = RELAY_FORMATS
CLAIMS = 12
"""Claims that a timeline tells of: what one picture can hold."""
RELAYED = 500
"""Claims that a graph of relays is made of: it holds them and their documents in memory."""


class Chosen(NamedTuple):
    """Claims with the documents that report them, by id; `total` counts those that there were to choose from."""

    accounts: tuple[Account, ...]
    documents: dict[str, Document]
    total: int
    topic: str | None


def choose(
    store: Store, reference: str | None, *, as_of: dt.date | None, limit: int | None, lang: str | None = None
) -> Chosen:
    """Return the claim with an id, the claims that match words, or those told by most documents, for readers of `lang`.

    Raises NotThere where there is none, or nothing was known by then.
    """
    is_id = bool(reference) and str(reference).startswith(("c-", "u-"))
    if reference and is_id:
        views = list(claims.claim(store, reference, as_of=as_of))
    else:
        views = claims.claims(store, reference, as_of=as_of, limit=None if reference else limit)
    total = len(views) if reference else sum(1 for _ in store.group_ids("claim"))
    accounts = tuple(account_of(view, lang) for view in views[:limit] if view.weighed.claim.stands)
    if not accounts:
        if not claims.is_linked(store):
            raise NotThere(f"nothing in {store.path} is linked yet", hint=f"sayso link --db {store.path}")
        raise NotThere(
            f"{store.path} holds no such claim known by then", hint="sayso claims shows what there is"
        )
    names = {report.document for account in accounts for report in account.claim.reports}
    found = ((name, store.document(name)) for name in sorted(names))
    documents = {name: document for name, document in found if document is not None}
    return Chosen(accounts, documents, total, None if is_id else reference)


def timeline(
    store: Store,
    reference: str | None = None,
    *,
    lang: str,
    as_of: dt.date | None = None,
    limit: int | None = CLAIMS,
) -> timelines.Timeline:
    """Return a timeline of the claim with an id, of the claims that match words, or of those told most.

    Raises NotThere where there is none, BriefError where a sentence could not be vouched for.
    """
    chosen = choose(store, reference, as_of=as_of, limit=limit, lang=lang)
    documents = chosen.documents
    page = timelines.compose(
        chosen.accounts, documents, lang, topic=chosen.topic, as_of=as_of, total=chosen.total
    )
    return briefs.pass_gate(page, lambda name: documents[name].text if name in documents else None)


def timeline_file(
    store: Store,
    reference: str | None = None,
    *,
    form: str,
    lang: str,
    as_of: dt.date | None = None,
    limit: int | None = CLAIMS,
) -> bytes:
    """Return a timeline as the bytes of a file: see `timeline`; `form` is one of TIMELINES."""
    return TIMELINES[form].render(timeline(store, reference, lang=lang, as_of=as_of, limit=limit))


def relays(
    store: Store, reference: str | None = None, *, lang: str, limit: int | None = RELAYED
) -> relaying.Relays:
    """Return who took from whom: of the claims that `reference` names, or of those told most, `limit` at most.

    Raises NotThere where there is none.
    """
    chosen = choose(store, reference, as_of=None, limit=limit)
    families = reprinting.families(store, list(chosen.documents))
    copied = reprinting.origins_among(families, list(chosen.documents))
    return relaying.relays(
        chosen.accounts, chosen.documents, copied, lang, topic=chosen.topic, total=chosen.total
    )


def relay_file(
    store: Store, reference: str | None = None, *, form: str, lang: str, limit: int | None = RELAYED
) -> bytes:
    """Return relays as the bytes of a file: see `relays`; `form` is one of RELAYS."""
    return RELAYS[form].render(relays(store, reference, lang=lang, limit=limit))


def lines(
    store: Store, reference: str | None, *, as_of: dt.date | None = None, limit: int | None = None
) -> Timeline:
    """Return the statements of claims, as a table shows them: in the order of saying, undated ones apart.

    `limit` counts dated and undated statements apart. Raises NotThere as `timeline` does.
    """
    chosen = choose(store, reference, as_of=as_of, limit=None)
    wanted = {report.id for account in chosen.accounts for report in account.claim.reports}
    found: list[Line] = []
    for name in chosen.documents:
        told = store.statements(Filter(document=name))
        found += [line for line in told if line.statement.id in wanted]
    dated = [line for line in found if line.statement.said_at]
    undated = [line for line in found if not line.statement.said_at]
    dated.sort(key=lambda line: _said(line))
    return Timeline(dated=tuple(dated[:limit]), undated=tuple(undated[:limit]))


def _said(line: Line) -> tuple[dt.date, dt.date]:
    said = line.statement.said_at
    assert said is not None
    return said.start, said.end
