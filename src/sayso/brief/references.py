"""The documents that a brief cites, numbered in the order of citing."""

from __future__ import annotations

from collections.abc import Mapping

from ..gazetteer.outlets import Outlets
from ..model import Document
from .page import Reference
from .wording import Wording


class References:
    """Gives every document its number at the first citation."""

    def __init__(self, wording: Wording, documents: Mapping[str, Document]) -> None:
        self._w = wording
        self._documents = documents
        self._numbers: dict[str, int] = {}

    def number(self, document: str) -> int:
        """Return the number of a document, the next free one where it was not cited before."""
        return self._numbers.setdefault(document, len(self._numbers) + 1)

    def outlet(self, document: str) -> str:
        """Return the outlet of a document, as readers of the page's language know it."""
        name = self._documents[document].outlet
        if not name:
            return self._w("no_outlet")
        known = Outlets.load().by_name(name)
        return known.label(self._w.lang) if known else name

    def all(self) -> tuple[Reference, ...]:
        """Return every document cited so far, by number."""
        return tuple(
            Reference(number=number, document=name, line=self._line(name), url=self._documents[name].url)
            for name, number in self._numbers.items()
        )

    def _line(self, name: str) -> str:
        """Write "Outlet, “Title”, 28 October 2024 (document dprk-uk-001)"; what is not known is said to be so."""
        document = self._documents[name]
        left, right = self._w.quoted()
        title = " ".join((document.title or "").split())
        marks = self._w.quoted(inner=any(mark in title for mark in (left, right)))
        known = title.join(marks) if title else ""
        if document.published:
            day = self._w.day(document.published)
        else:
            day = str(document.year) if document.year else self._w("no_date")
        language = "" if document.lang == self._w.lang else self._w.in_language(document.lang)
        parts = (self.outlet(name), known, day, language)
        return f"{', '.join(part for part in parts if part)} ({name})"
