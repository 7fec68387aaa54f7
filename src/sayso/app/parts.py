"""What reading stands on, in one place: tests put their own parts in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..errors import SaysoError
from ..ingest.gauge import Gauge
from ..ingest.options import IngestOptions, Rejected
from ..model import Document, Statement
from ..store import Entry
from .lemmas import lemmas_of, statement_lemmas
from .outcomes import Failed, origin_of

if TYPE_CHECKING:
    from ..languages import Pack


class Parts(NamedTuple):
    """Functions that take a document from its place to its statements; other processes get them by name."""

    ingest: Callable[[str, IngestOptions, Gauge | None], Iterator[Document | Rejected]]
    available: Callable[[], Collection[str]]
    load: Callable[[str], Pack]
    extract: Callable[[Document, Pack], tuple[Statement, ...]]


@cache
def real_parts() -> Parts:
    """Return sayso's own parts, imported only now: dictionaries and parsers would slow every start-up."""
    from ..extract import extract
    from ..ingest import ingest
    from ..languages import available, load

    return Parts(ingest=ingest, available=available, load=load, extract=extract)


class Reader:
    """Turns documents into entries for the store, loading each language once."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._packs: dict[str, Pack] = {}

    def pack(self, lang: str | None) -> Pack | None:
        """Return the pack that reads `lang`, None where there is none yet."""
        if lang is None or lang not in self._parts.available():
            return None
        if lang not in self._packs:
            self._packs[lang] = self._parts.load(lang)
        return self._packs[lang]

    def entry(self, document: Document, *, with_lemmas: bool) -> Entry | Failed:
        """Read `document`, and make what it is to be found by only if it is going to be stored."""
        try:
            return self._entry(document, with_lemmas)
        except SaysoError as error:
            return Failed(origin_of(document), error)
        except Exception as error:  # the border: one text that trips a rule must not end a batch of thousands
            failure = SaysoError(
                f"reading stopped at {type(error).__name__}: {' '.join(str(error).split())}",
                hint="this is a defect of sayso; please report it with the text",
            )
            failure.__cause__ = error
            return Failed(origin_of(document), failure)

    def statements(self, document: Document, pack: Pack) -> tuple[Statement, ...]:
        """Return what a document says, each paragraph read by the pack of its language."""
        from .mixed import statements_of

        return statements_of(document, pack, self._parts.available(), self.pack, self._parts.extract)

    def _entry(self, document: Document, with_lemmas: bool) -> Entry:
        pack = self.pack(document.lang)
        code, version = reading_of(document, pack)
        if pack is not None and not document.statements:
            document = document.with_statements(self.statements(document, pack))
        if not with_lemmas:
            return Entry(document=document, pack=code, pack_version=version)
        morphology = pack.morphology if pack is not None else None
        return Entry(
            document=document,
            pack=code,
            pack_version=version,
            lemmas=lemmas_of(f"{document.title or ''}\n{document.text}", morphology),
            statement_lemmas=tuple(statement_lemmas(one, morphology) for one in document.statements),
        )


def reading_of(document: Document, pack: Pack | None) -> tuple[str | None, str | None]:
    """Return what marks the reading of a document: that of the statements it brings along, else that of `pack`."""
    if document.statements:
        return document.statements[0].pack, document.statements[0].pack_version
    return signature(pack)


def signature(pack: Pack | None) -> tuple[str | None, str | None]:
    """Return the code and the version that mark what `pack` has read."""
    return (pack.code, pack.version) if pack is not None else (None, None)
