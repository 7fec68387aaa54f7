"""Reports, utterances and claims made by hand, for tests of weighing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sayso.model import (
    Claim,
    Quantity,
    Report,
    Source,
    Span,
    Stance,
    Stand,
    Statement,
    TimeReference,
    Utterance,
)


def count(text: str, low: float | None, high: float | None, unit: str | None) -> Quantity:
    """Return a quantity."""
    return Quantity(text=text, low=low, high=high, unit=unit, span=Span(0, len(text)))


def report(document: str, content: str, name: str = "Jane Doe", **more: Any) -> Report:
    """Return one document's report. `more` sets fields of the report, the source or the statement by their names.

    `kind_of` is the type of the source; `day` is when it was said, "2024-05-01" or two by a stroke; `published` is one.
    """
    outside = {key: more.pop(key) for key in ("lang", "outlet", "headline") if key in more}
    published, said = more.pop("published", None), more.pop("day", None)
    source = Source(
        name=name,
        type=more.pop("kind_of", "person"),
        text=more.pop("text", name),
        role=more.pop("role", None),
    )
    known: dict[str, Any] = {"kind": "indirect", "rule": "colon", "pack": "en", "pack_version": "1"}
    days = [dt.date.fromisoformat(one) for one in said.split("/")] if said else []
    statement = Statement(
        id=f"{document}#{content[:12]}{name[:4]}",
        document=document,
        content=(content,),
        content_spans=(Span(10, 10 + len(content)),),
        cue="said",
        cue_span=Span(4, 8),
        source=source,
        said_at=TimeReference(start=days[0], end=days[-1], basis="given") if days else None,
        **known | more,
    )
    return Report(
        statement=statement,
        published=dt.date.fromisoformat(published) if published else None,
        **{"lang": "en"} | outside,
    )


def utterance(*reports: Report, name: str = "u") -> Utterance:
    """Return an utterance of these reports."""
    return Utterance(id=name, reports=reports)


def claim(*stands: tuple[Stance, Utterance], name: str = "c") -> Claim:
    """Return a claim, of utterances with their stances."""
    return Claim(id=name, stands=tuple(Stand(stance=stance, utterance=told) for stance, told in stands))
