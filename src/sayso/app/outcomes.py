"""What may become of one document of a batch."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

# What was refused on the way in and what fails later are one thing to whoever is told of it.
from ..ingest.options import Rejected as Failed
from ..model import Document

__all__ = ["ALREADY_READ", "Failed", "NoPack", "Outcome", "Read", "Skipped", "origin_of"]

ALREADY_READ = "already read"


class Read(NamedTuple):
    """A document that was read now; where there is a store, it is safe in it."""

    document: Document


class Skipped(NamedTuple):
    """A document that was left alone, and why. It carries no statements: those are in the store."""

    document: Document
    reason: str


class NoPack(NamedTuple):
    """A document in a language that no pack reads yet; it is kept, and read once there is a pack."""

    document: Document


def origin_of(document: Document) -> str:
    """Return what a person calls the document: where it came from, else its id."""
    return document.origin or document.url or document.id


Outcome: TypeAlias = Read | Skipped | NoPack | Failed
