"""A rule that fits a cue, as the doubts look at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..grammar.match import Match
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from ..languages.cues import CueMatch
from .cue import verb_of


class Reading(NamedTuple):
    """A rule that fits a cue: the passage, the match, the cue, and the other cues of its sentence.

    `source` is the phrase found for its source, None where none is expressed or none was looked for yet.
    """

    p: Passage
    phrases: PhraseParser
    match: Match
    cue: CueMatch
    cues: list[CueMatch]
    source: Phrase | None = None

    @property
    def quoted(self) -> bool:
        """Whether quotation marks or direct speech carry the content."""
        return bool(self.match.quotes)

    @property
    def finite(self) -> bool:
        """Whether the cue inflects for a person or a past."""
        return self.p.forms[verb_of(self.p, self.cue)].finite

    @property
    def verb(self) -> bool:
        """Whether the cue is a verb."""
        return self.cue.cue.kind == "verb"


Doubt = Callable[[Reading], bool]
