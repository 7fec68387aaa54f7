"""JSON lines: one line a document with its statements, for pipes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import TextIO

from ..model import Document
from .escape import json_escapes

_NO_FILE_OF_ITS_OWN = re.compile(r"://|, line \d+$|^standard input$")


class JsonLines:
    """One line a document: {"id": its own id or its file's stem, "statements": [...]}, in UTF-8, without the text."""

    def write(self, documents: Iterable[Document], stream: TextIO) -> None:
        """Write one line a document, also for a document without statements."""
        for document in documents:
            line = {
                "id": line_id(document),
                "statements": [statement.to_json() for statement in document.statements],
            }
            stream.write(json_escapes(json.dumps(line, ensure_ascii=False)) + "\n")


def line_id(document: Document) -> str:
    """Return the document's own id; where it has none, and a file to itself, that file's name without suffix.

    The id that is derived from the text, under which a store knows such a document, stands in its statements.
    """
    is_derived = document.hash.startswith(document.id)
    if not is_derived or not document.origin or _NO_FILE_OF_ITS_OWN.search(document.origin):
        return document.id
    name = PurePath(document.origin.rpartition(", ")[2]).name  # "news.zip, may/bridge.txt.gz"
    return PurePath(name.removesuffix(".gz")).stem or document.id
