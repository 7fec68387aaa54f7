"""Telling what became of what was said: briefs of a story, checked against the documents that they quote."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from .. import brief as briefs
from ..assess import told
from ..brief.formats import FORMATS as BRIEF_FORMATS
from ..errors import NotThere
from ..model import Account, Discrepancy, Document
from . import claims, weighing
from .claims import ClaimView

if TYPE_CHECKING:
    from ..brief import Brief, Length
    from ..store import Store

FORMS = BRIEF_FORMATS
LANGUAGES = briefs.languages()
MOST = 60
"""Claims that one brief tells of; a longer one is nothing that a person reads."""


def brief(
    store: Store,
    reference: str | None,
    *,
    lang: str,
    as_of: dt.date | None = None,
    length: Length = "full",
    limit: int = MOST,
) -> Brief:
    """Return a brief of the claim with an id, of the claims that match words, or of all that the store tells most of.

    Raises NotThere where there is none, BriefError where a sentence could not be vouched for.
    """
    if reference:
        views = list(claims.claim(store, reference, as_of=as_of))
    else:
        views = claims.claims(store, as_of=as_of, limit=limit)
    accounts = [account_of(view, lang) for view in views[:limit] if view.weighed.claim.stands]
    if not accounts:
        raise NotThere(f"{store.path} holds nothing known by then", hint="sayso claims shows what there is")
    documents = _documents(store, accounts)
    topic = None if reference is None or reference.startswith(("c-", "u-")) else reference
    written = briefs.compose(accounts, documents, lang, topic=topic, length=length, as_of=as_of)
    return briefs.pass_gate(written, lambda name: documents[name].text if name in documents else None)


def brief_file(
    store: Store,
    reference: str | None,
    *,
    form: str,
    lang: str,
    as_of: dt.date | None = None,
    length: Length = "full",
    limit: int = MOST,
) -> bytes:
    """Return a brief as the bytes of a file: see `brief`; `form` is one of FORMS."""
    written = brief(store, reference, lang=lang, as_of=as_of, length=length, limit=limit)
    return FORMS[form].render(written)


def account_of(view: ClaimView, lang: str | None = None, *, compared: bool = True) -> Account:
    """Return a claim with all that weighing found of it, its reasons in words of a language and its label too, where
    a report has it; without one in English and as most say it.

    Discrepancies, which cost most, are found only where `compared`.
    """
    weighed = view.weighed
    found: list[Discrepancy] = []
    if compared:
        found += (one for utterance in weighed.claim.utterances for one in weighing.differences(utterance))
        found += weighing.clashes(weighed.claim)
    return Account(
        claim=weighed.claim,
        label=weighing.label_report(weighed.claim, lang),
        status=weighed.status,
        steps=weighed.steps,
        grade=weighed.grade,
        why=told(weighed.grade.reasons, lang or "en"),
        missing=told(weighed.grade.missing, lang or "en"),
        given=claims.given_grade(view.graded),
        origins=weighed.origins,
        uncounted=weighed.uncounted,
        discrepancies=tuple(found),
    )


def _documents(store: Store, accounts: list[Account]) -> dict[str, Document]:
    names = {report.document for account in accounts for report in account.claim.reports}
    names |= {name for account in accounts for one in account.discrepancies for name in one.documents}
    found = ((name, store.document(name)) for name in sorted(names))
    return {name: document for name, document in found if document is not None}
