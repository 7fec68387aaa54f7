"""What every form of a brief is."""

from __future__ import annotations

from typing import Protocol

from ..page import Brief


class Form(Protocol):
    """Turns a brief into the bytes of a file. `binary` tells that these are no text for a terminal."""

    binary: bool

    def render(self, brief: Brief) -> bytes:
        """Return the file. Everything that came from a document is escaped as the form asks."""
        ...
