"""Which blocks stand beside each other, and which pairs that meet in one are worth comparing."""

from __future__ import annotations

import pytest
from made_reports import report

from sayso.link.block import around, blocks_of, comparable, shelf, shelves_around, span, steps
from sayso.link.profile import profile_of


@pytest.mark.parametrize("day", ["2023-05-10", None])
def test_a_block_stands_on_one_shelf_and_meets_those_around_it(day: str | None) -> None:
    blocks = blocks_of(profile_of(report("Петро Коваль", "міст закриють на ремонт до осені", published=day)))
    for block in blocks:
        first, last = span(shelf(block))
        assert first <= block <= last
        assert set(map(shelf, around(block))) == set(shelves_around(shelf(block)))
        assert set(around(block)) == {block + step for step in steps(shelf(block))}
        assert all(block in around(beside) for beside in around(block))
    assert {len(around(block)) for block in blocks} == ({3} if day else {1})


@pytest.mark.parametrize(
    ("who", "what", "expected"),
    [
        ("Олена Бойко", "у місті збудують міст через річку і школу", True),  # three words
        ("Олена Бойко", "міст буде", True),  # one of two
        (
            "Олена Бойко",
            "міст оглянули лікарі, водії, пожежники, учителі та пенсіонери",
            False,
        ),  # one of many
        ("Коваль", "міст оглянули лікарі, водії, пожежники, учителі та пенсіонери", True),  # the same source
        ("Коваль", "лікарі страйкують", False),  # nothing
    ],
)
def test_what_makes_a_pair_worth_comparing(who: str, what: str, *, expected: bool) -> None:
    one = profile_of(
        report("Петро Коваль", "міст через річку закриють на ремонт, школу відкриють, рада згодна")
    )
    other = profile_of(report(who, what))
    assert comparable(one, other) is comparable(other, one) is expected
