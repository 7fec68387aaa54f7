"""A graph of relays as lines of a table, for those who read rather than look."""

from __future__ import annotations

from typing import NamedTuple

from ...app.fragments import Relays


class Link(NamedTuple):
    """Who took from whom: in which documents, and which of them only repeat another."""

    start: str
    end: str
    is_reprint: bool
    documents: tuple[str, ...]
    statements: tuple[str, ...]


def chains(graph: Relays) -> tuple[Link, ...]:
    """Return the links of a graph, those that most documents show first."""
    names = {node.id: node.name for node in graph.nodes}
    found = [
        Link(names[one.start], names[one.end], one.kind == "reprint", one.documents, one.statements)
        for one in graph.edges
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.documents), one.start, one.end)))
