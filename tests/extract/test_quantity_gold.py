"""Quantities against the annotated documents: a floor that may rise and must not sink."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.extract.quantity import read_quantities
from sayso.languages.numbers import NumberLexicon
from sayso.text.tokens import tokenise

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev"
FLOOR = 0.88  # F1 of (low, high) pairs on Ukrainian, contents given
UK = NumberLexicon.load(files("sayso.languages.uk") / "numbers.tsv")


@pytest.mark.shared
@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated documents are not here")
def test_quantities_of_annotated_contents() -> None:
    hits = read = annotated = 0
    for path in sorted(GOLD.glob("*.gold.json")):
        document = json.loads(path.with_name(path.name.replace(".gold", "")).read_text(encoding="utf-8"))
        if document["lang"] != "uk":
            continue
        for statement in json.loads(path.read_text(encoding="utf-8"))["statements"]:
            found = [q for piece in statement["content"] for q in read_quantities(tokenise(piece), piece, UK)]
            ours = Counter((q.low, q.high) for q in found)
            theirs = Counter((q["low"], q["high"]) for q in statement.get("quantities") or [])
            hits += (ours & theirs).total()
            read, annotated = read + ours.total(), annotated + theirs.total()
    assert 2 * hits / (read + annotated) >= FLOOR
