"""Imports run one way. Read from the source, lazy imports included."""

from __future__ import annotations

import pytest

from imports import graph, module_files, room

LAYERS = (
    ("errors",),
    ("model",),
    ("text",),
    ("gazetteer",),
    ("grammar",),
    ("languages",),
    ("extract",),
    ("link",),
    ("assess",),
)
CORE = {
    name: {below for layer in LAYERS[:depth] for below in layer}
    for depth, layer in enumerate(LAYERS)
    for name in layer
}
SIDES = {
    "ingest": {"errors", "model", "text", "gazetteer"},
    "export": {"errors", "model", "text"},
    "brief": {"errors", "model", "text", "gazetteer", "grammar", "languages"},
    "store": {"errors", "model", "text"},
    "evaluate": {"model"},
}
USE_CASES = {"app": set(CORE) | set(SIDES)}
FACES = {name: {"app", "errors", "model"} for name in ("run", "http", "web")}
DESK = {
    "desk": {"app", "errors", "model", "http", "web"}
}  # joins the API and the pages, which know nothing of each other
TERMINAL = {"cli": {"app", "errors", "model", "desk"}}
ALLOWED = {**CORE, **SIDES, **USE_CASES, **FACES, **DESK, **TERMINAL}
FREE = {"root", "__main__"}  # the package's own front: what it exports, and `python -m sayso`

GRAPH = graph()


def test_every_package_has_its_place() -> None:
    assert {room(module) for module in GRAPH} - FREE <= set(ALLOWED)


@pytest.mark.parametrize("module", sorted(GRAPH))
def test_imports_run_one_way(module: str) -> None:
    if room(module) in FREE:
        return
    allowed = ALLOWED[room(module)] | {room(module)}
    against = {target for target in GRAPH[module] if room(target) not in allowed}
    assert not against, f"{module} must not import {sorted(against)}"


def test_no_cycles() -> None:
    done: set[str] = set()
    path: list[str] = []

    def visit(module: str) -> None:
        if module in path:
            raise AssertionError(" -> ".join([*path[path.index(module) :], module]))
        if module not in done:
            path.append(module)
            for target in GRAPH[module]:
                visit(target)
            done.add(path.pop())

    for module in GRAPH:
        visit(module)


def test_nothing_imports_its_own_root() -> None:
    assert [module for module in GRAPH if "sayso" in GRAPH[module] and module != "sayso.__main__"] == []


def test_the_graph_is_read_at_all() -> None:
    assert len(module_files()) > 20
    assert "sayso.model.span" in GRAPH["sayso.model"]
