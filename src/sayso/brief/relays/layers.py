"""A layered drawing order for a graph (Sugiyama, Tagawa and Toda 1981): who tells stands left of who takes from him.

The same graph always gives the same order: ties are broken by the order in which nodes are given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_SWEEPS = 12
"""Passes over the layers; the order with the fewest crossings met on the way is kept."""

Arc = tuple[str, str]


class Layered(NamedTuple):
    """Layers from left to right, each from top to bottom; `ways` are the places that every arc goes through.

    A place is a node, or a turn of an arc in a layer that it only passes.
    """

    layers: tuple[tuple[str, ...], ...]
    ways: Mapping[Arc, tuple[str, ...]]


def layered(nodes: Sequence[str], arcs: Collection[Arc]) -> Layered:
    """Return a graph in layers. An arc leads to a later layer, unless it closes a circle: then to an earlier one."""
    forward = _without_circles(nodes, arcs)
    level = _levels(nodes, forward)
    ways = {arc: (arc[0], *_turns(arc, level), arc[1]) for arc in forward}
    short = [pair for way in ways.values() for pair in pairwise(way)]
    found: list[list[str]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for name in dict.fromkeys([*nodes, *(place for way in ways.values() for place in way)]):
        found[level[name]].append(name)
    untangled = _untangled(found, short)
    back = {arc[::-1]: way[::-1] for arc, way in ways.items()}
    all_ways = {arc: ways.get(arc) or back[arc] for arc in arcs if arc[0] != arc[1]}
    return Layered(tuple(map(tuple, untangled)), all_ways)


def _turns(arc: Arc, level: dict[str, int]) -> list[str]:
    """Return a place in every layer that an arc passes, and note its layer."""
    between = range(level[arc[0]] + 1, level[arc[1]])
    places = [f"{arc[0]}>{arc[1]}@{at}" for at in between]
    level.update(zip(places, between, strict=True))
    return places


def crossings(found: Sequence[Sequence[str]], arcs: Collection[Arc]) -> int:
    """Count how many pairs of arcs cross if all are drawn straight between the same two layers."""
    place = {name: (at, row) for at, layer in enumerate(found) for row, name in enumerate(layer)}
    between: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for start, end in arcs:
        (left, one), (right, other) = place[start], place[end]
        between[left, right].append((one, other))
    return sum(
        (one[0] - two[0]) * (one[1] - two[1]) < 0
        for drawn in between.values()
        for at, one in enumerate(drawn)
        for two in drawn[:at]
    )


def _without_circles(nodes: Sequence[str], arcs: Collection[Arc]) -> list[Arc]:
    """Return the arcs with those turned round that lead back to where a walk came from; loops are left out."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    order = {name: at for at, name in enumerate(nodes)}
    for start, end in sorted(set(arcs), key=lambda arc: (order[arc[0]], order[arc[1]])):
        if start != end:
            after[start].append(end)
    state: dict[str, int] = {}
    found: dict[Arc, None] = {}
    taking = {end for ends in after.values() for end in ends}
    for root in [*(name for name in nodes if name not in taking), *nodes]:
        if root not in state:
            _walk(root, after, state, found)
    return list(found)


def _walk(
    root: str, after: Mapping[str, Sequence[str]], state: dict[str, int], found: dict[Arc, None]
) -> None:
    """Follow the arcs from `root`, depth first, and note them in `found`; `state` is 1 on the way and 2 behind it."""
    state[root] = 1
    walk = [(root, iter(after.get(root, ())))]
    while walk:
        name, ends = walk[-1]
        for end in ends:
            found[(end, name) if state.get(end) == 1 else (name, end)] = None
            if end not in state:
                state[end] = 1
                walk.append((end, iter(after.get(end, ()))))
                break
        else:
            state[name] = 2
            walk.pop()


def _levels(nodes: Sequence[str], arcs: Collection[Arc]) -> dict[str, int]:
    """Return the layer of every node: one behind the last of those that it takes from.

    Who takes from nobody stands right before the first that takes from him.
    """
    before: defaultdict[str, list[str]] = defaultdict(list)
    after: defaultdict[str, list[str]] = defaultdict(list)
    for start, end in arcs:
        before[end].append(start)
        after[start].append(end)
    level: dict[str, int] = {}
    waiting = {name: len(before[name]) for name in nodes}
    ready = [name for name in nodes if not waiting[name]]
    for name in ready:
        level[name] = max((level[one] + 1 for one in before[name]), default=0)
        for end in after[name]:
            waiting[end] -= 1
            if not waiting[end]:
                ready.append(end)
    for name in nodes:
        if not before[name] and after[name]:
            level[name] = min(level[end] for end in after[name]) - 1
    return level


def _untangled(found: list[list[str]], arcs: Collection[Arc]) -> list[list[str]]:
    """Return the layers with their places in the order of those that they are tied to, swept to and fro."""
    ties: defaultdict[str, list[str]] = defaultdict(list)
    for start, end in arcs:
        ties[start].append(end)
        ties[end].append(start)
    best, least = found, crossings(found, arcs)
    current = found
    for sweep in range(_SWEEPS):
        current = _swept(current, ties, backwards=sweep % 2 == 1)
        count = crossings(current, arcs)
        if count < least:
            best, least = current, count
    return best


def _swept(
    found: Sequence[Sequence[str]], ties: Mapping[str, Sequence[str]], *, backwards: bool
) -> list[list[str]]:
    """Order every layer by the mean place of the neighbours on the side that the sweep comes from."""
    layered = [list(layer) for layer in found]
    level = {name: at for at, layer in enumerate(layered) for name in layer}
    order = range(len(layered) - 1, -1, -1) if backwards else range(len(layered))
    for at in order:
        share = {name: (row + 0.5) / len(layer) for layer in layered for row, name in enumerate(layer)}
        mean: dict[str, float] = {}
        for name in layered[at]:
            side = [
                share[one]
                for one in ties.get(name, ())
                if (level[one] > at) == backwards and level[one] != at
            ]
            mean[name] = sum(side) / len(side) if side else share[name]
        layered[at].sort(key=lambda name: mean[name])
    return layered
