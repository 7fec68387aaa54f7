"""One utterance as it counts in the weighing of a claim, and where a claim stands once it has been heard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

import msgspec

from ..model import Claim, Source, SourceType, Stance, Stand, Status, Utterance
from .clues import names
from .independence import FOR, Ties, grouped
from .known import day_of
from .once import once
from .stance import UNNAMED

BODIES: frozenset[SourceType] = frozenset({"organization", "country"})
"""Kinds of sources that speak for an institution by themselves; a person does with an office."""

WITHIN_A_DAY: tuple[Stance, ...] = ("report", "assert", "confirm", "doubt", "decline", "deny")
"""The order of what was said on one day: an answer comes after what it answers."""

UNTOLD: tuple[Stance, ...] = ("report", "assert", "doubt", "decline", "confirm", "deny")
"""The order of what was reported on one day and said nobody knows when: "not confirmed" comes before "confirmed"."""


def in_position(source: Source) -> bool:
    """Return whether a source is in a position to confirm or deny: an institution, or a person with an office."""
    return source.type in BODIES or (source.type == "person" and bool(source.role))


class Voice(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """An utterance with its stance and what weighs in it.

    `names` are the keys of all names that reports give its source. `named`: somebody answers for it. `body`: in a
    position to know. `firm`: named, and put forward as more than possible.
    """

    utterance: Utterance
    stance: Stance
    names: frozenset[str]
    named: bool
    body: bool
    firm: bool
    day: dt.date | None

    @property
    def supports(self) -> bool:
        """It stands for the claim, on somebody's word or nobody's."""
        return self.stance in FOR

    @property
    def opposes(self) -> bool:
        """It denies the claim."""
        return self.stance == "deny"

    def same_source(self, other: Voice) -> bool:
        """Return whether both are of one source, by any of the names that reports give it."""
        return bool(self.names & other.names)


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules of a claim's status look at: the voice just heard, and all that stand.

    A voice stands until the same source takes the other side. `origins` counts the independent origins of the firm
    voices for the claim; `confirmed_by` are the confirmations by those in a position to know.
    """

    now: Voice
    before: Status | None
    earlier: tuple[Voice, ...]
    supporting: tuple[Voice, ...]
    opposing: tuple[Voice, ...]
    confirmed_by: tuple[Voice, ...]
    origins: int

    @property
    def takes_sides(self) -> bool:
        """The voice just heard is for or against."""
        return self.now.supports or self.now.opposes

    @property
    def vouched(self) -> bool:
        """Somebody named stands for the claim."""
        return any(voice.named for voice in self.supporting)

    @property
    def withdraws(self) -> bool:
        """The voice just heard denies what the same source had put forward."""
        return self.now.opposes and any(v.supports and v.same_source(self.now) for v in self.earlier)

    @property
    def word_against_word(self) -> bool:
        """Assertion and denial stand side by side, and neither of them is nobody's word against a competent one."""
        competent = any(voice.body for voice in self.opposing)
        return bool(self.opposing) and (self.vouched or (bool(self.supporting) and not competent))

    @property
    def settled(self) -> bool:
        """A confirmation stands that is not merely one party's word against another's."""
        lone = self.origins < 2 and any(voice.body for voice in self.opposing)
        return bool(self.confirmed_by) and not lone


def voices(claim: Claim, knows: Callable[[Source], bool]) -> tuple[Voice, ...]:
    """Return the utterances of a claim as voices, in the order in which they were heard; the undated come last."""
    return tuple(sorted((_voice(stand, knows) for stand in claim.stands), key=_order))


def standing(heard: Sequence[Voice]) -> tuple[Voice, ...]:
    """Return the voices whose source has not taken the other side since."""
    return tuple(voice for at, voice in enumerate(heard) if not _superseded(voice, heard[at + 1 :]))


def situation(heard: Sequence[Voice], before: Status | None, tied: Ties) -> Situation:
    """Return how a claim stands when the last of `heard` has just been heard."""
    left = standing(heard)
    supporting = tuple(voice for voice in left if voice.supports)
    count = len(grouped([voice.utterance for voice in supporting if voice.firm], tied))
    return Situation(
        now=heard[-1],
        before=before,
        earlier=tuple(heard[:-1]),
        supporting=supporting,
        opposing=tuple(voice for voice in left if voice.opposes),
        confirmed_by=tuple(v for v in supporting if _confirms(v, heard, alone=count < 2)),
        origins=count,
    )


def _voice(stand: Stand, knows: Callable[[Source], bool]) -> Voice:
    statements = stand.utterance.statements
    named = any(statement.source.type not in UNNAMED for statement in statements)
    possible = sum(statement.certainty == "possible" for statement in statements)
    return Voice(
        utterance=stand.utterance,
        stance=stand.stance,
        names=names(stand.utterance),
        named=named and stand.stance != "report",
        body=named and any(knows(statement.source) for statement in statements),
        firm=named and stand.stance in ("assert", "confirm") and 2 * possible < len(statements),
        day=day_of(stand.utterance),
    )


@once
def _order(voice: Voice) -> tuple[dt.date, int, dt.date, tuple[object, ...], str]:
    reports = voice.utterance.reports
    return (
        voice.day or dt.date.max,
        (WITHIN_A_DAY if voice.utterance.said else UNTOLD).index(voice.stance),
        voice.utterance.published or dt.date.max,
        min(report.order for report in reports),
        voice.utterance.id,
    )


def _superseded(voice: Voice, later: Iterable[Voice]) -> bool:
    return any(
        other.same_source(voice)
        and ((voice.supports and other.opposes) or (voice.opposes and other.supports))
        for other in later
    )


def _confirms(voice: Voice, heard: Iterable[Voice], *, alone: bool) -> bool:
    """Tell a confirmation from a source's own word said twice, which confirms nothing while it stands alone."""
    if voice.stance != "confirm" or not voice.body:
        return False
    earlier = (v for v in heard if _order(v) < _order(voice) and v.stance == "assert")
    return not (alone and any(v.same_source(voice) for v in earlier))
