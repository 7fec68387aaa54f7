"""What a search found, with the words that it was found by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...model import Span


class Part(NamedTuple):
    """Words that were looked for, or those between them."""

    text: str
    is_found: bool


def parts(text: str, found: Iterable[Span]) -> tuple[Part, ...]:
    """Cut a text into what was found and what lies between."""
    made: list[Part] = []
    at = 0
    for span in sorted(found):
        if span.start < at:
            continue
        made += [Part(text[at : span.start], is_found=False), Part(span.of(text), is_found=True)]
        at = span.end
    made.append(Part(text[at:], is_found=False))
    return tuple(part for part in made if part.text)
