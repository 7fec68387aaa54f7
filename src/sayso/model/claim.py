"""A proposition at issue, and who stands for or against it."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from . import display
from .reason import Reason
from .utterance import REPORT_ROW, Report, Utterance

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

    def to_polars(self) -> Any:
        """Return the reports with their stances as a polars data frame. Raises SaysoError where there is no polars."""
        return self._frame("polars")

    def to_pandas(self) -> Any:
        """Return the reports with their stances as a pandas data frame. Raises SaysoError where there is no pandas."""
        return self._frame("pandas")

    def _frame(self, library: str) -> Any:
        rows = [
            {"stance": one.stance} | report.to_row()
            for one in self.stands
            for report in one.utterance.reports
        ]
        return display.frame(library, rows, ["stance", *REPORT_ROW])

    def _repr_html_(self) -> str:
        return self.html(self.id)

    def html(self, caption: str) -> str:
        """Return the table of those who stand to the claim, as HTML, under `caption`."""
        said = [(one, one.utterance, one.utterance.reports[0]) for one in self.stands]
        rows = [
            (
                u.said.iso() if u.said else u.published,
                u.source.name,
                one.stance,
                first.statement.words,
                len(u.documents),
            )
            for one, u, first in said
        ]
        return display.html_table(caption, ("day", "who", "stance", "what", "documents"), rows)
