import io
import json

import pytest

from sayso.export.base import Reading
from sayso.export.jsonl import JsonLines, line_id
from sayso.model import Document, Statement


def test_one_line_a_document_with_its_statements(documents: list[Document]) -> None:
    stream = io.BytesIO()
    JsonLines().write(Reading(documents), stream)
    first, second = map(json.loads, stream.getvalue().decode().splitlines())
    assert list(first) == ["id", "statements"]
    assert first["id"] == "romny-1"
    assert [Statement.from_json(s) for s in first["statements"]] == list(documents[0].statements)
    assert second == {"id": "weather", "statements": []}


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("news/bridge.html", "bridge"),
        ("news/2023.05.04-bridge.txt.gz", "2023.05.04-bridge"),
        ("news.zip, may/bridge.md", "bridge"),
        ("posts.jsonl, line 3", None),
        ("posts.zip, posts.jsonl, line 3", None),
        ("https://news.example/bridge.html", None),
        ("standard input", None),
        (None, None),
    ],
)
def test_a_document_without_an_id_goes_by_its_file(origin: str | None, expected: str | None) -> None:
    document = Document.capture("Міст відкрито.", origin=origin)
    assert line_id(document) == (expected or document.id)
    assert line_id(Document.capture("Міст відкрито.", id="m1", origin=origin)) == "m1"
