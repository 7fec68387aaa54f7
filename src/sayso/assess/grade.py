"""The NATO Admiralty code: how reliable a source is and how credible a claim is, rated apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from ..gazetteer.keys import name_key
from ..model import Claim, Credibility, Grade, Reliability, Report, Stand, Status, Step, Utterance, because
from .independence import FOR
from .known import day_of
from .stance import UNNAMED
from .status import changes, status_of
from .voices import in_position, standing, voices

History = Iterable[tuple[Claim, Sequence[Step]]]


class SourceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the claims that a source took a side on before they were settled.

    `role` is what it answered for: its own word, or as an outlet what it told without naming anybody.
    """

    name: str
    role: Literal["speaker", "outlet"] = "speaker"
    right: int = 0
    wrong: int = 0

    @property
    def settled(self) -> int:
        """The number of claims later settled."""
        return self.right + self.wrong


class Threshold(msgspec.Struct, frozen=True, kw_only=True):
    """What a record must hold for a grade: at least so many settled claims, and so great a share of them right."""

    grade: Reliability
    settled: int
    share: float


THRESHOLDS: tuple[Threshold, ...] = (
    Threshold(grade="A", settled=20, share=0.95),
    Threshold(grade="B", settled=10, share=0.80),
    Threshold(grade="C", settled=5, share=0.60),
    Threshold(grade="D", settled=5, share=0.40),
    Threshold(grade="E", settled=5, share=0.0),
)
"""From the best to the worst; a record takes the first that it meets. Below the fewest settled claims it is F."""

FEWEST = min(threshold.settled for threshold in THRESHOLDS)

SETTLES: dict[Status, bool] = {"confirmed": True, "retracted": False}
"""Which statuses settle a claim, and whether as true. A denial is a party's word and settles nothing."""


def reliability(record: SourceRecord) -> Grade:
    """Return the reliability of a source by its record of settled claims alone.

    F says that it cannot be judged, which is the rule and no blame: no grade is given for a name, an office or a kind
    of outlet.
    """
    what = "record-of-outlet" if record.role == "outlet" else "record"
    seen = because(f"reliability.{what}", right=record.right, settled=record.settled)
    if record.settled < FEWEST:
        return Grade(
            value="F",
            reasons=(because("reliability.F"), seen),
            missing=(because("reliability.too-few", n=FEWEST - record.settled),),
        )
    share = record.right / record.settled
    at = next(i for i, t in enumerate(THRESHOLDS) if record.settled >= t.settled and share >= t.share)
    better = THRESHOLDS[max(at - 1, 0)]
    wanted = because("reliability.better", n=better.settled, share=f"{better.share:.0%}")
    return Grade(
        value=THRESHOLDS[at].grade,
        reasons=(because(f"reliability.{THRESHOLDS[at].grade}"), seen),
        missing=(wanted,) if at else (),
    )


def records(history: History, *, called: Callable[[str], str] = name_key) -> tuple[SourceRecord, ...]:
    """Return the records of all who took a side on claims before these were settled, speakers and outlets apart.

    A speaker answers for what it asserted or denied by name. An outlet answers for what it told on nobody's name, its
    own or an anonymous source's; a named speaker's words are the speaker's. Whoever spoke on the day of the settling or
    later earns nothing by it, nor does one claim count twice for a source. `called` leads all spellings of a source's
    name to one.
    """
    counts: dict[tuple[Literal["speaker", "outlet"], str], list[int]] = defaultdict(lambda: [0, 0])
    for claim, steps in history:
        last = changes(steps)[-1:]
        if last and last[0].status in SETTLES:
            true = SETTLES[last[0].status]
            for who, held in _sides(claim, last[0], called).items():
                counts[who][held != true] += 1
    return tuple(
        SourceRecord(name=name, role=role, right=right, wrong=wrong)
        for (role, name), (right, wrong) in sorted(counts.items())
    )


def _sides(
    claim: Claim, settled: Step, called: Callable[[str], str]
) -> dict[tuple[Literal["speaker", "outlet"], str], bool]:
    """Return who held the claim true or false before it was settled, each by its last word."""
    sides: dict[tuple[Literal["speaker", "outlet"], str], bool] = {}
    early = [(day, stand) for stand in claim.stands if (day := _before(stand, settled))]
    for _, stand in sorted(early, key=lambda one: (one[0], one[1].utterance.id)):
        for report in stand.utterance.reports:
            sides.update(dict.fromkeys(_answers(stand, report, called), stand.stance in FOR))
    return sides


