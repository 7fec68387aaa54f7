"""Hashes that are the same in every process and on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=200_000)  # terms come again and again
def stable_hash(text: str) -> int:
    """Return 64 bits that depend on `text` alone; Python's own hash differs from run to run."""
    return int.from_bytes(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def group_id(prefix: str, members: Iterable[str]) -> str:
    """Return the id of a group: its prefix and its smallest member, so that it outlives most changes."""
    return f"{prefix}-{min(members)}"
