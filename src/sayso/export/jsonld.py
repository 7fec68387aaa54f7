"""JSON-LD in the words of schema.org: articles, quotations, claims, and reviews of claims by people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, ClassVar

from ..model import Account, Document, GivenGrade, Source, Statement
from .base import Story, Text
from .escape import script_escapes, web_address
from .grades import CREDIBILITY
from .identifiers import (
    NAMESPACE,
    document_key,
    is_somebody,
    report_key,
    source_key,
    statement_key,
)

CONTEXT = "https://schema.org"
_TYPES = {"person": "Person", "country": "Country", "document": "CreativeWork"}
_WORST = 5
"""The worst grade that says how likely a claim is; 6 says that nobody can tell."""


class JsonLd:
    """One graph: every document an article, every statement a Quotation or a Statement, every claim a Claim.

    A ClaimReview is a fact-check with an author; sayso is none. So there is one only where a person graded the claim,
    in that person's name.
    """

    linked: ClassVar = True
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write the graph, a node a line. It may stand in a page as it is: nothing in it closes a script."""
        text = Text(stream)
        text.write(f'{{"@context": "{CONTEXT}", "@graph": [\n')
        separator = ""
        for node in _nodes(story):
            known = {name: value for name, value in node.items() if value not in (None, [])}
            text.write(separator + script_escapes(json.dumps(known, ensure_ascii=False)))
            separator = ",\n"
        text.write("\n]}\n")


def _nodes(story: Story) -> Iterator[dict[str, Any]]:
    for document in story.documents():
        yield _article(document)
        for statement in document.statements:
            yield _statement(statement, document.lang)
    for account in story.accounts():
        yield _claim(account)
        if account.given:
            yield _review(account, account.given)


def _article(document: Document) -> dict[str, Any]:
    outlet = {"@type": "Organization", "name": document.outlet} if document.outlet else None
    return {
        "@type": "NewsArticle" if outlet else "CreativeWork",
        "@id": NAMESPACE + document_key(document.id),
        "identifier": document.id,
        "url": web_address(document.url),
        "headline": document.title,
        "publisher": outlet,
        "datePublished": document.published.isoformat() if document.published else None,
        "inLanguage": document.lang,
        "sha256": document.hash,
    }


def _statement(statement: Statement, lang: str | None) -> dict[str, Any]:
    """A quotation where the words are the speaker's own, as marked; else a statement in the words of the article."""
    speaker = _agent(statement.source)
    quoted = statement.kind == "direct"
    said = statement.said_at
    return {
        "@type": "Quotation" if quoted else "Statement",
        "@id": NAMESPACE + statement_key(statement),
        "identifier": statement.id,
        "text": statement.words,
        "creator": speaker,
        "spokenByCharacter": speaker if quoted else None,
        "dateCreated": said.start.isoformat() if said and said.start == said.end else None,
        "temporalCoverage": said.iso() if said and said.start != said.end else None,
        "inLanguage": lang,
        "isPartOf": {"@id": NAMESPACE + document_key(statement.document)},
    }


def _agent(source: Source) -> dict[str, Any] | None:
    if not is_somebody(source):
        return None
    key = NAMESPACE + source_key(source.name)
    agent = {"@type": _TYPES.get(source.type, "Organization"), "@id": key, "name": source.name}
    return agent | {"jobTitle": source.role} if source.role and source.type == "person" else agent


def _claim(account: Account) -> dict[str, Any]:
    reports = account.claim.reports
    documents = list(dict.fromkeys(NAMESPACE + document_key(report.document) for report in reports))
    return {
        "@type": "Claim",
        "@id": NAMESPACE + account.claim.id,
        "identifier": account.claim.id,
        "text": account.label.statement.words,
        "inLanguage": account.label.lang,
        "creativeWorkStatus": account.status,
        "firstAppearance": {"@id": documents[0]},
        "appearance": [{"@id": name} for name in documents],
        "isBasedOn": [{"@id": NAMESPACE + report_key(report)} for report in reports],
    }


def _review(account: Account, given: GivenGrade) -> dict[str, Any]:
    """The verdict of a person: the better, the greater its value; "cannot be judged" has none."""
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": CREDIBILITY.get(given.value),
        "ratingExplanation": f"NATO Admiralty code, credibility {given.value}: {given.reason}",
    }
    if given.value.isdigit() and int(given.value) <= _WORST:
        rating |= {"ratingValue": _WORST + 1 - int(given.value), "bestRating": _WORST, "worstRating": 1}
    return {
        "@type": "ClaimReview",
        "@id": f"{NAMESPACE}review/{account.claim.id}",
        "claimReviewed": account.label.statement.words,
        "itemReviewed": {"@id": NAMESPACE + account.claim.id},
        "author": {"@type": "Person", "name": given.by},
        "reviewBody": given.reason,
        "reviewRating": rating,
    }
