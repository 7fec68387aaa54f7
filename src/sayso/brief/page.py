"""What a brief is made of, before it takes the form of a file.

A brief is sections of items; an item is sentences; a sentence is our own words, exact quotations and citations. Nothing
here knows a language or a file format.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from ..model import Span

Length = Literal["short", "full"]
LENGTHS: tuple[Length, ...] = ("short", "full")
Kind = Literal["known", "chronology", "disputed", "unknown", "discrepancies", "grades"]


class Quote(msgspec.Struct, frozen=True):
    """Words of a document: exactly `text`, at `span` (code points, end exclusive) of its captured text.

    Quotation marks around them are among our own words: a source's own words have them, a paraphrase by the outlet that
    runs on from our own words has none. `lang` is their language, where it is known.
    """

    text: str
    document: str
    statement: str
    span: Span
    lang: str | None = None


class Cite(msgspec.Struct, frozen=True):
    """Numbers of the references that a sentence rests on, ascending."""

    numbers: tuple[int, ...]


Part = str | Quote | Cite


class Sentence(msgspec.Struct, frozen=True):
    """Our own words, quotations and citations, in order. It must cite, and all that it quotes must be true."""

    parts: tuple[Part, ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """What it quotes, in order."""
        return tuple(part for part in self.parts if isinstance(part, Quote))

    @property
    def cited(self) -> tuple[int, ...]:
        """The references that it cites."""
        return tuple(n for part in self.parts if isinstance(part, Cite) for n in part.numbers)


class Item(msgspec.Struct, frozen=True):
    """A paragraph or an entry of a list: its sentences. `day` heads the entries of a chronology."""

    sentences: tuple[Sentence, ...]
    day: str | None = None


class Row(msgspec.Struct, frozen=True):
    """A line of a table: a claim or source, its grade, and why. The subject is a sentence like any other."""

    subject: Sentence
    value: str
    why: str


class Section(msgspec.Struct, frozen=True):
    """A part of the brief with its heading: items, or the rows of a table under `columns`."""

    kind: Kind
    heading: str
    items: tuple[Item, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A cited document. `line` is how it is given to a reader, without number and address."""

    number: int
    document: str
    line: str
    url: str | None = None


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A sourced chronology. `lang` is the language of our own words; `sources` heads the references."""

    lang: str
    title: str
    standfirst: str
    sections: tuple[Section, ...]
    sources: str
    references: tuple[Reference, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence, those of tables too."""
        for section in self.sections:
            for item in section.items:
                yield from item.sentences
            for row in section.rows:
                yield row.subject
