"""English names and noun phrases are in the nominative as they stand."""

from __future__ import annotations

from collections.abc import Sequence


def nominative(words: Sequence[str], case: int, gender: int | None = None) -> list[str]:  # noqa: ARG001 - the protocol
    """Return a person's name as it stands."""
    return list(words)


def nominative_phrase(words: Sequence[str], head: int, case: int) -> list[str]:  # noqa: ARG001 - the protocol
    """Return a noun phrase as it stands."""
    return list(words)
