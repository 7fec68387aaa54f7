"""The nouns that can stand for a source, or say where something was said."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from ..errors import PackError
from ..text.table import read_table

COLUMNS = ("noun", "class", "gender")
CLASSES = frozenset({"role", "group", "organization", "outlet", "document", "place"})


def read_titles(path: Traversable) -> Iterator[tuple[str, str]]:
    """Yield (noun, class) of a table. Raises PackError where a class is unknown or a row stands twice."""
    seen: set[tuple[str, str]] = set()
    for row in read_table(path, COLUMNS):
        pair = (row["noun"], row["class"])
        if row["class"] not in CLASSES or pair in seen:
            raise PackError(f"{path.name}: {row['noun']!r}: {row['class']!r} is unknown or stands twice")
        seen.add(pair)
        yield pair
