"""When two spellings of a name are the same name: case, quotation marks, apostrophes, dashes and blanks
aside."""

from __future__ import annotations

import re
from functools import lru_cache

_QUOTES = re.compile('[«»"“”„‟‹›]')
_APOSTROPHES = re.compile("[’ʼ`ʹ´‘‛′]")
_DASHES = re.compile("[‐‑‒–—−]")


@lru_cache(maxsize=65_536)  # asked of every name of a text, most of them many times
def name_key(name: str) -> str:
    """Return what two spellings of one name have in common: «Радіо  Свобода» and "радіо свобода" have one
    key."""
    name = _APOSTROPHES.sub("'", _QUOTES.sub("", name))
    return " ".join(_DASHES.sub("-", name).split()).casefold()
