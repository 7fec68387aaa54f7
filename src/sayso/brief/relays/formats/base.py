"""What every form of a graph of relays is."""

from __future__ import annotations

from typing import Protocol

from ..graph import Relays


class Form(Protocol):
    """Turns a graph into the bytes of a file. `binary` tells that these are no text for a terminal."""

    binary: bool

    def render(self, graph: Relays) -> bytes:
        """Return the file. Everything that came from a document is escaped as the form asks."""
        ...
