"""W3C PROV-JSON: which statement was read from which document by which pack, and to whom it is attributed.

After "The PROV-JSON Serialization", a W3C Member Submission of 24 April 2013.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any, BinaryIO, ClassVar

from ..model import Account, Document, GivenGrade, Source, Stand, Statement
from .base import Story, Text
from .escape import json_escapes
from .identifiers import (
    NAMESPACE,
    digest,
    document_key,
    is_somebody,
    report_key,
    source_key,
    statement_key,
)

_SECTIONS = (
    "entity agent activity used wasGeneratedBy wasAssociatedWith wasDerivedFrom wasAttributedTo "
    "specializationOf hadMember"
).split()
_PREFIXES = {"sayso": NAMESPACE}
_SPOOL = 1 << 20
"""Bytes of a section that are held; more goes to a temporary file."""
_AGENTS = {"person": "prov:Person", "organization": "prov:Organization", "country": "prov:Organization"}
_AGENTS |= {"outlet": "prov:Organization", "group": "prov:Organization"}


class Prov:
    """One PROV document: entities (documents, statements, utterances, claims), agents, the readings, and their ties.

    PROV-JSON gathers what is of a kind in one place, so its sections are gathered in temporary files beside each other.
    """

    linked: ClassVar = True
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write the document; the names of the agents are held while it is written."""
        with ExitStack() as stack:
            sections = _Sections(stack)
            writer = _Writer(sections)
            for document in story.documents():
                writer.document(document)
            for account in story.accounts():
                writer.account(account)
            sections.write(stream)


class _Sections:
    """The sections of a PROV-JSON document while they grow."""

    def __init__(self, stack: ExitStack) -> None:
        self._files: dict[str, IO[bytes]] = {}
        for name in _SECTIONS:
            self._files[name] = stack.enter_context(SpooledTemporaryFile(_SPOOL))  # noqa: SIM115 - the stack closes it
        self._ties = 0

    def add(self, section: str, key: str, attributes: dict[str, Any]) -> None:
        """Add an element under its name; those without a value are left out."""
        file = self._files[section]
        known = {name: value for name, value in attributes.items() if value not in (None, "", [])}
        line = f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(known, ensure_ascii=False)}"
        file.write(((",\n" if file.tell() else "") + json_escapes(line)).encode("utf-8", "backslashreplace"))

    def tie(self, section: str, **ends: str | None) -> None:
        """Add a relation, which needs no name of its own."""
        self._ties += 1
        self.add(section, f"_:t{self._ties}", {f"prov:{name}": value for name, value in ends.items()})

    def write(self, stream: BinaryIO) -> None:
        """Write all sections that hold anything."""
        text = Text(stream)
        text.write(f'{{"prefix": {json.dumps(_PREFIXES)}')
        for name, file in self._files.items():
            if file.tell():
                file.seek(0)
                text.write(f',\n"{name}": {{\n')
                copyfileobj(file, stream)
                text.write("\n}")
        text.write("\n}\n")


class _Writer:
    """Fills the sections; remembers the agents that have an entry."""

    def __init__(self, sections: _Sections) -> None:
        self._to = sections
        self._known: set[str] = set()

    def document(self, document: Document) -> None:
        name = _name(document_key(document.id))
        about = {
            "title": document.title,
            "outlet": document.outlet,
            "url": document.url,
            "lang": document.lang,
        }
        about |= {
            "published": document.published.isoformat() if document.published else None,
            "sha256": document.hash,
        }
        self._to.add("entity", name, _typed("Document", document.title or document.id, about))
        if document.outlet:
            outlet = self._agent(document.outlet, "prov:Organization")
            self._to.tie("wasAttributedTo", entity=name, agent=outlet)
        for pack in sorted({(one.pack, one.pack_version) for one in document.statements}):
            self._reading(document, *pack)
        for statement in document.statements:
            self._statement(name, statement)

    def account(self, account: Account) -> None:
        claim = _name(account.claim.id)
        about = {"status": account.status, "credibility": str(account.grade.value)}
        collection = _typed("Claim", account.label.statement.words, about)
        collection["prov:type"] = [collection["prov:type"], _qualified("prov:Collection")]
        self._to.add("entity", claim, collection)
        for stand in account.claim.stands:
            self._utterance(claim, stand)
        if account.given:
            self._given(claim, account.given)

    def _reading(self, document: Document, pack: str, version: str) -> None:
        """The act of reading a document with a pack, which is a program with a version."""
        reading = _reading_name(document.id, pack, version)
        agent = self._agent(f"sayso {pack} {version}", "prov:SoftwareAgent", "pack")
        self._to.add("activity", reading, {"prov:type": _qualified("sayso:Reading")})
        self._to.tie("used", activity=reading, entity=_name(document_key(document.id)))
        self._to.tie("wasAssociatedWith", activity=reading, agent=agent)

    def _statement(self, document: str, statement: Statement) -> None:
        name = _name(statement_key(statement))
        fields = {
            key: getattr(statement, key) for key in ("act", "polarity", "certainty", "kind", "rule", "cue")
        }
        spans = " ".join(f"{start}-{end}" for start, end in statement.content_spans)
        said = statement.said_at.iso() if statement.said_at else None
        about = fields | {"content_spans": spans, "said_at": said, "via": list(statement.via)}
        self._to.add("entity", name, _typed("Statement", statement.words, about))
        reading = _reading_name(statement.document, statement.pack, statement.pack_version)
        self._to.tie("wasGeneratedBy", entity=name, activity=reading)
        self._to.tie("wasDerivedFrom", generatedEntity=name, usedEntity=document)
        if is_somebody(statement.source):
            self._to.tie("wasAttributedTo", entity=name, agent=self._source(statement.source))

    def _utterance(self, claim: str, stand: Stand) -> None:
        said = stand.utterance
        name = _name(said.id)
        about = {"stance": stand.stance, "said_at": said.said.iso() if said.said else None}
        self._to.add("entity", name, _typed("Utterance", said.reports[0].statement.words, about))
        self._to.tie("hadMember", collection=claim, entity=name)
        for report in said.reports:
            self._to.tie("specializationOf", specificEntity=_name(report_key(report)), generalEntity=name)

    def _given(self, claim: str, given: GivenGrade) -> None:
        name = f"{claim}/grade"
        about = {"credibility": given.value, "reason": given.reason}
        self._to.add("entity", name, _typed("Grade", given.value, about))
        self._to.tie("wasDerivedFrom", generatedEntity=name, usedEntity=claim)
        self._to.tie("wasAttributedTo", entity=name, agent=self._agent(given.by, "prov:Person", "grader"))

    def _source(self, source: Source) -> str:
        return self._agent(source.name, _AGENTS.get(source.type))

    def _agent(self, label: str, kind: str | None, role: str = "source") -> str:
        """Return the name of an agent, added where it occurs first; a grader is none of the sources by that name."""
        name = _name(source_key(label) if role == "source" else f"{role}/{digest(label)}")
        if name not in self._known:
            self._known.add(name)
            about = {"prov:type": _qualified(kind) if kind else None, "prov:label": label}
            self._to.add("agent", name, about)
        return name


def _typed(kind: str, label: str, about: dict[str, Any]) -> dict[str, Any]:
    own = {"prov:type": _qualified(f"sayso:{kind}"), "prov:label": label}
    return own | {f"sayso:{name}": value for name, value in about.items()}


def _qualified(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _name(key: str) -> str:
    return f"sayso:{key}"


def _reading_name(document: str, pack: str, version: str) -> str:
    return _name(f"reading/{digest(document, pack, version)}")
