"""A claim's status by day: a ledger of steps, each with the utterance and the rule that made it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from ..model import Claim, Reason, Source, Status, Step, because
from .independence import Kin, Ties, same_name, ties
from .known import known_by, without_reprints
from .rules import RULES, Rule
from .voices import Situation, Voice, in_position, situation, voices


def ledger(
    claim: Claim,
    *,
    kin: Kin = same_name,
    knows: Callable[[Source], bool] = in_position,
    reprints: Mapping[str, str] | None = None,
    as_of: dt.date | None = None,
    tied: Ties | None = None,
) -> tuple[Step, ...]:
    """Return the steps of a claim in the order in which they were made, by the table `rules.RULES`.

    A step whose status is that of `before` changes nothing and is listed for the reader: a denial beside a
    confirmation, a "not yet confirmed". `changes` leaves those out. `knows` tells who is in a position to confirm;
    `reprints` maps documents to what they are copies of; `tied` are the ties of the utterances, where they are known.

    With `as_of` only documents published by that day are read. The ledger as of D is that of the documents of D: no
    step of it cites a later one. So it is not always a beginning of a later ledger, as a document of tomorrow may tell
    what was said last week; it is, word for word, where later documents tell only of what was said after D.
    """
    claim = without_reprints(known_by(claim, as_of), reprints or {})
    return _replay(voices(claim, knows), ties(claim.utterances, kin=kin) if tied is None else tied, kin)


def changes(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps that changed the status, without the notes."""
    return tuple(step for step in steps if step.status != step.before)


def status_of(steps: Sequence[Step]) -> Status | None:
    """Return the status that the steps end with, None where there are none."""
    return steps[-1].status if steps else None


def _replay(heard: Sequence[Voice], tied: Ties, kin: Kin) -> tuple[Step, ...]:
    steps: list[Step] = []
    for count in range(1, len(heard) + 1):
        now = situation(heard[:count], status_of(steps), tied)
        rule = next((rule for rule in RULES if now.before in rule.leaves and rule.when(now)), None)
        if rule:
            steps.append(_step(rule, now, kin))
    return tuple(steps)


def _step(rule: Rule, now: Situation, kin: Kin) -> Step:
    status = rule.enters or now.before
    assert status is not None, f"{rule.name} leaves nothing and enters nothing"
    return Step(
        day=now.now.day,
        status=status,
        before=now.before,
        utterance=now.now.utterance.id,
        statements=tuple(sorted(statement.id for statement in now.now.utterance.statements)),
        rule=rule.name,
        reasons=(_filled(rule, now), *_turn(now, kin), *_beside(rule, now)),
    )


def _filled(rule: Rule, now: Situation) -> Reason:
    return because(
        f"status.{rule.name}",
        who=_who([now.now]),
        against=_who(now.opposing),
        by=_who(now.confirmed_by),
        n=now.origins,
    )


def _turn(now: Situation, kin: Kin) -> list[Reason]:
    """Say that one institution changed its position: a change in time, and no contradiction."""
    turned = [
        voice
        for voice in now.earlier
        if (voice.stance, now.now.stance) in TURNS and _one_institution(voice, now.now, kin)
    ]
    if not turned:
        return []
    day = turned[-1].day
    when = f" ({day.isoformat()})" if day and day != now.now.day else ""
    return [because(f"status.{TURNS[turned[-1].stance, now.now.stance]}", when=when)]


def _one_institution(voice: Voice, other: Voice, kin: Kin) -> bool:
    a, b = voice.utterance.source, other.utterance.source
    return voice.same_source(other) or kin(a, b) or kin(b, a)


def _beside(rule: Rule, now: Situation) -> list[Reason]:
    """Name the denials that go on standing beside a confirmation."""
    stands = rule.enters == "confirmed" and now.opposing
    return [because("status.denial-stands", who=_who(now.opposing))] if stands else []


def _who(those: Sequence[Voice]) -> str:
    return ", ".join(dict.fromkeys(voice.utterance.source.name for voice in those))


TURNS = {
    ("decline", "confirm"): "had-not-confirmed",
    ("decline", "assert"): "had-not-confirmed",
    ("decline", "deny"): "had-left-open",
    ("doubt", "confirm"): "had-doubted",
    ("doubt", "assert"): "had-doubted",
    ("deny", "confirm"): "had-denied",
    ("deny", "assert"): "had-denied",
}
"""What one source's earlier and present stance make together, where that is a reversal."""
