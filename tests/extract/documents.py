"""Documents of invented sentences, read by the Ukrainian pack."""

from __future__ import annotations

from sayso.extract.pipeline import extract
from sayso.languages import load
from sayso.model import Document, Statement


def document(text: str) -> Document:
    """Return `text` as a captured document without outlet or date."""
    return Document.capture(text, lang="uk")


def read(text: str) -> tuple[Statement, ...]:
    """Return the statements of `text`."""
    return extract(document(text), load("uk"))
