"""Where documents and statements are kept: one SQL schema, SQLite behind it, migrations shipped with it."""

from .records import Entry, Filter, Header, Line, Order, StatementLemmas, Stats, Terms
from .store import Store

__all__ = ["Entry", "Filter", "Header", "Line", "Order", "StatementLemmas", "Stats", "Store", "Terms"]
