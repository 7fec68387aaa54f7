"""From weighed claims to a brief: what is known, the chronology, what is disputed, what differs, what is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ..model import Account, Discrepancy, Document, Passage, Report, Stand, Utterance
from .clauses import clause, content_parts, marks_for
from .naming import Namer, capitalised, report_for
from .page import Brief, Cite, Item, Kind, Length, Part, Quote, Row, Section, Sentence
from .references import References
from .wording import Wording

_AGAINST = frozenset({"deny", "doubt"})
_SHORT = 7
"""Claims in a short brief: what a reader takes in at a glance."""
_CHIEF = 12
"""Claims told first in a full brief."""
_OPEN = frozenset({"disputed", "denied", "retracted"})
_CITED = 6
"""Documents cited for one sentence; more tell a reader nothing."""


def compose(
    accounts: Sequence[Account],
    documents: Mapping[str, Document],
    lang: str,
    *,
    topic: str | None = None,
    length: Length = "full",
    as_of: dt.date | None = None,
) -> Brief:
    """Write a brief of claims in the order given; a short one tells the first few, and no chronology.

    `documents` are the documents of their reports by id. `as_of` is told in the title and changes nothing: what was not
    known by then must not be among the `accounts`. Raises BriefError for a language in which no brief can be written.
    """
    return _Writer(Wording.load(lang), documents).brief(accounts, topic, length, as_of)


class _Writer:
    """Writes one brief; remembers who was named and which documents were cited."""

    def __init__(self, wording: Wording, documents: Mapping[str, Document]) -> None:
        self._w = wording
        self._documents = documents
        self._namer = Namer(wording)
        self._references = References(wording, documents)

    def brief(
        self, accounts: Sequence[Account], topic: str | None, length: Length, as_of: dt.date | None
    ) -> Brief:
        told = list(accounts) if length == "full" else list(accounts)[:_SHORT]
        sections = [self._known(told)]
        if length == "full":
            sections += [self._chronology(told), self._disputed(told)]
        sections += [self._discrepancies(told)]
        if length == "full":
            sections += [self._unknown(told), self._grades(told)]
        return Brief(
            lang=self._w.lang,
            title=self._title(topic, as_of),
            standfirst=self._standfirst(told, len(accounts) - len(told)),
            sections=tuple(one for one in sections if one.items or one.rows),
            sources=self._w("heading.sources"),
            references=self._references.all(),
        )

    def _title(self, topic: str | None, as_of: dt.date | None) -> str:
        known = self._w("known_on", day=self._w.day(as_of)) if as_of else self._w("known")
        return capitalised(self._w("title", topic=topic, known=known) if topic else known)

    def _standfirst(self, told: Sequence[Account], left: int) -> str:
        utterances = sum(len(one.claim.stands) for one in told)
        words = self._w(
            "standfirst",
            documents=self._w.count("documents", len(self._references.all())),
            claims=self._w.count("claims", len(told)),
            utterances=self._w.count("utterances", utterances),
        )
        return f"{words} {self._w.count('more', left)}" if left else words

    def _known(self, accounts: Sequence[Account]) -> Section:
        """What the claims have come to that more than one utterance stands to, or one that is told widely."""
        chief = [one for one in accounts if _is_chief(one)][:_CHIEF] or list(accounts)[:_CHIEF]
        return self._section("known", (Item((self._line(one), *self._way(one))) for one in chief))

    def _line(self, account: Account) -> Sentence:
        """ "Confirmed: the words that stand for it [1]." """
        status = self._w(f"status.{account.status}") if account.status else self._w("no_status")
        cite = self._cite_documents([account.label.document])
        return Sentence((f"{capitalised(status)}: ", *self._label(account.label), " ", cite, "."))

    def _label(self, report: Report) -> list[Part]:
        """The words that stand for a claim, in quotation marks, with their language where it is another."""
        parts = content_parts(report.statement, marks=marks_for(report.statement, self._w))
        if report.lang != self._w.lang and (told := self._w.in_language(report.lang)):
            parts.append(f" ({told})")
        return parts

    def _way(self, account: Account) -> Iterable[Sentence]:
        """How a claim came to its status: "17 October: alleged (X) [1]; 28 October: confirmed (Y) [2]." """
        said = {one.id: one for one in account.claim.utterances}
        parts: list[Part] = []
        last: dt.date | None = None
        for step in account.steps:
            if step.status == step.before or step.utterance not in said:
                continue
            one = said[step.utterance]
            who = self._namer.named(report_for(one, self._w.lang))
            status = self._w(f"status.{step.status}")
            parts += ["; "] if parts else []
            parts += [self._step(step.day, last, status, who), " ", self._cite(one)]
            last = step.day
        if parts:
            yield Sentence((*parts, "."))

    def _step(self, day: dt.date | None, last: dt.date | None, status: str, who: str) -> str:
        """ "28 October 2024: confirmed (Mark Rutte)"; no day and no year is said twice in a row."""
        if day is None:
            return self._w("step_undated", status=status, who=who)
        if day == last:
            return self._w("step_same", status=status, who=who)
        told = self._w.day(day, year=last is None or last.year != day.year)
        return self._w("step", day=told, status=status, who=who)

    def _chronology(self, accounts: Sequence[Account]) -> Section:
        """Every utterance once, by the day on which it was said or, where that is unknown, first reported."""
        entries = [(stand.utterance, account) for account in accounts for stand in account.claim.stands]
        entries.sort(key=lambda entry: (*_when(entry[0]), entry[0].reports[0].order))
        items: list[Item] = []
        for day, group in groupby(entries, key=lambda entry: _heading(entry[0], self._w)):
            for number, (one, account) in enumerate(group):
                sentences = (self._told(one), *self._changes(one, account))
                items.append(Item(sentences, day=day if number == 0 else None))
        return self._section("chronology", items)

    def _told(self, utterance: Utterance) -> Sentence:
        """ "The NATO chief Mark Rutte confirmed that … [1, 2]; relayed by X." """
        report = report_for(utterance, self._w.lang)
        text = self._documents[report.document].text
        parts = clause(report, text, self._namer.named(report), self._w)
        return Sentence((*parts, *self._relayed(report), " ", self._cite(utterance), "."))

    def _relayed(self, report: Report) -> list[Part]:
        """Who relayed it."""
        via = report.statement.via
        key = "relayed_one" if len(via) == 1 else "relayed_many"
        return [self._w(key, names=self._w.listed(via))] if via else []

    def _changes(self, utterance: Utterance, account: Account) -> Iterable[Sentence]:
        """ "From here on the claim “…” [1] is confirmed." Its first status is no change."""
        for step in account.steps:
            if step.utterance == utterance.id and step.before and step.status != step.before:
                before, after = self._w("changed", status=self._w(f"status.{step.status}")).split("{label}")
                cite = self._cite_documents([account.label.document])
                yield Sentence((before, *self._label(account.label), " ", cite, after))

    def _disputed(self, accounts: Sequence[Account]) -> Section:
        """Claims that somebody denies or doubts: the words at issue, who stands for them and who against."""
        items = []
        for account in accounts:
            sides = _sides(account.claim.stands)
            if account.status in _OPEN or sides["against"]:
                sentences = [self._line(account)]
                sentences += [self._side(key, side) for key, side in sides.items() if side]
                items.append(Item(tuple(sentences)))
        return self._section("disputed", items)

    def _side(self, key: str, side: Sequence[Utterance]) -> Sentence:
        """ "For: Mark Rutte [1], Kyiv [2]." """
        parts: list[Part] = [self._w(key)]
        for number, one in enumerate(side):
            parts += [", "] if number else []
            parts += [self._namer.named(report_for(one, self._w.lang)), " ", self._cite(one)]
        return Sentence((*parts, "."))

    def _discrepancies(self, accounts: Sequence[Account]) -> Section:
        """Where reports of one utterance differ and where utterances conflict, in the documents' own words."""
        items = []
        for account in accounts:
            reports = {report.id: report for report in account.claim.reports}
            items += [Item((self._differing(one, reports),)) for one in account.discrepancies if _exact(one)]
        return self._section("discrepancies", items)

    def _differing(self, found: Discrepancy, reports: Mapping[str, Report]) -> Sentence:
        """ "Number: “600” [1] / “600,000” [2, 3]. Departs from the rest: X [1]." Equal words are shown once, and where
        utterances conflict, once for each who said them."""
        left, right = self._w.quoted()
        words: dict[tuple[str, str], list[Passage]] = {}
        for passage in found.passages:
            report = reports.get(passage.statement) if found.relation else None
            who = f"{self._namer.named(report)}: " if report else ""
            if passage.span:
                words.setdefault((who, passage.text.lower()), []).append(passage)
        parts: list[Part] = [self._w(f"what.{found.what or found.relation}") + ": "]
        for number, ((who, _), alike) in enumerate(words.items()):
            first = alike[0]
            assert first.span is not None
            quote = Quote(first.text, first.document, first.statement, first.span)
            parts += [" / "] if number else []
            parts += [who, left, quote, right, " ", self._cite_documents({one.document for one in alike})]
        parts.append(".")
        departs = [self._references.short(name) for name in found.departs if name in self._documents]
        if departs:
            parts += [" ", self._w("departs", who=self._w.listed(departs))]
        return Sentence(tuple(parts))

    def _unknown(self, accounts: Sequence[Account]) -> Section:
        """What rests on unnamed sources only, and what many documents repeat on the word of one."""
        items = []
        for account in accounts:
            told = {name for one in _sides(account.claim.stands)["for"] for name in one.documents}
            unnamed = all(one.source.type == "anonymous" for one in account.claim.utterances)
            if unnamed or (len(told) > 1 and len(account.origins) < 2):
                opening = self._w("unknown.anonymous" if unnamed else "unknown.echo")
                cite = self._cite_documents(sorted(told)[:_CITED])
                label = self._cite_documents([account.label.document])
                parts = (opening, *self._label(account.label), " ", _both(cite, label), ".")
                items.append(Item((Sentence(parts),)))
        return self._section("unknown", items)

    def _grades(self, accounts: Sequence[Account]) -> Section:
        columns = tuple(self._w(f"column.{name}") for name in ("subject", "value", "why"))
        rows = tuple(self._graded(account) for account in accounts)
        return Section("grades", self._w("heading.grades"), columns=columns, rows=rows)

    def _graded(self, account: Account) -> Row:
        cite = self._cite_documents([account.label.document])
        why = account.why
        if account.missing:
            why += " " + self._w("missing", missing=account.missing)
        if account.given:
            given = account.given
            why += " " + self._w("given", by=given.by, value=given.value, reason=given.reason)
        return Row(Sentence((*self._label(account.label), " ", cite)), str(account.grade.value), why)

    def _section(self, kind: Kind, items: Iterable[Item]) -> Section:
        return Section(kind, self._w(f"heading.{kind}"), tuple(items))

    def _cite(self, utterance: Utterance) -> Cite:
        """Cite the documents that report an utterance, that first by which it is told."""
        told = report_for(utterance, self._w.lang).document
        others = [name for name in utterance.documents if name != told]
        return self._cite_documents([told, *others[: _CITED - 1]])

    def _cite_documents(self, names: Iterable[str]) -> Cite:
        return Cite(tuple(sorted(self._references.number(name) for name in names)))


