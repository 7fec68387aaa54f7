"""What extraction knows of one statement while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..grammar.match import Range
from ..grammar.phrases import Phrase
from ..languages.cues import CueMatch
from ..model import Source, TimeReference


@dataclass(slots=True, eq=False)
class Draft:
    """A statement in the making. Token indices are those of the passage.

    `frame` is that of the cue which the rule serves, "" for any.
    `sentence` is the index of the sentence that holds the cue; `content` are token ranges; `quotes` the numbers of the
    quotations used as content; `phrase` is the source as it stands here, None where none is expressed; `implied` says
    how a missing source is to be found: "previous" (dropped subject) or "nobody". `found` says where the phrase stands
    to the cue, `meant` by what an expression without a name got its source: both tell how far it is to be trusted.
    """

    rule: str
    sentence: int
    content: list[Range]
    frame: str = ""
    cue: CueMatch | None = None
    cue_range: Range | None = None
    quotes: tuple[int, ...] = ()
    phrase: Phrase | None = None
    role: Phrase | None = None
    implied: str = ""
    found: str = ""
    meant: str = ""
    back: bool = False
    collective: bool = False
    source: Source | None = None
    entity: int = -1
    via: list[str] = field(default_factory=list)
    relays: bool = False
    said_at: TimeReference | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        """First token of cue or content, for order."""
        starts = [a for a, _ in self.content]
        if self.cue_range:
            starts.append(self.cue_range[0])
        return min(starts)

    def size(self) -> int:
        """Number of content tokens."""
        return sum(b - a for a, b in self.content)
