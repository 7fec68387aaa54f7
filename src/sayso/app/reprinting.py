"""Reprints in a store: found as documents come, and led back to what they repeat when claims are weighed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from heapq import nlargest
from importlib.metadata import version as version_of
from importlib.resources import files
from typing import TYPE_CHECKING

from .. import link as linking
from ..link.cluster import components
from ..link.reprints import bands, likeness, repeats, shared_passage, shingles
from ..model import Reprint
from ..store.bulk import batches

if TYPE_CHECKING:
    from ..store import Store
    from ..store.reprints import Copy, ReprintTables
    from .crew import Crew

SHARE = 250
"""Documents of one share of the work."""
COMPARED_AT_ONCE = 20_000
"""Documents of a batch: so much is lost at most when a run is stopped. Each batch writes all over its tables."""
NEAREST = 50
"""Documents that one is compared with at most, those that share most keys: what is printed a thousand times hangs
together all the same, and the work stays in bounds."""

Family = tuple[str, ...]
"""Ids of documents that hang together by repeating one another, in the order of their publication."""


@cache
def version() -> str:
    """Return what marks this version of finding reprints: its code, and the package that makes the keys."""
    code = (files(linking) / "reprints.py").read_bytes()
    return f"{sha256(code).hexdigest()[:12]} {version_of('rensa')}"


def forget_other_sketches(store: Store) -> int:
    """Forget what another version found out; return how many documents were never compared."""
    with store.reprinting() as tables:
        tables.forget_others(version())
        return tables.count_waiting()


def find_reprints(store: Store, crew: Crew, progress: Callable[[int, int], None]) -> int:
    """Compare the documents that were never compared with what they may repeat; return how many pairs were found.

    `progress` is told how many documents are done and how many there are. Each batch is a transaction.
    """
    with store.viewing_reprints() as tables:
        waiting = tables.waiting()
    done = found = 0
    sketched = (one for _, share in crew.do(_sketch, batches(waiting, SHARE)) for one in share.items())
    for batch in batches(sketched, COMPARED_AT_ONCE):
        with store.reprinting() as tables:
            found += _compare(tables, dict(batch))
        done += len(batch)
        progress(done, len(waiting))
    return found


def _sketch(store: Store, keys: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Work out the keys by which documents that may repeat one another find each other."""
    with store.viewing_reprints() as tables:
        texts = tables.texts(keys)
    return {key: tuple(bands(shingles(texts[key]))) for key in keys if key in texts}


def _compare(tables: ReprintTables, sketches: Mapping[int, Collection[int]]) -> int:
    tables.remember(version(), sketches)
    near: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for key, other, shared in tables.candidates(sketches):
        near[key].append((shared, -other))
    pairs = {
        (min(key, -other), max(key, -other))
        for key, others in near.items()
        for _, other in nlargest(NEAREST, others)
    }
    texts = tables.texts({key for pair in pairs for key in pair})
    shingled = {key: shingles(text) for key, text in texts.items()}
    found = sorted(pair for pair in pairs if repeats(shingled[pair[0]], shingled[pair[1]]))
    tables.add(found)
    return len(found)


def families(store: Store, ids: Collection[str], as_of: dt.date | None = None) -> list[Family]:
    """Return the documents that hang together with any of these by repeating one another, the first of each leading.

    First is the earliest published, of the same day the smaller id. Only documents published by `as_of` count, so that
    none of a later day ties two others together.
    """
    copies = store.copies(ids)
    known = {
        str(key): copy
        for key, copy in copies.documents.items()
        if as_of is None or (copy.published and copy.published <= as_of)
    }
    pairs = ((str(one), str(other)) for one, other in copies.pairs)
    groups = components(known, (pair for pair in pairs if pair[0] in known and pair[1] in known))
    ordered = (sorted({known[key] for key in group}, key=_age) for group in groups)
    return [tuple(copy.id for copy in family) for family in ordered if len(family) > 1]


def origins_among(found: Iterable[Family], ids: Collection[str]) -> dict[str, str]:
    """Return for every one of these documents that repeats another of them the one that stands for both."""
    led: dict[str, str] = {}
    for family in found:
        own = [name for name in family if name in ids]
        led |= dict.fromkeys(own[1:], own[0] if own else "")
    return led


def reprints_among(store: Store, ids: Collection[str]) -> tuple[Reprint, ...]:
    """Return which of these documents are reprints, each of the earliest that it repeats in the whole store."""
    pairs = {name: family[0] for family in families(store, ids) for name in family[1:] if name in ids}
    return tuple(_reprint(store, one, original) for one, original in sorted(pairs.items()))


def _age(copy: Copy) -> tuple[dt.date, str]:
    return copy.published or dt.date.max, copy.id


def _reprint(store: Store, document: str, original: str) -> Reprint:
    texts = [found.text if (found := store.document(name)) else "" for name in (document, original)]
    span = shared_passage(*texts)
    return Reprint(
        document=document,
        original=original,
        likeness=round(likeness(*map(shingles, texts)), 2),
        text=span.of(texts[0]) if span else "",
        span=span,
    )
