"""One speech act, and the statements in many documents that report it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from . import display
from .statement import ROW, Source, Statement


class Days(NamedTuple):
    """An interval of days, both ends included."""

    first: dt.date
    last: dt.date

    def iso(self) -> str:
        """Return "2024-10-17", or "2024-10-01/2024-10-10" for more than one day."""
        first = self.first.isoformat()
        return first if self.first == self.last else f"{first}/{self.last.isoformat()}"


class Report(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A statement with what is known of the document in which it stands: one document's report of an utterance.

    `published`, `outlet` and `lang` are the document's, None where unknown. `headline` tells that the statement stands
    in the document's first line.
    """

    statement: Statement
    lang: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    headline: bool = False

    @property
    def id(self) -> str:
        """The id of the statement."""
        return self.statement.id

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.statement.document

    def to_row(self) -> dict[str, Any]:
        """Return the row of a data frame: what is known of the document, and the fields of the statement."""
        known = {"outlet": self.outlet, "lang": self.lang, "published": self.published}
        return known | self.statement.to_row()

    @property
    def order(self) -> tuple[dt.date, str, int, str]:
        """What reports are sorted by: publication (unknown last), document, place in it, id."""
        spans = self.statement.content_spans
        place = spans[0].start if spans else 0
        return self.published or dt.date.max, self.document, place, self.id


class Utterance(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What was said once, by one source on one occasion, and who reports it.

    `reports` are in the order of `Report.order`. `id` is derived from the statements' ids alone. What is read off the
    reports is worked out once: weighing compares every utterance of a claim with every other.
    """

    id: str
    reports: tuple[Report, ...]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of the reports."""
        return tuple(report.statement for report in self.reports)

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents, each once, in order."""
        return tuple(dict.fromkeys(report.document for report in self.reports))

    @cached_property
    def source(self) -> Source:
        """The source as most reports name it; of as many, the one that was named first."""
        names = Counter(report.statement.source.name for report in self.reports)
        most = max(names.values())
        return next(s.source for s in self.statements if names[s.source.name] == most)

    @cached_property
    def said(self) -> Days | None:
        """When it was said by the narrowest day or interval that any report gives, None where none does."""
        told = [s.said_at for s in self.statements if s.said_at]
        if not told:
            return None
        best = min(told, key=lambda said: (said.end - said.start, said.start))
        return Days(best.start, best.end)

    @cached_property
    def published(self) -> dt.date | None:
        """The day of the first report whose day of publication is known."""
        return min((report.published for report in self.reports if report.published), default=None)

    def to_polars(self) -> Any:
        """Return the reports as a polars data frame, a row each. Raises SaysoError where there is no polars."""
        return display.frame("polars", [report.to_row() for report in self.reports], REPORT_ROW)

    def to_pandas(self) -> Any:
        """Return the reports as a pandas data frame, a row each. Raises SaysoError where there is no pandas."""
        return display.frame("pandas", [report.to_row() for report in self.reports], REPORT_ROW)

    def _repr_html_(self) -> str:
        said = self.said
        caption = display.told(self.id, self.source.name, said.iso() if said else None)
        rows = [
            (one.published, one.outlet or one.document, one.statement.who, one.statement.words)
            for one in self.reports
        ]
        return display.html_table(caption, ("published", "in", "who", "what"), rows)


REPORT_ROW = ["outlet", "lang", "published", *ROW]
"""The columns of a row of a report."""
