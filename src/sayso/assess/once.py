"""Facts that are read off a report or an utterance once, and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def once(read: Callable[[T], R]) -> Callable[[T], R]:
    """Have a fact read off a value at the first asking; the value, which never changes, then carries it along.

    Weighing asks for the same facts of an utterance again and again, with every other one of its claim.
    """
    name = f"{read.__module__}.{read.__qualname__}"

    def asked(one: T) -> R:
        kept: dict[str, Any] = one.__dict__
        if name not in kept:
            kept[name] = read(one)
        found: R = kept[name]
        return found

    asked.__doc__ = read.__doc__
    return asked
