"""Names of the world that every language shares: outlets, countries and institutions."""

from .countries import Countries
from .institutions import Institution, Institutions
from .outlets import Outlet, Outlets

__all__ = ["Countries", "Institution", "Institutions", "Outlet", "Outlets"]
