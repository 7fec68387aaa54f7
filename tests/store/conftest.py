from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from entries import entry

from sayso.store import Entry, Store

Make = Callable[..., Entry]


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


@pytest.fixture
def make() -> Make:
    """Make an entry of a document that reads "NAME: CONTENT", with one statement, or none without colon."""
    return entry
