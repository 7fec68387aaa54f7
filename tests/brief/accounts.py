"""Accounts made by hand or by chance, for tests of what is drawn of them."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from hypothesis import strategies as st

from sayso.model import (
    Account,
    Claim,
    Document,
    Grade,
    Report,
    Source,
    Span,
    Stand,
    Statement,
    Step,
    TimeReference,
    Utterance,
)

_ids = itertools.count(1)


def report(name: str = "Іван Гнатюк", text: str = "міст закриють", **known: Any) -> Report:
    """Return a report; `said` is a pair of days, `via` who relayed it, `published` and `outlet` the document's."""
    number = next(_ids)
    said = known.get("said")
    statement = Statement(
        id=f"{number:016x}",
        document=known.get("document", f"d{number:06}"),
        content=(text,),
        content_spans=(Span(0, len(text)),),
        cue=None,
        cue_span=None,
        source=Source(name=name, type=known.get("type", "person")),
        kind="direct",
        via=tuple(known.get("via", ())),
        said_at=TimeReference(start=said[0], end=said[1], basis="made") if said else None,
        rule="made",
        pack="uk",
        pack_version="1",
    )
    return Report(
        statement=statement, lang="uk", outlet=known.get("outlet"), published=known.get("published")
    )


def account(*utterances: tuple[Report, ...], stances: tuple[Any, ...] = (), steps: bool = False) -> Account:
    """Return a claim with an utterance for every tuple of reports; with `steps` each utterance changes its status."""
    said = [Utterance(id=f"u-{reports[0].id}", reports=reports) for reports in utterances]
    stands = tuple(
        Stand(utterance=one, stance=stances[at % len(stances)] if stances else "assert")
        for at, one in enumerate(said)
    )
    changes = tuple(
        Step(
            day=one.said.first if one.said else one.published,
            status="disputed" if at % 2 else "alleged",
            before=None if at == 0 else "alleged" if at % 2 else "disputed",
            utterance=one.id,
            statements=(),
            rule="made",
            reasons=(),
        )
        for at, one in enumerate(said)
    )
    return Account(
        claim=Claim(id=f"c-{said[0].reports[0].id}", stands=stands),
        label=said[0].reports[0],
        status="alleged",
        steps=changes if steps else (),
        grade=Grade(value=3, reasons=()),
    )


def documents_of(*accounts: Account) -> dict[str, Document]:
    """Return a document for every report: its content is all its text."""
    found: dict[str, Document] = {}
    for one in accounts:
        for told in one.claim.reports:
            found[told.document] = Document.capture(
                told.statement.content[0],
                id=told.document,
                lang=told.lang,
                outlet=told.outlet,
                published=told.published,
            )
    return found


_days = st.dates(dt.date(2023, 1, 1), dt.date(2024, 12, 31))
_spans = st.tuples(_days, _days).map(lambda pair: (min(pair), max(pair)))
_words = st.text(min_size=1, max_size=60).filter(str.strip)
_names = st.sampled_from([f"Джерело {at}" for at in range(30)]) | _words


@st.composite
def reports(draw: st.DrawFn) -> Report:
    return report(
        draw(_names),
        draw(_words),
        said=draw(st.none() | _spans | _days.map(lambda day: (day, day))),
        published=draw(st.none() | _days),
        outlet=draw(st.none() | _names),
        via=draw(st.lists(_names, max_size=3)),
        type=draw(st.sampled_from(["person", "organization", "outlet", "anonymous", "country"])),
    )


@st.composite
def accounts(draw: st.DrawFn) -> list[Account]:
    """A story of up to six claims with everything that a story can have."""
    stances = draw(st.permutations(["confirm", "assert", "report", "doubt", "decline", "deny"]))
    groups = st.lists(st.lists(reports(), min_size=1, max_size=3).map(tuple), min_size=1, max_size=12)
    many = draw(st.lists(groups, min_size=1, max_size=4))
    return [account(*group, stances=tuple(stances), steps=draw(st.booleans())) for group in many]
