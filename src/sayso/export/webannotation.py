"""W3C Web Annotation: one annotation a line, on the exact characters of the document.

After the Web Annotation Data Model, a W3C Recommendation of 23 February 2017. A document's line comes before those of
its statements and has its text as body, so that `sayso read` can take the file in again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, ClassVar

from ..model import Document, Source, Span, Statement
from .base import Story, Text
from .escape import web_address
from .identifiers import NAMESPACE, document_key, statement_key

CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {
        "sayso": NAMESPACE,
        "document": {"@id": "sayso:document", "@type": "@json"},
        "statement": {"@id": "sayso:statement", "@type": "@json"},
    },
)
AROUND = 32
"""Characters before and after a quotation that tell it from the same words elsewhere."""

_CLASSES = {
    "person": "Person",
    "organization": "Organization",
    "country": "Organization",
    "outlet": "Organization",
}


class WebAnnotation:
    """One annotation a line: of a document with its text, then of each of its statements with source and act.

    A statement's target is the words said, as a quotation with what stands around it and as a position; one target
    for every piece. Its body names the source, has act, polarity and certainty as tags, and holds all fields as data.
    """

    linked: ClassVar = False
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write the lines of every document."""
        text = Text(stream)
        for document in story.documents():
            for annotation in annotated(document):
                text.json_line(annotation)


def annotated(document: Document) -> Iterator[dict[str, Any]]:
    """Yield the annotation of the document, then those of its statements."""
    about = document.to_json(with_text=False)
    del about["statements"]
    captured = {
        "type": "TextualBody",
        "value": document.text,
        "format": "text/plain",
        "purpose": "describing",
    }
    if document.lang:
        captured["language"] = document.lang
    facts = {"type": "Dataset", "purpose": "identifying", "document": about}
    yield _annotation(
        document_key(document.id), "describing", [captured, facts], {"source": _source(document)}
    )
    for statement in document.statements:
        targets = [_target(document, span) for span in statement.content_spans]
        target = targets[0] if len(targets) == 1 else targets
        yield _annotation(statement_key(statement), "identifying", _bodies(statement), target)


def _annotation(key: str, motivation: str, body: Any, target: Any) -> dict[str, Any]:
    return {
        "@context": list(CONTEXT),
        "id": NAMESPACE + key,
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"id": f"{NAMESPACE}sayso", "type": "Software", "name": "sayso"},
        "body": body,
        "target": target,
    }


def _source(document: Document) -> str:
    return web_address(document.url) or NAMESPACE + document_key(document.id)


def _target(document: Document, span: Span) -> dict[str, Any]:
    before, after = (
        document.text[max(span.start - AROUND, 0) : span.start],
        document.text[span.end :][:AROUND],
    )
    quoted = {"type": "TextQuoteSelector", "exact": span.of(document.text), "prefix": before, "suffix": after}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": _source(document), "selector": [quoted, position]}


def _bodies(statement: Statement) -> list[dict[str, Any]]:
    tags = [statement.act, statement.polarity, statement.certainty]
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags
    ]
    bodies.append(_agent(statement.source))
    bodies.append({"type": "Dataset", "purpose": "describing", "statement": statement.to_json()})
    return bodies


def _agent(source: Source) -> dict[str, Any]:
    kind = _CLASSES.get(source.type)
    if kind:
        return {"type": kind, "name": source.name}
    return {"type": "TextualBody", "value": source.name, "purpose": "identifying"}
