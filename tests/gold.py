"""Annotated documents as reports, for tests that link and weigh what people annotated; skipped without the folder."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from sayso.model import Discrepancy, Quantity, Report, Source, Span, Statement, TimeReference

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "dev"
STORIES = Path(__file__).resolve().parent / "stories"
NOWHERE = Span(0, 0)


def reports(only: str = "dprk", lang: str | None = None) -> list[Report]:
    """Return the annotated statements of the documents whose id begins with `only`; ids are "document#position"."""
    if not GOLD.is_dir():
        pytest.skip(f"no annotated documents in {GOLD}")
    found = []
    for path in sorted(GOLD.glob(f"{only}*.gold.json")):
        document = json.loads(path.with_name(path.name.replace(".gold.json", ".json")).read_text("utf-8"))
        if lang and document["lang"] != lang:
            continue
        annotated = json.loads(path.read_text("utf-8"))["statements"]
        found += [_report(document, position, item) for position, item in enumerate(annotated)]
    return found


def story(name: str) -> list[Report]:
    """Return the annotated statements of one of the made-up stories that lie with the tests."""
    lines = (STORIES / f"{name}.jsonl").read_text("utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    return [
        _report(document, position, item)
        for document in documents
        for position, item in enumerate(document["statements"])
    ]


def further(name: str) -> dict[str, tuple[str, ...]]:
    """Return the other utterances that statements of a set or story report in the same breath, by report id."""
    path = STORIES / f"{name}.jsonl"
    if path.is_file():
        documents = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        annotated = {document["id"]: document["statements"] for document in documents}
    else:
        annotated = {
            file.name.removesuffix(".gold.json"): json.loads(file.read_text("utf-8"))["statements"]
            for file in sorted(GOLD.glob(f"{name}*.gold.json"))
        }
    return {
        f"{document}#{position}": tuple(other["utterance"] for other in item["also"])
        for document, statements in annotated.items()
        for position, item in enumerate(statements)
        if item.get("also")
    }


def annotated_findings() -> list[dict[str, Any]]:
    """Return the discrepancies and conflicts that people found in the documents of the story."""
    if not GOLD.is_dir():
        pytest.skip(f"no annotated documents in {GOLD}")
    return [json.loads(line) for line in (GOLD / "discrepancies.jsonl").read_text("utf-8").splitlines()]


def score(found: list[Discrepancy], key: str) -> tuple[int, float]:
    """Return how many of those due are found and what share of the found are right; `key` is "what" or "relation".

    Counted as by the script beside the documents: one kind, and two documents in common (one, where there is one).
    """
    due = [item for item in annotated_findings() if key in item]
    kind = [one for one in found if getattr(one, key)]

    def hit(item: dict[str, Any], one: Discrepancy) -> bool:
        told = set(item.get("documents") or [document for document, *_ in item["statements"]])
        return item[key] == getattr(one, key) and len(told & set(one.documents)) >= min(2, len(told))

    caught = [x for x in due if x.get("severity") != "minor" and any(hit(x, one) for one in kind)]
    return len(caught), sum(any(hit(x, one) for x in due) for one in kind) / max(len(kind), 1)


def _report(document: dict[str, Any], position: int, item: dict[str, Any]) -> Report:
    text = document["text"]
    pieces = tuple(item["content"])
    spans = tuple(_find(text, piece) for piece in pieces)
    published = document.get("published")
    first_line = len(text.lstrip().split("\n", 1)[0]) + len(text) - len(text.lstrip())
    statement = Statement(
        id=f"{document['id']}#{position}",
        document=document["id"],
        content=pieces,
        content_spans=spans,
        cue=item.get("cue"),
        cue_span=_find(text, item["cue"]) if item.get("cue") else None,
        source=Source(
            name=item["source_name"],
            type=item["source_type"],
            text=item.get("source"),
            role=item.get("source_role"),
        ),
        kind=item["kind"],
        via=tuple(item.get("via") or ()),
        act=item["act"],
        polarity=item["polarity"],
        certainty=item["certainty"],
        said_at=_said(item.get("said_at")),
        quantities=tuple(
            Quantity(
                text=q["text"], low=q["low"], high=q["high"], unit=q.get("unit"), span=_find(text, q["text"])
            )
            for q in item.get("quantities") or ()
        ),
        utterance=item.get("utterance"),
        claim=item.get("claim"),
        rule="annotated",
        pack=document["lang"],
        pack_version="0",
    )
    return Report(
        statement=statement,
        lang=document["lang"],
        outlet=document.get("outlet"),
        published=dt.date.fromisoformat(published) if published else None,
        headline=bool(spans) and spans[0].end <= first_line,
    )


def _find(text: str, words: str) -> Span:
    start = text.find(words)
    return Span(start, start + len(words)) if start >= 0 else NOWHERE


def _said(value: str | None) -> TimeReference | None:
    if not value:
        return None
    first, _, last = value.partition("/")
    return TimeReference(
        start=dt.date.fromisoformat(first), end=dt.date.fromisoformat(last or first), basis="annotated"
    )
