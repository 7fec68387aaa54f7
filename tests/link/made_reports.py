"""Reports made by hand: one line says who, when and what."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from sayso.model import Document, Quantity, Report, Source, Span, TimeReference
from statements import statement

_NUMBER = count()


def report(
    who: str,
    what: str,
    *,
    document: str | None = None,
    said: str | None = None,
    published: str | None = "2023-05-10",
    lang: str = "uk",
    type: str = "person",  # noqa: A002 - the field's name
    role: str | None = None,
    number: tuple[float | None, float | None] | None = None,
    headline: bool = False,
    **more: Any,
) -> Report:
    """Return a report of `who` saying `what` in a document of its own."""
    name = document or f"d{next(_NUMBER)}"
    made = Document.capture(f"{name} {who}: {what}", id=name, lang=lang)
    content = Span(len(name) + len(who) + 3, len(made.text))
    source = Source(
        name=who, type=type, text=who, span=Span(len(name) + 1, len(name) + 1 + len(who)), role=role
    )  # type: ignore[arg-type]
    day = dt.date.fromisoformat(said) if said else None
    quantities = (
        (Quantity(text="", low=number[0], high=number[1], unit=None, span=content),) if number else ()
    )
    told = TimeReference(start=day, end=day, basis="made") if day else None
    one = statement(made, content, source, said_at=told, quantities=quantities, **more)
    return Report(
        statement=one,
        lang=lang,
        published=dt.date.fromisoformat(published) if published else None,
        headline=headline,
    )
