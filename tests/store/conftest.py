from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from sayso.model import Document, Source, Span, Statement, TimeReference
from sayso.store import Entry, StatementLemmas, Store

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
    name, colon, content = text.partition(": ")
    document = Document.capture(text, **{"lang": "uk"} | known)
    statements = ()
    if colon:
        day = dt.date.fromisoformat(said) if said else None
        statements = (
            Statement(
                id=document.hash[:16],
                document=document.id,
                content=(content,),
                content_spans=(Span(len(name) + 2, len(text)),),
                cue=None,
                cue_span=None,
                source=Source(name=name, type="person", text=name, span=Span(0, len(name))),
                kind="indirect",
                said_at=TimeReference(start=day, end=day, basis="full date") if day else None,
                rule="colon",
                pack="uk",
                pack_version=version or "1",
            ),
        )
    return Entry(
        document=document.with_statements(statements),
        pack=pack,
        pack_version=version,
        lemmas=text.lower(),
        statement_lemmas=tuple(StatementLemmas(content.lower(), name.lower()) for _ in statements),
    )
