"""The sentences of a brief: who, by which verb, what, with the source's gender, the act and its certainty."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.brief.marked import marked

from sayso.brief.clauses import clause, is_thought, marks_for
from sayso.brief.naming import Namer
from sayso.brief.page import Cite, Quote
from sayso.brief.wording import Wording
from sayso.model import Report

CASES = tomllib.loads((Path(__file__).parent / "clauses.toml").read_text(encoding="utf-8"))["case"]


def told(report: Report, text: str, lang: str = "uk") -> str:
    """Return a clause; {words} are quoted exactly."""
    wording = Wording.load(lang)
    who = Namer(wording, [report]).named(report)
    parts = clause(report, text, who, wording)
    for part in parts:
        assert not isinstance(part, Quote) or text[slice(*part.span)] == part.text
        assert not isinstance(part, Cite)
    return "".join(part if isinstance(part, str) else part.text for part in parts)  # type: ignore[union-attr]


@pytest.mark.parametrize("case", CASES, ids=[case["line"] for case in CASES])
def test_sentences(case: dict[str, Any]) -> None:
    known = {name: value for name, value in case.items() if name not in ("sentence", "line", "given", "lang")}
    assert (
        told(*marked(case["sentence"], case.get("given", "uk"), **known), case.get("lang", "uk"))
        == case["line"]
    )


@pytest.mark.parametrize(
    ("content", "lang", "whole"),
    [
        ("міст закриють", "uk", True),
        ("вже рухається до кордону", "uk", False),
        ("російською технікою", "uk", False),
        ("яка рухається до кордону", "uk", False),
        ("Повідомлено про втрати", "uk", True),
        ("troops are here", "en", True),
        ("the deployment either", "en", False),
        ("який завгодно", "xx", True),
    ],
)
def test_a_thought_has_a_finite_verb_and_a_subject(content: str, lang: str, whole: bool) -> None:
    report, _ = marked(f"[{content}]", lang)
    assert is_thought(report) is whole


@pytest.mark.parametrize(
    ("content", "marks"),
    [
        ("так", ("«", "»")),
        ("газета «Так»", ("„", "“")),
        ("«так»", ("", "")),
        ("«так» і «ні» разом", ("„", "“")),
        ('"так"', ("", "")),
        ('"так", – каже', ("«", "»")),
    ],
)
def test_marks_within_marks_are_others(content: str, marks: tuple[str, str]) -> None:
    assert marks_for(marked(f"[{content}]")[0].statement, Wording.load("uk")) == marks
