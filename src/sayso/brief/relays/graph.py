"""From reports to a graph: an edge from whoever said or told a thing to whoever took it from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from ...model import Account, Document, Report, Source, SourceType, Utterance
from ..naming import kind_of, report_for
from ..people import People as PersonNames
from ..usual import usual_name
from ..wording import Wording

Kind = Literal["told", "reprint"]


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A source, or an outlet that relayed or published; `id` is its place in the graph, from "n1" on.

    `kind` is the source's type; who relays is an "outlet" unless it is known to be something else. `nameless` stands
    for all whom nobody names, or whose outlet is unknown. `documents` are those in which it has a part, sorted.
    """

    id: str
    name: str
    kind: SourceType
    nameless: bool
    documents: tuple[str, ...]


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """`end` took from `start`: what it said ("told"), or whole texts ("reprint").

    `documents` are those that show it, `reprints` those of them that repeat another document: they weigh nothing more.
    """

    start: str
    end: str
    kind: Kind
    documents: tuple[str, ...]
    reprints: tuple[str, ...]
    statements: tuple[str, ...]


class Relays(msgspec.Struct, frozen=True, kw_only=True):
    """The graph: nodes by how many documents they have a part in, edges by their nodes.

    `alone` are statements without an edge: an outlet told its own readers what it says itself. `claims` are told here,
    of `total` that there were to choose from.
    """

    lang: str
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    alone: tuple[str, ...]
    documents: int
    claims: int
    total: int


class _Found(msgspec.Struct):
    """What was found of an edge so far."""

    documents: set[str] = msgspec.field(default_factory=set)
    statements: set[str] = msgspec.field(default_factory=set)


Person = tuple[str, SourceType, bool]
"""A name as readers know it, its type, and whether it stands for all without a name."""


def relays(
    accounts: Sequence[Account],
    documents: Mapping[str, Document],
    reprints: Mapping[str, str],
    lang: str,
    *,
    topic: str | None = None,
    total: int | None = None,
) -> Relays:
    """Return the graph of claims' reports, named in language `lang`.

    `reprints` gives for a document that repeats another the id of that one; `total` is how many claims there were to
    choose from. Raises BriefError for a language that sayso has no words in.
    """
    return _Builder(Wording.load(lang), documents, reprints).graph(accounts, topic, total or len(accounts))


class _Builder:
    """Gathers nodes and edges."""

    def __init__(
        self, wording: Wording, documents: Mapping[str, Document], reprints: Mapping[str, str]
    ) -> None:
        self._w = wording
        self._documents = documents
        self._reprints = reprints
        self._people: dict[str, Person] = {}
        self._edges: defaultdict[tuple[str, str, Kind], _Found] = defaultdict(_Found)
        self._parts: defaultdict[str, set[str]] = defaultdict(set)
        self._alone: list[str] = []
        self._persons = PersonNames((), wording.lang)

    def graph(self, accounts: Sequence[Account], topic: str | None, total: int) -> Relays:
        reports = (report for account in accounts for report in account.claim.reports)
        self._persons = PersonNames(reports, self._w.lang)
        for account in accounts:
            for utterance in account.claim.utterances:
                self._add(utterance)
        self._add_reprints()
        order = sorted(self._parts, key=lambda key: (-len(self._parts[key]), self._people[key][0], key))
        ids = {key: f"n{number}" for number, key in enumerate(order, 1)}
        title = self._w("relays.title_topic", topic=topic) if topic else self._w("relays.title")
        return Relays(
            lang=self._w.lang,
            title=title[:1].upper() + title[1:],
            nodes=tuple(self._node(key, ids[key]) for key in order),
            edges=tuple(self._edge(key, ids) for key in sorted(self._edges)),
            alone=tuple(sorted(self._alone)),
            claims=len(accounts),
            total=total,
            documents=len({report.document for account in accounts for report in account.claim.reports}),
        )

    def _add(self, utterance: Utterance) -> None:
        """Add the chains of an utterance's reports: its source, those who relayed it, the document's outlet."""
        told = report_for(utterance, self._w.lang)
        origin = self._source(told.statement.source, told.lang)
        for report in utterance.reports:
            chain = _without_repeats([origin, *self._relayed(report), self._outlet(report.document)])
            for key in chain:
                self._parts[key].add(report.document)
            if len(chain) == 1:
                self._alone.append(report.id)
            for start, end in pairwise(chain):
                found = self._edges[start, end, "told"]
                found.documents.add(report.document)
                found.statements.add(report.id)

    def _add_reprints(self) -> None:
        """Add an edge from the outlet of a document to that of its reprint."""
        for repeated, first in sorted(self._reprints.items()):
            if repeated not in self._documents or first not in self._documents:
                continue
            start, end = self._outlet(first), self._outlet(repeated)
            if start != end:
                self._edges[start, end, "reprint"].documents.add(repeated)
                self._parts[start].add(first)
                self._parts[end].add(repeated)

    def _source(self, source: Source, lang: str | None) -> str:
        if source.type == "anonymous":
            return self._key(self._w("timeline.nameless"), source.type, True)
        return self._key(self._usual(source, lang), source.type, False)

    def _relayed(self, report: Report) -> Iterator[str]:
        for name in report.statement.via:
            kind = kind_of(name, report.lang) or ("person" if self._persons.usual(name) else "outlet")
            yield self._key(self._usual(Source(name=name, type=kind), report.lang), kind, False)

    def _usual(self, source: Source, lang: str | None) -> str:
        """Return the one name of a source: a person's as most documents in the words' language have it."""
        known = self._persons.usual(source.name) if source.type == "person" else None
        return known or usual_name(source, lang, self._w)

    def _outlet(self, document: str) -> str:
        name = self._documents[document].outlet
        if not name:
            return self._key(self._w("no_outlet"), "outlet", True)
        outlet = Source(name=name, type="outlet")
        return self._key(usual_name(outlet, self._documents[document].lang, self._w), "outlet", False)

    def _key(self, name: str, kind: SourceType, nameless: bool) -> str:
        """Return the key of a node, the same for any case of its letters; a type that is a guess gives way."""
        key = f"{'?' if nameless else ''}{name.casefold()}"
        known = self._people.get(key)
        if known is None or (known[1] == "outlet" and kind_of(known[0], None) is None):
            self._people[key] = (known[0] if known else name, kind, nameless)
        return key

    def _node(self, key: str, name: str) -> Node:
        shown, kind, nameless = self._people[key]
        return Node(
            id=name, name=shown, kind=kind, nameless=nameless, documents=tuple(sorted(self._parts[key]))
        )

    def _edge(self, key: tuple[str, str, Kind], ids: Mapping[str, str]) -> Edge:
        start, end, kind = key
        found = self._edges[key]
        repeated = found.documents if kind == "reprint" else found.documents & set(self._reprints)
        return Edge(
            start=ids[start],
            end=ids[end],
            kind=kind,
            documents=tuple(sorted(found.documents)),
            reprints=tuple(sorted(repeated)),
            statements=tuple(sorted(found.statements)),
        )


def _without_repeats(chain: Iterable[str]) -> list[str]:
    """Return a chain in which nobody takes a thing from himself: the first place of each counts."""
    return list(dict.fromkeys(chain))
