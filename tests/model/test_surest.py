"""Statements below a confidence are left out, and the capture stays as it is."""

from __future__ import annotations

import pytest

from sayso.model import Document, Source, Span, Statement

TEXT = "Мороз: сніг"


def statement(number: int, confidence: float | None) -> Statement:
    return Statement(
        id=str(number),
        document="d",
        content=("сніг",),
        content_spans=(Span(7, 11),),
        cue=None,
        cue_span=None,
        source=Source(name="Мороз", type="person"),
        kind="indirect",
        rule="colon",
        pack="uk",
        pack_version="1",
        confidence=confidence,
    )


@pytest.mark.parametrize(
    ("least", "left"),
    [(None, ["0", "1", "2"]), (0.0, ["0", "1"]), (0.5, ["0", "1"]), (0.51, ["1"]), (1.0, [])],
)
def test_surest(least: float | None, left: list[str]) -> None:
    document = Document.capture(TEXT, id="d").with_statements(
        statement(number, confidence) for number, confidence in enumerate((0.5, 0.9, None))
    )
    kept = document.surest(least)
    assert [one.id for one in kept.statements] == left
    assert (kept.text, kept.hash) == (document.text, document.hash)
    assert len(document.statements) == 3


def test_confidence_comes_back_from_json() -> None:
    assert Statement.from_json(statement(1, 0.25).to_json()).confidence == 0.25


def test_a_statement_written_without_confidence_is_read() -> None:
    data = statement(1, 0.25).to_json()
    del data["confidence"]
    assert Statement.from_json(data).confidence is None
