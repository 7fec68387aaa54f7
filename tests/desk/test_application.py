"""The API and the pages as one application."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from litestar.testing import TestClient

from sayso.app.examples import example_story
from sayso.app.linking import link_store
from sayso.app.reading import IngestOptions, read_many
from sayso.app.serving import Stores
from sayso.desk.application import application


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    stores = Stores.open(str(tmp_path_factory.mktemp("desk") / "story.db"))
    with stores.writing() as store:
        list(read_many([example_story()], IngestOptions(), store=store))
        link_store(store)
    with TestClient(application(stores)) as found:
        yield found
    stores.close()


def test_what_the_store_holds(client: TestClient) -> None:
    assert client.get("/api/v1/health").json()["documents"] == 44


def test_documents_are_listed(client: TestClient) -> None:
    assert len(client.get("/api/v1/documents?limit=3").json()) == 3


def test_the_schema_is_served(client: TestClient) -> None:
    assert "/api/v1/documents" in client.get("/api/v1/openapi.json").json()["paths"]
