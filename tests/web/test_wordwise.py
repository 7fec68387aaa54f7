"""Differences between reports, to the word."""

import pytest

from sayso.web.views.wordwise import Word, differences


def marked(base: str, other: str) -> str:
    signs = {"same": "{}", "more": "+{}+", "less": "-{}-", "number": "#{}#"}
    return "".join(signs[word.mark].format(word.text) for word in differences(base, other)[0])


@pytest.mark.parametrize(
    ("base", "other", "told"),
    [
        ("a b c d", "a b c d", "a b c d"),
        ("a b c d", "A b c d", "A b c d"),
        ("the army lost 600 men", "the army lost 900 men", "the army lost -600-#900# men"),
        ("it may rain today", "it rain today", "it- may- rain today"),
        ("it rain today", "it may rain today", "it+ may+ rain today"),
    ],
)
def test_differences(base: str, other: str, told: str) -> None:
    assert marked(base, other) == told


def test_other_words_are_not_marked_but_for_their_numbers() -> None:
    words, alike = differences("600 men fell in the east", "losses of 900 were counted there")
    assert alike < 0.4
    assert Word("900", "number") in words
    assert {word.mark for word in words} == {"same", "number"}


def test_nothing_is_lost_of_the_report() -> None:
    words, _ = differences("war is over, he said", "the war, he said, is not over")
    assert "".join(word.text for word in words if word.mark != "less") == "the war, he said, is not over"
