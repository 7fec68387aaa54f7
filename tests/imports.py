"""The import graph of the package, read from its source and never by importing it."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent / "src"
PACKAGE = "sayso"


def module_files() -> dict[str, Path]:
    """Return every module of the package by its dotted name."""
    names = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


def imports_of(name: str, path: Path, known: set[str]) -> set[str]:
    """Return the modules of the package that `path` imports anywhere, inside functions and type checks too."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {deeper if (deeper := f"{base}.{alias.name}") in known else base for alias in node.names}
    return {module for module in found if module in known and module != name}


def graph() -> dict[str, set[str]]:
    """Return module -> the modules of the package that it imports."""
    files = module_files()
    return {name: imports_of(name, path, set(files)) for name, path in files.items()}


def room(module: str) -> str:
    """Return the package of the layout that a module belongs to: "sayso.text.quotes" -> "text"."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "root"
