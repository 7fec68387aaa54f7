"""JSON: one array of whole documents, for an archive or for another program."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from ..model import Document
from .escape import json_escapes


class JsonArray:
    """One array of documents with their texts, so that every offset leads back to its characters.

    `sayso read` takes such a file in again.
    """

    def write(self, documents: Iterable[Document], stream: TextIO) -> None:
        """Write the array; it is whole JSON even when there is no document."""
        separator = "[\n"
        for document in documents:
            body = json.dumps(document.to_json(), ensure_ascii=False, indent=1)
            stream.write(separator + json_escapes(body))
            separator = ",\n"
        stream.write("[]\n" if separator == "[\n" else "\n]\n")
