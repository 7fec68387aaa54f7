"""Documents of a store as they are handed on, their statements with the ids of utterance and claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from ..model import Document, Report, Statement
from .deciding import Decisions

if TYPE_CHECKING:
    from ..store import Store


def export(store: Store) -> Iterator[Document]:
    """Yield every current document; what people decided about utterances and claims is regarded."""
    decided = Decisions(store)
    for header in store.documents():
        document = store.document(header.id)
        if document is not None:
            yield document.with_statements(_effective(one, decided) for one in document.statements)


def _effective(statement: Statement, decided: Decisions) -> Statement:
    if statement.claim is None or not decided.active:
        return statement
    report = Report(statement=statement)
    utterance = decided.utterance(report)
    claim = decided.claim(utterance, [report])
    return msgspec.structs.replace(statement, utterance=utterance, claim=claim)
