"""Taking documents out of a store, with every trace of what they say; what people decided stays on record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..errors import StoreError
from ..store import Filter, Header
from ..store.decisions import Decision
from .deciding import statement_of

if TYPE_CHECKING:
    from ..store import Store


class Removal(NamedTuple):
    """What goes with a document: all its revisions, its statements, and the decisions that then count no more."""

    header: Header
    revisions: int
    statements: int
    decisions: tuple[Decision, ...]


def removals(store: Store, references: Iterable[str]) -> list[Removal]:
    """Return what would go with the documents that have these ids or addresses, each document once.

    Raises StoreError, removing nothing, where one of them is none.
    """
    active = [one for one in store.decisions() if one.undone_at is None]
    found: dict[str, Removal] = {}
    for reference in references:
        document = store.document(reference)
        if document is None:
            raise StoreError(
                f"the store {store.path} has no document {reference}", hint="sayso list shows the ids"
            )
        wanted = Filter(document=document.url or document.id, revisions=True)
        headers = list(store.documents(wanted))
        said = {line.statement.id for line in store.statements(wanted)}
        about = (one for one in active if said & {statement_of(one.subject), statement_of(one.other or "")})
        header = next(one for one in headers if one.current)
        found[header.url or header.id] = Removal(header, len(headers), len(said), tuple(about))
    return list(found.values())


def remove(store: Store, found: Iterable[Removal]) -> int:
    """Remove these documents with all their revisions; return how many were there."""
    return sum(store.remove(one.header.url or one.header.id) for one in found)
