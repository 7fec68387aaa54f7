"""What became of everything that was to be read: counts, the summary line and the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

from ..app.outcomes import Failed, NoPack, Outcome, Read, Skipped
from ..model import Document
from .messages import Messages

UNKNOWN_LANGUAGE = "?"


class Watcher(Protocol):
    """Who is told of every outcome as it comes, for instance a progress bar."""

    def __call__(self, outcome: Outcome) -> None:
        """Take note of one outcome."""
        ...


class Tally:
    """Counts of outcomes so far."""

    def __init__(self, *, strict: bool = True) -> None:
        """Count from nought; unless `strict`, what has no pack and what is silent is no failure."""
        self._strict = strict
        self.read = 0
        self.statements = 0
        self.skipped = 0
        self.failed = 0
        self.silent = 0
        self.no_pack: Counter[str] = Counter()

    def documents(self, outcomes: Iterable[Outcome], watch: Watcher) -> Iterator[Document]:
        """Yield the documents that were read now, counting every outcome and telling `watch` of it."""
        for outcome in outcomes:
            self.add(outcome)
            watch(outcome)
            if isinstance(outcome, Read):
                yield outcome.document

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        match outcome:
            case Read(document=document):
                self.read += 1
                self.statements += len(document.statements)
                self.silent += not document.statements
            case Skipped():
                self.skipped += 1
            case NoPack(document=document):
                self.no_pack[document.lang or UNKNOWN_LANGUAGE] += 1
            case Failed():
                self.failed += 1

    @property
    def kept(self) -> int:
        """How many documents are done, now or earlier."""
        return self.read + self.skipped

    def exit_code(self) -> int:
        """Return 0 where all went well, 1 where something was not read or nobody says anything in what was."""
        if not self._strict:
            return 1 if self.failed or not self.kept else 0
        nothing_said = self.silent == self.kept
        return 1 if self.failed or self.no_pack or nothing_said else 0

    def line(self, say: Messages) -> str:
        """Return the summary, with the parts left out that are nought except the first two."""
        parts = [
            say.plural("{count} document read", "{count} documents read", self.read),
            say.plural("{count} statement", "{count} statements", self.statements),
        ]
        if self.silent:
            parts.append(
                say.plural("{count} document without one", "{count} documents without one", self.silent)
            )
        if self.skipped:
            parts.append(say.plural("{count} already read", "{count} already read", self.skipped))
        if self.no_pack:
            by_language = ", ".join(f"{lang} {count}" for lang, count in sorted(self.no_pack.items()))
            parts.append(say("no pack yet: {languages}", languages=by_language))
        if self.failed:
            parts.append(say.plural("{count} failed", "{count} failed", self.failed))
        return " · ".join(parts)
