"""Entries of word classes, found by their first word in whatever form it stands."""

from __future__ import annotations

import pytest
from samples import passage

from sayso.grammar.entries import Entries

WORDS = {"may": (("мати", "право"), ("можливо",)), "about": (("можливо",),), "none": ()}


@pytest.mark.parametrize(
    ("name", "text", "stands"),
    [
        ("may", "можливо", True),
        ("may", "Можливо", True),
        ("may", "мати право", True),
        ("may", "мати", False),  # the entry goes on
        ("may", "право мати", False),
        ("about", "можливо", True),
        ("about", "мати право", False),
        ("none", "можливо", False),
        ("unheard-of", "можливо", False),
    ],
)
def test_an_entry_stands_where_all_its_words_do(name: str, text: str, stands: bool) -> None:
    p = passage(text)
    assert Entries(WORDS).stands(name, p.forms, range(len(p.tokens)), 0) is stands


def test_the_words_of_an_entry_are_those_of_the_places_asked_for() -> None:
    p = passage("мати таке право")
    assert Entries(WORDS).stands("may", p.forms, [0, 2], 0)
    assert not Entries(WORDS).stands("may", p.forms, [0, 1, 2], 0)


def test_a_form_tells_the_classes_that_it_may_begin() -> None:
    p = passage("можливо право")
    entries = Entries(WORDS)
    assert {name: list(found) for name, found in entries.starting(p.forms[0]).items()} == {
        "may": [("можливо",)],
        "about": [("можливо",)],
    }
    assert not entries.starting(p.forms[1])


def test_single_words_are_told_apart() -> None:
    assert Entries(WORDS).lone("may") == {"можливо"}
    assert Entries(WORDS).lone("unheard-of") == frozenset()
    assert Entries(WORDS).names == {"may", "about", "none"}
