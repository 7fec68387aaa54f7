from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.cluster import cluster, components

NODES = [f"n{number}" for number in range(8)]
PAIRS = [(one, other) for i, one in enumerate(NODES) for other in NODES[i + 1 :]]
EDGES = st.dictionaries(st.sampled_from(PAIRS), st.integers(-12, 12).map(lambda n: n / 2), max_size=20)


def groups(edges: dict[tuple[str, str], float], nodes: list[str] = NODES) -> list[list[str]]:
    return cluster(nodes, edges, least=0.0, absent=-5.0)


def test_what_speaks_for_each_other_is_one() -> None:
    assert groups({("a", "b"): 2.0}, ["a", "b", "c"]) == [["a", "b"], ["c"]]


def test_one_bad_pair_does_not_chain_two_groups() -> None:
    inside = {("a", "b"): 5.0, ("c", "d"): 5.0}
    assert groups(inside | {("b", "c"): 4.0}, list("abcd")) == [["a", "b"], ["c", "d"]]


def test_two_groups_of_which_all_pairs_agree_are_one() -> None:
    edges = dict.fromkeys([("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d")], 3.0)
    assert groups(edges, list("abcd")) == [list("abcd")]


def test_what_excludes_each_other_stays_apart_whatever_stands_between() -> None:
    edges = {("a", "b"): 5.0, ("b", "c"): 5.0, ("a", "c"): -30.0}
    assert sorted(map(len, groups(edges, list("abc")))) == [1, 2]


def test_nothing_to_join() -> None:
    assert groups({}, []) == []
    assert groups({}, ["b", "a"]) == [["a"], ["b"]]


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_nodes_and_edges_is_no_matter(edges: dict, shuffler: random.Random) -> None:
    nodes, mixed = list(NODES), list(edges.items())
    shuffler.shuffle(nodes)
    shuffler.shuffle(mixed)
    assert groups(edges) == groups(dict(mixed), nodes)


@given(EDGES)
def test_every_node_is_in_one_group(edges: dict) -> None:
    assert sorted(node for group in groups(edges) for node in group) == NODES


@given(EDGES)
def test_groups_never_reach_over_components(edges: dict) -> None:
    parts = components(NODES, [pair for pair, weight in edges.items() if weight >= 0])
    home = {node: number for number, part in enumerate(parts) for node in part}
    assert all(len({home[node] for node in group}) == 1 for group in groups(edges))


@given(EDGES)
def test_parts_can_be_grouped_one_by_one(edges: dict) -> None:
    """Adding or removing a document touches only the components that it reaches."""
    parts = components(NODES, edges)
    apart = [
        group
        for part in parts
        for group in groups({pair: w for pair, w in edges.items() if pair[0] in part}, part)
    ]
    assert sorted(apart) == groups(edges)
