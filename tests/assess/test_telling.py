"""Every reason has its sentence in every language, and no sentence is left over."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from sayso import assess
from sayso.assess import comparison, course
from sayso.assess.grade import CREDIBILITY
from sayso.assess.rules import RULES
from sayso.assess.stance import CAUTION, STANCES
from sayso.assess.status import TURNS
from sayso.assess.telling import languages, sentences, told
from sayso.model import Certainty, Reason, Reliability, because

BY_PARTS = {
    *(f"stance.{rule.name}" for rule in STANCES),
    *(f"stance.others-{one}" for one in CAUTION),
    *(f"status.{rule.name}" for rule in RULES),
    *(f"status.{name}" for name in TURNS.values()),
    *(f"reliability.{one}" for one in (*get_args(Reliability), "record", "record-of-outlet")),
    *(f"credibility.{rule.name}" for rule in CREDIBILITY),
    *(f"missing.{what}" for rule in CREDIBILITY for what in rule.missing),
    *(f"number.{'-'.join(sorted(kinds))}" for kinds in comparison._SHIFTS),
    *(f"number.lost-{marker}" for _, marker in comparison._LOST),
    "number.other",
    *(f"certainty.{level}" for level in get_args(Certainty)),
    *(f"conflict.{turn.name}" for turn in (course._DENIED, course._CAME, course._FAILED)),
    *(f"tie.same-{what}" for what in ("source", "document")),
    *(f"wording.changed{how}" for how in ("", "-left-out", "-put-in")),
    "conflict.number",
    "conflict.later-number",
}
"""Codes that are put together from the names of rules and the like."""


def literal() -> Iterator[str]:
    """Yield the codes that stand in the code as they are."""
    for path in Path(assess.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "because":
                first = node.args[0]
                yield from [first.value] if isinstance(first, ast.Constant) else []


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_reason_has_its_sentence_and_no_sentence_is_left_over() -> None:
    assert set(sentences("en")) == {*literal(), *BY_PARTS}


@pytest.mark.parametrize("lang", languages())
def test_languages_have_the_same_sentences_with_the_same_fields(lang: str) -> None:
    assert set(sentences(lang)) == set(sentences("en"))
    for code, sentence in sentences(lang).items():
        assert sentence.endswith("."), code
        assert fields(sentence) == fields(sentences("en")[code]), code


def test_the_faces_of_the_command_line_are_told_in_their_own_words() -> None:
    assert {"en", "uk"} <= set(languages())
    reasons = [because("status.allegation", who="Бойко"), Reason("missing.second-origin")]
    assert told(reasons) == "Asserted by Бойко. A second independent origin."
    assert told(reasons, "uk") == "Стверджує Бойко. Друге незалежне першоджерело."


def test_a_language_without_a_table_is_told_in_english() -> None:
    reason = because("date.days", one="1", other="2", document="a", against="b")
    assert told([reason], "xx") == "It was said on 1 by a and on 2 by b."


def test_braces_in_a_value_are_left_alone() -> None:
    assert told([because("status.allegation", who="{0}")]) == "Asserted by {0}."
