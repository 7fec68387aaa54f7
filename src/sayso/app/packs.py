"""Which languages sayso reads."""

from __future__ import annotations

from typing import NamedTuple


class PackInfo(NamedTuple):
    """A language pack: its ISO 639-1 code, its language's own and English name, its version."""

    code: str
    name: str
    english_name: str
    version: str


def known_packs() -> tuple[PackInfo, ...]:
    """Return every pack, sorted by code. Each is loaded and so checked; raises PackError for a broken one."""
    from ..languages import available, load

    packs = (load(code) for code in sorted(available()))
    return tuple(PackInfo(pack.code, pack.name, pack.english_name, pack.version) for pack in packs)
