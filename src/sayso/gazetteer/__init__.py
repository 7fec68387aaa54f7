"""Words and names of the world that every language shares, and how names of people are compared."""

from .concepts import Concepts
from .countries import Countries
from .institutions import Institution, Institutions
from .offices import Offices, Term
from .outlets import Outlet, Outlets
from .romanise import person_keys, romanised, same_person

__all__ = [
    "Concepts",
    "Countries",
    "Institution",
    "Institutions",
    "Offices",
    "Outlet",
    "Outlets",
    "Term",
    "person_keys",
    "romanised",
    "same_person",
]
