"""Reports from sentences that a person can read: {source}, <cue> and [content] marked where they stand.

    marked("{Марк Рютте} <заявив>, що [солдати вже тут].", act="state")

Nothing is read by a pack here, so that the language of a brief is tested whatever reading and linking come to.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from typing import Any

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
_PART = re.compile(r"\{([^}]*)\}|<([^>]*)>|\[([^\]]*)\]")


def marked(sentence: str, lang: str = "uk", **known: Any) -> tuple[Report, str]:
    """Return a report and the text of its document.

    `name`, `role` and `type` are the source's, `said` a day or a pair of days, `published`, `outlet` and `title` the
    document's; `kind`, `act`, `polarity`, `certainty` and `via` the statement's.
    """
    text, at, parts = "", 0, {"source": [], "cue": [], "content": []}
    for found in _PART.finditer(sentence):
        text += sentence[at : found.start()]
        kind = next(name for name, group in zip(parts, found.groups(), strict=True) if group is not None)
        words = next(group for group in found.groups() if group is not None)
        parts[kind].append((words, Span(len(text), len(text) + len(words))))
        text, at = text + words, found.end()
    text += sentence[at:]
    number = next(_ids)
    source, cue = (next(iter(parts[name]), None) for name in ("source", "cue"))
    said = known.get("said")
    first, last = said if isinstance(said, tuple) else (said, said)
    statement = Statement(
        id=f"{number:016x}",
        document=known.get("document", f"m{number:03}"),
        content=tuple(words for words, _ in parts["content"]),
        content_spans=tuple(span for _, span in parts["content"]),
        cue=cue[0] if cue else None,
        cue_span=cue[1] if cue else None,
        source=Source(
            name=known.get("name", source[0] if source else "anonymous"),
            type=known.get("type", "person" if source else "anonymous"),
            role=known.get("role"),
        ),
        kind=known.get("kind", "indirect"),
        via=tuple(known.get("via", ())),
        act=known.get("act", "state"),
        polarity=known.get("polarity", "+"),
        certainty=known.get("certainty", "certain"),
        said_at=TimeReference(start=first, end=last, basis="made") if first else None,
        rule="made",
        pack=lang,
        pack_version="1",
    )
    report = Report(
        statement=statement, lang=lang, outlet=known.get("outlet"), published=known.get("published")
    )
    return report, text


def utterance(*reports: tuple[Report, str]) -> Utterance:
    """Return an utterance of marked reports."""
    told = tuple(report for report, _ in reports)
    return Utterance(id=f"u-{told[0].id}", reports=told)


def claim(status: Any, grade: Any, *stands: tuple[Any, Utterance, Any]) -> Account:
    """Return a claim by its stands: stance, utterance and the status that it brought, None where it brought none."""
    steps: list[Step] = []
    for _, said, came in stands:
        if came:
            steps.append(
                Step(
                    day=said.said.first if said.said else said.published,
                    status=came,
                    before=steps[-1].status if steps else None,
                    utterance=said.id,
                    statements=(),
                    rule="made",
                    reasons=(),
                )
            )
    made = tuple(Stand(utterance=said, stance=stance) for stance, said, _ in stands)
    return Account(
        claim=Claim(id=f"c-{made[0].utterance.id[2:]}", stands=made),
        label=made[0].utterance.reports[0],
        status=status,
        steps=tuple(steps),
        grade=Grade(value=grade, reasons=()),
        why="…",
        origins=(tuple(one.utterance for one in made if one.stance in ("assert", "confirm")),),
    )


def document(report: Report, text: str, title: str | None = None) -> Document:
    """Return the document of a marked report."""
    return Document.capture(
        text,
        id=report.document,
        lang=report.lang,
        outlet=report.outlet,
        published=report.published,
        title=title,
    )


def day(number: int, month: int = 10) -> dt.date:
    """Return a day of 2024."""
    return dt.date(2024, month, number)
