"""The voice of one page: how it names, tells, dates and cites, and what it has named and cited already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ..model import Account, Days, Document, Report, Utterance
from .choosing import best_report, tells
from .clauses import clause, content_parts, is_plural, marks_for
from .letters import capitalised, uncapitalised
from .naming import Namer
from .page import Cite, Part, Sentence
from .references import References
from .wording import Wording

_CITED = 6
"""Documents cited for one sentence; more tell a reader nothing."""


class Voice:
    """Writes the sentences of one page; remembers who was named and which documents were cited."""

    def __init__(
        self, wording: Wording, documents: Mapping[str, Document], accounts: Sequence[Account]
    ) -> None:
        self.w = wording
        self.documents = documents
        self.references = References(wording, documents)
        self.namer = Namer(wording, (report for one in accounts for report in one.claim.reports))
        self._texts = {name: document.text for name, document in documents.items()}
        self._year = _only_year(accounts)
        self._chosen: dict[str, Report] = {}

    def report(self, utterance: Utterance) -> Report:
        """Return the report by which an utterance is told."""
        if utterance.id not in self._chosen:
            self._chosen[utterance.id] = best_report(utterance, self._texts, self.w)
        return self._chosen[utterance.id]

    def tells(self, report: Report) -> bool:
        """Tell whether a sentence made of a report says something by itself."""
        return tells(report, self._texts[report.document], self.w)

    def who(self, utterance: Utterance) -> str:
        """Return who speaks in an utterance, for the middle of a sentence."""
        return self.namer.named(self.report(utterance))

    def told(self, utterance: Utterance) -> Sentence:
        """ "The NATO chief Mark Rutte confirmed that … [1, 2]; relayed by X." """
        _, parts = self._clause(utterance)
        return self._cited(parts, utterance)

    def told_on(self, utterance: Utterance) -> Sentence:
        """ "On 28 October the NATO chief Mark Rutte confirmed that … [1, 2].": where no day stands above it."""
        who, parts = self._clause(utterance)
        opening, said, day = str(parts[0]), utterance.said, self._day_of(utterance)
        subject = capitalised(who)
        if day is None:
            return self._cited(parts, utterance)
        if opening.startswith(subject) and (
            said is None or said.first != said.last or opening[len(subject)] in ":("
        ):
            aside = day if said else self.w("bare_report", day=day)
            dated = f"{subject} ({aside}){opening.removeprefix(subject)}"
        else:
            rest = (
                who + opening.removeprefix(subject) if opening.startswith(subject) else uncapitalised(opening)
            )
            dated = capitalised(self.w("on_day" if said else "on_report", day=day, rest=rest))
        return self._cited([dated, *parts[1:]], utterance)

    def _clause(self, utterance: Utterance) -> tuple[str, list[Part]]:
        """Return who speaks and the clause that tells of it."""
        report = self.report(utterance)
        who = self.namer.named(report)
        parts = clause(report, self._texts[report.document], who, self.w)
        return who, [*parts, *self._relayed(report)]

    def _cited(self, parts: Sequence[Part], utterance: Utterance) -> Sentence:
        return Sentence((*parts, " ", self.cite(utterance), "."))

    def _day_of(self, utterance: Utterance) -> str | None:
        if utterance.said:
            return self.days(utterance.said)
        return self.day(utterance.published) if utterance.published else None

    def _relayed(self, report: Report) -> list[Part]:
        """Who relayed it."""
        speaker = self.namer.name(report.statement.source, report.lang)
        names = dict.fromkeys(self.namer.relayer(name, report.lang) for name in report.statement.via)
        told = [name for name in names if name != speaker]
        if not told:
            return []
        several = len(told) > 1 or is_plural(told[0], self.w)
        return [self.w("relayed_many" if several else "relayed_one", names=self.w.listed(told))]

    def label(self, report: Report) -> list[Part]:
        """The words that stand for a claim, in quotation marks, with their language where it is another."""
        parts = content_parts(report.statement, marks=marks_for(report.statement, self.w))
        aside = self.w.aside(report.lang)
        return [*parts, aside] if aside else parts

    def cite(self, utterance: Utterance) -> Cite:
        """Cite the documents that report an utterance, that first by which it is told."""
        told = self.report(utterance).document
        others = [name for name in utterance.documents if name != told]
        return self.cite_documents([told, *others[: _CITED - 1]])

    def cite_documents(self, names: Iterable[str]) -> Cite:
        """Cite documents, six at most."""
        cited = list(dict.fromkeys(names))[:_CITED]
        return Cite(tuple(sorted(self.references.number(name) for name in cited)))

    def day(self, day: dt.date) -> str:
        """Return a day, with its year where the page tells of several."""
        return self.w.day(day, year=day.year != self._year)

    def days(self, days: Days) -> str:
        """Return a day or an interval, with the year where the page tells of several."""
        return self.w.days(days, year=days.first.year != self._year or days.last.year != self._year)

    def heading(self, utterance: Utterance) -> str:
        """Return the day under which an utterance stands; one whose day is not known says so."""
        said, first = utterance.said, utterance.published
        if said:
            return capitalised(self.days(said))
        return self.w("undated", day=self.day(first)) if first else self.w("undated_open")


def _only_year(accounts: Iterable[Account]) -> int | None:
    """Return the year in which all was reported; None where there are several or none is known."""
    reports = (report for account in accounts for report in account.claim.reports)
    years = {report.published.year for report in reports if report.published}
    return years.pop() if len(years) == 1 else None
