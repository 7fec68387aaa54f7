"""Tables of a language that has no pack, for tests of what reads any language by its tables."""

from __future__ import annotations

from pathlib import Path


def written(table: str, path: Path) -> Path:
    """Write `table` to `path`, its rows sorted as those of every table are; return `path`."""
    head, *rows = table.splitlines()
    path.write_text("\n".join([head, *sorted(rows)]), encoding="utf-8")
    return path
