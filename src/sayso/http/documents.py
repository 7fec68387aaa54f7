"""Documents: listed, and one with its text and statements."""

from __future__ import annotations

from typing import Any

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from ..app.querying import list_documents, show
from ..app.serving import Stores


@get("/documents", sync_to_thread=True, summary="Documents, newest first")
def documents(stores: NamedDependency[Stores], limit: FromQuery[int] = 50) -> list[dict[str, Any]]:
    """List documents."""
    import msgspec

    return [msgspec.to_builtins(one) for one in list_documents(stores.reading, limit=limit)]


@get("/documents/{name:str}", sync_to_thread=True, summary="One document")
def document(stores: NamedDependency[Stores], name: FromPath[str]) -> dict[str, Any]:
    """Return a document with its statements."""
    return show(stores.reading, name).to_json()


handlers = (documents, document)
