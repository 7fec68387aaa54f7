"""Who may do what: anybody may read, and only who is known may write."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException, NotAuthorizedException
from litestar.handlers import BaseRouteHandler

from ..app.serving import Visitor

SECURITY: list[dict[str, list[str]]] = [{"token": []}]
"""What the schema says of a resource that needs a token."""


def known(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Let nobody in who has not said who he is."""
    visitor = connection.scope.get("user")
    if not isinstance(visitor, Visitor) or visitor.name is None:
        raise NotAuthorizedException(
            "writing needs a token: sayso token new NAME makes one", headers={"WWW-Authenticate": "Bearer"}
        )


def json_alone(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Let nothing in but JSON."""
    media_type = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise HTTPException("the body is to be application/json", status_code=415)


WRITING = [known, json_alone]
"""The guards of a resource that takes a body."""
