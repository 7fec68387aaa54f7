"""GraphML: documents, statements, utterances, claims and sources as a graph, for Gephi, yEd or networkx."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO, ClassVar

from ..model import Account, Document, Stand, Statement
from .base import Story, Text
from .escape import xml_text
from .identifiers import document_key, is_somebody, report_key, source_key, statement_key

NODE_FIELDS = (
    "kind label name type day lang url act polarity certainty confidence status credibility credibility_given"
).split()
EDGE_FIELDS = ("relation", "stance", "role", "position")
_DOUBLES = frozenset({"confidence"})
_WHOLE = frozenset({"position"})

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
Fields = Mapping[str, str | float | None]


class GraphMl:
    """A directed graph whose nodes have a `kind` and whose edges a `relation`.

    A statement stands `in` its document, is `by` its source, came `via` those who relayed it, and `reports` an
    utterance, which `stands` to a claim with a stance. A document is `of` its outlet. The names of the sources are held
    while it is written, and nothing else.
    """

    linked: ClassVar = True
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write the graph: documents with their statements first, then claims with their utterances."""
        writer = _Writer(Text(stream))
        writer.begin()
        for document in story.documents():
            writer.document(document)
        for account in story.accounts():
            writer.account(account)
        writer.end()


class _Writer:
    """Writes one graph; remembers the sources that have a node."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._known: set[str] = set()
        self._edges = 0

    def begin(self) -> None:
        self._text.write(_HEAD)
        for about, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
            for name in fields:
                kind = "double" if name in _DOUBLES else "int" if name in _WHOLE else "string"
                line = f'<key id="{about}.{name}" for="{about}" attr.name="{name}" attr.type="{kind}"/>\n'
                self._text.write(line)
        self._text.write('<graph id="story" edgedefault="directed">\n')

    def end(self) -> None:
        self._text.write("</graph>\n</graphml>\n")

    def document(self, document: Document) -> None:
        key = document_key(document.id)
        day = document.published.isoformat() if document.published else None
        label = " ".join((document.title or document.id).split())
        about = {"kind": "document", "label": label, "name": document.id, "day": day}
        self._node(key, about | {"lang": document.lang, "url": document.url})
        if document.outlet:
            self._edge(key, self._source(document.outlet, "outlet"), {"relation": "of"})
        for statement in document.statements:
            self._statement(key, statement)

    def account(self, account: Account) -> None:
        claim = account.claim
        self._node(
            claim.id,
            {
                "kind": "claim",
                "label": account.label.statement.words,
                "name": claim.id,
                "status": account.status,
                "credibility": str(account.grade.value),
                "credibility_given": account.given.value if account.given else None,
            },
        )
        for stand in claim.stands:
            self._utterance(claim.id, stand)

    def _statement(self, document: str, statement: Statement) -> None:
        key = statement_key(statement)
        fields = {name: getattr(statement, name) for name in ("act", "polarity", "certainty", "confidence")}
        day = statement.said_at.iso() if statement.said_at else None
        about = {"kind": "statement", "label": statement.words, "name": statement.id, "day": day}
        self._node(key, about | fields)
        self._edge(key, document, {"relation": "in"})
        source = statement.source
        if is_somebody(source):
            self._edge(key, self._source(source.name, source.type), {"relation": "by", "role": source.role})
        for position, name in enumerate(statement.via):
            self._edge(key, self._source(name), {"relation": "via", "position": position})

    def _utterance(self, claim: str, stand: Stand) -> None:
        said = stand.utterance
        words = said.reports[0].statement.words
        day = said.said.iso() if said.said else None
        self._node(said.id, {"kind": "utterance", "label": words, "name": said.id, "day": day})
        self._edge(said.id, claim, {"relation": "stands", "stance": stand.stance})
        for report in said.reports:
            self._edge(report_key(report), said.id, {"relation": "reports"})

    def _source(self, name: str, kind: str | None = None) -> str:
        """Return the node of a source, written where its name occurs first; what a relay is, is not known."""
        key = source_key(name)
        if key not in self._known:
            self._known.add(key)
            self._node(key, {"kind": "source", "label": name, "name": name, "type": kind})
        return key

    def _node(self, key: str, fields: Fields) -> None:
        self._text.write(f'<node id="{xml_text(key)}">{_data("node", fields)}</node>\n')

    def _edge(self, start: str, end: str, fields: Fields) -> None:
        self._edges += 1
        ends = f'source="{xml_text(start)}" target="{xml_text(end)}"'
        self._text.write(f'<edge id="e{self._edges}" {ends}>{_data("edge", fields)}</edge>\n')


def _data(about: str, fields: Fields) -> str:
    known = ((name, value) for name, value in fields.items() if value is not None)
    return "".join(f'<data key="{about}.{name}">{xml_text(str(value))}</data>' for name, value in known)
