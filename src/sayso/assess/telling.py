"""Reasons put into words. The sentences lie in `words`, a table for every language that sayso speaks."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files

from ..model import Reason

OWN = "en"
"""The language of whoever asks for none, and for one that has no table."""


def told(reasons: Iterable[Reason], lang: str = OWN) -> str:
    """Return reasons as sentences of a language."""
    table = sentences(lang)
    return " ".join(table[reason.code].format(**reason.values) for reason in reasons)


@functools.cache
def sentences(lang: str) -> Mapping[str, str]:
    """Return the sentences of a language by their codes, "stance.denies"."""
    table = files(__package__) / "words" / f"{lang}.toml"
    if not table.is_file():
        return sentences(OWN)
    groups = tomllib.loads(table.read_text(encoding="utf-8"))
    return {f"{group}.{name}": text for group, found in groups.items() for name, text in found.items()}


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a table."""
    found = (files(__package__) / "words").iterdir()
    return tuple(sorted(path.name.removesuffix(".toml") for path in found if path.name.endswith(".toml")))
