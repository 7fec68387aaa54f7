"""Which methods a path takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from litestar.routes import BaseRoute, HTTPRoute


def methods_of(routes: Iterable[BaseRoute], path: str) -> list[str]:
    """Return the methods that a path takes, sorted; none where there is nothing."""
    parts = [part for part in path.split("/") if part]
    taken = {
        method
        for route in routes
        if isinstance(route, HTTPRoute) and _fits(route.path_components, parts)
        for method in route.methods
    }
    return sorted({*taken, "HEAD"} if "GET" in taken else taken)


def _fits(components: Sequence[object], parts: Sequence[str]) -> bool:
    return len(components) == len(parts) and all(
        not isinstance(component, str) or component == part
        for component, part in zip(components, parts, strict=True)
    )
