"""What is found from the documents alone, read and linked: floors that no change may lower."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import gold
from sayso.app import claims
from sayso.app.linking import link_store
from sayso.app.reading import IngestOptions, read_many
from sayso.model import Discrepancy
from sayso.store import Store

DISCREPANCIES = (12, 0.75)
"""How many of 23 are found at least, and the share of right ones."""
CONFLICTS = (11, 0.8)
"""The same of 19 conflicts."""


@pytest.fixture(scope="module")
def found() -> Iterator[list[Discrepancy]]:
    gold.annotated_findings()  # skips where the folder is not there
    paths = [*gold.GOLD.glob("dprk-??-0??.json"), gold.GOLD / "seed-000.json"]
    with Store.open(":memory:") as store:
        list(read_many(sorted(map(str, paths)), IngestOptions(), store=store, workers=1))
        link_store(store)
        yield list(claims.discrepancies(store))


@pytest.mark.parametrize(("key", "floor"), [("what", DISCREPANCIES), ("relation", CONFLICTS)])
def test_what_is_found_and_how_much_of_it_is_right(
    found: list[Discrepancy], key: str, floor: tuple[int, float]
) -> None:
    recall, precision = gold.score(found, key)
    assert recall >= floor[0]
    assert precision >= floor[1]
