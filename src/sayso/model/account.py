"""A claim with everything that weighing found of it: what is told to a person, in whatever form."""

from __future__ import annotations

import msgspec

from .assessment import Discrepancy, Grade, Status, Step
from .claim import Claim
from .utterance import Report, Utterance


class GivenGrade(msgspec.Struct, frozen=True, kw_only=True):
    """A grade that a person gave, with name and reason; it stands beside the machine's and never over it."""

    value: str
    by: str
    reason: str


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as known on a day.

    `label` is the report whose content stands for it in a line. `origins` are groups of utterances that stand for it,
    each group one origin; `uncounted` those of which it is not known whether they are origins of their own.
    `why` are the reasons of the grade, `missing` what would raise it, in the language that is to be told in.
    `discrepancies` are where reports of one of its utterances differ and where its utterances conflict.
    """

    claim: Claim
    label: Report
    status: Status | None
    steps: tuple[Step, ...]
    grade: Grade
    why: str = ""
    missing: str = ""
    given: GivenGrade | None = None
    origins: tuple[tuple[Utterance, ...], ...] = ()
    uncounted: tuple[Utterance, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
