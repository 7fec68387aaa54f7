"""JSON lines: one line a document with its statements, for pipes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from ..model import Document
from .escape import json_escapes


class JsonLines:
    """One line a document: {"id": the document's id, "statements": [...]}, in UTF-8, without the text."""

    def write(self, documents: Iterable[Document], stream: TextIO) -> None:
        """Write one line a document, also for a document without statements."""
        for document in documents:
            line = {
                "id": document.id,
                "statements": [statement.to_json() for statement in document.statements],
            }
            stream.write(json_escapes(json.dumps(line, ensure_ascii=False)) + "\n")
