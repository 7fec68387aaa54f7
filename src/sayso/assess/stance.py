"""How a statement, and an utterance that many statements report, stands to its claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from fractions import Fraction

import msgspec

from ..model import Certainty, Reason, SourceType, Stance, Stand, Statement, Utterance, because
from .marking import find_marker, words

UNNAMED: frozenset[SourceType] = frozenset({"anonymous", "outlet"})
"""Sources that pass on what somebody else must know: nobody answers for it by name."""

CAUTION: tuple[Stance, ...] = ("decline", "doubt", "report", "assert", "deny", "confirm")
"""Of two stances the one that stands earlier commits its source to less; it is taken where reports are even."""

VERDICT = 3
"""Words of what something is called: "a complete hoax"."""

_SENTENCE_END = re.compile(r"[.!?…]")

SURE: frozenset[Certainty] = frozenset({"certain", "probable"})


class StanceRule(msgspec.Struct, frozen=True, kw_only=True):
    """One way to read a stance off a statement; `name` is that of its reason too."""

    name: str
    applies: Callable[[Statement], bool]
    stance: Stance


def _negative(statement: Statement) -> bool:
    return statement.act == "deny" or statement.polarity == "-"


def _unproven(statement: Statement) -> bool:
    """Tell whether the first sentence says that something is not confirmed, or not proven."""
    first = _SENTENCE_END.split(statement.content[0], maxsplit=1)[0] if statement.content else ""
    return find_marker(first, "unproven") is not None


def _untrue(statement: Statement) -> bool:
    """Tell whether one of several pieces of the content is no more than a word for what is untrue."""
    return len(statement.content) > 1 and any(
        len(words(piece)) <= VERDICT and find_marker(piece, "untrue") for piece in statement.content
    )


STANCES: tuple[StanceRule, ...] = (
    StanceRule(
        name="declines",
        applies=lambda s: s.act == "decline",
        stance="decline",
    ),
    StanceRule(
        name="asks",
        applies=lambda s: s.act == "ask",
        stance="decline",
    ),
    StanceRule(
        name="leaves-open",  # "if the pictures exist, they show something"
        applies=lambda s: s.certainty == "unknown",
        stance="decline",
    ),
    StanceRule(
        name="calls-unproven",  # "we have no evidence of it": what is held true is that nothing proves it
        applies=lambda s: s.polarity == "+" and _unproven(s),
        stance="decline",
    ),
    StanceRule(
        name="calls-untrue",  # "called | the reports | a hoax", where the reading has not taken it for a denial
        applies=lambda s: s.polarity == "+" and s.certainty == "certain" and _untrue(s),
        stance="deny",
    ),
    StanceRule(
        name="unlikely",  # "hardly", "probably not": no denial, but no neutrality either
        applies=lambda s: _negative(s) and s.certainty != "certain",
        stance="doubt",
    ),
    StanceRule(
        name="denies",
        applies=_negative,
        stance="deny",
    ),
    StanceRule(
        name="confirms",
        applies=lambda s: s.act == "confirm" and s.certainty == "certain",
        stance="confirm",
    ),
    StanceRule(
        name="hedged-confirmation",
        applies=lambda s: s.act == "confirm",
        stance="assert",
    ),
    StanceRule(
        name="could-be",  # "could have sent" is put forward by its source; how weakly is for the ledger to weigh
        applies=lambda s: s.certainty not in SURE,
        stance="assert",
    ),
    StanceRule(name="says", applies=lambda _: True, stance="assert"),
)
"""From the most to the least particular: the first that applies is taken."""

UNVOUCHED: Mapping[Stance, tuple[Stance, Reason]] = {
    "confirm": ("report", because("stance.unvouched")),
    "assert": ("report", because("stance.unvouched")),
    "deny": ("doubt", because("stance.unvouched-denial")),
}
"""What a stance is worth where the source is anonymous or an outlet."""


def stance_of(statement: Statement) -> tuple[Stance, tuple[Reason, ...]]:
    """Return the stance of one statement on the proposition that is its content, with the reasons.

    A possibility ("could") is still put forward by its source, so it is `assert`; "probably not" is `doubt`; who
    leaves the matter open (certainty unknown) declines. Anonymous sources and outlets report, whatever their verb.
    """
    rule = next(rule for rule in STANCES if rule.applies(statement))
    unvouched = UNVOUCHED.get(rule.stance) if statement.source.type in UNNAMED else None
    reason = because(f"stance.{rule.name}")
    if not unvouched:
        return rule.stance, (reason,)
    return unvouched[0], (reason, unvouched[1])


def stance(utterance: Utterance) -> Stand:
    """Return what most reports of an utterance say of its stance; where they are even, the more cautious.

    Every document has one vote, shared among its statements: a headline that repeats the body weighs no more.
    """
    held = {report.id: stance_of(report.statement) for report in utterance.reports}
    statements = defaultdict(list)
    for report in utterance.reports:
        statements[report.document].append(held[report.id])
    votes: dict[Stance, Fraction] = defaultdict(Fraction)
    for readings in statements.values():
        for one, _ in readings:
            votes[one] += Fraction(1, len(readings))
    most = max(votes.values())
    chosen = next(one for one in CAUTION if votes.get(one) == most)
    reasons = {why.code: why for one, given in held.values() if one == chosen for why in given}
    others = (because(f"stance.others-{one}") for one in CAUTION if one in votes and one != chosen)
    return Stand(utterance=utterance, stance=chosen, reasons=(*reasons.values(), *others))
