"""JSON: one array of whole documents, for an archive or for another program."""

from __future__ import annotations

import json
from typing import BinaryIO, ClassVar

from .base import Story, Text
from .escape import json_escapes


class JsonArray:
    """One array of documents with their texts, so that every offset leads back to its characters.

    `sayso read` takes such a file in again.
    """

    linked: ClassVar = False
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:
        """Write the array; it is whole JSON even when there is no document."""
        text = Text(stream)
        separator = "[\n"
        for document in story.documents():
            body = json.dumps(document.to_json(), ensure_ascii=False, indent=1)
            text.write(separator + json_escapes(body))
            separator = ",\n"
        text.write("[]\n" if separator == "[\n" else "\n]\n")
