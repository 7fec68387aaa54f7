"""The table of transitions: how a claim comes from one status to the next.

The first rule that may leave the present status and whose condition holds is taken; where none does, what was heard
changes nothing and is not listed. A rule that enters nothing leaves the status as it is and is listed all the same: a
reader must see that a denial was made, or that somebody would not confirm.

Confirmation is an act of confirmation, put as certain, by an institution or by a person with an office. A mere
assertion by such a body, however certain, is an allegation: a party to a story asserts with certainty every day, and
whoever confirms says by the word that he looked into what others had said. Nor does the asserter's own "I confirm" make
more of his word while he stands alone.

A denial after a confirmation: where the claim has two independent origins, it stays confirmed and the denial is noted
beside it, because a party's denial takes nothing from what others found. Where the confirmation is the only origin
and a body in a position to know denies, there is one word against another: disputed. It is the same if the denial
came first, so the order of events does not decide what is held true.

A denial is itself outweighed by nothing but names: against anonymous sources only, the word of a body in a position to
know makes the claim denied; against a named source it is a dispute. Only the very source that asserted can retract,
and only while it stood alone: another office of the same institution that contradicts it makes a dispute.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import msgspec

from ..model import Status
from .voices import Situation

Leaves = frozenset[Status | None]

ALL: frozenset[Status] = frozenset(get_args(Status))
UNHEARD: Leaves = frozenset({None})
UNSETTLED: Leaves = frozenset({None, "rumoured", "denied", "disputed", "retracted"})
"""What a plain assertion may lead out of, once no denial stands."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One transition: from any status of `leaves`, where `when` holds, to `enters` (None: stays, but is listed).

    Its name is that of the sentence that tells of it, in which {who} is the source just heard, {against} who denies,
    {by} who confirms and {n} the number of independent origins.
    """

    name: str
    leaves: Leaves
    when: Callable[[Situation], bool]
    enters: Status | None


RULES: tuple[Rule, ...] = (
    Rule(
        name="withdrawn",
        leaves=ALL,
        when=lambda s: s.withdraws and not s.vouched,
        enters="retracted",
    ),
    Rule(
        name="lone-confirmation-denied",
        leaves=frozenset({"confirmed"}),
        when=lambda s: s.now.opposes and not s.settled and s.word_against_word,
        enters="disputed",
    ),
    Rule(
        name="confirmation",
        leaves=(ALL | UNHEARD) - {"confirmed"},
        when=lambda s: s.now.stance == "confirm" and s.settled,
        enters="confirmed",
    ),
    Rule(
        name="confirmation-backed",
        leaves=ALL - {"confirmed"},
        when=lambda s: s.now.supports and s.settled,
        enters="confirmed",
    ),
    Rule(
        name="word-against-word",
        leaves=(ALL | UNHEARD) - {"confirmed", "disputed"},
        when=lambda s: s.takes_sides and s.word_against_word,
        enters="disputed",
    ),
    Rule(
        name="denial-only",
        leaves=frozenset({None, "rumoured", "alleged", "corroborated", "confirmed", "disputed"}),
        when=lambda s: s.now.opposes and not s.word_against_word,
        enters="denied",
    ),
    Rule(
        name="corroboration",
        leaves=UNSETTLED | {"alleged"},
        when=lambda s: s.now.firm and s.origins > 1 and not s.opposing,
        enters="corroborated",
    ),
    Rule(
        name="allegation",
        leaves=UNSETTLED,
        when=lambda s: s.now.firm and not s.opposing,
        enters="alleged",
    ),
    Rule(
        name="rumour",
        leaves=UNHEARD,
        when=lambda s: s.now.supports,
        enters="rumoured",
    ),
    Rule(
        name="spoken-of",
        leaves=UNHEARD,
        when=lambda s: not s.takes_sides,
        enters="rumoured",
    ),
    Rule(
        name="own-word-again",
        leaves=ALL,
        when=lambda s: s.now.stance == "confirm" and s.now not in s.confirmed_by and s.now.body,
        enters=None,
    ),
    Rule(
        name="denial-noted",
        leaves=ALL,
        when=lambda s: s.now.opposes,
        enters=None,
    ),
    Rule(
        name="not-confirmed-yet",
        leaves=ALL,
        when=lambda s: s.now.stance == "decline",
        enters=None,
    ),
    Rule(
        name="doubt-noted",
        leaves=ALL,
        when=lambda s: s.now.stance == "doubt",
        enters=None,
    ),
)
