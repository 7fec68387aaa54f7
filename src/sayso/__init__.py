"""Who said what, when, on whose word, and what became of it.

    import sayso
    for statement in sayso.read("article.html").statements:
        ...

What reads documents is imported on first use, so that importing sayso costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import SaysoError
from .model import Document, Quantity, Source, Span, Statement, TimeReference

if TYPE_CHECKING:
    from .app.formats import FORMATS
    from .app.querying import open_store
    from .app.reading import IngestOptions, read, read_many

    __version__: str

__all__ = [
    "FORMATS",
    "Document",
    "IngestOptions",
    "Quantity",
    "SaysoError",
    "Source",
    "Span",
    "Statement",
    "TimeReference",
    "__version__",
    "open_store",
    "read",
    "read_many",
]

_ON_FIRST_USE = {
    "FORMATS": ".app.formats",
    "IngestOptions": ".app.reading",
    "open_store": ".app.querying",
    "read": ".app.reading",
    "read_many": ".app.reading",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version(__name__)
    if name not in _ON_FIRST_USE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ON_FIRST_USE[name], __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
