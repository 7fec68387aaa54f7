"""Entries of documents that read "NAME: CONTENT"."""

from __future__ import annotations

import datetime as dt

from sayso.model import Document, TimeReference
from sayso.store import Entry, StatementLemmas
from statements import said_after_colons


def entry(
    text: str = "Мороз: вода відступила",
    *,
    said: str | None = None,
    pack: str | None = "uk",
    version: str | None = "1",
    **known: object,
) -> Entry:
    document = Document.capture(text, **{"lang": "uk"} | known)
    day = dt.date.fromisoformat(said) if said else None
    said_at = TimeReference(start=day, end=day, basis="full date") if day else None
    statements = tuple(said_after_colons(document, pack_version=version or "1", said_at=said_at))
    return Entry(
        document=document.with_statements(statements),
        pack=pack,
        pack_version=version,
        lemmas=text.lower(),
        statement_lemmas=tuple(
            StatementLemmas(one.content[0].lower(), one.source.name.lower()) for one in statements
        ),
    )
