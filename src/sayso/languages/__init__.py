"""The languages that sayso reads. A language is a folder here that holds a `pack.toml`."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from ..errors import PackError
from .base import Names, Pack, load_pack

__all__ = ["Names", "Pack", "available", "load", "load_pack"]


@lru_cache(maxsize=1)
def available() -> tuple[str, ...]:
    """Return the codes of all packs, sorted."""
    folder = resources.files(__package__)
    return tuple(sorted(entry.name for entry in folder.iterdir() if (entry / "pack.toml").is_file()))


@cache
def load(code: str) -> Pack:
    """Return the pack of a language, read once. Raises PackError where there is none or it is broken."""
    if code not in available():
        raise PackError(f"no pack for {code!r}", hint=f"there are packs for {', '.join(available())}")
    return load_pack(f"{__package__}.{code}")
