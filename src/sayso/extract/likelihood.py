"""How likely somebody is meant by an expression without a name: named signals, each with a weight, added up."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..model import Source


class Place(NamedTuple):
    """A token, its sentence and how many tokens of that stand before it."""

    token: int
    sentence: int
    offset: int


class Here(NamedTuple):
    """Where somebody is looked for: a token, its sentence and the first token of its paragraph."""

    token: int
    sentence: int
    paragraph: int


class Mentions(NamedTuple):
    """What the text before tells of somebody: the last time as a source, as a subject and at all, how many mentions,
    and whether the subject stands in what was said."""

    spoke: Place | None
    subject: Place | None
    other: Place | None
    number: int
    told: bool


class Candidate(NamedTuple):
    """Somebody whom an expression at `here` could stand for."""

    here: Here
    source: Source
    mentions: Mentions

    @property
    def last(self) -> Place:
        """The last time as a source or a subject, or at all where neither is the case."""
        places = [place for place in (self.mentions.spoke, self.mentions.subject) if place]
        return max(places, default=self.mentions.other or Place(-1, 0, 0))


def _was_source(c: Candidate) -> bool:
    return c.mentions.spoke is not None


def only_object(c: Candidate) -> bool:
    """Tell whether somebody has neither spoken nor been the subject of anything."""
    return c.mentions.spoke is None and c.mentions.subject is None


def _told_of(c: Candidate) -> bool:
    """Named last in what another said: rather what is spoken of than who speaks."""
    return c.mentions.told and (c.mentions.spoke is None or c.last == c.mentions.subject)


def _same_paragraph(c: Candidate) -> bool:
    return c.last.token >= c.here.paragraph


def _named_often(c: Candidate) -> bool:
    return c.mentions.number > 2


def surely_somebody(c: Candidate) -> bool:
    """A word with a capital and nothing beside it may be no name at all."""
    return c.source.role is not None or " " in c.source.name


SIGNALS: tuple[tuple[float, Callable[[Candidate], bool]], ...] = (
    (0.2, _was_source),
    (-1.0, only_object),
    (-0.1, _told_of),
    (0.1, _same_paragraph),
    (0.05, _named_often),
    (0.3, surely_somebody),
)
_PER_SENTENCE = -0.3
_PER_TOKEN = -0.01


def rate(candidate: Candidate) -> float:
    """Return how likely somebody is meant: the signals that hold, less for sentences between and words before it in
    its own sentence, where the first subject is the topic."""
    here, last = candidate.here, candidate.last
    signals = sum(weight for weight, shows in SIGNALS if shows(candidate))
    return signals + _PER_SENTENCE * (here.sentence - last.sentence) + _PER_TOKEN * last.offset
