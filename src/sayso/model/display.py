"""How the frozen values look in a notebook, and as the rows of a data frame."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

from ..errors import SaysoError

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Controls, and what would turn the words around beyond their cell."""


def html_table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table of HTML in which every value is text: nothing in it is markup, script or reordering."""
    columns = "".join(f"<th style='text-align:left'>{_cell(name)}</th>" for name in head)
    body = "".join(f"<tr>{''.join(map(_data, row))}</tr>" for row in rows)
    start = f"<caption style='caption-side:top;text-align:left'>{_cell(caption)}</caption>"
    return f"<table>{start}<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"


def told(*parts: object) -> str:
    """Join what is known by middle dots."""
    return " · ".join(str(part) for part in parts if part not in (None, ""))


def frame(library: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Any:
    """Return `rows` as a data frame of polars or pandas. Raises SaysoError where that is not installed."""
    try:
        module = import_module(library)
    except ImportError:
        raise SaysoError(f"{library} is not installed", hint=f"pip install {library}") from None
    by_column = {name: [row[name] for row in rows] for name in columns}
    return module.DataFrame(by_column)


def _data(value: object) -> str:
    return f"<td dir='auto' style='text-align:left'>{_cell(value)}</td>"


def _cell(value: object) -> str:
    return html.escape(_ACTING.sub("\ufffd", "" if value is None else str(value))).replace("\n", "<br>")
