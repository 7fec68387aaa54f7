"""STIX 2.1: one bundle of identities, reports and notes, with the grades as markings and as confidence.

After the OASIS Standard "STIX Version 2.1" of 10 June 2021; the markings are statements that hold the tags of MISP's
taxonomy "admiralty-scale", as MISP writes its own tags.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from typing import Any, BinaryIO, ClassVar

from ..model import Account, Document, GivenGrade, Report, Source, SourceType, Stand
from .base import Reliability, Story, Text
from .escape import json_escapes, web_address
from .grades import CONFIDENCE, CREDIBILITY, RELIABILITY, tag
from .identifiers import NAMESPACE, document_key, is_somebody, source_key

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)
_UNDATED = "1970-01-01T00:00:00.000Z"
"""When a thing was created of whose day nothing is known: no version of it may be older."""
CLASSES: dict[SourceType, str] = {
    "person": "individual",
    "organization": "organization",
    "country": "organization",
    "outlet": "organization",
    "group": "group",
    "document": "unknown",
}
Object = dict[str, Any]


class Stix:
    """One bundle: a source is an identity, a document a report, or a grouping where its day is not known, a claim and
    every utterance a note.

    An object's id is derived from what it tells of, so that the next export holds later versions of the same objects.
    A claim bears the marking of its credibility, an identity that of its reliability; a grade that a person gave is a
    note of its own about the claim, by that person. Confidence is the number that STIX states for a credibility; grade
    6 has none. The names of the sources are held while it is written, and nothing else.
    """

    linked: ClassVar = True
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write the bundle, an object a line."""
        text = Text(stream)
        now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        text.write(f'{{"type": "bundle", "id": "bundle--{uuid.uuid4()}", "objects": [\n')
        separator = ""
        for one in _Writer(story, now).objects():
            known = {name: value for name, value in one.items() if value not in (None, "", [])}
            text.write(separator + json_escapes(json.dumps(known, ensure_ascii=False)))
            separator = ",\n"
        text.write("\n]}\n")


