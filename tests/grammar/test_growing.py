"""What is asked behind a head: every extension that answers there, and few others."""

from __future__ import annotations

import pytest
from test_extensions import GROWS, STOPS

from passages import passage
from sayso.grammar.growing import able
from sayso.text.tokens import WORD

# whether a person's own name ends the phrase is told by the name, and not by the word behind it
TOLD_BY_THE_WORD = [(name, marked) for name, marked in (*GROWS, *STOPS) if name != "full_stop"]


@pytest.mark.parametrize(("name", "marked"), TOLD_BY_THE_WORD)
def test_what_answers_is_asked(name: str, marked: str) -> None:
    p = passage(marked.replace("^", "").replace("|", ""), "en" if marked.isascii() else "uk")
    before = marked.partition("^")[0].rstrip()
    end = next(token.index for token in p.tokens if token.start >= len(before))
    if p.tokens[end].kind == WORD:
        assert name in [extend.__name__ for extend in able(p.forms[end], p)]


@pytest.mark.parametrize(
    ("text", "at", "names"),
    [
        ("речник поліції сказав", 1, ["genitive"]),
        ("речник поліції сказав", 2, []),
        ("міністерка культури Галина Савчук", 2, ["full_stop", "apposed_name", "genitive"]),
        ("officials in Seoul", 1, ["joined", "callsign", "complement"]),
    ],
)
def test_few_are_asked(text: str, at: int, names: list[str]) -> None:
    p = passage(text, "en" if text.isascii() else "uk")
    assert [extend.__name__ for extend in able(p.forms[at], p)] == names
