"""From weighed claims to a timeline: every utterance once, with the change of status that it brought."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from ...model import Account, Document, Source, Stand, Utterance
from ..letters import capitalised
from ..page import Sentence
from ..usual import usual_name
from ..voice import Voice
from ..wording import Wording
from .page import Change, Entry, Timeline, Topic

_GAP = " … "


def compose(
    accounts: Sequence[Account],
    documents: Mapping[str, Document],
    lang: str,
    *,
    topic: str | None = None,
    as_of: dt.date | None = None,
    total: int | None = None,
) -> Timeline:
    """Write a timeline of claims, numbered in the order given.

    `documents` are the documents of their reports by id. `as_of` is told in the title and changes nothing; `total` is
    how many claims there were to choose from. Raises BriefError for a language that sayso has no words in.
    """
    return _Writer(Voice(Wording.load(lang), documents, accounts)).timeline(accounts, topic, as_of, total)


class _Writer:
    """Writes one timeline in the voice of its page."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._w = voice.w

    def timeline(
        self, accounts: Sequence[Account], topic: str | None, as_of: dt.date | None, total: int | None
    ) -> Timeline:
        stands = [
            (stand, account, number)
            for number, account in enumerate(accounts, 1)
            for stand in account.claim.stands
        ]
        stands.sort(
            key=lambda one: (*_when(one[0].utterance), one[0].utterance.reports[0].order, one[0].utterance.id)
        )
        entries = tuple(self._entry(*one) for one in stands)
        topics = tuple(self._topic(number, account) for number, account in enumerate(accounts, 1))
        return Timeline(
            lang=self._w.lang,
            title=self._title(topic, as_of),
            standfirst=self._standfirst(len(accounts), entries, total),
            topics=topics,
            entries=entries,
            references=self._voice.references.all(),
        )

    def _title(self, topic: str | None, as_of: dt.date | None) -> str:
        told = self._w("timeline.title_topic", topic=topic) if topic else self._w("timeline.title")
        return capitalised(
            self._w("timeline.title_on", title=told, day=self._w.day(as_of)) if as_of else told
        )

    def _standfirst(self, claims: int, entries: Sequence[Entry], total: int | None) -> str:
        words = [
            self._w(
                "timeline.standfirst",
                documents=self._w.count("documents", len(self._voice.references.all())),
                claims=self._w.count("claims", claims),
                utterances=self._w.count("utterances", len(entries)),
            )
        ]
        words += [self._w("timeline.of_all", total=total)] if total and total > claims else []
        words += [self._w("timeline.foreign")] if any(one.lang != self._w.lang for one in entries) else []
        return " ".join(words)

    def _entry(self, stand: Stand, account: Account, number: int) -> Entry:
        one = stand.utterance
        report = self._voice.report(one)
        source = report.statement.source
        nameless = source.type == "anonymous"
        return Entry(
            utterance=one.id,
            claim=number,
            source=self._w("timeline.nameless") if nameless else self._lane(source, report.lang),
            days=one.said,
            published=one.published,
            stance=stand.stance,
            label=_GAP.join(report.statement.content),
            lang=report.lang,
            sentence=self._voice.told(one),
            statements=tuple(statement.id for statement in one.statements),
            heard=len(one.documents),
            changes=_changes(one, account, number),
        )

    def _lane(self, source: Source, lang: str | None) -> str:
        """Return the one name under which all that a source said stands."""
        return self._voice.namer.person(source) or usual_name(source, lang, self._w)

    def _topic(self, number: int, account: Account) -> Topic:
        label, voice = account.label, self._voice
        cite = voice.cite_documents([label.document])
        return Topic(
            number=number,
            claim=account.claim.id,
            sentence=Sentence((*voice.label(label), " ", cite)),
            label=_GAP.join(label.statement.content),
            status=account.status,
        )


def _changes(utterance: Utterance, account: Account, number: int) -> tuple[Change, ...]:
    """Return the changes of status that an utterance brought; a claim's first status is no change."""
    return tuple(
        Change(claim=number, status=step.status, day=step.day, place=place)
        for place, step in enumerate(account.steps)
        if step.utterance == utterance.id and step.before and step.before != step.status
    )


def _when(utterance: Utterance) -> tuple[bool, dt.date, dt.date]:
    """Return what a timeline is sorted by: undated ones last, among themselves by their first report."""
    said = utterance.said
    if said:
        return False, said.first, said.last
    first = utterance.published or dt.date.max
    return True, first, first
