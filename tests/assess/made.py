"""Claims made by hand, for tests that weigh them: one line an utterance."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from sayso.assess import stance
from sayso.model import (
    ANONYMOUS,
    Claim,
    Quantity,
    Report,
    Source,
    Span,
    Statement,
    TimeReference,
    Utterance,
)

TYPES = {"an": "anonymous", "out": "outlet", "org": "organization", "doc": "document", "grp": "group"}
_ids = itertools.count()


def day(number: int) -> dt.date:
    return dt.date(2021, 3, number)


def report(who: str, content: str = "", on: int | None = 1, **more: Any) -> Report:
    """Return a report published on day `on` of "org:Name", "per:Name, office", "an:", "out:Name" …; `more` goes to it.

    `said` is a day too; what a statement is made of (act, via …) is given by name.
    """
    kind, _, called = who.partition(":")
    name, _, role = called.partition(", ")
    number = next(_ids)
    document = more.pop("document", f"d{number}")
    outlet, said, start = more.pop("outlet", None), more.pop("said", None), more.pop("start", 0)
    lang = more.pop("lang", None)
    number_given = more.pop("number", None)
    content = content or f"words of their own {number}"
    quantity = Quantity(text="n", low=number_given, high=number_given, unit=None, span=Span(0, 1))
    statement = Statement(
        id=more.pop("id", f"s{number:06}"),
        document=document,
        content=(content,),
        content_spans=(Span(start, start + len(content)),),
        cue=None,
        cue_span=None,
        source=Source(name=name or ANONYMOUS, type=TYPES.get(kind, "person"), role=role or None),  # type: ignore[arg-type]
        said_at=TimeReference(start=day(said), end=day(said), basis="told") if said else None,
        quantities=(quantity,) if number_given is not None else (),
        rule="made",
        pack="en",
        pack_version="0",
        **{"kind": "indirect", **more},
    )
    return Report(statement=statement, lang=lang, outlet=outlet, published=day(on) if on else None)


def utterance(*reports: Report) -> Utterance:
    return Utterance(
        id=f"u-{min(r.id for r in reports)}", reports=tuple(sorted(reports, key=lambda r: r.order))
    )


def claim(*utterances: Utterance | Report) -> Claim:
    """Return a claim; a bare report is an utterance of its own."""
    made = [utterance(u) if isinstance(u, Report) else u for u in utterances]
    return Claim(id="c", stands=tuple(stance(one) for one in made))
