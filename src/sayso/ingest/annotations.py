"""Web Annotations that sayso wrote: a line with a document's text, then the lines of its statements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from ..errors import Damaged, NotADocument
from ..model import Document
from .options import IngestOptions
from .records import Record, to_document

_HINT = 'read are those that sayso export wrote; a document is an object with "text"'


class Gathered:
    """The annotations of one document, as they come line by line."""

    def __init__(self, facts: dict[str, Any], text: str, origin: str) -> None:
        self.origin = origin
        self._facts = facts
        self._text = text
        self._statements: list[Any] = []

    @classmethod
    def of(cls, bodies: Iterable[Any], origin: str) -> Gathered:
        """Begin with the annotation of a document. Raises NotADocument where it is not one's."""
        facts, text = _data(bodies, "document"), _text(bodies)
        if facts is None or text is None:
            raise NotADocument("an annotation of other hands", hint=_HINT)
        return cls(facts, text, origin)

    def add(self, bodies: Iterable[Any]) -> None:
        """Take the annotation of a statement. Raises NotADocument where it is none."""
        statement = _data(bodies, "statement")
        if statement is None:
            raise NotADocument("an annotation of other hands", hint=_HINT)
        self._statements.append(statement)

    def document(self, options: IngestOptions) -> Document:
        """Return the document with all statements gathered. Raises Damaged where they are not of its text."""
        known = {name: self._facts.get(name) for name in Record.__struct_fields__}
        try:
            record = msgspec.convert(known | {"text": self._text, "statements": self._statements}, Record)
        except msgspec.ValidationError as error:
            raise Damaged(f"not a document: {error}", hint=_HINT) from None
        document = to_document(record, options, self.origin)
        if self._statements and not document.statements and not options.afresh:
            raise Damaged("the statements are of another text", hint="write the export again")
        return document


def is_annotation(record: Record) -> bool:
    """Tell an annotation from a document, which has a text of its own."""
    return record.type == "Annotation" and record.text is None


def describes_document(bodies: Iterable[Any]) -> bool:
    """Tell that an annotation is a document's, and not a statement's."""
    return _data(bodies, "document") is not None


def bodies_of(record: Record) -> list[Any]:
    """Return the bodies of an annotation, one or several."""
    return record.body if isinstance(record.body, list) else [record.body]


def _data(bodies: Iterable[Any], name: str) -> dict[str, Any] | None:
    found = (body.get(name) for body in bodies if isinstance(body, dict))
    return next((value for value in found if isinstance(value, dict)), None)


def _text(bodies: Iterable[Any]) -> str | None:
    described = (body for body in bodies if isinstance(body, dict) and body.get("purpose") == "describing")
    return next((body["value"] for body in described if isinstance(body.get("value"), str)), None)
