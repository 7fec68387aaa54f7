"""Words of the world that every language shares: outlets, countries and the concepts of news."""

from .concepts import Concepts
from .countries import Countries
from .outlets import Outlet, Outlets

__all__ = ["Concepts", "Countries", "Outlet", "Outlets"]
