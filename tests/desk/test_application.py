"""The API and the pages as one application."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from litestar.testing import TestClient

from served import desk, linked_story


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient[Any]]:
    with desk(linked_story()) as found:
        yield found


def test_what_the_store_holds(client: TestClient[Any]) -> None:
    assert client.get("/api/v1/health").json()["documents"] == 44


def test_the_schema_is_served(client: TestClient[Any]) -> None:
    assert "/api/v1/documents" in client.get("/api/v1/openapi.json").json()["paths"]
