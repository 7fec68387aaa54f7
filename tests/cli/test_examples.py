"""The example story is whole, and nothing but what a document has."""

import datetime as dt
import json
from pathlib import Path

from sayso.app.examples import example_story

FIELDS = ["id", "url", "outlet", "lang", "published", "published_basis", "title", "text"]


def test_example_story() -> None:
    lines = Path(example_story()).read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    assert len(documents) == 44
    assert len({document["id"] for document in documents}) == 44
    for document in documents:
        assert list(document) == FIELDS
        assert document["text"].strip()
        assert document["published"] is None or dt.date.fromisoformat(document["published"]).year == 2024
