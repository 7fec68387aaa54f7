"""What every output format is, and what it is given to write."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, ClassVar, NamedTuple, Protocol

from ..model import Account, Document, GivenGrade, Grade, Source
from .escape import json_escapes

CANNOT_BE_JUDGED = Grade(value="F", reasons=())
"""What is known of a source's reliability before any claim of its was settled."""


class Reliability(NamedTuple):
    """How reliable a source is by its record, and by the word of a person, where somebody gave it.

    `why` tells in English what the record is.
    """

    found: Grade
    given: GivenGrade | None = None
    why: str = ""


class Story(Protocol):
    """What is exported: documents, and what linking and weighing made of them. Asked twice, it tells twice."""

    whole: bool
    """Whether the texts go along, so that what is written can be read in again."""

    def documents(self) -> Iterator[Document]:
        """Yield the documents, each with its statements, one after the other."""
        ...

    def accounts(self) -> Iterator[Account]:
        """Yield the claims with what weighing found of them, one after the other; none where nothing is linked."""
        ...

    def reliability(self, source: Source) -> Reliability:
        """Return how reliable a source is."""
        ...


class Format(Protocol):
    """One output format. `write` streams wherever the format lets it, for a story may be endless.

    `linked`: it tells of claims, so that only a linked store can be written in it. `binary`: no terminal can show it.
    """

    linked: ClassVar[bool]
    binary: ClassVar[bool]

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write `story` to `stream`, documents in the order given."""
        ...


class Reading:
    """Documents as they are being read: of no claim is anything known yet, and they are told once."""

    def __init__(self, documents: Iterable[Document], *, whole: bool = False) -> None:
        self._documents = documents
        self.whole = whole

    def documents(self) -> Iterator[Document]:
        """Yield the documents as they come."""
        return iter(self._documents)

    def accounts(self) -> Iterator[Account]:
        """Yield nothing."""
        return iter(())

    def reliability(self, source: Source) -> Reliability:  # noqa: ARG002 - a Story's signature
        """Return that it cannot be judged."""
        return Reliability(CANNOT_BE_JUDGED)


class Text:
    """Text written to a stream of bytes, in UTF-8, every line at once: so a pipe gets it when it is known.

    It never closes the stream, which belongs to whoever opened it.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write `text`; half a surrogate pair, which UTF-8 cannot hold, becomes an escape."""
        self._stream.write(text.encode("utf-8", "backslashreplace"))
        if "\n" in text:
            self._stream.flush()
        return len(text)

    def json_line(self, value: Any) -> None:
        """Write `value` as JSON in a line of its own, with nothing in it that acts on a terminal."""
        self.write(json_escapes(json.dumps(value, ensure_ascii=False)) + "\n")
