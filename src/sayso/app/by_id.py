"""A claim by its id alone: what a link leads to is there or it is not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ..errors import NotThere
from . import claims
from .claims import ClaimView
from .deciding import statement_of

if TYPE_CHECKING:
    from ..store import Store


def claim(store: Store, name: str, *, as_of: dt.date | None = None) -> ClaimView:
    """Return the claim with this id, or that of an utterance's or a statement's, as known on a day.

    Raises NotThere where there is none, or nothing of it was known by then.
    """
    found = claims.claim(store, name, as_of=as_of) if store.homes([statement_of(name)]) else ()
    if not found or not found[0].weighed.claim.stands:
        raise NotThere(f"the store {store.path} has no claim {name} that was known by then")
    return found[0]
