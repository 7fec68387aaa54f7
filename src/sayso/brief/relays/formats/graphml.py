"""Relays as GraphML, for Gephi, yEd, Cytoscape, igraph or networkx: http://graphml.graphdrawing.org/primer/graphml-primer.html"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as Xml

from ...drawing import clean
from ..graph import Edge, Node, Relays

_NODE = {"label": "string", "kind": "string", "documents": "int", "ids": "string"}
_EDGE = {"kind": "string", "weight": "int", "reprints": "int", "ids": "string", "statements": "string"}
_BETWEEN = " "
"""What parts the ids of one field."""


class GraphMl:
    """Every node and edge; `weight` counts documents, `ids` names them. Edges of a kind are told apart by `kind`."""

    binary = False

    def render(self, graph: Relays) -> bytes:
        """Return the XML in UTF-8."""
        root = Xml.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
        for kind, fields in (("node", _NODE), ("edge", _EDGE)):
            for name, value in fields.items():
                attributes = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": value}
                Xml.SubElement(root, "key", attributes)
        drawn = Xml.SubElement(root, "graph", id="relays", edgedefault="directed")
        for node in graph.nodes:
            _add(drawn, "node", {"id": node.id}, _of_node(node))
        for edge in graph.edges:
            ends = {"id": f"{edge.start}-{edge.end}-{edge.kind}", "source": edge.start, "target": edge.end}
            _add(drawn, "edge", ends, _of_edge(edge))
        Xml.indent(root)
        written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
        return written + b"\n"


def _of_node(node: Node) -> Mapping[str, object]:
    return {
        "label": node.name,
        "kind": node.kind,
        "documents": len(node.documents),
        "ids": _BETWEEN.join(node.documents),
    }


def _of_edge(edge: Edge) -> Mapping[str, object]:
    return {
        "kind": edge.kind,
        "weight": len(edge.documents),
        "reprints": len(edge.reprints),
        "ids": _BETWEEN.join(edge.documents),
        "statements": _BETWEEN.join(edge.statements),
    }


def _add(parent: Xml.Element, kind: str, attributes: dict[str, str], fields: Mapping[str, object]) -> None:
    one = Xml.SubElement(parent, kind, attributes)
    for name, value in fields.items():
        Xml.SubElement(one, "data", key=f"{kind}-{name}").text = clean(str(value))
