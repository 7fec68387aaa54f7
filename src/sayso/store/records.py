"""What goes into the store and what comes out of it."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from ..model import Act, Document, Statement

Terms: TypeAlias = tuple[tuple[str, ...], ...]
"""Words looked for: every one of them must occur, each in any one of its alternative lemmas."""

Order: TypeAlias = Literal["text", "time", "rank"]
"""By document and place in it; by when it was said, undated last; best match of the words first, of those read last
where words alone are asked for and thousands have them."""


class StatementLemmas(NamedTuple):
    """Dictionary forms of a statement's content, and of its source with names and role; parted by blanks."""

    content: str = ""
    source: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A document as it was read, ready to be stored.

    `pack` and `pack_version` name the language pack that read it, None where there is none. `lemmas` are
    those of title and text; `statement_lemmas` go with `document.statements`, one each.
    """

    document: Document
    pack: str | None = None
    pack_version: str | None = None
    lemmas: str = ""
    statement_lemmas: tuple[StatementLemmas, ...] = ()


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """A stored document without its text. `revision` counts from 1, `current` marks the newest."""

    id: str
    revision: int
    current: bool
    hash: str
    lang: str | None
    outlet: str | None
    published: dt.date | None
    title: str | None
    url: str | None
    origin: str | None
    pack: str | None
    pack_version: str | None
    statements: int


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A statement and the document in which it stands."""

    statement: Statement
    document: Header


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements are wanted; what is None or empty asks for nothing.

    `since` and `until` are days, both included, compared with the days on which it was said or, where those
    are unknown, with the day of publication. `dated` True or False asks for statements with or without a day
    of their own. `confidence` is the least that is wanted: statements of unknown confidence are then left
    out, and headers of documents count only what is left. `words` are looked for in
    contents and sources, `source` in sources only. Superseded revisions are left out unless `revisions` is
    true.
    """

    document: str | None = None
    outlet: str | None = None
    lang: str | None = None
    act: Act | None = None
    source: Terms = ()
    words: Terms = ()
    since: dt.date | None = None
    until: dt.date | None = None
    dated: bool | None = None
    confidence: float | None = None
    revisions: bool = False


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """How much is stored: `documents` are current, `revisions` superseded ones kept beside them."""

    documents: int
    revisions: int
    statements: int
    sources: int
    languages: dict[str, int]
    without_pack: int
    said_first: dt.date | None
    said_last: dt.date | None
