"""What statements show of themselves: features that must and must not be there, on invented sentences."""

from __future__ import annotations

import pytest

from sayso import languages
from sayso.extract.pipeline import readings
from sayso.model import Document, Statement

LONG = "Міський голова Ромнів Петро Бойко повідомив, що міст закриють на рік."


def read(text: str) -> list[tuple[Statement, tuple[str, ...]]]:
    return readings(Document.capture(text, id="d", lang="uk"), languages.load("uk"))


EXAMPLES = (
    (LONG, "rule: cue-that", "rule: back-cue"),
    (LONG, "way: cue", "way: back"),
    (LONG, "cue: verb", "cue: none"),
    (LONG, "cue verb: past", "cue verb: present"),
    (LONG, "source: full name with a title", "source: pronoun"),
    (LONG, "type: person", "type: organization"),
    (LONG, "source: opens the sentence", "source: unknown word"),
    (LONG, "words before the cue to the source: 0", "words after the cue to the source: 0"),
    (LONG, "content words: 4-7", "content: no finite verb"),
    (LONG, "content: ends with its sentence", "content: several pieces"),
    (LONG, "other statements of the sentence: 0", "nested: inside another"),
    ("У мерії повідомили, що міст закриють на рік.", "found: body in the locative", "found: subject"),
    ("«Міст закриють на рік», – каже Бойко.", "kind: direct", "kind: indirect"),
    (
        "Міст закриють на рік, повідомив Бойко.",
        "content: opens with a capital",
        "cue: negated",
    ),
    ("Бойко не підтвердив, що міст закриють на рік.", "cue: negated", "content: several sentences"),
    ("За словами Бойка, міст закриють на рік.", "cue: prep", "cue verb: past"),
)


@pytest.mark.parametrize(("text", "there", "absent"), EXAMPLES)
def test_features(text: str, there: str, absent: str) -> None:
    ((_, features),) = read(text)
    assert there in features
    assert absent not in features


def test_a_pronoun_tells_what_it_stands_for_and_how_far_that_is() -> None:
    text = f"{LONG} Роботи почнуть у травні. Гроші є. Він додав, що рух не зупинять."
    _, (_, features) = read(text)
    assert "meant: pronoun" in features
    assert "named: 2-3 sentences before, meant: pronoun" in features
    assert "rivals of the one meant: 0" in features


def test_a_rival_named_in_between_is_counted() -> None:
    text = f"{LONG} Поруч стояв Іван Гай. Він додав, що рух не зупинять."
    _, (_, features) = read(text)
    assert "rivals of the one meant: 1" in features


def test_nested_statements_tell_which_is_which() -> None:
    inside, outside = "nested: inside another", "nested: holds another"
    found = read("Бойко розповів, що, за словами інженерів, міст закриють на рік.")
    assert sorted((inside in features, outside in features) for _, features in found) == [
        (False, True),
        (True, False),
    ]


def test_a_feature_is_told_once() -> None:
    for _, features in read(f"{LONG} Бойко додав: «Рух не зупинять. Гроші є»."):
        assert len(set(features)) == len(features)
