"""Sources where their cue shows them: "встановлено поліцією", ", переконана активістка:"."""

from __future__ import annotations

from ..grammar import agreement
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from ..languages.cues import CueMatch
from ..text.grammemes import Gram
from .subject import is_actor

_REACH = 8


def agent(
    passage: Passage, phrases: PhraseParser, start: int, end: int, low: int, high: int
) -> Phrase | None:
    """Return the phrase in the instrumental right beside the impersonal form at tokens [start, end), in [low, high)."""
    if not passage.forms[start].has(Gram.IMPERS):
        return None
    before = (phrases.at(i, start) for i in range(max(low, start - _REACH), start))
    behind = phrases.at(end, high) if end < high else None
    beside = [phrase for phrase in before if phrase and phrase.end == start]
    for phrase in [*beside, *([behind] if behind else [])]:
        governed = phrase.start > 0 and passage.forms[phrase.start - 1].has(Gram.PREP)
        if phrase.mask & agreement.INS and not governed and is_actor(passage, phrase):
            return phrase.replace(mask=phrase.mask & agreement.INS)
    return None


def inverted(passage: Passage, cue: CueMatch) -> bool:
    """ "Усе вирішила влада, переконана активістка: …": a role right behind a cue that a comma precedes."""
    comma = cue.cue.kind == "predicate" and passage.tokens[cue.start - 1].text == ","
    behind = passage.forms[cue.end : cue.end + 1]
    return comma and any("role" in form.classes and form.noun & agreement.NOM for form in behind)
