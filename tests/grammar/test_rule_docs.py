"""The page on rules says what the notation is, and shows what is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.extract.pipeline import extract
from sayso.grammar.rule import MARKS, PRIMITIVES
from sayso.languages import load
from sayso.model import Document

DOCS = Path(__file__).parents[2] / "docs"
RULES = (DOCS / "explanation" / "rules.md").read_text(encoding="utf-8")
LANGUAGE = (DOCS / "how-to" / "add-a-language.md").read_text(encoding="utf-8")


def test_every_element_is_explained() -> None:
    table = RULES.partition("## The elements")[2].partition("\n\n`kinds`")[0]
    named = {
        name
        for row in table.splitlines()
        for name in re.findall(r"`([^`]+)`", row.split("|")[1] if "|" in row else "")
    }
    assert MARKS | PRIMITIVES | {"CUE", "OBJ:acc", "NP:acc", "x?", "THAT="} <= named


def test_the_rule_on_the_page_is_the_one_in_the_pack() -> None:
    name, text = re.findall(r'^rule\(\s*"([^"]+)",\s*"([^"]+)"', RULES, re.MULTILINE)[0]
    assert {rule.name: rule.text for rule in load("uk").rules}[name] == text


def test_the_page_shows_what_is_read() -> None:
    text = "Мер Полтави Андрій Бойко відкрив парк.\n\nЗа його словами, до осені там посадять понад 300 лип."
    (statement,) = extract(Document.capture(text), load("uk"))
    assert f"rule: {statement.rule} (pack uk {statement.pack_version})" in RULES
    for label, span in (
        ("cue: За його словами", statement.cue_span),
        ("source: його", statement.source.span),
        ("content:", statement.content_spans[0]),
    ):
        assert span is not None
        assert f"{label} [{span.start}:{span.end}]" in RULES
    for note in statement.notes[:2]:
        assert f"• {note}" in RULES


@pytest.mark.parametrize("sentence", re.findall(r"^> (.+)$", RULES, re.MULTILINE))
def test_sentences_on_the_page_are_read(sentence: str) -> None:
    assert [statement.rule for statement in extract(Document.capture(sentence), load("uk"))] == ["cue-that"]


@pytest.mark.parametrize("name", re.findall(r"^\| `([\w.]+)` \|", LANGUAGE, re.MULTILINE))
def test_every_file_of_a_pack_that_the_guide_names_is_in_the_ukrainian_one(name: str) -> None:
    assert (DOCS.parent / "src" / "sayso" / "languages" / "uk" / name).is_file()
