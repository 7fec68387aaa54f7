"""Groups of what belongs together, by average linkage: a pair joins two groups only as far as all their pairs agree."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

Node = TypeVar("Node", str, int)
"""What is grouped, by an id or a number; the order of the nodes decides between equals."""


def components(nodes: Iterable[Node], pairs: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """Return the connected parts, each sorted, in the order of their smallest nodes."""
    parent = {node: node for node in nodes}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    groups: dict[Node, list[Node]] = {}
    for node in sorted(parent):
        groups.setdefault(root(node), []).append(node)
    return list(groups.values())


def cluster(
    nodes: Iterable[Node], edges: Mapping[tuple[Node, Node], float], *, least: float, absent: float
) -> list[list[Node]]:
    """Join the two groups with the greatest average weight as long as it is `least` or more.

    Edges are weights of pairs, the smaller node first; a pair without one counts as `absent`. Of equal averages the
    groups with the smaller ids join first, so the order of the arguments is no matter. Returns groups sorted, in the
    order of their smallest nodes.
    """
    linked = [pair for pair, weight in edges.items() if weight >= least]
    found: list[list[Node]] = []
    inside: dict[Node, int] = {}
    parts = components(nodes, linked)
    for number, part in enumerate(parts):
        inside |= dict.fromkeys(part, number)
    kept: list[dict[tuple[Node, Node], float]] = [{} for _ in parts]
    for pair, weight in edges.items():
        if inside[pair[0]] == inside[pair[1]]:
            kept[inside[pair[0]]][pair] = weight
    for part, weights in zip(parts, kept, strict=True):
        found += [part] if len(part) == 1 else _Agglomeration(part, weights, least, absent).groups()
    return sorted(found)


class _Agglomeration(Generic[Node]):
    """The joining of one connected part. A group is named by its smallest node."""

    def __init__(
        self, part: list[Node], edges: Mapping[tuple[Node, Node], float], least: float, absent: float
    ) -> None:
        self._least, self._absent = least, absent
        self._members: dict[Node, list[Node]] = {node: [node] for node in part}
        self._sums: dict[Node, dict[Node, tuple[float, int]]] = {node: {} for node in part}
        for (one, other), weight in edges.items():
            self._sums[one][other] = self._sums[other][one] = (weight, 1)
        self._heap: list[tuple[float, Node, Node]] = [
            (-weight, one, other) for (one, other), weight in edges.items() if weight >= least
        ]
        heapq.heapify(self._heap)

    def groups(self) -> list[list[Node]]:
        """Join as far as it goes."""
        while self._heap:
            negative, one, other = heapq.heappop(self._heap)
            if one not in self._members or other not in self._members:
                continue
            if -negative != self._average(one, other):
                continue  # one of them has grown since
            self._join(one, other)
        return [sorted(members) for members in self._members.values()]

    def _average(self, one: Node, other: Node) -> float:
        total, known = self._sums[one].get(other, (0.0, 0))
        pairs = len(self._members[one]) * len(self._members[other])
        return (total + (pairs - known) * self._absent) / pairs

    def _join(self, one: Node, other: Node) -> None:
        self._members[one] += self._members.pop(other)
        gone = self._sums.pop(other)
        for third, (total, known) in gone.items():
            del self._sums[third][other]
            if third != one:
                before = self._sums[one].get(third, (0.0, 0))
                both = (before[0] + total, before[1] + known)
                self._sums[one][third] = self._sums[third][one] = both
        for third in self._sums[one]:
            average = self._average(one, third)
            if average >= self._least:
                first, second = sorted((one, third))
                heapq.heappush(self._heap, (-average, first, second))
