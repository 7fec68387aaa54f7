"""What every output format is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TextIO

from ..model import Document


class Format(Protocol):
    """One output format. `write` streams: it holds one document at a time, so `documents` may be endless."""

    def write(self, documents: Iterable[Document], stream: TextIO) -> None:
        """Write `documents`, with their statements, to `stream` in the order given."""
        ...
