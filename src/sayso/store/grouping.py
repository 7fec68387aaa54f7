"""Reading utterances, claims and sources back, and what people decided about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from ..model import ANONYMOUS, Report
from .reports import load_reports
from .schema import documents, links, statements

Level = Literal["utterance", "claim"]

_CHUNK = 500


class GroupRow(msgspec.Struct, frozen=True, kw_only=True):
    """An utterance or a claim by its id and how many documents and statements tell of it."""

    id: str
    documents: int
    statements: int


class Heard(NamedTuple):
    """How often a source is heard: documents, statements, and the claims to which it has said something."""

    documents: int
    statements: int
    claims: int


def load_groups(
    connection: sa.Connection, level: Level, *, least: int, limit: int | None
) -> Sequence[GroupRow]:
    """Return groups of at least so many statements, those in most documents first."""
    group = statements.c[level]
    told, said = sa.func.count(sa.distinct(statements.c.document_key)), sa.func.count()
    query = sa.select(group, told, said).where(group.is_not(None)).group_by(group).having(said >= least)
    found = connection.execute(query.order_by(told.desc(), said.desc(), group).limit(limit))
    return [GroupRow(id=name, documents=docs, statements=count) for name, docs, count in found]


def load_group_ids(connection: sa.Connection, level: Level, after: str, limit: int) -> Sequence[str]:
    """Return the ids of groups in their order, those behind `after`."""
    group = statements.c[level]
    query = sa.select(group).distinct().where(group > after).order_by(group).limit(limit)
    return [str(name) for name in connection.scalars(query)]


def load_group_reports(connection: sa.Connection, level: Level, ids: Collection[str]) -> list[Report]:
    """Return the reports of all groups with these ids."""
    keys: list[int] = []
    for chunk in _chunks(ids):
        keys += connection.scalars(sa.select(statements.c.key).where(statements.c[level].in_(chunk)))
    return list(load_reports(connection, keys).values())


def load_near_claims(connection: sa.Connection, ids: Collection[str], least: float) -> set[tuple[str, str]]:
    """Return pairs of claims, the smaller id first, of which one is among these: those whose statements are linked, as
    of one claim, by at least this weight."""
    one, other = statements.alias("one"), statements.alias("other")
    linked = (
        sa.select(one.c.claim, other.c.claim)
        .select_from(links)
        .join(one, one.c.key == links.c.first_key)
        .join(other, other.c.key == links.c.second_key)
        .where(links.c.claim >= round(least * 100), one.c.claim != other.c.claim)
        .distinct()
    )
    found: set[tuple[str, str]] = set()
    for chunk in _chunks(ids):
        for side in (one, other):
            rows = connection.execute(linked.where(side.c.claim.in_(chunk)))
            found.update((min(pair), max(pair)) for pair in map(tuple, rows))
    return found


def load_homes(connection: sa.Connection, ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """Return the utterance and the claim of statements, by the statements' ids; what is not linked is left out."""
    found: dict[str, tuple[str, str]] = {}
    for chunk in _chunks(ids):
        query = sa.select(*statements.c["id", "utterance", "claim"])
        for name, utterance, claim in connection.execute(
            query.where(statements.c.id.in_(chunk), statements.c.claim.is_not(None))
        ):
            found[name] = (utterance, claim)
    return found


def load_heard(
    connection: sa.Connection, names: Collection[str], without: Collection[str], also: Collection[str]
) -> Heard:
    """Return how often a source with these names is heard in current documents.

    Statements whose ids are in `without` do not count, those in `also` do, whatever their names.
    """
    column = statements.c
    named = column.source_name.in_(sorted(names)) & (column.source_type != ANONYMOUS)
    if without:
        named &= column.id.not_in(sorted(without))
    if also:
        named |= column.id.in_(sorted(also))
    query = (
        sa.select(
            sa.func.count(sa.distinct(column.document_key)),
            sa.func.count(),
            sa.func.count(sa.distinct(column.claim)),
        )
        .select_from(statements.join(documents))
        .where(documents.c.current, named)
    )
    return Heard(*connection.execute(query).one())


def load_claims_of(connection: sa.Connection, names: Collection[str]) -> Sequence[str]:
    """Return the ids of the claims to which a source with these names has said something."""
    named = statements.c.source_name.in_(sorted(names)) & statements.c.claim.is_not(None)
    query = sa.select(statements.c.claim).distinct().where(named).order_by(statements.c.claim)
    return [str(name) for name in connection.scalars(query)]


def load_contested(connection: sa.Connection, after: str, limit: int) -> Sequence[str]:
    """Return the ids, behind `after`, of claims of several utterances of which some statement confirms or denies."""
    column = statements.c
    settles = (column.act.in_(("confirm", "deny"))) | (column.polarity == "-")
    query = (
        sa.select(column.claim)
        .where(column.claim > after)
        .group_by(column.claim)
        .having(sa.func.count(sa.distinct(column.utterance)) > 1, sa.func.max(settles))
        .order_by(column.claim)
        .limit(limit)
    )
    return [str(name) for name in connection.scalars(query)]


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    return (ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK))
