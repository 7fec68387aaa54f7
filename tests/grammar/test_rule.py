from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import PackError
from sayso.grammar.rule import MARKS, PRIMITIVES, Element, rule, word_classes


def test_elements_are_read_from_the_cue_outwards() -> None:
    read = rule("as-cue-lead", "START NEAR AS CUE ~~ , REST", kinds="verb predicate", source="after")
    assert [element.name for element in read.left] == ["AS", "NEAR", "START"]
    assert [element.name for element in read.right] == ["~~", ",", "REST"]
    assert read.kinds == {"verb", "predicate"}
    assert (read.name, read.frame, read.weight, read.source) == ("as-cue-lead", "", 2, "after")
    assert read.text == "START NEAR AS CUE ~~ , REST"


@pytest.mark.parametrize(
    ("part", "element"),
    [
        ("REST", Element("REST", "", False, False)),
        (",?", Element(",", "", False, True)),
        ("–?", Element("–", "", False, True)),
        ("HOW=", Element("HOW", "", True, False)),
        ("THAT=?", Element("THAT", "", True, True)),
        ("OBJ:acc", Element("OBJ", "acc", False, False)),
        ("NP:ins?", Element("NP", "ins", False, True)),
        ("~", Element("~", "", False, False)),
        ("~~", Element("~~", "", False, False)),
        ("LOOKS-LIKE", Element("LOOKS-LIKE", "", False, False)),
    ],
)
def test_an_element(part: str, element: Element) -> None:
    assert rule("r", f"CUE {part}", kinds="verb").right == (element,)


@pytest.mark.parametrize(
    "text",
    [
        "REST",
        "",
        "CUE , CUE REST",
        "CUE rest",
        "CUE ?REST",
        "CUE ~~~ REST",
        "CUE ( REST",
        "CUE REST?=",
        "CUE OBJ:",
        "CUE OBJ:ACC",
        "CUE ,, REST",
        "ЦУЕ REST",
    ],
)
def test_what_is_not_the_notation_is_refused_by_the_name_of_the_rule(text: str) -> None:
    with pytest.raises(PackError, match="rule broken-one"):
        rule("broken-one", text, kinds="verb")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("CUE OBJ", {"kinds": "verb"}),
        ("CUE NP REST", {"kinds": "verb"}),
        ("CUE OBJ:xyz", {"kinds": "verb"}),
        ("CUE REST:acc", {"kinds": "verb"}),
        ("CUE REST", {"kinds": "werb"}),
        ("CUE REST", {"kinds": "verb", "source": "afterwards"}),
        ("CUE REST", {"kinds": "verb", "weight": 4}),
        ("CUE REST", {"kinds": "verb", "weight": 0}),
        ("CUE REST", {"kinds": ""}),
        ("CUE ~:acc REST", {"kinds": "verb"}),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, how: dict[str, object]) -> None:
    with pytest.raises(PackError, match="rule broken-one"):
        rule("broken-one", text, **how)  # type: ignore[arg-type]


def test_word_classes_are_what_is_neither_mark_nor_element() -> None:
    rules = (
        rule("a", "START AS NEAR CUE ,? THAT= REST", kinds="verb"),
        rule("b", "LEAD , CUE NP:acc AS OBJ:ins", kinds="verb"),
        rule("c", "QUOTE – CUE SRC BACK INF END", kinds="verb"),
    )
    assert word_classes(rules) == {"as", "that"}


@given(st.lists(st.sampled_from(sorted(MARKS | PRIMITIVES)), max_size=6), st.integers(0, 6))
def test_any_row_of_elements_around_one_cue_is_a_rule(parts: list[str], place: int) -> None:
    place = min(place, len(parts))
    read = rule("r", " ".join([*parts[:place], "CUE", *parts[place:]]), kinds="verb")
    assert [element.name for element in (*reversed(read.left), *read.right)] == parts
    assert word_classes((read,)) == frozenset()
