"""What is shown where a page cannot be."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response

from ...app.serving import Visitor
from ..shell import shell_of


def error_page(request: Request[Any, Any, Any], status: int, title: str, detail: str | None) -> Response[str]:
    """Return the page that says what went wrong."""
    visitor = request.scope.get("user")
    shell = shell_of(request, visitor if isinstance(visitor, Visitor) else Visitor())
    return shell.render("error.html.jinja", status=status, code=status, what=title, detail=detail)
