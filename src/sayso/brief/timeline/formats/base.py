"""What every form of a timeline is."""

from __future__ import annotations

from typing import Protocol

from ..page import Timeline


class Form(Protocol):
    """Turns a timeline into the bytes of a file. `binary` tells that these are no text for a terminal."""

    binary: bool

    def render(self, page: Timeline) -> bytes:
        """Return the file. Everything that came from a document is escaped as the form asks."""
        ...
