"""Documents that repeat one another: a reprint adds no origin to what it says."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import combinations

from rensa import RMinHash

from ..model import Document, Span
from ..text.tokens import NUMBER, WORD, tokenise
from ..text.words import runs
from .cluster import components

_WORDS = 5
"""Words of a shingle: long enough that two reporters seldom write the same one."""
_HASHES, _ROWS = 96, 3
_SEED = 1
_COVERED = 0.6
"""How much of the shorter text must stand in the longer one; agencies are shortened and given new leads."""
_FEWEST = 20
"""Shingles below which a text is too short to tell a reprint from a chance."""
_BITS = (1 << 63) - 1
"""Keys are kept in columns of signed 64 bits."""


def reprints(documents: Iterable[Document]) -> dict[str, str]:
    """Return for every document that repeats others the id of the one that was first.

    First is the earliest published; of undated ones, and of the same day, the smaller id. Documents that repeat
    nothing are left out, and so are the first ones. Candidates share a band of MinHash (Broder 1997); each is then
    verified: more than half of the shorter text's runs of words stand in the longer one.
    """
    known = {document.id: document for document in documents}
    shingled = {name: shingles(document.text) for name, document in known.items()}
    pairs = [pair for pair in _candidates(shingled) if repeats(shingled[pair[0]], shingled[pair[1]])]
    found: dict[str, str] = {}
    for group in components(known, pairs):
        first = min(group, key=lambda name: _age(known[name]))
        found |= dict.fromkeys((name for name in group if name != first), first)
    return found


def shingles(text: str) -> frozenset[str]:
    """Return the runs of words of a text, in lower case."""
    return frozenset(runs(text, _WORDS))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the shorter of two texts stands in the longer, 0 to 1, by their shingles."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the shorter of two texts is a reprint of a part of the longer, or the other way round."""
    return min(len(one), len(other)) >= _FEWEST and likeness(one, other) >= _COVERED


def shared_passage(text: str, other: str) -> Span | None:
    """Return where in `text` the longest passage stands that `other` has word for word, None where no run is shared."""
    tokens = [token for token in tokenise(text) if token.kind in (WORD, NUMBER)]
    matcher = SequenceMatcher(None, list(runs(text, _WORDS)), list(runs(other, _WORDS)), autojunk=False)
    start, _, length = matcher.find_longest_match()
    return Span(tokens[start].start, tokens[start + length + _WORDS - 2].end) if length else None


def bands(found: frozenset[str]) -> Iterator[int]:
    """Yield keys that two texts share the likelier the more of their runs are the same; alike on every machine."""
    if len(found) < _FEWEST:
        return
    sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
    sketch.update(sorted(found))
    digest = sketch.digest()
    for band in range(0, _HASHES, _ROWS):
        packed = struct.pack(f"<{1 + _ROWS}Q", band, *digest[band : band + _ROWS])
        yield int.from_bytes(blake2b(packed, digest_size=8).digest(), "big") & _BITS


def _candidates(shingled: Mapping[str, frozenset[str]]) -> set[tuple[str, str]]:
    blocks: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(shingled):
        for key in set(bands(shingled[name])):
            blocks[key].append(name)
    return {pair for names in blocks.values() for pair in combinations(names, 2)}


def _age(document: Document) -> tuple[bool, str, str]:
    day = document.published
    return day is None, day.isoformat() if day else "", document.id
