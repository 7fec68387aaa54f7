"""What may become of one document of a batch."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..errors import SaysoError
from ..model import Document

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


class Failed(NamedTuple):
    """Something that could not be read: where it came from and why. The rest of its batch goes on."""

    origin: str
    error: SaysoError

    def line(self) -> str:
        """Return the one line shown to a person: what, why and the way out."""
        return f"{self.origin}: {self.error.line()}"


def origin_of(document: Document) -> str:
    """Return what a person calls the document: where it came from, else its id."""
    return document.origin or document.url or document.id


Outcome: TypeAlias = Read | Skipped | NoPack | Failed
