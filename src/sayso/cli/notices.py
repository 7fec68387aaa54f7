"""What a person is told of single documents that gave nothing, beside the counts of the summary."""

from __future__ import annotations

from collections import Counter

from ..app.outcomes import Failed, NoPack, Outcome, Read, origin_of
from .messages import Messages

NAMED = 3
"""Documents of one kind that are named; further ones are only counted, for an archive may hold thousands."""


class Notices:
    """A line for every failure, and for the first few documents without a pack or without a statement."""

    def __init__(self, say: Messages) -> None:
        self._say = say
        self._seen: Counter[str] = Counter()

    def line(self, outcome: Outcome) -> str | None:
        """Return the line that `outcome` is told in, None where there is nothing to tell."""
        match outcome:
            case Failed():
                return outcome.line()
            case NoPack(document=document) if document.lang:
                message = self._say(
                    "no pack yet for its language, {lang} (sayso languages lists those that are read)",
                    lang=document.lang,
                )
                return self._first(f"{origin_of(document)}: {message}", document.lang)
            case NoPack(document=document):
                message = self._say("its language could not be told (name it with --lang)")
                return self._first(f"{origin_of(document)}: {message}", "?")
            case Read(document=document) if not document.statements:
                return self._first(f"{origin_of(document)}: {self._say('nobody says anything in it')}", "")
        return None

    def _first(self, line: str, kind: str) -> str | None:
        self._seen[kind] += 1
        if self._seen[kind] < NAMED:
            return line
        if self._seen[kind] == NAMED:
            return f"{line} {self._say('… further ones are only counted')}"
        return None
