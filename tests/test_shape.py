"""Sizes that keep the code readable, and signatures that say what they take and give."""

from __future__ import annotations

import ast

import pytest

from imports import module_files

LONGEST_FUNCTION = 60
LONGEST_FILE = 400
FILES = module_files()
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(name: str) -> list[Function]:
    tree = ast.parse(FILES[name].read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


@pytest.mark.parametrize("name", sorted(FILES))
def test_sizes(name: str) -> None:
    assert len(FILES[name].read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    too_long = [f.name for f in functions(name) if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert too_long == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_public_functions_are_typed(name: str) -> None:
    untyped = [
        function.name
        for function in functions(name)
        if not function.name.startswith("_")
        and (
            function.returns is None
            or any(
                argument.annotation is None and argument.arg not in ("self", "cls")
                for argument in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
            )
        )
    ]
    assert untyped == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_branches_on_a_language(name: str) -> None:
    tree = ast.parse(FILES[name].read_text(encoding="utf-8"))
    compared = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and isinstance(node.ops[0], ast.Eq)
        and ast.unparse(node.left).rsplit(".", 1)[-1] in ("lang", "language")
        and isinstance(node.comparators[0], ast.Constant)
        and isinstance(node.comparators[0].value, str)
    ]
    assert compared == []
