"""From weighed claims to a brief: what is known, the chronology, what is disputed, what differs, what is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ..model import Account, Days, Document
from .chronology import chronology
from .differing import discrepancies
from .lead import lead
from .letters import capitalised, uncapitalised
from .open_ends import disputed, unknown
from .page import Brief, Item, Kind, Length, Row, Section, Sentence
from .voice import Voice
from .wording import Wording

_SHORT = 7
"""Claims in a short brief: what a reader takes in at a glance."""


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
    voice = Voice(Wording.load(lang), documents, accounts)
    told = list(accounts) if length == "full" else _first(voice, accounts)
    sections = [_section(voice, "known", lead(voice, told))]
    left = 0
    if length == "full":
        items, left = chronology(voice, told)
        sections += [_section(voice, "chronology", items)]
        sections += [_section(voice, "disputed", disputed(voice, told))]
    sections += [_section(voice, "discrepancies", discrepancies(voice, told))]
    if length == "full":
        sections += [_section(voice, "unknown", unknown(voice, told)), _grades(voice, told)]
    return Brief(
        lang=lang,
        title=_title(voice, topic, as_of),
        standfirst=_standfirst(voice, told, len(accounts) - len(told), left),
        sections=tuple(one for one in sections if one.items or one.rows),
        sources=voice.w("heading.sources"),
        references=voice.references.all(),
    )


def _first(voice: Voice, accounts: Sequence[Account]) -> list[Account]:
    """Return the first few claims, those before others of which more than a fragment is left."""
    whole = [one for one in accounts if voice.tells(one.label)]
    return (whole or list(accounts))[:_SHORT]


def _title(voice: Voice, topic: str | None, as_of: dt.date | None) -> str:
    known = voice.w("known_on", day=voice.w.day(as_of)) if as_of else voice.w("known")
    return capitalised(voice.w("title", topic=topic, known=known) if topic else known)


def _standfirst(voice: Voice, told: Sequence[Account], left: int, fragments: int) -> str:
    references = voice.references.all()
    days = [day for one in references if (day := voice.documents[one.document].published)]
    words = voice.w(
        "standfirst",
        documents=voice.w.count("documents", len(references)),
        period=_period(voice.w, days),
        claims=voice.w.count("claims", len(told)),
        utterances=voice.w.count("utterances", sum(len(one.claim.stands) for one in told)),
    )
    more = [voice.w.count("more", left)] if left else []
    more += [voice.w.count("left_out", fragments)] if fragments else []
    return " ".join([words, *more])


def _period(wording: Wording, days: Sequence[dt.date]) -> str:
    """Return " (8 October – 5 November 2024)": when the documents were published."""
    if not days:
        return ""
    return wording("period", days=wording.days(Days(min(days), max(days))))


def _grades(voice: Voice, accounts: Sequence[Account]) -> Section:
    columns = tuple(voice.w(f"column.{name}") for name in ("subject", "value", "why"))
    rows = tuple(_graded(voice, account) for account in accounts if voice.tells(account.label))
    return Section("grades", voice.w("heading.grades"), columns=columns, rows=rows)


def _graded(voice: Voice, account: Account) -> Row:
    cite = voice.cite_documents([account.label.document])
    why = account.why
    if account.missing:
        why += " " + voice.w("missing", missing=uncapitalised(account.missing))
    if account.given:
        given = account.given
        why += " " + voice.w("given", by=given.by, value=given.value, reason=given.reason)
    value = f"{account.grade.value}: {voice.w(f'grade.{account.grade.value}')}"
    return Row(Sentence((*voice.label(account.label), " ", cite)), value, why)


def _section(voice: Voice, kind: Kind, items: Iterable[Item]) -> Section:
    return Section(kind, voice.w(f"heading.{kind}"), tuple(items))
