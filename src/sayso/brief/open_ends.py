"""What is disputed, and what nobody vouches for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import ANONYMOUS, Account, Stand, Utterance
from .lead import OPEN
from .letters import capitalised
from .page import Item, Part, Sentence
from .voice import Voice

_AGAINST = frozenset({"deny", "doubt"})
_MANY = 3
"""Documents from which it matters that all of them have it from one."""
_MOST = 8
"""Claims told of one kind of what is not known; more tell a reader nothing."""
_VOUCHED = frozenset({"confirmed", "corroborated"})


def disputed(voice: Voice, accounts: Iterable[Account]) -> list[Item]:
    """Return the claims that somebody denies or doubts: the words at issue, who stands for them and who against."""
    items = []
    for account in accounts:
        sides = _sides(account.claim.stands)
        if account.status in OPEN or sides["against"]:
            sentences = [_line(voice, account)]
            sentences += [_side(voice, key, side) for key, side in sides.items() if side]
            items.append(Item(tuple(sentences)))
    return items


def unknown(voice: Voice, accounts: Sequence[Account]) -> list[Item]:
    """Return what rests on unnamed sources only, and what many documents have from one."""
    told = [one for one in accounts if voice.tells(one.label)]
    unnamed = [one for one in told if all(u.source.type == ANONYMOUS for u in one.claim.utterances)]
    echoes = [one for one in told if one not in unnamed and _is_echo(one)]
    return [*_group(voice, "anonymous", unnamed), *_group(voice, "echo", echoes)]


def _group(voice: Voice, key: str, accounts: Sequence[Account]) -> Iterable[Item]:
    """Yield claims of one kind, the first under its heading."""
    for number, account in enumerate(accounts[:_MOST]):
        sides = _sides(account.claim.stands)
        told = [account.label.document, *(name for one in sides["for"] for name in one.documents)]
        parts: list[Part] = [*voice.label(account.label), " ", voice.cite_documents(told), "."]
        yield Item((Sentence(tuple(parts)),), day=voice.w(f"unknown.{key}") if number == 0 else None)


def _is_echo(account: Account) -> bool:
    """Tell whether many documents have a claim, of one origin, and nobody who should know confirms it."""
    told = {name for one in _sides(account.claim.stands)["for"] for name in one.documents}
    return len(told) >= _MANY and len(account.origins) < 2 and account.status not in _VOUCHED | OPEN


def _line(voice: Voice, account: Account) -> Sentence:
    """ "Disputed: “the words at issue” [1]." """
    status = voice.w(f"status.{account.status}") if account.status else voice.w("no_status")
    cite = voice.cite_documents([account.label.document])
    return Sentence((f"{capitalised(status)}: ", *voice.label(account.label), " ", cite, "."))


def _side(voice: Voice, key: str, side: Sequence[Utterance]) -> Sentence:
    """ "For: Mark Rutte [1], Kyiv [2]." Whoever said it twice is named once."""
    documents: dict[str, list[str]] = {}
    for one in side:
        report = voice.report(one)
        names = [report.document, *(name for name in one.documents if name != report.document)]
        documents.setdefault(voice.namer.named(report), []).extend(names)
    parts: list[Part] = [voice.w(key)]
    for number, (who, names) in enumerate(documents.items()):
        parts += [", "] if number else []
        parts += [who, " ", voice.cite_documents(names)]
    return Sentence((*parts, "."))


def _sides(stands: Iterable[Stand]) -> dict[str, list[Utterance]]:
    sides: dict[str, list[Utterance]] = {"for": [], "against": [], "neither": []}
    for stand in stands:
        side = "against" if stand.stance in _AGAINST else "neither" if stand.stance == "decline" else "for"
        sides[side].append(stand.utterance)
    return sides
