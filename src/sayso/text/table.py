"""Knowledge as plain sorted tables: one row a line, columns parted by tabs, a header line, `#` comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from ..errors import PackError

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"\w+")


def read_table(path: Traversable, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield the rows of a table as dictionaries; absent trailing cells are "".

    Raises PackError, naming file and line, where the header differs from `columns`, a row has too many cells, a
    row's first cell is empty, a word mixes Latin and Cyrillic letters, or rows are not sorted by their first cell.
    """
    for _, row in numbered_rows(path, columns):
        yield row


def numbered_rows(path: Traversable, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield what `read_table` does, each row behind the number of its line, for messages."""
    lines = path.read_text(encoding="utf-8").splitlines()
    body = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not body or tuple(body[0][1].split("\t")) != columns:
        raise PackError(f"{path.name}: the header must read {' | '.join(columns)}")
    previous = ""
    for number, line in body[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        if fault := _fault(cells, columns, previous):
            raise PackError(f"{path.name}, line {number}: {fault}")
        previous = cells[0]
        yield number, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def _fault(cells: list[str], columns: tuple[str, ...], previous: str) -> str | None:
    """Return what is wrong with a row that follows one whose first cell is `previous`, None if nothing is."""
    first = cells[0]
    if len(cells) > len(columns) or not first:
        return f"{len(cells)} cells for {len(columns)} columns"
    if first < previous:
        return f"{first!r} must stand before {previous!r}"
    if any(_LATIN.search(word) and _CYRILLIC.search(word) for word in _WORD.findall(first)):
        return f"{first!r} mixes Latin and Cyrillic letters in one word"
    return None
