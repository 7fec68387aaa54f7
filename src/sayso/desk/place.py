"""Which store is served: the one that was named, else one that lies here, else the example story."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from ..app.examples import example_story
from ..app.linking import link_store, waiting_for_links
from ..app.querying import existing_store, open_store
from ..app.reading import IngestOptions, read_many
from ..app.taking_in import MOST_LINKED

Kind = Literal["named", "here", "example"]


class Place(NamedTuple):
    """The store at `path`, and why it is this one; an example goes when the server does.

    `unlinked` are the statements that are still to be linked, because they are too many to wait for.
    """

    path: str
    kind: Kind
    unlinked: int = 0


@contextmanager
def chosen(named: str | None, usual: tuple[str, ...]) -> Iterator[Place]:
    """Give the store to serve: `named`, else the first of the `usual` files that is there, else an example.

    Where only a little in it is not linked yet, it is linked. Raises StoreError.
    """
    here = next((path for path in usual if Path(path).is_file()), None)
    if named or here:
        path = named or here or ""
        yield Place(path, "named" if named else "here", _linked(path))
        return
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        path = str(Path(folder) / "example.db")
        with open_store(path) as store:
            list(read_many([example_story()], IngestOptions(), store=store))
        yield Place(path, "example", _linked(path))


def _linked(path: str) -> int:
    """Link what is not linked yet, if it is little; return how much is left."""
    if not Path(path).exists():
        return 0
    with open_store(path, read_only=True) as store:
        waiting = waiting_for_links(store)
    if not 0 < waiting <= MOST_LINKED:
        return waiting
    with existing_store(path) as store:
        link_store(store)
    return 0
