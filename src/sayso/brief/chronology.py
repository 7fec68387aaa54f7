"""Every utterance once, by the day on which it was said or, where that is unknown, first reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from ..model import Account, Utterance
from .choosing import told_within
from .page import Item, Sentence
from .voice import Voice

Entry = tuple[Utterance, Account]


def chronology(voice: Voice, accounts: Sequence[Account]) -> tuple[list[Item], int]:
    """Return the entries and how many utterances are left out since only a fragment is left of them.

    What stands within the words of another utterance is told there; what changed a status is told in any case.
    """
    entries = [(stand.utterance, account) for account in accounts for stand in account.claim.stands]
    within = told_within(utterance for utterance, _ in entries)
    told = [(one, account) for one, account in entries if one.id not in within or _turns(one, account)]
    whole = [(one, account) for one, account in told if voice.tells(voice.report(one))]
    whole.sort(key=lambda entry: (*_when(entry[0]), entry[0].reports[0].order))
    items: list[Item] = []
    before: dt.date | None = None
    for (_, undated, _), group in groupby(whole, key=lambda entry: _when(entry[0])):
        found = list(group)
        first = found[0][0]
        day = first.published if undated else first.said.last if first.said else None
        same = undated and day is not None and day == before
        heading = voice.w("undated_same") if same else voice.heading(first)
        items += _under(heading, found, voice)
        before = day
    return items, len(told) - len(whole)


def _under(heading: str, entries: Sequence[Entry], voice: Voice) -> Iterable[Item]:
    """Yield the entries of a day, the first of them under its heading; no sentence stands twice in a row."""
    last: Sentence | None = None
    for utterance, account in entries:
        sentence = voice.told(utterance)
        if last is not None and sentence.parts[:-2] == last.parts[:-2]:
            continue
        yield Item((sentence, *_changes(voice, utterance, account)), day=heading if last is None else None)
        last = sentence


def _changes(voice: Voice, utterance: Utterance, account: Account) -> Iterable[Sentence]:
    """ "From then on the claim “…” [1] counts as confirmed." Its first status is no change."""
    label = account.label
    for step in account.steps:
        if step.utterance != utterance.id or not step.before or step.status == step.before:
            continue
        status = voice.w(f"status.{step.status}")
        here = label.id in {report.id for report in utterance.reports}
        if not here and voice.tells(label):
            before, after = voice.w("changed", status=status).split("{label}")
            yield Sentence((before, *voice.label(label), " ", voice.cite_documents([label.document]), after))
        else:
            before, after = voice.w("changed_this", status=status).split("{cite}")
            yield Sentence((f"{before} ", voice.cite(utterance), after))


def _turns(utterance: Utterance, account: Account) -> bool:
    """Tell whether an utterance changed the status of its claim."""
    steps = [step for step in account.steps if step.utterance == utterance.id]
    return any(step.before and step.before != step.status for step in steps)


def _when(utterance: Utterance) -> tuple[dt.date, bool, dt.date]:
    """Return what a chronology is sorted by: the day of saying or else of the first report."""
    said = utterance.said
    first = said.first if said else utterance.published or dt.date.max
    return first, said is None, said.last if said else first
