"""Who took it from whom: chains become edges, nothing is lost, and what a picture leaves out it counts."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.brief.accounts import account, accounts, documents_of, report
from tests.brief.told import DOCUMENTS, store_at

from sayso.app import picturing
from sayso.app.querying import open_store
from sayso.brief.relays import Relays, relays
from sayso.brief.relays.formats import FORMATS
from sayso.brief.relays.layers import crossings, layered
from sayso.brief.relays.picture import MOST, shown
from sayso.model import Account, Report

SVG = "{http://www.w3.org/2000/svg}"


def graph_of(*reports: Report, reprints: dict[str, str] | None = None, lang: str = "uk") -> Relays:
    story = account(*((one,) for one in reports))
    return relays([story], documents_of(story), reprints or {}, lang)


def edges_of(graph: Relays) -> set[tuple[str, str, str, int]]:
    names = {node.id: node.name for node in graph.nodes}
    return {(names[one.start], names[one.end], one.kind, len(one.documents)) for one in graph.edges}


def test_chain_goes_from_the_source_by_those_who_relayed_it_to_the_outlet() -> None:
    graph = graph_of(
        report("Іван Гнатюк", via=["Вісник"], outlet="Голос"),
        report("Іван Гнатюк", via=["Вісник"], outlet="Голос"),
        report("Іван Гнатюк", outlet="Вісник"),
    )
    assert edges_of(graph) == {("Іван Гнатюк", "Вісник", "told", 3), ("Вісник", "Голос", "told", 2)}
    assert [node.name for node in graph.nodes] == ["Іван Гнатюк", "Вісник", "Голос"]


def test_outlet_has_one_node_under_all_its_names() -> None:
    graph = graph_of(report("А", via=["Reuters"], outlet="Голос"), report("А", outlet="Рейтер"))
    assert len([node for node in graph.nodes if node.kind == "outlet"]) == 2


def test_nobody_takes_from_himself() -> None:
    graph = graph_of(
        report("Вісник", type="outlet", outlet="Вісник"), report("А", via=["Вісник"], outlet="Вісник")
    )
    assert edges_of(graph) == {("А", "Вісник", "told", 1)}
    assert len(graph.alone) == 1


def test_reprints_are_marked_and_weigh_nothing_of_their_own() -> None:
    first, second = report("А", document="r1", outlet="Вісник"), report("А", document="r2", outlet="Голос")
    graph = graph_of(first, second, reprints={"r2": "r1"})
    assert ("Вісник", "Голос", "reprint", 1) in edges_of(graph)
    told = {one.documents: one.reprints for one in graph.edges if one.kind == "told"}
    assert told == {("r1",): (), ("r2",): ("r2",)}
    svg = FORMATS["svg"].render(graph).decode()
    assert "передрук усього тексту" in svg
    assert "Вісник → Голос: передруків 1." in svg
    assert "А → Голос: документів 1; із них передруків 1." in svg


def test_whom_nobody_names_is_one_node_with_a_dashed_line() -> None:
    graph = graph_of(report("", type="anonymous", outlet="Голос"), report("", type="anonymous"))
    assert [(node.name, node.nameless) for node in graph.nodes] == [
        ("джерела без імені", True),
        ("Голос", False),
        ("видання невідоме", True),
    ]
    assert FORMATS["svg"].render(graph).decode().count('stroke-dasharray="4 3"') == 2


def test_reprints_are_found_in_a_store(tmp_path: Path) -> None:
    copy = DOCUMENTS[0] | {
        "id": "d9",
        "outlet": "Копія",
        "published": "2023-04-04",
        "url": "https://copy.example/1",
    }
    with open_store(store_at(tmp_path, *DOCUMENTS, copy), read_only=True) as store:
        graph = picturing.relays(store, lang="uk")
    assert ("Вісник", "Копія", "reprint", 1) in edges_of(graph)


@settings(max_examples=40, deadline=None)
@given(accounts(), st.sampled_from(["uk", "en"]))
def test_every_statement_is_in_an_edge_or_counted_alone(story: list[Account], lang: str) -> None:
    graph = relays(story, documents_of(*story), {}, lang)
    told = {name for edge in graph.edges for name in edge.statements}
    assert told | set(graph.alone) == {one.id for claim in story for one in claim.claim.reports}
    assert not told & set(graph.alone)
    seen = shown(graph, 5)
    assert len(seen.nodes) + seen.nodes_left == len(graph.nodes)
    assert len(seen.edges) + seen.edges_left == len(graph.edges)
    root = etree.fromstring(FORMATS["svg"].render(graph))
    kinds = [group.get("class") for group in root.iter(SVG + "g")]
    whole = shown(graph)
    assert (kinds.count("source"), kinds.count("relay")) == (len(whole.nodes), len(whole.edges))


@settings(max_examples=40, deadline=None)
@given(accounts())
def test_graphml_and_json_are_read_back_whole(story: list[Account]) -> None:
    graph = relays(story, documents_of(*story), {}, "uk")
    read = networkx.read_graphml(io.BytesIO(FORMATS["graphml"].render(graph)), force_multigraph=True)
    assert set(read.nodes) == {node.id for node in graph.nodes}
    weights = sorted((start, end, data["weight"]) for start, end, data in read.edges(data=True))
    assert weights == sorted((edge.start, edge.end, len(edge.documents)) for edge in graph.edges)
    data = json.loads(FORMATS["json"].render(graph))
    assert [node["id"] for node in data["nodes"]] == [node.id for node in graph.nodes]
    assert sorted(name for edge in data["edges"] for name in edge["documents"]) == sorted(
        name for edge in graph.edges for name in edge.documents
    )


def test_more_than_fifty_nodes_are_cut_and_counted() -> None:
    many = [report(f"Джерело {at}", outlet=f"Видання {at}") for at in range(40)]
    graph = graph_of(*many, report("Джерело 39", outlet="Видання 39"))
    svg = FORMATS["svg"].render(graph).decode()
    assert len(graph.nodes) == 80
    assert svg.count('class="source"') == MOST
    assert "джерел і видань – 30, зв'язків – 15" in svg
    assert "Джерело 39 → Видання 39: документів 2." in svg


def test_hostile_names_stay_text() -> None:
    graph = graph_of(
        report("</title><script>alert(1)</script>", via=['" onload="x'], outlet="<b>Злий\u202e</b>")
    )
    root = etree.fromstring(FORMATS["svg"].render(graph))
    assert not list(root.iter(SVG + "script"))
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]
    read = networkx.read_graphml(io.BytesIO(FORMATS["graphml"].render(graph)))
    names = {data["label"] for _, data in read.nodes(data=True)}
    assert names == {"</title><script>alert(1)</script>", '" onload="x', "<b>Злий</b>"}


ARCS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20)


@given(ARCS)
def test_layers_hold_every_node_once_and_arcs_go_one_layer_at_a_time(arcs: list[tuple[str, str]]) -> None:
    found = layered("abcdefgh", arcs)
    level = {place: at for at, layer in enumerate(found.layers) for place in layer}
    assert len(level) == sum(map(len, found.layers))
    assert set("abcdefgh") <= set(level)
    for (start, end), way in found.ways.items():
        assert (way[0], way[-1]) == (start, end)
        steps = {level[b] - level[a] for a, b in pairwise(way)}
        assert steps in ({1}, {-1})
    assert set(found.ways) == {arc for arc in arcs if arc[0] != arc[1]}
    assert found == layered("abcdefgh", arcs)


@pytest.mark.parametrize("turned", [False, True])
def test_order_of_layers_undoes_crossings(turned: bool) -> None:
    arcs = [("a", "x"), ("b", "y"), ("c", "z")] if not turned else [("a", "z"), ("b", "y"), ("c", "x")]
    found = layered("abcxyz", arcs)
    assert crossings(found.layers, arcs) == 0


def test_claims_that_are_left_out_are_counted() -> None:
    story = account((report(outlet="Голос"),))
    graph = relays([story], documents_of(story), {}, "uk", total=9)
    assert (graph.claims, graph.total) == (1, 9)
    assert "усього їх 9" in FORMATS["svg"].render(graph).decode()
