"""What was exported comes back: the same documents, and the same statements in every field."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace

from exported_stories import Told, exported, made_documents
from sayso.app import reading
from sayso.app.outcomes import Failed, Read
from sayso.app.reading import read_many
from sayso.ingest.options import IngestOptions
from sayso.model import Document
from sayso.store import Store

SOME = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
NAMES = {"jsonl": "export.jsonl", "json": "export.json", "webannotation": "annotations.jsonl"}


def read_back(data: bytes, name: str, **options: Any) -> tuple[list[Document], list[str]]:
    """Read a file into an empty store; return what that holds, in the order of ids, and the failures."""
    with tempfile.TemporaryDirectory() as folder, Store.open(":memory:") as store:
        path = Path(folder, name)
        path.write_bytes(data)
        outcomes = list(read_many([str(path)], IngestOptions(**options), store=store))
        failed = [one.line() for one in outcomes if isinstance(one, Failed)]
        found = [store.document(one.document.id) for one in outcomes if isinstance(one, Read)]
    return [one for one in found if one], failed


def unlinked(document: Document) -> Document:
    """Leave out what only a store can say: place, utterances and claims."""
    bare = document.with_statements(replace(one, utterance=None, claim=None) for one in document.statements)
    return replace(bare, origin=None)


@pytest.mark.parametrize("name", NAMES)
@SOME
@given(made_documents())
def test_an_export_comes_back_whole(name: str, documents: list[Document]) -> None:
    found, failed = read_back(exported(name, Told(documents)), NAMES[name])
    assert failed == []
    assert list(map(unlinked, found)) == list(map(unlinked, documents))


@pytest.fixture
def line(documents: list[Document]) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(exported("jsonl", Told(documents[:1])))
    return made


def test_another_text_is_read_anew(line: dict[str, Any]) -> None:
    line["text"] += " І все."
    found, failed = read_back(json.dumps(line).encode(), "export.jsonl")
    assert failed == []
    assert {one.rule for one in found[0].statements}.isdisjoint({"verb-of-saying"})


def test_afresh_reads_the_text_anew(line: dict[str, Any]) -> None:
    line["statements"][0]["rule"] = "by hand"
    kept, _ = read_back(json.dumps(line).encode(), "export.jsonl")
    anew, _ = read_back(json.dumps(line).encode(), "export.jsonl", afresh=True)
    assert [one.rule for one in kept[0].statements] == ["by hand"]
    assert "by hand" not in [one.rule for one in anew[0].statements]


def spoil(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda statement: statement.update(fields)


@pytest.mark.parametrize(
    "change",
    [
        spoil(content_spans=[[0, 4]]),
        spoil(content_spans=[[-5, 10_000]]),
        spoil(content=["інше"]),
        spoil(id="0" * 16),
        spoil(document="other"),
        spoil(act="shout"),
        spoil(source_name=None),
        spoil(source_name="\ud800"),
        spoil(said_at="учора"),
        spoil(quantities=[{"text": "40"}]),
        spoil(notes=7),
        spoil(via=[["x"]]),
        lambda statement: statement.pop("rule"),
    ],
)
def test_a_statement_that_does_not_fit_is_refused(
    line: dict[str, Any], change: Callable[[dict[str, Any]], None]
) -> None:
    change(line["statements"][0])
    found, failed = read_back(json.dumps(line).encode(), "export.jsonl")
    assert found == []
    assert len(failed) == 1


def test_annotations_of_other_hands_are_told_as_such() -> None:
    foreign = b'{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": "x", "target": "y"}\n'
    found, failed = read_back(foreign * 2, "annotations.jsonl")
    assert found == []
    assert len(failed) == 2
    assert "other hands" in failed[0]


def test_a_program_gets_the_statements_as_they_were(line: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(line), encoding="utf-8")
    assert [one.rule for one in reading.read(path).statements] == ["verb-of-saying"]
