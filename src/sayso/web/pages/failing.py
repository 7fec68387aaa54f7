"""What is shown where a page cannot be."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response

from ...app.serving import Visitor
from ..shell import shell_of


class _Problem(msgspec.Struct, frozen=True):
    """What the desk tells of an error, as far as a page shows it."""

    title: str = ""
    detail: str | None = None
    hint: str | None = None


def error_page(request: Request[Any, Any, Any], told: Response[Any]) -> Response[str]:
    """Return the page that says what went wrong, `told` being the same as a problem (RFC 9457)."""
    visitor = request.scope.get("user")
    shell = shell_of(request, visitor if isinstance(visitor, Visitor) else Visitor())
    status = told.status_code or 500
    problem = msgspec.json.decode(told.content, type=_Problem)
    shown = shell.render("error.html.jinja", status=status, code=status, problem=problem)
    shown.headers.update(
        {name: value for name, value in told.headers.items() if name.lower() != "content-type"}
    )
    return shown
