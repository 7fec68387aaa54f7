"""Which words stand for a claim in a line."""

from __future__ import annotations

import pytest
from tests.assess.made import claim, report, utterance

from sayso.assess import content_of, label_of


def label(*contents: str) -> str:
    """Return the label of a claim to which every content is an utterance by another source."""
    reports = (report(f"per:Source {at}", text, at + 1, lang="uk") for at, text in enumerate(contents))
    return content_of(label_of(claim(*reports)))


@pytest.mark.parametrize(
    ("best", "others"),
    [
        ("Міст закриють на ремонт у травні", ["закриття мосту"]),
        ("Міст закриють на ремонт у травні", ["міст", "закриють на ремонт"]),
        ("Міст закриють у травні на ремонт", ["Але водночас міст закриють у травні на ремонт"]),
        (
            "Міст закриють на ремонт у травні",
            [
                "Ми довго радилися з людьми, які щодня їздять цією дорогою на роботу, і зваживши все, що вони нам "
                "розповіли, а також висновки експертів, вирішили, що міст закриють на ремонт у травні"
            ],
        ),
        (
            "Міст закриють на ремонт у травні",
            ["ремонт мосту", "Мер поїхав у відпустку до моря і повернеться восени"],
        ),
    ],
)
def test_label_is_a_whole_thought_that_the_others_share(best: str, others: list[str]) -> None:
    assert label(best, *others) == best
    assert label(*others, best) == best


def test_label_is_always_somebodys_words() -> None:
    one = utterance(report("per:A", "так"), report("per:A", "ні"))
    assert label_of(claim(one)) in one.reports


def test_language_without_a_pack_gets_a_label_too() -> None:
    assert content_of(label_of(claim(report("per:A", "Le pont sera fermé en mai", lang="fr")))).startswith(
        "Le pont"
    )
