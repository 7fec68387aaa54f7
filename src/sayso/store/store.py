"""The store: documents as captured, statements with their offsets, findable by any form of a word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from ..errors import StoreError
from ..model import Document, Report
from . import decisions, grouping, loading, reprints, rows, tokens, writing
from .decisions import Decision
from .desk import DeskTables
from .failures import store_errors
from .grouping import GroupRow, Heard, Level
from .linking import LinkTables
from .names import NameRow, load_names
from .opening import MEMORY, fold, open_engine
from .records import Entry, Filter, Header, Line, Order, StatementLemmas, Stats
from .reprints import Copies, ReprintTables
from .schema import documents, statements
from .tokens import Token

_PAGE = 500
"""Rows loaded at once: enough to make the cost of a query small, few enough for any memory."""
_WHOLE = 100
"""Documents that are loaded with their texts together."""

_ALL = Filter()


class Store:
    """One file with everything that was read. Any number of processes may read it while one writes.

    Every method raises StoreError, in one line, where the file or the disk fails; what was stored stays
    stored. Iterators hold no transaction open between pages, so a slow reader hinders nobody.
    """

    def __init__(self, engine: sa.Engine, path: str, *, read_only: bool) -> None:
        self._engine = engine
        self._writing = engine.execution_options(writes=True)
        self._read_only = read_only
        self._decided: tuple[int, list[Decision]] | None = None
        self.path = path

    @classmethod
    def open(cls, path: str, *, read_only: bool = False, wait: float = 10.0) -> Store:
        """Open the store at `path`, or make it; ":memory:" lasts until it is closed.

        An older schema is brought up to date. `wait` is how many seconds to wait for another writer.
        """
        return cls(open_engine(path, read_only=read_only, wait=wait), path, read_only=read_only)

    @property
    def is_file(self) -> bool:
        """Tell whether the store lies in a file, where other processes may read it."""
        return self.path != MEMORY

    def close(self) -> None:
        """Let go of the file."""
        with store_errors(self.path):
            self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self,
        document: Document,
        *,
        pack: str | None = None,
        pack_version: str | None = None,
        lemmas: str = "",
        statement_lemmas: Sequence[StatementLemmas] = (),
    ) -> bool:
        """Store one document with its statements: arguments as in `Entry`, answer as of `add_many`."""
        entry = Entry(
            document=document,
            pack=pack,
            pack_version=pack_version,
            lemmas=lemmas,
            statement_lemmas=tuple(statement_lemmas),
        )
        return self.add_many([entry])[0]

    def add_many(self, entries: Sequence[Entry]) -> list[bool]:
        """Store all of `entries` in one transaction, or none; safe on the disk once this returns.

        The answer is False for an entry that brought nothing new: the same capture read by the same pack
        version. Another text at the same address is kept beside the earlier one, as the new current revision.
        Raises ValueError where a statement is not of the document that carries it.
        """
        for entry in entries:
            if any(statement.document != entry.document.id for statement in entry.document.statements):
                raise ValueError(f"a statement of another document in {entry.document.id!r}")
        with self._changing() as connection:
            writer = writing.Writer(connection)
            added = [writer.add(entry) for entry in entries]
            writer.flush()
        return added

    def remove(self, reference: str) -> bool:
        """Remove the document whose id or address is `reference`, with all its revisions; False where there is none.

        Nothing of it stays: neither its statements nor their links; groups that it had part in are worked out anew by
        the next linking.
        """
        series = sa.select(documents.c.series).where(loading.is_document(reference)).limit(1)
        with self._changing() as connection:
            found = connection.scalar(series.order_by(documents.c.current.desc(), documents.c.key.desc()))
            if found is not None:
                writing.remove(connection, found)
        return found is not None

    @contextmanager
    def linking(self) -> Iterator[LinkTables]:
        """Give the tables of linking within one transaction, which is safe on the disk at the end of the block."""
        with self._changing() as connection:
            yield LinkTables(connection)

    @contextmanager
    def reprinting(self) -> Iterator[ReprintTables]:
        """Give the tables of reprints within one transaction, which is safe on the disk at the end of the block."""
        with self._changing() as connection:
            yield ReprintTables(connection)

    @contextmanager
    def viewing_reprints(self) -> Iterator[ReprintTables]:
        """Give the tables of reprints as they stand now, for reading."""
        with store_errors(self.path), self._engine.connect() as connection:
            yield ReprintTables(connection)

    def copies(self, ids: Collection[str]) -> Copies:
        """Return which documents repeat these, or one another, over any number of steps."""
        with store_errors(self.path), self._engine.connect() as connection:
            return reprints.load_copies(connection, ids)

    def tidy(self) -> None:
        """Fold what was written of late into the file; while others read without a pause it would pile up beside it."""
        if self.is_file:
            with store_errors(self.path), self._engine.connect() as connection:
                fold(connection)

    @contextmanager
    def viewing_links(self) -> Iterator[LinkTables]:
        """Give the tables of linking as they stand now, for reading."""
        with store_errors(self.path), self._engine.connect() as connection:
            yield LinkTables(connection)

    @contextmanager
    def looking(self) -> Iterator[DeskTables]:
        """Give what a desk asks of the store, all of it as it stands at this moment."""
        with store_errors(self.path), self._engine.connect() as connection:
            yield DeskTables(connection)

    @contextmanager
    def _changing(self) -> Iterator[sa.Connection]:
        if self._read_only:
            raise StoreError(f"the store {self.path} was opened for reading only", hint="open it for writing")
        with store_errors(self.path), self._writing.begin() as connection:
            yield connection

    def has(self, document: Document, *, pack: str | None, pack_version: str | None) -> bool:
        """Tell whether adding `document`, read by that pack version, would change nothing."""
        with store_errors(self.path), self._engine.connect() as connection:
            series = writing.find_series(connection, document)
            stored = writing.find_capture(connection, document, series)
        entry = Entry(document=document, pack=pack, pack_version=pack_version)
        return stored is not None and writing.is_same_reading(stored, entry)

    def document(self, reference: str, *, revision: int | None = None) -> Document | None:
        """Return the document whose id or address is `reference`, with its statements; None where there is
        none.

        Without a `revision` the newest one is returned.
        """
        query = sa.select(documents).where(loading.is_document(reference))
        if revision is not None:
            query = query.where(documents.c.revision == revision)
        query = query.order_by(documents.c.current.desc(), documents.c.key.desc()).limit(1)
        own = sa.select(statements.c.key).order_by(statements.c.position)
        with store_errors(self.path), self._engine.connect() as connection:
            row = connection.execute(query).first()
            if row is None:
                return None
            keys = connection.scalars(own.where(statements.c.document_key == row.key)).all()
            found: dict[int, loading.Placed] = {}
            for page in _pages(keys):
                found |= loading.load_statements(connection, page)
        return rows.document_from(row, tuple(found[key].statement for key in keys))

    def documents(self, wanted: Filter = _ALL, *, limit: int | None = None) -> Iterator[Header]:
        """Yield documents, newest publication first and undated last, or best match of `wanted.words` first.

        Of `wanted`, `act`, `source` and `dated` do not count here; days are compared with the publication's.
        """
        with store_errors(self.path), self._engine.connect() as connection:
            keys = connection.scalars(loading.document_keys(wanted, limit)).all()
        for page in _pages(keys):
            with store_errors(self.path), self._engine.connect() as connection:
                headers = loading.load_headers(connection, page, wanted.confidence)
            yield from (headers[key] for key in page if key in headers)

    def documents_whole(self, wanted: Filter = _ALL) -> Iterator[Document]:
        """Yield documents with texts and statements, in the order of `documents`, a hundred in memory at a time."""
        with store_errors(self.path), self._engine.connect() as connection:
            keys = connection.scalars(loading.document_keys(wanted, None)).all()
        for page in _pages(keys, _WHOLE):
            with store_errors(self.path), self._engine.connect() as connection:
                found = list(loading.load_documents(connection, page))
            yield from found

    def statements(
        self, wanted: Filter = _ALL, *, order: Order = "text", limit: int | None = None
    ) -> Iterator[Line]:
        """Yield the statements that `wanted` lets through, each with the document in which it stands."""
        with store_errors(self.path), self._engine.connect() as connection:
            keys = connection.scalars(loading.statement_keys(wanted, order, limit)).all()
        for page in _pages(keys):
            with store_errors(self.path), self._engine.connect() as connection:
                found = loading.load_statements(connection, page)
                headers = loading.load_headers(connection, list({one.document_key for one in found.values()}))
            for key in page:
                # A statement may have been read anew since its key was fetched; then it is not here any more.
                if key in found and found[key].document_key in headers:
                    yield Line(statement=found[key].statement, document=headers[found[key].document_key])

    def groups(self, level: Level, *, least: int = 1, limit: int | None = None) -> Sequence[GroupRow]:
        """Return utterances or claims of at least so many statements, those in most documents first."""
        with store_errors(self.path), self._engine.connect() as connection:
            return grouping.load_groups(connection, level, least=least, limit=limit)

    def group_ids(self, level: Level, *, after: str = "") -> Iterator[str]:
        """Yield the ids of all utterances or claims, in their order, those behind the id `after`."""
        return self._paged(partial(grouping.load_group_ids, level=level), after)

    def _paged(self, load: Callable[..., Sequence[str]], after: str = "") -> Iterator[str]:
        while True:
            with store_errors(self.path), self._engine.connect() as connection:
                found = load(connection, after=after, limit=_PAGE)
            if not found:
                return
            yield from found
            after = found[-1]

    def reports(self, level: Level, ids: Collection[str]) -> list[Report]:
        """Return the reports of the utterances or claims with these ids."""
        with store_errors(self.path), self._engine.connect() as connection:
            return grouping.load_group_reports(connection, level, ids)

    def near_claims(self, ids: Collection[str], least: float) -> set[tuple[str, str]]:
        """Return pairs of claims, one of them among these, with links of this weight or more between them."""
        with store_errors(self.path), self._engine.connect() as connection:
            return grouping.load_near_claims(connection, ids, least)

    def homes(self, ids: Collection[str]) -> dict[str, tuple[str, str]]:
        """Return the ids of the utterance and the claim of statements, by the statements' ids."""
        with store_errors(self.path), self._engine.connect() as connection:
            return grouping.load_homes(connection, ids)

    def names(self) -> list[NameRow]:
        """Return every name of a source in current documents, the anonymous left out."""
        with store_errors(self.path), self._engine.connect() as connection:
            return load_names(connection)

    def heard(
        self, names: Collection[str], *, without: Collection[str] = (), also: Collection[str] = ()
    ) -> Heard:
        """Return how often a source with these names is heard in current documents.

        Statements whose ids are in `without` do not count, those in `also` do, whatever their names.
        """
        with store_errors(self.path), self._engine.connect() as connection:
            return grouping.load_heard(connection, names, without, also)

    def claims_of(self, names: Collection[str]) -> Sequence[str]:
        """Return the ids of the claims to which a source with these names has said something."""
        with store_errors(self.path), self._engine.connect() as connection:
            return grouping.load_claims_of(connection, names)

    def contested(self) -> Iterator[str]:
        """Yield the ids of the claims that can be settled, in their order."""
        return self._paged(grouping.load_contested)

    def decisions(self) -> list[Decision]:
        """Return what people decided, in the order in which they did, undone decisions as well.

        They are read again only when one of them has changed.
        """
        with store_errors(self.path), self._engine.connect() as connection:
            turn, known = decisions.last_decided(connection), self._decided
            if known is None or known[0] != turn:
                known = self._decided = (turn, decisions.load_decisions(connection))
        return list(known[1])

    def decide(self, decision: Decision) -> int:
        """Keep a decision, and return the number that it is given."""
        with self._changing() as connection:
            return decisions.add_decision(connection, decision)

    def undo(self, key: int, moment: str) -> bool:
        """Note that a decision counts no more from `moment`; False where there is none that counts."""
        with self._changing() as connection:
            return decisions.undo_decision(connection, key, moment)

    def add_token(self, token: Token) -> None:
        """Keep a token."""
        with self._changing() as connection:
            tokens.add_token(connection, token)

    def token(self, name: str) -> Token | None:
        """Return the token with this id, None where there is none that counts."""
        with store_errors(self.path), self._engine.connect() as connection:
            return tokens.load_token(connection, name)

    def tokens(self) -> list[Token]:
        """Return all tokens, oldest first, revoked ones as well."""
        with store_errors(self.path), self._engine.connect() as connection:
            return tokens.load_tokens(connection)

    def revoke_tokens(self, reference: str, moment: str) -> int:
        """Note that the token with an id, or all of a name, count no more; return how many did until now."""
        with self._changing() as connection:
            return tokens.revoke_tokens(connection, reference, moment)

    def stats(self) -> Stats:
        """Count what is stored; statements, sources and days are those of current revisions."""
        with store_errors(self.path), self._engine.connect() as connection:
            return loading.load_stats(connection)


def _pages(keys: Sequence[int], size: int = _PAGE) -> Iterator[Sequence[int]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))
