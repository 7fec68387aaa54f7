"""CSV: one statement a row, for spreadsheets."""

from __future__ import annotations

import csv
from typing import Any, BinaryIO, ClassVar

from .base import Story, Text
from .escape import visible

DOCUMENT_COLUMNS = ("document", "outlet", "lang", "published", "url")
STATEMENT_COLUMNS = (
    "id",
    "said_at",
    "source_name",
    "source_role",
    "source_type",
    "source",
    "cue",
    "act",
    "polarity",
    "certainty",
    "confidence",
    "kind",
    "content",
    "via",
    "quantities",
    "utterance",
    "claim",
    "content_spans",
    "cue_span",
    "source_span",
    "said_at_text",
    "said_at_basis",
    "rule",
    "pack",
    "pack_version",
    "notes",
)
LIST_SEPARATOR = " | "

# Spreadsheets take a cell that begins so for a formula, and run it; in some locales the
# full-width forms too. Source: OWASP, "CSV Injection".
_FORMULA_STARTS = frozenset("=+-@＝＋－＠")


class Csv:
    """One statement a row under a header line; lists are joined by " | ", a span is written start-end.

    A cell that begins with = + - or @ gets an apostrophe before it, so that no spreadsheet runs it as a
    formula; a lone "+" or "-" (the polarity) is no formula and stays. Control characters are replaced as on a
    terminal.
    """

    linked: ClassVar = False
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write the header and the rows; a document without statements has no row."""
        writer = csv.writer(Text(stream), lineterminator="\n")
        writer.writerow([*DOCUMENT_COLUMNS, *map(_header, STATEMENT_COLUMNS)])
        for document in story.documents():
            about = document.to_json(with_text=False)
            about["document"] = about["id"]
            first = [safe_cell(cell(about[name])) for name in DOCUMENT_COLUMNS]
            for statement in about["statements"]:
                writer.writerow(first + [safe_cell(cell(statement[name])) for name in STATEMENT_COLUMNS])


def cell(value: Any) -> str:
    """Return a field of a statement as the text of one cell."""
    if value is None:
        return ""
    if isinstance(value, list):
        if value and all(isinstance(part, int) for part in value):
            return "-".join(map(str, value))
        return LIST_SEPARATOR.join(map(cell, value))
    if isinstance(value, dict):
        return _quantity(value)
    return str(value)


def safe_cell(text: str) -> str:
    """Return `text` as a cell that no spreadsheet runs and no terminal obeys."""
    shown = visible(text)
    bare = shown.lstrip()
    return f"'{shown}" if len(bare) > 1 and bare[0] in _FORMULA_STARTS else shown


def _quantity(quantity: dict[str, Any]) -> str:
    """Write a quantity as its text, its bounds and its unit: "понад 600 [600..] солдатів"."""
    low, high = ("" if quantity[end] is None else str(quantity[end]) for end in ("low", "high"))
    bounds = low if low == high else f"{low}..{high}"
    return f"{quantity['text']} [{bounds}]" + (f" {quantity['unit']}" if quantity["unit"] else "")


def _header(name: str) -> str:
    return "statement" if name == "id" else name
