"""Packs take the shared constructions as they are, or say what they change."""

from __future__ import annotations

import pytest

from sayso.errors import PackError
from sayso.grammar.rule import rule
from sayso.languages.constructions import CONSTRUCTIONS, adapted

NAMES = [each.name for each in CONSTRUCTIONS]
OWN = rule("cue-that", "CUE , THAT REST", kinds="verb", frame="that")
NEW = rule("cue-but", "CUE , BUT REST", kinds="verb", frame="that")


def test_unchanged_they_are_the_same() -> None:
    assert adapted() == CONSTRUCTIONS


def test_a_rule_takes_the_place_of_the_construction_of_its_name() -> None:
    rules = adapted(OWN)
    assert [each.name for each in rules] == NAMES
    assert rules[NAMES.index("cue-that")] is OWN


def test_one_is_left_out_and_others_are_tried_before_it() -> None:
    names = [each.name for each in adapted(without={"cue-that"}, before={"cue-that": [NEW]})]
    assert names == [{"cue-that": "cue-but"}.get(name, name) for name in NAMES]


@pytest.mark.parametrize("how", [{"without": {"cue-thet"}}, {"before": {"cue-thet": [NEW]}}])
def test_a_construction_that_there_is_not_is_named(how: dict[str, dict[str, list[object]]]) -> None:
    with pytest.raises(PackError, match="cue-thet"):
        adapted(**how)  # type: ignore[arg-type]
    with pytest.raises(PackError, match="cue-but"):
        adapted(NEW)
