"""The example story, read and linked once, and the desk over copies of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from litestar.testing import TestClient

from sayso.app.examples import example_story
from sayso.app.linking import link_store
from sayso.app.querying import open_store
from sayso.app.reading import IngestOptions, read_many
from sayso.app.serving import Settings, Stores
from sayso.app.tokens import new_token
from sayso.desk.application import application

HOST = "http://desk.local"


@cache
def linked_story() -> Path:
    """A store of the example story; nobody writes to this one."""
    path = Path(tempfile.mkdtemp(prefix="sayso-tests-")) / "story.db"
    with open_store(str(path)) as store:
        list(read_many([example_story()], IngestOptions(), store=store))
        link_store(store)
    return path


def story_in(folder: Path) -> Path:
    """A copy of the story's store that may be written to."""
    return Path(shutil.copy(linked_story(), folder / "story.db"))


@contextmanager
def desk(path: Path, **settings: Any) -> Iterator[TestClient[Any]]:
    """A client of the desk over a store."""
    stores = Stores.open(str(path))
    try:
        with TestClient(
            application(stores, Settings(hosts=("desk.local",), **settings)),
            base_url=HOST,
            raise_server_exceptions=False,
        ) as client:
            yield client
    finally:
        stores.close()


def token_for(path: Path, name: str = "Олена") -> dict[str, str]:
    """The headers of somebody who may write."""
    with open_store(str(path)) as store:
        return {"Authorization": f"Bearer {new_token(store, name)}"}
