"""Names of the world that every language shares: outlets and countries."""

from .countries import Countries
from .outlets import Outlet, Outlets

__all__ = ["Countries", "Outlet", "Outlets"]