def _sides(stands: Iterable[Stand]) -> dict[str, list[Utterance]]:
    sides: dict[str, list[Utterance]] = {"for": [], "against": [], "neither": []}
    for stand in stands:
        side = "against" if stand.stance in _AGAINST else "neither" if stand.stance == "decline" else "for"
        sides[side].append(stand.utterance)
    return sides


def _is_chief(account: Account) -> bool:
    """Tell whether a claim belongs among what is told first."""
    return len(account.claim.stands) > 1 or account.status in _OPEN | {"confirmed"}


def _when(utterance: Utterance) -> tuple[dt.date, bool, dt.date]:
    """Return what a chronology is sorted by: the day of saying or else of the first report."""
    said = utterance.said
    first = said.first if said else utterance.published or dt.date.max
    return first, said is None, said.last if said else first


def _heading(utterance: Utterance, wording: Wording) -> str:
    """Return the day under which an utterance stands; one whose day is not known says so."""
    said = utterance.said
    if said:
        return wording.days(said)
    first = utterance.published
    return wording("undated", day=wording.day(first)) if first else wording("undated_open")


def _both(one: Cite, other: Cite) -> Cite:
    return Cite(tuple(sorted({*one.numbers, *other.numbers})))


def _exact(found: Discrepancy) -> bool:
    """Tell whether a discrepancy can be shown by exact words of two documents or of two places of one."""
    return sum(passage.span is not None for passage in found.passages) > 1
