"""A place where a noun phrase may grow behind its head, and what it grows by."""

from __future__ import annotations

from typing import NamedTuple, Protocol

import msgspec

from .forms import Form
from .names import TITLES, NameReader
from .passage import Passage
from .phrase import Core, Phrase


class Growth(NamedTuple):
    """The phrase now ends at `end`; `name` is the name it gained, in the agreement cells `mask`."""

    end: int
    name: tuple[int, int] | None = None
    mask: int = 0


STOP = Growth(-1)


class Reader(Protocol):
    """Reads what an extension looks at: noun phrases, and the heads of phrases."""

    def at(self, start: int, limit: int, depth: int = 0) -> Phrase | None:
        """The longest noun phrase that starts at a token."""

    def core(self, i: int, limit: int, mask: int, depth: int = 0) -> Core | None:
        """The head of such a phrase, in agreement cells of `mask`."""

    def noun_between(self, i: int) -> bool:
        """Tell whether the word at `i`, which may be a preposition, is a noun between a role and its name."""
        ...


class Extension(msgspec.Struct, gc=False):
    """One place behind a head: token `end`, where the phrase ends so far; `head` is the form of the head."""

    p: Passage
    names: NameReader
    reader: Reader
    core: Core
    head: Form
    end: int
    limit: int
    depth: int
    named: bool

    @property
    def role(self) -> bool:
        """Whether the head is a person's role."""
        return "role" in self.head.classes

    @property
    def person(self) -> bool:
        """Whether the head is a person's name."""
        return self.head.name and self.head.capital and not self.head.classes & TITLES

    def inner(self, start: int) -> Phrase | None:
        """The phrase that starts at `start`, inside this one."""
        return self.reader.at(start, self.limit, self.depth + 1)
