"""Every rule that fits a sentence, whether or not a doubt speaks against it."""

from __future__ import annotations

from collections.abc import Iterator

from passages import passage
from sayso.extract.cue import find_cues, scope_of
from sayso.extract.reading import Reading
from sayso.extract.source import SourceFinder
from sayso.grammar.match import Matcher
from sayso.grammar.phrases import PhraseParser
from sayso.languages import load


def fits(text: str, language: str = "uk") -> Iterator[Reading]:
    """Yield the readings of `text`, cue by cue, in the order of the rules."""
    pack, p = load(language), passage(text, language)
    phrases = PhraseParser(p)
    matcher, sources = Matcher(p, phrases, pack.vocabulary), SourceFinder(p, phrases)
    for start, end in p.sentences:
        cues = find_cues(p, pack.cues, start, end)
        for found in cues:
            cue, scope = found.cue, scope_of(p, cues, found, (start, end))
            rules = pack.vocabulary.fitting(cue.kind, cue.weight, cue.frames)
            for match in matcher.matches(rules, found.start, found.end, scope, cue.source_case()):
                source = sources.find(found, match, scope)
                yield Reading(p, phrases, match, found, cues, source.phrase if source else None)


def reading(text: str, rule: str, language: str = "uk") -> Reading:
    """Return the first reading of `text` by the rule of that name."""
    return next(each for each in fits(text, language) if each.match.rule.name == rule)
