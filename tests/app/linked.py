"""A small linked store: a bridge that is to be closed, said and denied, and a school."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from sayso.app.lemmas import lemmas_of
from sayso.app.linking import link_store
from sayso.model import Document
from sayso.store import Entry, StatementLemmas, Store
from statements import said_after_colons

BRIDGE, AGAIN = "міст закриють на ремонт до осені", "міст закриють на ремонт до самої осені"
SCHOOL = "школу в центрі міста відкриють у вересні"


def document(
    name: str, day: int, *said: tuple[str, str], deny: bool = False, outlet: str | None = None
) -> Entry:
    text = "\n".join([f"Новини {name}", *(f"{who}: {what}" for who, what in said)])
    made = Document.capture(
        text, id=name, lang="uk", published=dt.date(2023, 5, day), outlet=outlet or f"Газета {name}"
    )
    read = [replace(one, polarity="-", act="deny") if deny else one for one in said_after_colons(made)]
    lemmas = tuple(
        StatementLemmas(lemmas_of(one.content[0], None), lemmas_of(one.source.name, None)) for one in read
    )
    return Entry(document=made.with_statements(read), pack="uk", pack_version="1", statement_lemmas=lemmas)


def entries() -> list[Entry]:
    return [
        document("a", 3, ("Петро Коваль", BRIDGE)),
        document("b", 4, ("Коваль", AGAIN), ("Олена Бойко", SCHOOL)),
        document("c", 5, ("Олена Бойко", BRIDGE), deny=True),
    ]


def fill(store: Store) -> None:
    store.add_many(entries())
    link_store(store)
