"""The gate that every brief passes: nothing is quoted that no document says, nothing is said without a source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from ..errors import BriefError
from .page import Quote, Reference, Sentence

TextOf = Callable[[str], str | None]
"""Gives the captured text of the document with an id, None where there is no such document."""


class Told(Protocol):
    """What tells in sentences and lists the documents that it cites: a brief, a timeline."""

    @property
    def references(self) -> tuple[Reference, ...]:
        """The documents cited."""
        ...

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence."""
        ...


AnyTold = TypeVar("AnyTold", bound=Told)


def pass_gate(brief: AnyTold, text_of: TextOf) -> AnyTold:
    """Return `brief` if it may be shown.

    Raises BriefError, naming what is wrong, where a quotation is not, at its place, exactly what its document says;
    where a sentence cites nothing, or a reference that is not listed, or quotes a document that it does not cite; and
    where a listed reference has no document.
    """
    listed = {reference.number: reference.document for reference in brief.references}
    for document in listed.values():
        if text_of(document) is None:
            raise BriefError(f"the brief refers to {document}, which is not in the store")
    for sentence in brief.sentences():
        _check_citations(sentence, listed)
        for quote in sentence.quotes:
            _check_quote(quote, text_of)
    return brief


def _check_citations(sentence: Sentence, listed: dict[int, str]) -> None:
    cited = sentence.cited
    if not cited:
        raise BriefError(f"a sentence of the brief cites nothing: {plain(sentence)!r}")
    unlisted = [number for number in cited if number not in listed]
    if unlisted:
        raise BriefError(f"the brief cites [{unlisted[0]}], which is not among its references")
    documents = {listed[number] for number in cited}
    foreign = [quote.document for quote in sentence.quotes if quote.document not in documents]
    if foreign:
        raise BriefError(f"the brief quotes {foreign[0]} without citing it: {plain(sentence)!r}")


def _check_quote(quote: Quote, text_of: TextOf) -> None:
    text = text_of(quote.document)
    if text is None or text[slice(*quote.span)] != quote.text or not quote.text:
        raise BriefError(f"the brief quotes what {quote.document} does not say: {quote.text!r}")


def plain(sentence: Sentence) -> str:
    """Return a sentence's words without marks and citations, for messages."""
    return "".join(part if isinstance(part, str) else getattr(part, "text", "") for part in sentence.parts)
