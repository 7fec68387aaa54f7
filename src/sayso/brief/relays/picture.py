"""Relays as a picture: origins left, who took it from them to the right; a thicker line is more documents."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from ..drawing import WIDER, Group, Path, Picture, Rect, Shape, Text, width_of, wrap
from ..drawing.palette import ASIDE, BLUE, INK, PAPER, VERMILLION
from ..wording import Wording
from .graph import Edge, Node, Relays
from .layers import layered

WIDTH, MARGIN = 960.0, 16.0
MOST = 50
"""Nodes in a picture; more no eye follows."""
_SIZE, _SMALL, _TITLE = 13.0, 12.0, 20.0
_NODE, _LINE, _TURN, _GAP = 24.0, 15.0, 6.0, 8.0
"""Height of a node with one line, of another line, of a turn of an arc, and what lies between two of them."""
_BOX, _BETWEEN = 210.0, 56.0
"""Widest box of a node, and the room between two layers."""
_THIN, _THICK = 1.0, 7.0
_PAD = 8.0


class Box(NamedTuple):
    """Where a node stands, with its name in one line or two."""

    node: Node
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


class Point(NamedTuple):
    """Where a line passes between the nodes of a layer: in from the left, out to the right."""

    left: float
    right: float
    y: float


class Drawing(NamedTuple):
    """The boxes of the nodes by id, and of every line the points that it goes through."""

    boxes: Mapping[str, Box]
    ways: Mapping[tuple[str, str], tuple[Point, ...]]
    bottom: float


class Shown(NamedTuple):
    """What of a graph stands in a picture, and how many nodes and edges do not."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    nodes_left: int
    edges_left: int


def shown(graph: Relays, most: int = MOST) -> Shown:
    """Return the edges with most documents until they tie so many nodes, and whatever lies between these.

    Only where there is room left come nodes without an edge.
    """
    part = {node.id: len(node.documents) for node in graph.nodes}
    kept: dict[str, None] = {}
    for edge in sorted(graph.edges, key=lambda one: (-len(one.documents), -part[one.start] - part[one.end])):
        if len(kept.keys() | {edge.start, edge.end}) <= most:
            kept |= {edge.start: None, edge.end: None}
    tied = {end for edge in graph.edges for end in (edge.start, edge.end)}
    free = [node.id for node in graph.nodes if node.id not in tied]
    kept |= dict.fromkeys(free[: most - len(kept)])
    nodes = tuple(node for node in graph.nodes if node.id in kept)
    edges = tuple(edge for edge in graph.edges if edge.start in kept and edge.end in kept)
    return Shown(nodes, edges, len(graph.nodes) - len(nodes), len(graph.edges) - len(edges))


def picture(graph: Relays, most: int = MOST) -> Picture:
    """Draw a graph. Beyond `most` nodes those with the fewest documents are left out, which the picture says."""
    words = Wording.load(graph.lang)
    seen = shown(graph, most)
    notes = _notes(graph, seen, words)
    shapes, y = _head(graph.title, notes, words, seen)
    drawing = _placed(seen, y + 8)
    names = {node.id: node.name for node in seen.nodes}
    edges = sorted(seen.edges, key=lambda edge: (len(edge.documents), edge.start, edge.end))
    lines = [_line(one, drawing.ways[one.start, one.end], _told(one, names, words)) for one in edges]
    drawn = [_box(box, words) for box in drawing.boxes.values()]
    return Picture(
        key="sayso-relays",
        lang=graph.lang,
        title=graph.title,
        desc=" ".join([*notes, *(_told(edge, names, words) for edge in seen.edges)]),
        width=WIDTH,
        height=drawing.bottom + MARGIN,
        children=(*shapes, *lines, *drawn),
    )


def _notes(graph: Relays, seen: Shown, words: Wording) -> list[str]:
    """Say what the picture shows and what it does not."""
    notes = [words("relays.note", documents=graph.documents, nodes=len(graph.nodes), edges=len(graph.edges))]
    if graph.total > graph.claims:
        notes.append(words("timeline.of_all", total=graph.total))
    if seen.nodes_left or seen.edges_left:
        notes.append(words("relays.left", nodes=seen.nodes_left, edges=seen.edges_left))
    if graph.alone:
        notes.append(words("relays.alone", count=len(graph.alone)))
    return notes


def _head(title: str, notes: list[str], words: Wording, seen: Shown) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    y = MARGIN
    for line in wrap(title, (WIDTH - 2 * MARGIN) / WIDER, _TITLE * 1.07, 2):
        y += _TITLE * 1.25
        shapes.append(Text(x=MARGIN, y=y, text=line, name="ink", fill=INK, size=_TITLE, bold=True))
    for line in wrap(" ".join(notes), (WIDTH - 2 * MARGIN) / WIDER, _SIZE, 4):
        y += 17
        shapes.append(Text(x=MARGIN, y=y, text=line, name="aside", fill=ASIDE, size=_SIZE))
    x, y = MARGIN, y + 26
    for kind, dash in (("told", None), ("reprint", "5 3")):
        if any(edge.kind == kind for edge in seen.edges):
            word = words(f"relays.{kind}")
            colour = VERMILLION if dash else BLUE
            path = Path(d=f"M{x:.1f} {y - 4:.1f}h26", name=f"edge {kind}", stroke=colour, width=2, dash=dash)
            shapes += [path, Text(x=x + 32, y=y, text=word, name="ink", fill=INK, size=_SIZE)]
            x += 32 + width_of(word, _SIZE) + 20
    for name, radius in (("source", _NODE / 2), ("outlet", 0.0)):
        word = words(f"relays.{name}")
        frame = Rect(
            x=x, y=y - 13, width=30, height=18, name="node", fill=PAPER, stroke=INK, radius=min(radius, 9)
        )
        shapes += [frame, Text(x=x + 36, y=y, text=word, name="ink", fill=INK, size=_SIZE)]
        x += 36 + width_of(word, _SIZE) + 20
    return shapes, y + 10


