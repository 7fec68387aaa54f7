"""A claim with everything that weighing found of it: what is told to a person, in whatever form."""

from __future__ import annotations

from typing import Any

import msgspec

from . import display
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

    def to_polars(self) -> Any:
        """Return the reports of the claim as a polars data frame: see `Claim.to_polars`."""
        return self.claim.to_polars()

    def to_pandas(self) -> Any:
        """Return the reports of the claim as a pandas data frame: see `Claim.to_pandas`."""
        return self.claim.to_pandas()

    def _repr_html_(self) -> str:
        given = f"{self.given.value} by {self.given.by}: {self.given.reason}" if self.given else None
        grade = f"credibility {self.grade.value}: {self.why}"
        caption = display.told(self.label.statement.words, self.status, grade, given, self.claim.id)
        steps = [(one.day, one.before, one.status, one.rule) for one in self.steps]
        differ = [
            (
                one.what or one.relation,
                ", ".join(one.documents),
                " / ".join(part.text for part in one.passages),
            )
            for one in self.discrepancies
        ]
        tables = [self.claim.html(caption)]
        tables += [display.html_table("status", ("day", "before", "status", "rule"), steps)] if steps else []
        tables += (
            [display.html_table("discrepancies", ("what", "documents", "how"), differ)] if differ else []
        )
        return "".join(tables)
