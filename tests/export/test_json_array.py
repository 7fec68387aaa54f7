import io
import json

from sayso.export.base import Reading
from sayso.export.json_array import JsonArray
from sayso.model import Document


def written(documents: list[Document]) -> str:
    stream = io.BytesIO()
    JsonArray().write(Reading(documents), stream)
    return stream.getvalue().decode()


def test_whole_documents_come_back(documents: list[Document]) -> None:
    assert [Document.from_json(entry) for entry in json.loads(written(documents))] == documents


def test_nothing_is_an_empty_array() -> None:
    assert json.loads(written([])) == []
