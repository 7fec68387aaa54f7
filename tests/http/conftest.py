"""The API over the example story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from served import desk, linked_story, story_in


@pytest.fixture(scope="module")
def api() -> Iterator[TestClient[Any]]:
    """For reading alone."""
    with desk(linked_story()) as client:
        yield client


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store that may be written to."""
    return story_in(tmp_path)
