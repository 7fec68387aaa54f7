"""What a noun phrase is: its extent, its head, the cells that it can fill, and the name in it."""

from __future__ import annotations

from typing import Any

import msgspec


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A noun phrase over tokens [start, end); `mask` holds its agreement cells.

    `name` is the token range of a proper name inside it (a person's, or what stands in quotation marks or Latin
    letters after a common noun), None where there is none. `parts` are the phrases of a coordinated one ("X і Y").
    """

    start: int
    end: int
    head: int
    mask: int
    name: tuple[int, int] | None
    parts: tuple[Phrase, ...] = ()

    def replace(self, **changes: Any) -> Phrase:
        """The same with other values in some fields."""
        return msgspec.structs.replace(self, **changes)


class Core(msgspec.Struct, frozen=True, gc=False):
    """The head of a noun phrase, where head and modifiers end, and the agreement cells that they share."""

    head: int
    end: int
    mask: int

    def masked(self, mask: int) -> Core:
        """The same in other cells."""
        return Core(self.head, self.end, mask)
