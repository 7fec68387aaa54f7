import io
import json

from sayso.export.jsonl import JsonLines
from sayso.model import Document, Statement


def test_one_line_a_document_with_its_statements(documents: list[Document]) -> None:
    stream = io.StringIO()
    JsonLines().write(documents, stream)
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert list(first) == ["id", "statements"]
    assert first["id"] == "romny-1"
    assert [Statement.from_json(s) for s in first["statements"]] == list(documents[0].statements)
    assert second == {"id": "weather", "statements": []}
