"""What is known first: the chief claims under their status, each with who brought it there and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from ..model import Account, Step, Utterance
from .letters import capitalised
from .page import Item, Part, Sentence
from .voice import Voice

_CHIEF = 12
"""Claims told first."""
_LEAST = 5
"""Claims told first of a small story, where there are as many."""
_ORDER = ("confirmed", "corroborated", "disputed", "denied", "retracted", "alleged", "rumoured", None)
_FOR = frozenset({"confirm", "assert", "report"})
_STANCES = {
    "confirmed": frozenset({"confirm"}),
    "denied": frozenset({"deny"}),
    "retracted": frozenset({"deny"}),
}
OPEN = frozenset({"disputed", "denied", "retracted"})


def lead(voice: Voice, accounts: Sequence[Account]) -> list[Item]:
    """Return the chief claims: what is surest first, of the same status those told by most documents."""
    told = {one.claim.id: utterance for one in accounts if (utterance := _spokesman(voice, one))}
    whole = [one for one in accounts if one.claim.id in told]
    chief = [one for one in whole if _is_chief(one)][:_CHIEF]
    chief += [one for one in whole if not _is_chief(one)][: max(0, _LEAST - len(chief))]
    chief.sort(key=lambda one: _ORDER.index(one.status))
    items: list[Item] = []
    before: str | None = None
    for one in chief:
        heading = capitalised(voice.w(f"status.{one.status}") if one.status else voice.w("no_status"))
        sentences = (
            voice.told_on(told[one.claim.id]),
            *_against(voice, one, told[one.claim.id]),
            *_way(voice, one),
        )
        items.append(Item(sentences, day=heading if heading != before else None))
        before = heading
    return items


def _is_chief(account: Account) -> bool:
    """Tell whether a claim belongs among what is told first."""
    return len(account.claim.stands) > 1 or account.status in OPEN | {"confirmed"}


def _spokesman(voice: Voice, account: Account) -> Utterance | None:
    """Return the utterance that tells what a claim has come to: of those that stand for it in the way of its status
    the one that most documents have; None where only fragments are left."""
    wanted = _STANCES.get(account.status or "", _FOR)
    said = [one for one in account.claim.stands if voice.tells(voice.report(one.utterance))]
    fitting = [one.utterance for one in said if one.stance in wanted] or [one.utterance for one in said]
    own = voice.w.lang
    return max(
        fitting,
        key=lambda one: (
            len(one.documents),
            voice.report(one).lang == own,
            -account.claim.utterances.index(one),
        ),
        default=None,
    )


def _against(voice: Voice, account: Account, told: Utterance) -> Iterable[Sentence]:
    """Tell who denies what is open, in the words of the most told denial."""
    if account.status not in OPEN:
        return
    denials = [one.utterance for one in account.claim.stands if one.stance in ("deny", "doubt")]
    denials = [one for one in denials if one.id != told.id and voice.tells(voice.report(one))]
    if denials:
        yield voice.told_on(max(denials, key=lambda one: len(one.documents)))


def _way(voice: Voice, account: Account) -> Iterable[Sentence]:
    """ "How it came there: 17 October – alleged (Kyiv) [1]; …" Nothing of a claim with one status only."""
    steps = list(_steps(account))
    if len(steps) < 2:
        return
    parts: list[Part] = []
    last: dt.date | None = None
    for step, utterance in steps:
        parts += ["; " if parts else voice.w("way"), _step(voice, step, utterance, last), " "]
        parts += [voice.cite(utterance)]
        last = step.day
    yield Sentence((*parts, "."))


def _steps(account: Account) -> Iterable[tuple[Step, Utterance]]:
    """Yield the steps that changed a status, with the utterances that did."""
    said = {one.id: one for one in account.claim.utterances}
    for step in account.steps:
        if step.status != step.before and step.utterance in said:
            yield step, said[step.utterance]


def _step(voice: Voice, step: Step, utterance: Utterance, last: dt.date | None) -> str:
    """ "28 October: confirmed (Mark Rutte)"; no day is said twice in a row."""
    who, status = voice.who(utterance), voice.w(f"status.{step.status}")
    if step.day is None:
        return voice.w("step_undated", status=status, who=who)
    if step.day == last:
        return voice.w("step_same", status=status, who=who)
    return voice.w("step", day=voice.day(step.day), status=status, who=who)
