"""FollowTheMoney: entities, one a line, for Aleph and OpenSanctions' tools.

After the schemata of followthemoney: a document is an Article, a source a Person, Organization, PublicBody, LegalEntity
or Document, a statement a Note that its document proves and that is about its source and its claim, a claim a Note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, ClassVar

from ..model import Account, Document, Source, SourceType, Statement
from .base import Story, Text
from .escape import web_address
from .grades import tag
from .identifiers import digest, document_key, is_somebody, source_key, statement_key

SCHEMATA: dict[SourceType, str] = {
    "person": "Person",
    "organization": "Organization",
    "country": "PublicBody",
    "outlet": "Organization",
    "document": "Document",
    "group": "LegalEntity",
}
_LANGUAGES = {"uk": "ukr", "en": "eng", "ru": "rus", "pl": "pol", "de": "deu", "fr": "fra"}
_NAME = 120
"""Characters of a content that stand for it in a list."""

Entity = dict[str, Any]


class FollowTheMoney:
    """One entity a line. A statement of somebody named has also a Documentation, the edge between source and article.

    The names of the sources are held while it is written, and nothing else.
    """

    linked: ClassVar = True
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write the entities of every document, then the claims."""
        text = Text(stream)
        known: set[str] = set()
        for document in story.documents():
            text.json_line(_article(document))
            for statement in document.statements:
                for entity in _of_statement(statement, document):
                    if entity["schema"] in ("Note", "Documentation") or entity["id"] not in known:
                        text.json_line(entity)
                    known.update([entity["id"]] if entity["id"].startswith("sayso-s-") else [])
        for account in story.accounts():
            text.json_line(_claim(account))


def _entity(name: str, schema: str, /, **properties: Iterable[str | None]) -> Entity:
    known = {key: [value for value in values if value] for key, values in properties.items()}
    return {
        "id": name,
        "schema": schema,
        "properties": {key: values for key, values in known.items() if values},
    }


def _article(document: Document) -> Entity:
    day = document.published.isoformat() if document.published else document.year and str(document.year)
    return _entity(
        _document_id(document.id),
        "Article",
        fileName=[document.id],
        title=[document.title],
        name=[document.title or document.id],
        publisher=[document.outlet],
        publishedAt=[day or None],
        sourceUrl=[web_address(document.url)],
        language=[_LANGUAGES.get(document.lang or "")],
        mimeType=["text/plain"],
        bodyText=[document.text],
    )


def _of_statement(statement: Statement, document: Document) -> Iterator[Entity]:
    source = statement.source
    about: list[str | None] = [_claim_id(statement.claim)]
    said = statement.said_at
    if is_somebody(source):
        about.append(_source_id(source))
        yield _source(source)
        yield _entity(
            f"sayso-d-{digest(statement_key(statement))}",
            "Documentation",
            document=[_document_id(statement.document)],
            entity=[_source_id(source)],
            role=[statement.act],
            status=[statement.certainty],
            startDate=[said.start.isoformat() if said else None],
            endDate=[said.end.isoformat() if said else None],
            summary=[statement.words],
            recordId=[statement.id],
        )
    yield _entity(
        f"sayso-n-{digest(statement_key(statement))}",
        "Note",
        name=[_title(statement)],
        description=[statement.words],
        summary=[f"{source.name}: {source.role}" if source.role else source.name],
        entity=about,
        proof=[_document_id(statement.document)],
        sourceUrl=[web_address(document.url)],
        publisher=[document.outlet],
        keywords=[statement.act, statement.polarity, statement.certainty, statement.kind],
        detectedLanguage=[_LANGUAGES.get(document.lang or "")],
    )


def _source(source: Source) -> Entity:
    schema = SCHEMATA[source.type]
    if schema == "Document":
        return _entity(
            _source_id(source), schema, fileName=[source.name], title=[source.name], name=[source.name]
        )
    role = {"position": [source.role]} if schema == "Person" else {}
    return _entity(_source_id(source), schema, name=[source.name], **role)


def _claim(account: Account) -> Entity:
    reports = account.claim.reports
    documents = dict.fromkeys(report.document for report in reports)
    sources = {_source_id(s.source): s for s in (r.statement for r in reports) if is_somebody(s.source)}
    grades = [str(account.grade.value), *([account.given.value] if account.given else [])]
    return _entity(
        f"sayso-{account.claim.id}",
        "Note",
        name=[_title(account.label.statement)],
        description=[account.label.statement.words],
        summary=[account.why],
        notes=[f"{account.given.by}: {account.given.reason}"] if account.given else [],
        entity=sources,
        proof=[_document_id(name) for name in documents],
        keywords=[account.status, *map(tag, grades)],
    )


def _title(statement: Statement) -> str:
    words = " ".join(statement.words.split())
    return words if len(words) <= _NAME else words[: _NAME - 1] + "…"


def _document_id(name: str) -> str:
    return f"sayso-a-{digest(document_key(name))}"


def _source_id(source: Source) -> str:
    return f"sayso-s-{digest(source_key(source.name))}"


def _claim_id(name: str | None) -> str | None:
    return f"sayso-{name}" if name else None
