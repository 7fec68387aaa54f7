"""Statements with what is known of their documents, as linking and the assessment take them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from ..model import Report
from .bulk import batches
from .loading import load_statements
from .schema import documents

_CHUNK = 500
"""Keys that go into one query."""
_FIRST_LINE = 4096
"""Characters in which the first line of a document ends, or it is no headline."""


def load_reports(connection: sa.Connection, keys: Collection[int]) -> dict[int, Report]:
    """Return the statements at `keys` with what is known of their documents, by key."""
    found: dict[int, Report] = {}
    for chunk in batches(sorted(keys), _CHUNK):
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


# Made once: a query costs more to put together than to answer.
_KEYS: sa.BindParameter[Any] = sa.bindparam("keys", expanding=True)
_ABOUT = sa.select(
    *documents.c["key", "lang", "outlet", "published"],
    sa.func.substr(documents.c.text, 1, _FIRST_LINE).label("beginning"),
).where(documents.c.key.in_(_KEYS))