def _before(stand: Stand, settled: Step) -> str | None:
    """Return the day of a stand that took a side before the settling, else None; undated ones never did."""
    day = day_of(stand.utterance)
    took = stand.stance in FOR or stand.stance == "deny"
    return day.isoformat() if took and day and settled.day and day < settled.day else None


def _answers(
    stand: Stand, report: Report, called: Callable[[str], str]
) -> list[tuple[Literal["speaker", "outlet"], str]]:
    source = report.statement.source
    if source.type == "outlet":
        return [("outlet", called(source.name))]
    if source.type == "anonymous":
        first = next(iter(report.statement.via), report.outlet)
        return [("outlet", called(first))] if first else []
    return [("speaker", called(stand.utterance.source.name))]


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """What the credibility of a claim is read off: its status, its independent origins, and who denies it."""

    status: Status | None
    origins: int
    denied_by: tuple[str, ...]
    doubted: bool


class CredibilityRule(msgspec.Struct, frozen=True, kw_only=True):
    """One grade of credibility: when it is given, why (its name), and what is missing to raise it."""

    grade: Credibility
    when: Callable[[Weighed], bool]
    name: str
    missing: tuple[str, ...] = ()


CREDIBILITY: tuple[CredibilityRule, ...] = (
    CredibilityRule(
        grade=5,
        when=lambda w: w.status == "retracted",
        name="retracted",
        missing=("new-origin",),
    ),
    CredibilityRule(
        grade=5,
        when=lambda w: w.status == "denied",
        name="denied",
        missing=("named-source",),
    ),
    CredibilityRule(
        grade=1,
        when=lambda w: w.status == "confirmed" and w.origins > 1 and not w.denied_by,
        name="confirmed-by-all",
    ),
    CredibilityRule(
        grade=2,
        when=lambda w: w.status == "confirmed" and w.origins > 1,
        name="confirmed-but-denied",
        missing=("denial-refuted",),
    ),
    CredibilityRule(
        grade=2,
        when=lambda w: w.status == "confirmed",
        name="confirmed",
        missing=("second-origin",),
    ),
    CredibilityRule(
        grade=2,
        when=lambda w: w.status == "corroborated",
        name="corroborated",
        missing=("confirmation",),
    ),
    CredibilityRule(
        grade=3,
        when=lambda w: w.status == "disputed" and w.origins > 1,
        name="disputed-by-some",
        missing=("answer-to-denial",),
    ),
    CredibilityRule(
        grade=4,
        when=lambda w: w.status == "disputed",
        name="disputed",
        missing=("second-origin", "answer-to-denial"),
    ),
    CredibilityRule(
        grade=4,
        when=lambda w: w.doubted,
        name="doubted",
        missing=("second-origin",),
    ),
    CredibilityRule(
        grade=3,
        when=lambda w: w.status == "alleged",
        name="alleged",
        missing=("second-origin",),
    ),
    CredibilityRule(
        grade=6,
        when=lambda _: True,
        name="unvouched",
        missing=("named-source", "second-origin"),
    ),
)
"""The first that applies is given. Two outlets that tell the same are no second origin."""


def credibility(claim: Claim, steps: Sequence[Step], origins: Sequence[Sequence[Utterance]]) -> Grade:
    """Return the credibility of a claim as its ledger and its independent origins tell it.

    Give the claim, the steps and the origins of one and the same day (see `known_by`). The reliability of who said
    it is of no influence: the two axes are rated apart.
    """
    weighed = _weighed(claim, steps, origins)
    rule = next(rule for rule in CREDIBILITY if rule.when(weighed))
    reasons = [because(f"credibility.{rule.name}"), because("credibility.origins", n=weighed.origins)]
    if weighed.denied_by:
        reasons.append(because("credibility.denied-by", who=", ".join(weighed.denied_by)))
    missing = tuple(because(f"missing.{what}") for what in rule.missing)
    return Grade(value=rule.grade, reasons=tuple(reasons), missing=missing)


def _weighed(claim: Claim, steps: Sequence[Step], origins: Sequence[Sequence[Utterance]]) -> Weighed:
    heard = standing(voices(claim, in_position))
    return Weighed(
        status=status_of(steps),
        origins=sum(
            any(s.source.type not in UNNAMED for u in group for s in u.statements) for group in origins
        ),
        denied_by=tuple(sorted({voice.utterance.source.name for voice in heard if voice.opposes})),
        doubted=any(voice.stance == "doubt" for voice in heard),
    )
