from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from sayso.model import Document, TimeReference
from sayso.store import Entry, StatementLemmas, Store
from statements import said_after_colons

Make = Callable[..., Entry]


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


@pytest.fixture
def make() -> Make:
    """Make an entry of a document that reads "NAME: CONTENT", with one statement, or none without colon."""
    return entry


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
