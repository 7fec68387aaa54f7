"""Where documents and statements are kept: one SQL schema, SQLite behind it, migrations shipped with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .records import Entry, Filter, Header, Line, Order, StatementLemmas, Stats, Terms

if TYPE_CHECKING:
    from .store import Store

__all__ = ["Entry", "Filter", "Header", "Line", "Order", "StatementLemmas", "Stats", "Store", "Terms"]


def __getattr__(name: str) -> Any:
    """Import the store when it is first named: SQLAlchemy takes 0.15 s, which reading without a store need not wait."""
    if name != "Store":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .store import Store

    return Store
