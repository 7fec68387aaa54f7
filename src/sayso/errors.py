"""Everything that sayso raises on purpose.

SaysoError                 one clear line for a person; `hint` names the way out
|-- InputError             something given to sayso cannot be read
|   |-- NotADocument       readable, yet no document: no "text", binary, empty
|   |-- TooLarge           over a limit on size, depth or expansion
|   |-- Damaged            truncated, wrongly encoded or half-written
|   `-- Refused            an address that must not be fetched
|-- PackError              a language pack is missing or breaks its own rules
|-- BriefError             a brief would say what no document says
|-- CursorError            a place in a list that no list has given out
`-- StoreError             the store cannot be opened, read or written
    |-- NotThere           the store has nothing of that name
    `-- DecisionError      a decision that cannot be taken
"""

from __future__ import annotations


class SaysoError(Exception):
    """Root of the tree. `str(error)` is one line; `hint`, if any, is the way out, also one line."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint

    def line(self) -> str:
        """Return message and hint as the single line shown to a person."""
        return f"{self} ({self.hint})" if self.hint else str(self)


class InputError(SaysoError):
    """Something given to sayso cannot be read."""


class NotADocument(InputError):  # noqa: N818 - reads as the sentence that it is
    """Readable, yet no document: empty, binary, or an object without "text"."""


class TooLarge(InputError):  # noqa: N818
    """Over a limit on size, depth or expansion."""


class Damaged(InputError):  # noqa: N818
    """Truncated, wrongly encoded or half-written."""


class Refused(InputError):  # noqa: N818
    """An address that must not be fetched."""


class PackError(SaysoError):
    """A language pack is missing or breaks its own rules."""


class BriefError(SaysoError):
    """A brief would quote what no document says, or say something without a source."""


class StoreError(SaysoError):
    """The store cannot be opened, read or written."""


class NotThere(StoreError):  # noqa: N818
    """The store has no document, statement, group, source or decision of that name."""


class DecisionError(StoreError):
    """A decision that cannot be taken: of a value that is none, or without a name or a reason."""


class CursorError(SaysoError):
    """What was given as the place in a list is none that this list has given out."""
