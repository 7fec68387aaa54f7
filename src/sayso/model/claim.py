"""A proposition at issue, and who stands for or against it."""

from __future__ import annotations

from typing import Literal

import msgspec

from .reason import Reason
from .utterance import Report, Utterance

Stance = Literal["confirm", "assert", "report", "doubt", "decline", "deny"]
"""How an utterance stands to its claim. `report` passes on what others say without vouching for it; `doubt` holds it
unlikely; `decline` neither confirms nor denies, or says that nothing confirms it."""


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance's stance on a claim, with the reasons for reading it so."""

    utterance: Utterance
    stance: Stance
    reasons: tuple[Reason, ...] = ()


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition, by the utterances that stand to it, in the order of their first reports.

    `id` is derived from the ids of the statements alone.
    """

    id: str
    stands: tuple[Stand, ...]

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The utterances, in order."""
        return tuple(stand.utterance for stand in self.stands)

    @property
    def reports(self) -> tuple[Report, ...]:
        """Every report of every utterance, in the order of `Report.order`."""
        return tuple(sorted((r for u in self.utterances for r in u.reports), key=lambda report: report.order))