def _placed(seen: Shown, top: float) -> Drawing:
    """Place the nodes: layers from left to right, each spread over the height of the tallest."""
    by_id = {node.id: node for node in seen.nodes}
    found = layered([node.id for node in seen.nodes], [(edge.start, edge.end) for edge in seen.edges])
    last = len(found.layers) - 1
    width = min(_BOX, (WIDTH - 2 * MARGIN - last * _BETWEEN) / (last + 1)) if last else _BOX
    lines = {node.id: tuple(wrap(node.name, _room(node, width), _SIZE, 2)) for node in seen.nodes}
    high = dict.fromkeys((place for layer in found.layers for place in layer), _TURN)
    high |= {name: _NODE + _LINE * (len(told) - 1) for name, told in lines.items()}
    tallest = max((sum(high[name] + _GAP for name in layer) for layer in found.layers), default=0.0)
    boxes: dict[str, Box] = {}
    points: dict[str, Point] = {}
    for at, layer in enumerate(found.layers):
        x = MARGIN + (WIDTH - 2 * MARGIN - width) * (at / last if last else 0)
        spare = (tallest - sum(high[name] + _GAP for name in layer)) / len(layer)
        y = top + spare / 2
        for name in layer:
            points[name] = Point(x, x + width, y + high[name] / 2)
            if name in by_id:
                boxes[name] = Box(by_id[name], lines[name], x, y, width, high[name])
            y += high[name] + _GAP + spare
    ways = {arc: tuple(points[name] for name in way) for arc, way in found.ways.items()}
    return Drawing(boxes, ways, top + tallest)


def _room(node: Node, width: float) -> float:
    """Return how wide a node's name may be beside the number of its documents."""
    return (width - 2 * _PAD - width_of(str(len(node.documents)), _SIZE, bold=True)) / WIDER


def _line(edge: Edge, way: tuple[Point, ...], title: str) -> Group:
    """Return the curve from who told to who took, with its weight where it is more than one document."""
    back = way[-1].left < way[0].left
    steps = [f"M{(way[0].left if back else way[0].right):.1f} {way[0].y:.1f}"]
    for one, other in pairwise(way):
        x1, x2 = (one.left, other.right) if back else (one.right, other.left)
        middle = (x1 + x2) / 2
        steps.append(f"C{middle:.1f} {one.y:.1f} {middle:.1f} {other.y:.1f} {x2:.1f} {other.y:.1f}")
        if other is not way[-1]:
            steps.append(f"H{(other.left if back else other.right):.1f}")
    reprint = edge.kind == "reprint"
    colour = VERMILLION if reprint else BLUE
    weight = min(_THICK, _THIN + 1.3 * (len(edge.documents) - 1) ** 0.6)
    curve = Path(
        d="".join(steps),
        name=f"edge {edge.kind}",
        stroke=colour,
        width=weight,
        dash="5 3" if reprint else None,
    )
    end = way[-1].right if back else way[-1].left
    tip = f"M{end:.1f} {way[-1].y:.1f}l{7 if back else -7} -4v8z"
    shapes: list[Shape] = [curve, Path(d=tip, name=f"tip {edge.kind}", fill=colour)]
    if len(edge.documents) > 1:
        one, other = way[-2:]
        x = ((one.left + other.right) if back else (one.right + other.left)) / 2
        shapes += _number(str(len(edge.documents)), x, (one.y + other.y) / 2)
    return Group(name="relay", title=title, children=tuple(shapes))


def _number(number: str, x: float, y: float) -> list[Shape]:
    wide = width_of(number, _SMALL, bold=True) + 5
    return [
        Rect(x=x - wide / 2, y=y - 7.5, width=wide, height=15, name="paper", fill=PAPER, radius=4),
        Text(x=x, y=y + 4, text=number, name="ink", fill=INK, size=_SMALL, bold=True, anchor="middle"),
    ]


def _told(edge: Edge, names: Mapping[str, str], words: Wording) -> str:
    """Say an edge: "Reuters → Ukrainska Pravda: 3 documents, 1 of them a reprint." """
    key = "relays.edge_reprint" if edge.kind == "reprint" else "relays.edge"
    said = words(
        key,
        start=names[edge.start],
        end=names[edge.end],
        count=len(edge.documents),
    )
    many = len(edge.reprints) if edge.kind == "told" else 0
    return f"{said}; {words('relays.of_reprints', count=many)}." if many else f"{said}."


def _box(box: Box, words: Wording) -> Group:
    """Return a node: outlets have square corners, all other sources round ones, whom nobody names a dashed line."""
    node = box.node
    outlet = node.kind == "outlet"
    frame = Rect(
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        name="node outlet" if outlet else "node",
        fill=PAPER,
        stroke=INK,
        radius=0 if outlet else _NODE / 2,
        dash="4 3" if node.nameless else None,
    )
    shapes: list[Shape] = [frame]
    for at, line in enumerate(box.lines):
        base = box.y + _NODE / 2 + 4.5 + at * _LINE
        shapes.append(Text(x=box.x + _PAD + 2, y=base, text=line, name="ink", fill=INK, size=_SIZE))
    count, x = str(len(node.documents)), box.x + box.width - _PAD
    base = box.y + box.height / 2 + 4.5
    shapes.append(Text(x=x, y=base, text=count, name="aside", fill=ASIDE, size=_SIZE, anchor="end"))
    title = words("relays.node", name=node.name, count=count)
    return Group(name="source", title=title, children=tuple(shapes))