class _Writer:
    """Makes the objects of one bundle; remembers which identities are in it."""

    def __init__(self, story: Story, now: str) -> None:
        self._story = story
        self._now = now
        self._known: set[str] = set()

    def objects(self) -> Iterator[Object]:
        yield self._own()
        yield from map(_marking, (*CREDIBILITY, *RELIABILITY))
        for document in self._story.documents():
            yield from self._document(document)
        for account in self._story.accounts():
            yield from self._claim(account)

    def _own(self) -> Object:
        """The program itself, which is the creator of all other objects."""
        one = self._object("identity", "program", None)
        return one | {"name": "sayso", "identity_class": "system", "created_by_ref": None}

    def _document(self, document: Document) -> Iterator[Object]:
        refs: dict[str, None] = {}
        for source in _sources(document):
            yield from self._identity(source)
            refs[_identity_id(source.name)] = None
        yield self._document_object(document) | {"object_refs": list(refs) or [_id("identity", "program")]}

    def _document_object(self, document: Document) -> Object:
        """A report; where its day is not known, which a report has to tell, a grouping."""
        key = document_key(document.id)
        known = {
            "name": document.title or document.id,
            "lang": document.lang,
            "labels": ["document"],
            "external_references": [_reference(document.outlet, document.url, document.id, document.title)],
        }
        day = _moment(document.published)
        if day is None:
            return self._object("grouping", key, None) | known | {"context": "unspecified"}
        return self._object("report", key, day) | known | {"published": day}

    def _claim(self, account: Account) -> Iterator[Object]:
        claim = account.claim
        first = min((report.published for report in claim.reports if report.published), default=None)
        day = _moment(first)
        for stand in claim.stands:
            yield self._utterance(stand)
        grade = str(account.grade.value)
        about = {
            "abstract": f"claim: {account.status}" if account.status else "claim",
            "content": account.label.statement.words,
            "lang": account.label.lang,
            "labels": ["claim", *([account.status] if account.status else [])],
            "object_refs": [_id("note", stand.utterance.id) for stand in claim.stands],
            "external_references": [{"source_name": "sayso", "external_id": claim.id}],
        }
        yield self._object("note", claim.id, day) | about | _graded(grade)
        if account.given:
            yield self._given(account.given, claim.id, day)

    def _utterance(self, stand: Stand) -> Object:
        said = stand.utterance
        documents = [_report_id(report) for report in said.reports]
        speaker = [_identity_id(said.source.name)] if is_somebody(said.source) else []
        first = said.reports[0].statement
        return self._object("note", said.id, _moment(said.published)) | {
            "abstract": f"{said.source.name}: {stand.stance}",
            "content": first.words,
            "lang": said.reports[0].lang,
            "authors": [said.source.name] if speaker else None,
            "labels": ["utterance", stand.stance],
            "object_refs": list(dict.fromkeys([*speaker, *documents])),
            "external_references": [
                {"source_name": "sayso", "external_id": said.id},
                *map(_passage, said.reports),
            ],
        }

    def _given(self, given: GivenGrade, claim: str, day: str | None) -> Object:
        about = {
            "abstract": f"grade {given.value}",
            "content": given.reason,
            "authors": [given.by],
            "labels": ["grade"],
            "object_refs": [_id("note", claim)],
        }
        return self._object("note", f"grade/{claim}", day) | about | _graded(given.value)

    def _identity(self, source: Source) -> Iterator[Object]:
        """Yield the identity of a source where it occurs first, with the grade of its reliability."""
        if source.name in self._known:
            return
        self._known.add(source.name)
        graded: Reliability = self._story.reliability(source)
        grades = [str(graded.found.value), *([graded.given.value] if graded.given else [])]
        reasons = [
            *([graded.why] if graded.why else []),
            *([f"{graded.given.by}: {graded.given.reason}"] if graded.given else []),
        ]
        yield self._object("identity", source_key(source.name), None) | {
            "name": source.name,
            "identity_class": CLASSES[source.type],
            "roles": [source.role] if source.role else None,
            "description": " ".join(reasons),
            "object_marking_refs": list(dict.fromkeys(map(_marking_id, grades))),
        }

    def _object(self, kind: str, key: str, created: str | None) -> Object:
        """What every object has: it was created on its day and is modified by every export."""
        created = created or _UNDATED
        return {
            "type": kind,
            "spec_version": "2.1",
            "id": _id(kind, key),
            "created_by_ref": _id("identity", "program"),
            "created": created,
            "modified": max(created, self._now),
        }


def _sources(document: Document) -> Iterator[Source]:
    if document.outlet:
        yield Source(name=document.outlet, type="outlet")
    yield from (one.source for one in document.statements if is_somebody(one.source))


def _marking(grade: str) -> Object:
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": _marking_id(grade),
        "created_by_ref": _id("identity", "program"),
        "created": _UNDATED,
        "definition_type": "statement",
        "definition": {"statement": tag(grade)},
    }


def _graded(grade: str) -> Object:
    return {"confidence": CONFIDENCE.get(grade), "object_marking_refs": [_marking_id(grade)]}


def _reference(outlet: str | None, url: str | None, name: str, title: str | None) -> Object:
    known = {"url": web_address(url), "external_id": name, "description": title}
    return {"source_name": outlet or "sayso"} | {key: value for key, value in known.items() if value}


def _passage(report: Report) -> Object:
    """Where a statement stands: its id, and the characters of the document."""
    spans = ", ".join(f"{start}-{end}" for start, end in report.statement.content_spans)
    place = f"{report.document}, characters {spans}"
    return {"source_name": report.outlet or "sayso", "external_id": report.id, "description": place}


def _report_id(report: Report) -> str:
    return _id("report" if report.published else "grouping", document_key(report.document))


def _identity_id(name: str) -> str:
    return _id("identity", source_key(name))


def _marking_id(grade: str) -> str:
    return _id("marking-definition", f"grade/{grade}")


def _id(kind: str, key: str) -> str:
    return f"{kind}--{uuid.uuid5(_SPACE, f'{kind}/{key}')}"


def _moment(day: dt.date | None) -> str | None:
    return f"{day.isoformat()}T00:00:00.000Z" if day else None
