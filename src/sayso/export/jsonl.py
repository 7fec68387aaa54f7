"""JSON lines: one line a document with its statements, for pipes."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any, BinaryIO, ClassVar

from ..model import Document
from .base import Story, Text

_NO_FILE_OF_ITS_OWN = re.compile(r"://|, line \d+$|^standard input$")


class JsonLines:
    """One line a document, in UTF-8.

    A whole story has everything in it, text and hash included, so that `sayso read` takes it in again with the same
    statements. What is only being read has {"id": its own id or its file's stem, "statements": [...]}.
    """

    linked: ClassVar = False
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write one line a document, also for a document without statements."""
        text = Text(stream)
        for document in story.documents():
            text.json_line(document.to_json() if story.whole else _line(document))


def line_id(document: Document) -> str:
    """Return the document's own id; where it has none, and a file to itself, that file's name without suffix.

    The id that is derived from the text, under which a store knows such a document, stands in its statements.
    """
    is_derived = document.hash.startswith(document.id)
    if not is_derived or not document.origin or _NO_FILE_OF_ITS_OWN.search(document.origin):
        return document.id
    name = PurePath(document.origin.rpartition(", ")[2]).name  # "news.zip, may/bridge.txt.gz"
    return PurePath(name.removesuffix(".gz")).stem or document.id


def _line(document: Document) -> dict[str, Any]:
    return {
        "id": line_id(document),
        "statements": [statement.to_json() for statement in document.statements],
    }
