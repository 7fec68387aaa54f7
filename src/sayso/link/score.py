"""How much speaks for two reports telling of one utterance, or of one claim: named evidence with readable weights.

The model is Fellegi and Sunter's (1969): every field compared adds the logarithm of how much likelier its outcome
is among pairs that belong together than among others. The weights lie in `weights.tsv`, learnt from annotated
documents by `scripts/train-linking`; zero is an even chance.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

from ..errors import PackError
from ..text.table import numbered_rows
from .actors import near, relation
from .profile import Profile
from .terms import WEIGHTS

Level = Literal["utterance", "claim"]
BIAS = "any pair"
_COLUMNS = ("level", "evidence", "weight")
_COSINES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9)
_COVERS = (0.25, 0.4, 0.55, 0.7, 0.85, 1.0)
_COSINE_STEPS, _COVER_STEPS = [f"content {step}" for step in _COSINES], [f"cover {step}" for step in _COVERS]
_FEW = 3
FLOOR: Mapping[Level, float] = {"utterance": -3.0, "claim": -2.5}
"""Weights below say no more than that a pair was not compared, and are not kept."""
NEVER = -30.0
"""What a pair weighs that cannot be of one utterance."""
_DAYS_NEAR, _DAYS_FAR = 3, 21
_DAYS_WRONG = 3
"""Days between two told days that a slip of the pen or a time zone no longer explains."""
_LOST = (1, 1e3, 1e6)
_AHEAD = frozenset({"predict", "promise", "warn", "urge"})
_BEARING = dict.fromkeys(_AHEAD, "ahead") | dict.fromkeys(("deny", "decline", "ask"), "aside")
"""What acts have in common that reporters choose between: "said" for one is "confirmed" for another."""
_ANSWERS = frozenset({"confirm", "deny", "decline"})
OF_CLAIMS = frozenset(
    {
        "an answer close by",
        "close by",
        "one inside the other",
        "same source, a headline",
        "same source, same document",
    }
)
"""Evidence that tells of claims alone: where statements stand in a document tells little of when they were made."""
_CLOSE = 300
"""Characters within which an answer stands beside what it answers."""


class Comparison(NamedTuple):
    """The outcome for one pair: natural logarithms of the odds of being one, and the evidence that made them."""

    utterance: float
    claim: float
    evidence: tuple[str, ...]

    def kept(self) -> Iterator[tuple[Level, float]]:
        """Yield the weights that are worth keeping, by level."""
        if self.utterance >= FLOOR["utterance"] or self.utterance == NEVER:
            yield "utterance", self.utterance
        if self.claim >= FLOOR["claim"]:
            yield "claim", self.claim


class Weights:
    """The weights of both levels. Get them by `Weights.load()`."""

    def __init__(self, tables: Mapping[str, Mapping[str, float]]) -> None:
        utterance, claim = tables["utterance"], tables["claim"]
        self._bias = utterance[BIAS], claim[BIAS]
        self._tables = tables
        self.names = frozenset({*utterance, *claim} - {BIAS})
        # Pairs are many, the ways in which two are alike are few.
        self._weighed = functools.lru_cache(maxsize=50_000)(self._weigh)
        self._both = {name: (utterance.get(name, 0.0), claim.get(name, 0.0)) for name in self.names}

    @classmethod
    def load(cls) -> Weights:
        """Return the weights, read once. Raises PackError where the table is broken."""
        return _load()

    def names_at(self, level: Level) -> frozenset[str]:
        """Return the names of the evidence that has a weight at a level."""
        return frozenset(self._tables[level]) - {BIAS}

    def compare(self, one: Profile, other: Profile) -> Comparison:
        """Weigh a pair. Symmetric."""
        found = tuple(evidence(one, other))
        weighed = self._weighed(found)
        if weighed.utterance >= FLOOR["utterance"] and _excluded(one, other):
            return weighed._replace(utterance=NEVER)
        return weighed

    def _weigh(self, found: tuple[str, ...]) -> Comparison:
        """Add up what the evidence weighs: to two digits, as the table has them, so that no order matters."""
        both = [self._bias, *(self._both[name] for name in found if name in self._both)]
        utterance, claim = (round(sum(weights), 2) for weights in zip(*both, strict=True))
        return Comparison(utterance, claim, found)


@functools.cache
def _load() -> Weights:
    tables: dict[str, dict[str, float]] = {level: {} for level in get_args(Level)}
    for number, row in numbered_rows(files(__package__) / "weights.tsv", _COLUMNS):
        if row["level"] not in tables:
            raise PackError(f"link/weights.tsv, line {number}: no level {row['level']!r}")
        tables[row["level"]][row["evidence"]] = float(row["weight"])
    if any(BIAS not in table for table in tables.values()):
        raise PackError(f"link/weights.tsv: no weight for {BIAS!r}")
    return Weights(tables)


def evidence(one: Profile, other: Profile) -> list[str]:
    """Name what speaks for or against a pair; symmetric."""
    sources: str = relation(one.actor, other.actor)
    if sources == "open":
        sources = "both unnamed" if not one.actor.key and not other.actor.key else "one unnamed"
        if near(one.actor, other.actor):
            sources += ", near"
    elif sources == "other" and near(one.actor, other.actor):
        sources = "near"
    what, when = _content(one, other, sources), _when(one, other)
    return [f"source {sources}", *when, *what, *_numbers(one, other), *_manner(one, other)]


def _when(one: Profile, other: Profile) -> Iterator[str]:
    if one.first is not None and other.first is not None:
        gap = max(one.first, other.first) - min(one.last or one.first, other.last or other.first)
        yield "day same" if gap <= 0 else "day next" if gap == 1 else "day apart"
        return
    for told, untold in ((one, other), (other, one)):
        if told.first is not None and untold.first is None and untold.published is not None:
            gap = untold.published - told.first
            yield (
                "said after the other was published"
                if gap < 0
                else (
                    "said shortly before the other was published" if gap <= _DAYS_NEAR else "said long before"
                )
            )
            return
    if one.published is not None and other.published is not None:
        gap = abs(one.published - other.published)
        if gap > _DAYS_FAR:
            yield "published weeks apart"
        elif gap > _DAYS_NEAR:
            yield "published days apart"


def _content(one: Profile, other: Profile, sources: str) -> Iterator[str]:
    shared = one.terms & other.terms
    common = sum([WEIGHTS[term[0]] for term in shared])
    if not common:
        yield "no common term"
        return
    cosine = common / (one.mass * other.mass) ** 0.5
    cover = common / min(one.mass, other.mass)
    yield from _COSINE_STEPS[: bisect_right(_COSINES, cosine)]
    if len(shared) >= _FEW:
        yield from _COVER_STEPS[: bisect_right(_COVERS, cover + 1e-9)]
    if sources == "same":
        yield from (f"content {step}, same source" for step in (0.3, 0.6) if cosine >= step)
    if all(term[0] == "c" for term in shared):
        yield "countries alone in common"
    if one.runs & other.runs:
        yield "same words quoted"
    yield from _of_a_kind("event", one.events, other.events)


def _of_a_kind(kind: str, ones: frozenset[str], others: frozenset[str]) -> Iterator[str]:
    if ones and others:
        shared = ones & others
        yield f"{kind} other" if not shared else f"{kind} same" if ones == others else f"{kind} shared"
    elif ones or others:
        yield f"{kind} in one alone"


def _numbers(one: Profile, other: Profile) -> Iterator[str]:
    if not one.bounds or not other.bounds:
        if one.bounds or other.bounds:
            yield "number in one alone"
        return
    if one.bounds & other.bounds:
        yield "number same"
    elif _alike(_values(one), _values(other)):
        yield "number alike"
    else:
        yield "number other"


def _alike(ones: set[float], others: set[float]) -> bool:
    """Tell whether a number is in both, or in one of them without its "thousand" or "million": words get lost."""
    return any(
        one * factor == other or one == other * factor for one in ones for other in others for factor in _LOST
    )


def _values(profile: Profile) -> set[float]:
    return {value for bounds in profile.bounds for value in bounds if value is not None}


def _manner(one: Profile, other: Profile) -> Iterator[str]:
    if one.polarity != other.polarity:
        yield "polarity opposite"
    if one.act == other.act:
        yield "act same"
    else:
        yield "act alike" if _BEARING.get(one.act) == _BEARING.get(other.act) else "act other"
        if (one.act in _AHEAD) != (other.act in _AHEAD):
            yield "one of what is to come"
    if (one.certainty == "certain") != (other.certainty == "certain"):
        yield "one unsure"
    if one.document == other.document:
        yield from _beside(one, other)
    if one.headline or other.headline:
        yield "a headline"


def _beside(one: Profile, other: Profile) -> Iterator[str]:
    """Name how two statements of one document stand to each other."""
    yield "same document"
    first, second = sorted((one.reach, other.reach))
    gap = second.start - first.end
    if gap < 0:
        yield "one inside the other"
    elif gap <= _CLOSE:
        yield "an answer close by" if (one.act in _ANSWERS) != (other.act in _ANSWERS) else "close by"
    if one.actor.key and one.actor.key == other.actor.key:
        yield "same source, a headline" if one.headline or other.headline else "same source, same document"


def _excluded(one: Profile, other: Profile) -> bool:
    """Tell whether two reports cannot be of one utterance: by their days, their speakers, or by their making."""
    if one.first is not None and other.first is not None:
        gap = max(one.first, other.first) - min(one.last or one.first, other.last or other.first)
        if gap > _DAYS_WRONG:
            return True
    return _two_people(one, other) or _nested(one, other)


def _two_people(one: Profile, other: Profile) -> bool:
    """Tell whether two people are named who do not share their very words; those may be one, wrongly attributed."""
    if not one.actor.type == other.actor.type == "person" or one.runs & other.runs:
        return False
    return relation(one.actor, other.actor) == "other"


def _nested(one: Profile, other: Profile) -> bool:
    """Tell whether one stands inside the other, said by another: two statements by their making."""
    if one.document != other.document or relation(one.actor, other.actor) == "same":
        return False
    first, second = one.reach, other.reach
    return min(first.end, second.end) > max(first.start, second.start)
