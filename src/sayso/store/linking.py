"""What linking keeps: profiles, blocks and links of statements, and what is left to do.

A statement waits until it has a row in `linkings`. There it goes through the stages of `schema.py`: its links are to be
found, they are found but its groups are to be worked out, all is done. What is removed sends those back whose
groups it was in, and a block that grows crowded, or is crowded no more, those that stand in it.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

import sqlalchemy as sa

from ..model import Report
from . import bulk, glances
from .reports import load_reports
from .schema import (
    SETTLED,
    TO_COMPARE,
    TO_GROUP,
    documents,
    link_blocks,
    link_crowds,
    linkings,
    links,
    statements,
)

Level = Literal["utterance", "claim"]

_MANY = 20_000
"""Statements to be compared from which on all blocks are counted, rather than theirs one by one."""


class Known(NamedTuple):
    """What linking has worked out of one statement: its profile and the blocks that it stands in, both packed."""

    profile: bytes
    blocks: bytes


Link: TypeAlias = tuple[int, int, int | None, int | None]
"""Two statements, the smaller key first, and how much speaks for them being of one utterance, and of one claim, in
hundredths; None where nothing does."""


class Home(NamedTuple):
    """Where a statement stands: a name that sorts as its id does, and its groups, where it has any.

    Names are apart where two captures share a text.
    """

    name: str
    utterance: str | None
    claim: str | None


def packed(blocks: Iterable[int]) -> bytes:
    """Return blocks as the store keeps them: 64 bits each."""
    return array("q", blocks).tobytes()


def unpacked(blocks: bytes) -> Sequence[int]:
    """Return the blocks that were packed."""
    found = array("q")
    found.frombytes(blocks)
    return found


class LinkTables:
    """The tables of linking within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def is_of(self, version: str) -> bool:
        """Tell whether nothing here was found out by another version of linking."""
        return self._connection.scalar(sa.select(linkings.c.version).limit(1)) in (None, version)

    def count_known(self) -> int:
        """Count the statements that were linked before, by whatever version."""
        return self._connection.scalar(sa.select(sa.func.count()).select_from(linkings)) or 0

    def forget_others(self, version: str) -> bool:
        """Forget all that another version of linking found out; True where there was any."""
        if self.is_of(version):
            return False
        for table in (links, link_blocks, link_crowds, linkings):
            self._connection.execute(table.delete())
        self._connection.execute(statements.update().values(utterance=None, claim=None))
        glances.forget_all(self._connection)
        return True

    def waiting(self) -> Sequence[int]:
        """Return the statements of current documents that were never linked, document by document, in the order of
        their publication: what stands in one block comes together."""
        return self._ordered(_WAITING)

    def count_waiting(self) -> int:
        """Count the statements that were never linked."""
        return self._connection.scalar(_COUNT_WAITING) or 0

    def reports(self, keys: Collection[int]) -> dict[int, Report]:
        """Return statements as reports, by key."""
        return load_reports(self._connection, keys)

    def remember(self, version: str, found: Mapping[int, Known]) -> None:
        """Note what was worked out of statements; their links are to be found."""
        rows = ((key, version, TO_COMPARE, *known) for key, known in sorted(found.items()))
        bulk.insert(self._connection, linkings, rows)
        standing = [(block, key) for key, known in found.items() for block in unpacked(known.blocks)]
        bulk.insert(self._connection, link_blocks, sorted(standing))
        if self._connection.scalar(_ANY_CROWD):
            _recount(self._connection, {block for block, _ in standing})

    def crowd(self, most: int) -> int:
        """Note which blocks more than so many statements stand in, and have compared anew those whom that concerns.

        Returns how many blocks are crowded.
        """
        left = set(self._connection.scalars(sa.select(link_crowds.c.block).where(link_crowds.c.size <= most)))
        new = self._overfull(most) - set(self._connection.scalars(sa.select(link_crowds.c.block)))
        bulk.delete(self._connection, link_crowds.c.block, left)
        bulk.insert(self._connection, link_crowds, [(block, 0) for block in new])
        _recount(self._connection, new)
        self._send_back({key for _, key in self.members(left | new)})
        return self._connection.scalar(sa.select(sa.func.count()).select_from(link_crowds)) or 0

    def _overfull(self, most: int) -> set[int]:
        """Return the blocks with more than so many statements among which one is to be compared."""
        full = sa.select(link_blocks.c.block).group_by(link_blocks.c.block).having(sa.func.count() > most)
        if self.count(TO_COMPARE) > _MANY:
            return set(self._connection.scalars(full))
        touched = {block for blocks in self._connection.scalars(_FRESH) for block in unpacked(blocks)}
        found: set[int] = set()
        for chunk in bulk.batches(sorted(touched), 500):
            found.update(self._connection.scalars(full.where(link_blocks.c.block.in_(chunk))))
        return found

    def _send_back(self, keys: Collection[int]) -> None:
        """Have the links of statements found anew."""
        compared = {key for key, stage in self._stages(keys) if stage != TO_COMPARE}
        forget_links(self._connection, compared)
        self.advance(compared, TO_COMPARE)

    def _stages(self, keys: Collection[int]) -> Iterator[tuple[int, int]]:
        columns = (linkings.c.statement_key, linkings.c.stage)
        return bulk.select(self._connection, columns, linkings.c.statement_key, keys)

    def count(self, stage: int) -> int:
        """Count the statements at a stage."""
        return self._connection.scalar(_COUNT, {"stage": stage}) or 0

    def to_compare(self) -> Sequence[int]:
        """Return the statements whose links are to be found, in the order of the days on which they were made."""
        return self._ordered(_TO_COMPARE)

    def _ordered(self, query: sa.Select[Any]) -> Sequence[int]:
        """Return keys in the order of a query, 8 bytes each, for there may be as many as the store has."""
        return array("q", self._connection.scalars(query.execution_options(yield_per=_MANY)))

    def count_up_to(self) -> int:
        """Return how many statements were ever prepared at most, without counting them: their greatest key."""
        return self._connection.scalar(_GREATEST) or 0

    def to_group_again(self) -> Sequence[int]:
        """Return the statements that have groups which are to be worked out anew."""
        return self._connection.scalars(_TO_GROUP_AGAIN).all()

    def to_group(self) -> Sequence[int]:
        """Return the statements whose groups are to be worked out for the first time, in the order of their days."""
        return self._ordered(_TO_GROUP)

    def still(self, keys: Collection[int]) -> set[int]:
        """Return those of `keys` that nobody has taken out of all links meanwhile."""
        column = linkings.c.statement_key
        return {key for (key,) in bulk.select(self._connection, (column,), column, keys)}

    def known(self, keys: Collection[int]) -> dict[int, Known]:
        """Return what was worked out of statements, by key."""
        columns = (linkings.c.statement_key, linkings.c.profile, linkings.c.blocks)
        rows = bulk.select(self._connection, columns, linkings.c.statement_key, keys)
        return {key: Known(*known) for key, *known in rows}

    def blocks(self, keys: Collection[int]) -> dict[int, Sequence[int]]:
        """Return the blocks that statements stand in, by key."""
        columns = (linkings.c.statement_key, linkings.c.blocks)
        rows = bulk.select(self._connection, columns, linkings.c.statement_key, keys)
        return {key: unpacked(blocks) for key, blocks in rows}

    def members(self, blocks: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield block and statement for all that stand in `blocks`."""
        return bulk.select(self._connection, _MEMBERS, link_blocks.c.block, blocks)

    def members_between(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield block and statement for all that stand in blocks from `first` to `last`."""
        return bulk.select_between(self._connection, _MEMBERS, link_blocks.c.block, first, last)

    def crowded(self, first: int, last: int) -> Iterator[int]:
        """Yield the blocks from `first` to `last` that are passed over."""
        column = link_crowds.c.block
        return (block for (block,) in bulk.select_between(self._connection, (column,), column, first, last))

    def twins(self, keys: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield pairs of one of `keys` and the same statement of the same text, captured as another document."""
        for chunk in bulk.batches(sorted(keys), 500):
            yield from map(tuple, self._connection.execute(_TWINS, {"keys": chunk}))

    def add_links(self, compared: Collection[int], found: Iterable[Link]) -> None:
        """Keep the links of statements, which are to be grouped next; those known already stay as they are."""
        bulk.insert(self._connection, links, found)
        self.advance(compared, TO_GROUP)

    def advance(self, keys: Collection[int], stage: int) -> None:
        """Have statements stand at a stage."""
        rows = [(stage, key) for key in sorted(keys)]
        bulk.update(self._connection, linkings, [linkings.c.stage], rows)

    def links_ahead(self, keys: Collection[int]) -> Iterator[Link]:
        """Yield the links of which the first statement is among `keys`."""
        return bulk.select(self._connection, tuple(links.columns), links.c.first_key, keys)

    def links_behind(self, keys: Collection[int]) -> Iterator[Link]:
        """Yield the links of which the second statement is among `keys`."""
        return bulk.select(self._connection, tuple(links.columns), links.c.second_key, keys)

    def homes(self, keys: Collection[int]) -> dict[int, Home]:
        """Return where statements stand, by key."""
        found: dict[int, Home] = {}
        for chunk in bulk.batches(sorted(keys), 1_000):
            for key, one, other, url, *groups in self._connection.execute(_HOMES, {"keys": chunk}):
                found[key] = Home(f"{one}\0{other}\0{url}", *groups)
        return found

    def members_of(self, level: Level, groups: Collection[str]) -> set[int]:
        """Return the statements of groups."""
        return {
            key for (key,) in bulk.select(self._connection, (statements.c.key,), statements.c[level], groups)
        }

    def settle(self, keys: Collection[int], changed: Mapping[int, tuple[str, str]]) -> None:
        """Note that the groups of statements are worked out, and the ids of those of which they have changed."""
        rows = [(utterance, claim, key) for key, (utterance, claim) in sorted(changed.items())]
        left = glances.claims_at(self._connection, changed)
        bulk.update(self._connection, statements, [statements.c.utterance, statements.c.claim], rows)
        glances.recount(self._connection, left | {claim for _, claim in changed.values()})
        self.advance(keys, SETTLED)


def detach(connection: sa.Connection, keys: Collection[int]) -> None:
    """Take statements out of all links; those that they shared groups with have to be grouped anew."""
    tables = LinkTables(connection)
    homes = tables.homes(keys)
    mates = tables.members_of("claim", {home.claim for home in homes.values() if home.claim}) - set(keys)
    rows = [(TO_GROUP, mate) for mate, stage in tables._stages(mates) if stage == SETTLED]
    bulk.update(connection, linkings, [linkings.c.stage], rows)
    forget_links(connection, keys)
    standing = {block for known in tables.known(keys).values() for block in unpacked(known.blocks)}
    leaving = link_blocks.c.statement_key.in_(_KEYS) & link_blocks.c.block.in_(
        sa.bindparam("blocks", expanding=True)
    )
    for chunk in bulk.batches(sorted(standing), 500):
        for part in bulk.batches(sorted(keys), 500):
            connection.execute(link_blocks.delete().where(leaving), {"blocks": chunk, "keys": part})
    _recount(connection, standing)
    bulk.delete(connection, linkings.c.statement_key, keys)
    grouped = [(None, None, key) for key, home in homes.items() if home.claim]
    bulk.update(connection, statements, [statements.c.utterance, statements.c.claim], grouped)
    glances.recount(connection, {home.claim for home in homes.values() if home.claim})


def forget_links(connection: sa.Connection, keys: Collection[int]) -> None:
    """Delete all links of statements."""
    for column in (links.c.first_key, links.c.second_key):
        bulk.delete(connection, column, keys)


def _recount(connection: sa.Connection, blocks: Collection[int]) -> None:
    """Count anew who stands in crowded blocks."""
    size = sa.select(sa.func.count()).where(link_blocks.c.block == link_crowds.c.block).scalar_subquery()
    for chunk in bulk.batches(sorted(blocks), 500):
        connection.execute(link_crowds.update().where(link_crowds.c.block.in_(chunk)).values(size=size))


# Made once: a query costs more to put together than to answer.
_KEYS: sa.BindParameter[Any] = sa.bindparam("keys", expanding=True)
_BY_DAY = sa.func.coalesce(statements.c.said_first, documents.c.published), statements.c.key
_IS_WAITING = (
    statements.c.claim.is_(None)
    & documents.c.current
    & ~sa.exists().where(linkings.c.statement_key == statements.c.key)
)
_WAITING = (
    sa.select(statements.c.key)
    .join(documents)
    .where(_IS_WAITING)
    .order_by(documents.c.published, documents.c.key, statements.c.key)
)
_COUNT_WAITING = sa.select(sa.func.count()).select_from(statements.join(documents)).where(_IS_WAITING)
_ANY_CROWD = sa.select(link_crowds.c.block).limit(1)
# Written out, for only so SQLite sees that the index of what is left to do has them.
_UNSETTLED = linkings.c.stage < sa.literal_column(str(SETTLED))
_COUNT = sa.select(sa.func.count()).where(linkings.c.stage == sa.bindparam("stage"), _UNSETTLED)
_FRESH = sa.select(linkings.c.blocks).where(linkings.c.stage == TO_COMPARE, _UNSETTLED)
_TO_COMPARE = (
    sa.select(linkings.c.statement_key)
    .join(statements)
    .join(documents)
    .where(linkings.c.stage == TO_COMPARE, _UNSETTLED)
    .order_by(*_BY_DAY)
)
_GREATEST = sa.select(sa.func.max(linkings.c.statement_key))
_MEMBERS = (link_blocks.c.block, link_blocks.c.statement_key)
_AT_GROUPING = (
    sa.select(linkings.c.statement_key)
    .join(statements)
    .join(documents)
    .where(linkings.c.stage == TO_GROUP, _UNSETTLED)
    .order_by(*_BY_DAY)
)
_TO_GROUP_AGAIN = _AT_GROUPING.where(statements.c.claim.is_not(None))
_TO_GROUP = _AT_GROUPING.where(statements.c.claim.is_(None))
_one, _twin = statements.alias("one"), statements.alias("twin")
_TWINS = (
    sa.select(_one.c.key, _twin.c.key)
    .join(_twin, _one.c.id == _twin.c.id)
    .join(linkings, linkings.c.statement_key == _twin.c.key)
    .where(_one.c.key.in_(_KEYS), _one.c.key != _twin.c.key)
)
_HOMES = (
    sa.select(
        *statements.c["key", "id"],
        documents.c.id,
        sa.func.coalesce(documents.c.url, ""),
        *statements.c["utterance", "claim"],
    )
    .join(documents)
    .where(statements.c.key.in_(_KEYS))
)
