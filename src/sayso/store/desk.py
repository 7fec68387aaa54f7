"""What a desk asks of the store: lists page by page, what is new since a turn, one statement. Nothing scans it all.

A page never looks at more than so many rows: where a filter lets few through, it comes back short, or empty, with the
place from which the next one goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from . import glances, loading
from .bulk import batches
from .claims_of import claims_of_names
from .decisions import Decision, last_decided, load_decision_page
from .glances import ClaimOrder, Glance
from .keyset import Piece, Place, descending
from .names import NameRow, load_name_page, load_name_rows, load_names
from .records import Filter, Header, Line
from .schema import documents, statements
from .turns import Turn, last_turn
from .words import expression_of, matches, word_index

LOOKED_AT = 5_000
"""Hits of words that one page looks at."""
DOCUMENTS_LOOKED_AT = 2_000
"""Documents that one page of statements looks at."""
CLAIMED_FROM = 1_000
"""Statements with the words looked for from which claims are gathered, those read last."""
_FIRST_LOOK, _LOOK = 100, 2_000
"""Rows of the first look for a page, and of those after it."""


class DeskTables:
    """What a desk reads, within one transaction: all of it as of one moment."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def last_turn(self) -> Turn:
        """Return the last change of the store."""
        return last_turn(self._connection)

    def last_decided(self) -> int:
        """Return the turn of the last change of any decision."""
        return last_decided(self._connection)

    def documents(self, wanted: Filter, after: Place | None, limit: int) -> Piece[Header]:
        """Return documents, newest publication first and undated last; with words, those read last first.

        Of `wanted` counts what `Store.documents` regards.
        """
        conditions = loading.of_document(wanted)
        expression = expression_of(wanted.words)
        if expression is None:
            query = sa.select(*documents.c["published", "key"]).where(*conditions)
            columns = (documents.c.published, documents.c.key)
            rows = descending(self._connection, query, columns, after, limit + 1)
        else:
            hits = self._hits("document_words", expression, after)
            query = sa.select(documents.c.key).where(*conditions, documents.c.key.in_(_KEYS))
            return self._headers(*self._passing(hits, query, limit), wanted)
        end = tuple(rows[limit - 1]) if len(rows) > limit else None
        return self._headers([row.key for row in rows[:limit]], end, wanted)

    def added(self, since: int, limit: int) -> Piece[Header]:
        """Return current documents read behind a turn, the last first. Its place tells only that there are more."""
        query = sa.select(*documents.c["added", "key"]).where(documents.c.added > since, documents.c.current)
        columns = (documents.c.added, documents.c.key)
        rows = descending(self._connection, query, columns, None, limit + 1)
        end = tuple(rows[limit - 1]) if len(rows) > limit else None
        return self._headers([row.key for row in rows[:limit]], end, Filter())

    def read_since(self, turn: int, ids: Collection[str]) -> set[str]:
        """Return those of the documents with these ids that were read behind a turn."""
        query = sa.select(documents.c.id).where(documents.c.id.in_(_KEYS), documents.c.added > turn)
        chunks = batches(sorted(ids), _LOOK)
        return {name for chunk in chunks for name in self._connection.scalars(query, {"keys": chunk})}

    def _headers(self, keys: Sequence[int], end: Place | None, wanted: Filter) -> Piece[Header]:
        found = loading.load_headers(self._connection, keys, wanted.confidence)
        return Piece([found[key] for key in keys], end)

    def statements(self, wanted: Filter, after: Place | None, limit: int) -> Piece[Line]:
        """Return the statements of the documents read last first, in the order of each text.

        With words, or a source, those read last first, whatever their places.
        """
        expression = loading.words_wanted(wanted)
        if expression is None:
            keys, end = self._by_document(wanted, after, limit)
        else:
            hits = self._hits("statement_words", expression, after)
            # Asked of each hit by itself: joined, SQLite goes through all documents of an outlet instead.
            own = sa.exists().where(
                documents.c.key == statements.c.document_key, *loading.of_statement(wanted)
            )
            query = sa.select(statements.c.key).where(statements.c.key.in_(_KEYS), own.correlate(statements))
            keys, end = self._passing(hits, query, limit)
        return Piece(self.lines(keys), end)

    def _by_document(self, wanted: Filter, after: Place | None, limit: int) -> tuple[list[int], Place | None]:
        """Return keys of statements document by document, and where the page ends."""
        first, place = after or (None, -1)
        own = sa.select(*statements.c["document_key", "position", "key"]).join(documents)
        own = own.where(*loading.of_statement(wanted), statements.c.document_key.in_(_KEYS))
        own = own.order_by(statements.c.document_key.desc(), statements.c.position)
        found: list[tuple[int, int, int]] = []
        looked = 0
        for chunk in self._latest(wanted, first):
            rows = self._connection.execute(own, {"keys": chunk})
            found += (tuple(row) for row in rows if row[0] != first or row[1] > place)
            if len(found) > limit:
                return [row[2] for row in found[:limit]], found[limit - 1][:2]
            looked += len(chunk)
            if looked >= DOCUMENTS_LOOKED_AT:
                return [row[2] for row in found], (chunk[-1] - 1, -1)
        return [row[2] for row in found], None

    def _latest(self, wanted: Filter, first: int | None) -> Iterator[list[int]]:
        """Yield keys of documents that a filter lets through, from `first` on downwards, by the hundred."""
        narrowed = Filter(
            document=wanted.document, outlet=wanted.outlet, lang=wanted.lang, revisions=wanted.revisions
        )
        query = sa.select(documents.c.key).where(*loading.of_document(narrowed))
        query = query.order_by(documents.c.key.desc()).limit(_FIRST_LOOK)
        while True:
            behind = query if first is None else query.where(documents.c.key <= first)
            keys = list(self._connection.scalars(behind))
            if not keys:
                return
            yield keys
            first = keys[-1] - 1

    def _hits(
        self, index: str, expression: str, after: Place | None, first: int = _FIRST_LOOK
    ) -> Iterator[list[int]]:
        """Yield rows of an index of words, the last first, by looks that grow."""
        words = word_index(index)
        query = sa.select(words.c.rowid).where(matches(words, expression))
        if after is not None:
            query = query.where(words.c.rowid < after[0])
        keys = self._connection.scalars(query.order_by(words.c.rowid.desc()).limit(LOOKED_AT + 1))
        with keys:
            yield [*keys.fetchmany(first)]
            while chunk := [*keys.fetchmany(_LOOK)]:
                yield chunk

    def _passing(
        self, hits: Iterator[list[int]], query: sa.Select[Any], limit: int
    ) -> tuple[list[int], Place | None]:
        """Return the keys that a query lets through, so many at most, and the place where the next page goes on."""
        found: list[int] = []
        looked = 0
        for chunk in hits:
            passed = set(self._connection.scalars(query, {"keys": chunk}))
            found += [key for key in chunk if key in passed]
            if len(found) > limit:
                return found[:limit], (found[limit - 1],)
            looked += len(chunk)
            if looked >= LOOKED_AT:
                return found, (chunk[-1],)
        return found, None

    def lines(self, keys: Sequence[int]) -> list[Line]:
        """Return the statements at `keys`, in their order, each with the document in which it stands."""
        found = loading.load_statements(self._connection, keys)
        headers = loading.load_headers(self._connection, list({one.document_key for one in found.values()}))
        placed = (found[key] for key in keys)
        return [Line(statement=one.statement, document=headers[one.document_key]) for one in placed]

    def named(self, ids: Collection[str]) -> list[Line]:
        """Return the statements of current documents with these ids; one that two captures share comes twice."""
        query = sa.select(statements.c.key).join(documents)
        query = query.where(documents.c.current, statements.c.id.in_(_KEYS)).order_by(statements.c.key)
        return [
            line
            for chunk in batches(sorted(ids), _LOOK)
            for line in self.lines(list(self._connection.scalars(query, {"keys": chunk})))
        ]

    def claims(self, order: ClaimOrder, after: Place | None, limit: int, *, since: int = -1) -> Piece[Glance]:
        """Return the machine's claims at a glance, in an order; with `since`, only those that changed behind it."""
        found = glances.load_glances(self._connection, order, after, limit + 1, since=since)
        end = glances.place_of(found[limit - 1], order) if len(found) > limit else None
        return Piece(found[:limit], end)

    def claims_with(self, wanted: Filter) -> list[str]:
        """Return the machine's claims of the statements that a filter lets through, those with most of them first.

        Of many statements only those read last are looked at.
        """
        expression = loading.words_wanted(wanted)
        if expression is None:
            return []
        keys = next(self._hits("statement_words", expression, None, CLAIMED_FROM))
        rows = self._connection.execute(_CLAIMS_OF, {"keys": keys})
        return [claim for claim, *_ in rows]

    def glances(self, ids: Collection[str]) -> dict[str, Glance]:
        """Return those of the machine's claims with these ids that there are."""
        return glances.load_known(self._connection, ids)

    def names(self, *, since: int = -1, among: Collection[str] | None = None) -> list[NameRow]:
        """Return names of sources with how often they are heard: all, some, or those that changed behind a turn."""
        return load_names(self._connection, since=since, among=among)

    def names_by_count(self, after: Place | None, limit: int) -> Piece[tuple[int, str, str, str]]:
        """Return names of sources, those heard most often first: statements, name, type and language."""
        found = load_name_page(self._connection, after, limit + 1)
        return Piece(found[:limit], found[limit - 1] if len(found) > limit else None)

    def rows_of_names(self, among: Collection[str]) -> list[tuple[int, str, str, str]]:
        """Return the rows of some names, as in `names_by_count`."""
        return load_name_rows(self._connection, among)

    def names_with(self, wanted: Filter) -> list[str]:
        """Return the names in the statements read last that a filter of words lets through, as often as they occur."""
        expression = loading.words_wanted(wanted)
        if expression is None:
            return []
        keys = next(self._hits("statement_words", expression, None, CLAIMED_FROM))
        query = sa.select(statements.c.source_name).where(statements.c.key.in_(_KEYS))
        return list(self._connection.scalars(query, {"keys": keys}))

    def claims_of_names(
        self, names: Collection[str], also: Collection[str], after: Place | None, limit: int
    ) -> Piece[str]:
        """Return the machine's claims to which sources with these names said something, the last read first.

        The statements with the ids `also` count as theirs. A claim stands where its last such statement does.
        """
        return claims_of_names(self._connection, (names, also), after, limit)

    def decisions(self, after: Place | None, limit: int, *, since: int = -1) -> Piece[Decision]:
        """Return decisions, the last first; with `since`, those made or undone behind that turn."""
        found = load_decision_page(self._connection, after, limit + 1, since=since)
        return Piece(found[:limit], (found[limit - 1].key,) if len(found) > limit else None)


_KEYS: sa.BindParameter[Any] = sa.bindparam("keys", expanding=True)
_hit, _latest = sa.func.count(), sa.func.max(statements.c.key)
_CLAIMS_OF = (
    sa.select(statements.c.claim, _hit, _latest)
    .where(statements.c.key.in_(_KEYS), statements.c.claim.is_not(None))
    .group_by(statements.c.claim)
    .order_by(_hit.desc(), _latest.desc())
)
