from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.words import plain_words, runs


def test_one_word_in_any_spelling_of_its_apostrophe() -> None:
    assert [*plain_words("п’ять п'ять пʼять")] == ["п'ять"] * 3


def test_marks_are_no_words_and_figures_are() -> None:
    assert [*plain_words("Так, 27-го — ні…")] == ["Так", "27", "го", "ні"]


def test_runs_are_all_there_in_order() -> None:
    assert [*runs("Міст закриють на ремонт", 3)] == ["міст закриють на", "закриють на ремонт"]
    assert [*runs("Міст закриють", 3)] == []


@given(st.text(max_size=60), st.integers(1, 6))
def test_as_many_runs_as_places(text: str, length: int) -> None:
    assert len([*runs(text, length)]) == max(0, len([*plain_words(text)]) - length + 1)
