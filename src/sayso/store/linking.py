"""What linking keeps: profiles, keys and links of statements, and which groups have to be worked out anew.

A statement waits until it has a row in `linkings`; from then on its links are known. Its groups are settled once the
statements that it hangs together with have been grouped; what is removed unsettles those that it was linked with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from ..model import Report
from .loading import load_statements
from .schema import documents, link_keys, linkings, links, statements

_CHUNK = 500
"""Keys that go into one query."""
_FIRST_LINE = 4096
"""Characters in which the first line of a document ends, or it is no headline."""


class Known(NamedTuple):
    """What linking has worked out of one statement: its profile, packed, and the keys that it is looked up by."""

    profile: bytes
    keys: tuple[int, ...]


class LinkRow(NamedTuple):
    """How much speaks for two statements belonging together at a level; the smaller key first."""

    first: int
    second: int
    level: str
    weight: float


class Groups(NamedTuple):
    """The ids of the utterance and of the claim of a statement."""

    utterance: str
    claim: str


class LinkTables:
    """The tables of linking within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def forget_others(self, version: str) -> bool:
        """Forget all that another version of linking found out; True where there was any."""
        ends = self._connection.execute(_VERSIONS).one()
        if set(ends) <= {None, version}:
            return False
        for table in (links, link_keys, linkings):
            self._connection.execute(table.delete())
        self._connection.execute(statements.update().values(utterance=None, claim=None))
        return True

    def waiting(self, limit: int, *, after: int = 0) -> Sequence[int]:
        """Return statements of current documents that were never linked, those with greater keys than `after`."""
        return self._connection.scalars(_WAITING, {"limit": limit, "after": after}).all()

    def count_waiting(self) -> int:
        """Count the statements that were never linked."""
        return self._connection.scalar(_COUNT_WAITING) or 0

    def reports(self, keys: Sequence[int]) -> dict[int, Report]:
        """Return statements as reports, by key."""
        return load_reports(self._connection, keys)

    def remember(self, version: str, found: Mapping[int, Known]) -> None:
        """Note what was worked out; the groups of these statements are not settled."""
        rows = [
            {"statement_key": key, "version": version, "profile": known.profile, "settled": False}
            for key, known in found.items()
        ]
        keyed = [{"key": one, "statement_key": key} for key, known in found.items() for one in known.keys]
        self._insert(linkings, rows)
        self._insert(link_keys, keyed)

    def candidates(self, keys: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield every pair of one of `keys` and another statement that shares a key of linking, perhaps twice."""
        for chunk in _chunks(keys):
            yield from map(tuple, self._connection.execute(_CANDIDATES, {"keys": chunk}))

    def twins(self, keys: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield pairs of one of `keys` and the same statement of the same text, captured as another document."""
        for chunk in _chunks(keys):
            yield from map(tuple, self._connection.execute(_TWINS, {"keys": chunk}))

    def profiles(self, keys: Collection[int]) -> dict[int, bytes]:
        """Return the packed profiles of statements, by key."""
        found: dict[int, bytes] = {}
        for chunk in _chunks(keys):
            found.update(
                (key, packed) for key, packed in self._connection.execute(_PROFILES, {"keys": chunk})
            )
        return found

    def add_links(self, found: Iterable[LinkRow]) -> None:
        """Keep links that are new."""
        self._insert(
            links,
            [
                {"first_key": one.first, "second_key": one.second, "level": one.level, "weight": one.weight}
                for one in found
            ],
        )

    def count_unsettled(self) -> int:
        """Count the statements whose groups have to be worked out."""
        return self._connection.scalar(_COUNT_UNSETTLED) or 0

    def unsettled(self, limit: int) -> Sequence[int]:
        """Return statements whose groups have to be worked out."""
        return self._connection.scalars(_UNSETTLED, {"limit": limit}).all()

    def reach(self, keys: Collection[int], least: Mapping[str, float]) -> set[int]:
        """Return `keys` and all that hang together with them by links of at least the weight of their level."""
        found, new = set(keys), set(keys)
        conditions = [
            (links.c.level == level) & (links.c.weight >= weight) for level, weight in least.items()
        ]
        queries = [query.where(sa.or_(*conditions)) for query in _NEIGHBOURS]
        while new:
            near: set[int] = set()
            for chunk in _chunks(new):
                for query in queries:
                    near.update(self._connection.scalars(query, {"keys": chunk}))
            new = near - found
            found |= new
        return found

    def names(self, keys: Collection[int]) -> dict[int, str]:
        """Return names that sort as the ids of the statements do, and are apart where two captures share a text."""
        found: dict[int, str] = {}
        for chunk in _chunks(keys):
            for key, *parts in self._connection.execute(_NAMES, {"keys": chunk}):
                found[key] = "\0".join(parts)
        return found

    def links_of(self, keys: Collection[int]) -> Iterator[LinkRow]:
        """Yield all links whose first statement is among `keys`."""
        for chunk in _chunks(keys):
            for row in self._connection.execute(_LINKS, {"keys": chunk}):
                yield LinkRow(*row)

    def settle(self, found: Mapping[int, Groups]) -> int:
        """Write the groups of statements, and return how many of them changed."""
        changed = []
        for chunk in _chunks(found):
            for key, utterance, claim in self._connection.execute(_GROUPS, {"keys": chunk}):
                if found[key] != (utterance, claim):
                    changed.append({"at": key, "utterance": found[key].utterance, "claim": found[key].claim})
            self._connection.execute(_SETTLE, {"keys": chunk})
        if changed:
            self._connection.execute(_REGROUP, changed)
        return len(changed)

    def _insert(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(table.insert(), rows)


def detach(connection: sa.Connection, keys: Collection[int]) -> None:
    """Take statements out of all links; those that they were linked with have to be grouped anew."""
    for chunk in _chunks(keys):
        for query in _NEIGHBOURS:
            near = connection.scalars(query, {"keys": chunk}).all()
            for part in _chunks(near):
                connection.execute(_UNSETTLE, {"keys": part})
        for column in (links.c.first_key, links.c.second_key):
            connection.execute(links.delete().where(column.in_(chunk)))
        connection.execute(link_keys.delete().where(link_keys.c.statement_key.in_(chunk)))
        connection.execute(linkings.delete().where(linkings.c.statement_key.in_(chunk)))
        ungrouped = statements.update().where(statements.c.key.in_(chunk), statements.c.claim.is_not(None))
        connection.execute(ungrouped.values(utterance=None, claim=None))


def load_reports(connection: sa.Connection, keys: Sequence[int]) -> dict[int, Report]:
    """Return the statements at `keys` with what is known of their documents, by key."""
    found: dict[int, Report] = {}
    for chunk in _chunks(keys):
        placed = load_statements(connection, chunk)
        wanted = {one.document_key for one in placed.values()}
        about = {row.key: row for row in connection.execute(_ABOUT, {"keys": list(wanted)})}
        for key, (statement, document_key) in placed.items():
            row, spans = about[document_key], statement.content_spans
            found[key] = Report(
                statement=statement,
                lang=row.lang,
                outlet=row.outlet,
                published=row.published,
                headline=bool(spans) and spans[0].end <= _first_line(row.beginning),
            )
    return found


def _first_line(text: str) -> int:
    """Return where the first line of a text ends that is not blank."""
    bare = text.lstrip()
    return len(text) - len(bare) + len(bare.split("\n", 1)[0])


def _chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(keys)
    return (ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK))


# Made once: a query costs more to put together than to answer.
_KEYS: sa.BindParameter[Any] = sa.bindparam("keys", expanding=True)
_LIMIT = sa.bindparam("limit", type_=sa.Integer)
_IS_WAITING = (
    statements.c.claim.is_(None)
    & documents.c.current
    & ~sa.exists().where(linkings.c.statement_key == statements.c.key)
)
_WAITING = (
    sa.select(statements.c.key)
    .join(documents)
    .where(_IS_WAITING, statements.c.key > sa.bindparam("after"))
    .order_by(statements.c.key)
    .limit(_LIMIT)
)
_COUNT_WAITING = sa.select(sa.func.count()).select_from(statements.join(documents)).where(_IS_WAITING)
_VERSIONS = sa.select(
    sa.select(sa.func.min(linkings.c.version)).scalar_subquery(),
    sa.select(sa.func.max(linkings.c.version)).scalar_subquery(),
)
_ABOUT = sa.select(
    *documents.c["key", "lang", "outlet", "published"],
    sa.func.substr(documents.c.text, 1, _FIRST_LINE).label("beginning"),
).where(documents.c.key.in_(_KEYS))
_PROFILES = sa.select(linkings.c.statement_key, linkings.c.profile).where(linkings.c.statement_key.in_(_KEYS))
_UNSETTLED = (
    sa.select(linkings.c.statement_key)
    .where(linkings.c.settled == sa.false())
    .order_by(linkings.c.statement_key)
    .limit(_LIMIT)
)
_COUNT_UNSETTLED = sa.select(sa.func.count()).where(linkings.c.settled == sa.false())
_own, _shared = link_keys.alias("own"), link_keys.alias("shared")
_CANDIDATES = (
    sa.select(_own.c.statement_key, _shared.c.statement_key)
    .join(_shared, _own.c.key == _shared.c.key)
    .where(_own.c.statement_key.in_(_KEYS), _own.c.statement_key != _shared.c.statement_key)
    .distinct()
)
_one, _twin = statements.alias("one"), statements.alias("twin")
_TWINS = (
    sa.select(_one.c.key, _twin.c.key)
    .join(_twin, _one.c.id == _twin.c.id)
    .join(linkings, linkings.c.statement_key == _twin.c.key)
    .where(_one.c.key.in_(_KEYS), _one.c.key != _twin.c.key)
)
_NEIGHBOURS = (
    sa.select(links.c.second_key).where(links.c.first_key.in_(_KEYS)),
    sa.select(links.c.first_key).where(links.c.second_key.in_(_KEYS)),
)
_NAMES = (
    sa.select(statements.c.key, statements.c.id, documents.c.id, sa.func.coalesce(documents.c.url, ""))
    .join(documents)
    .where(statements.c.key.in_(_KEYS))
)
_LINKS = sa.select(*links.c["first_key", "second_key", "level", "weight"]).where(links.c.first_key.in_(_KEYS))
_GROUPS = sa.select(*statements.c["key", "utterance", "claim"]).where(statements.c.key.in_(_KEYS))
_SETTLE = linkings.update().where(linkings.c.statement_key.in_(_KEYS)).values(settled=True)
_UNSETTLE = linkings.update().where(linkings.c.statement_key.in_(_KEYS)).values(settled=False)
_REGROUP = (
    statements.update()
    .where(statements.c.key == sa.bindparam("at"))
    .values(utterance=sa.bindparam("utterance"), claim=sa.bindparam("claim"))
)
