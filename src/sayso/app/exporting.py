"""A store as it is handed on: its documents, and what became of what they tell, page by page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from ..assess import told
from ..export.base import CANNOT_BE_JUDGED, Reliability
from ..model import Account, Document, Grade, Report, Source, Statement
from . import claims, weighing
from .deciding import Decisions
from .telling import account_of

if TYPE_CHECKING:
    from ..store import Store


class StoredStory:
    """All that a store tells, with what people decided regarded. Nothing is held but a page of it."""

    whole = True

    def __init__(self, store: Store) -> None:
        self._store = store

    def documents(self) -> Iterator[Document]:
        """Yield every current document."""
        return export(self._store)

    def accounts(self) -> Iterator[Account]:
        """Yield every claim with what weighing finds of it, but for discrepancies: no format writes them."""
        return (account_of(view, compared=False) for view in claims.every_claim(self._store))

    def reliability(self, source: Source) -> Reliability:
        """Return the grade of a source by what its claims came to, and the one that somebody gave it."""
        found = self._grades.get(weighing.record_key(source))
        given = self._decided.grade([source.name])
        why = told(found.reasons) if found else ""
        return Reliability(found or CANNOT_BE_JUDGED, claims.given_grade(given), why)

    @cached_property
    def _decided(self) -> Decisions:
        return Decisions(self._store)

    @cached_property
    def _grades(self) -> dict[tuple[str, str], Grade]:
        """The grades of all who can be judged: counted over all claims, and few."""
        return weighing.reliabilities(view.weighed for view in claims.every_claim(self._store))


def export(store: Store) -> Iterator[Document]:
    """Yield every current document; what people decided about statements, utterances and claims is regarded.

    A corrected statement says in its notes what was read before; one that people hold to be none is left out.
    """
    decided = Decisions(store)
    for document in store.documents_whole():
        found = (_effective(one, decided) for one in document.statements)
        yield document.with_statements(one for one in found if one is not None)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Give a stream for the file at `path`, which is there under its name only when all is written."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _effective(statement: Statement, decided: Decisions) -> Statement | None:
    found = decided.statement(statement)
    if found is None or found.claim is None or not decided.active:
        return found
    report = Report(statement=found)
    utterance = decided.utterance(report)
    claim = decided.claim(utterance, [report])
    return msgspec.structs.replace(found, utterance=utterance, claim=claim)
