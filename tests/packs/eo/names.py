"""Esperanto names and phrases lose their accusative ending."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.text.grammemes import Gram


def nominative(words: Sequence[str], case: int, gender: int | None = None) -> list[str]:
    """Return a person's name without the ending of the accusative."""
    return [word.removesuffix("n") if case == Gram.ACC and word.endswith("on") else word for word in words]


def nominative_phrase(words: Sequence[str], head: int, case: int) -> list[str]:
    """Return a noun phrase without the endings of the accusative."""
    return [word.removesuffix("n") if case == Gram.ACC else word for word in words]
