"""Whether the server is up and its store can be read."""

from __future__ import annotations

import msgspec
from litestar import get
from litestar.di import NamedDependency

from ..app.counting import held
from ..app.serving import Stores


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """What the store holds: documents and statements, of current revisions; in a very large one some minutes ago."""

    documents: int
    statements: int


@get("/health", sync_to_thread=True, summary="Whether the store can be read, and how much it holds")
def health(stores: NamedDependency[Stores]) -> Health:
    """Count what the store holds."""
    counted = held(stores.reading)
    return Health(documents=counted.documents, statements=counted.statements)


handlers = (health,)
