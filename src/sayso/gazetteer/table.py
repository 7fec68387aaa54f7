"""Tables of names: one row a line, columns parted by tabs, a header line, `#` comments, sorted by first
cell."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from ..errors import PackError


def rows(name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and cells of a table of this package; absent trailing cells are "".

    Raises PackError, naming file and line, where the header differs, a row has too many cells or no first
    cell, or rows are not sorted.
    """
    text = (files(__package__) / name).read_text(encoding="utf-8")
    body = [
        (n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")
    ]
    if not body or tuple(body[0][1].split("\t")) != columns:
        raise PackError(f"{name}: the header must read {' | '.join(columns)}")
    previous = ""
    for number, line in body[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(columns) or not cells[0]:
            raise PackError(f"{name}, line {number}: {len(cells)} cells for {len(columns)} columns")
        if cells[0] < previous:
            raise PackError(f"{name}, line {number}: {cells[0]!r} must stand before {previous!r}")
        previous = cells[0]
        yield number, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))
