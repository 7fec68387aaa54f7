"""Two documents with statements, made by hand, for every output format."""

import datetime as dt

import pytest

from sayso.model import Document, Quantity, Source, Span, TimeReference
from statements import statement

TEXT = "Мерія Ромнів повідомила 3 травня, що «відремонтували понад 40 дворів» за рік."


def _span(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


@pytest.fixture
def documents() -> list[Document]:
    """One document with one full statement, and one that reports nothing."""
    document = Document.capture(
        TEXT, id="romny-1", outlet="Ранок", lang="uk", published=dt.date(2023, 5, 4), title="=Двори"
    )
    name = "Мерія Ромнів"
    said = statement(
        document,
        _span("відремонтували понад 40 дворів"),
        Source(name=name, type="organization", text=name, span=_span(name)),
        _span("повідомила"),
        kind="mixed",
        via=("=1+1", "Укрінформ"),
        polarity="-",
        said_at=TimeReference(
            start=dt.date(2023, 5, 3),
            end=dt.date(2023, 5, 3),
            basis="day and month; year of publication",
            text="3 травня",
            span=_span("3 травня"),
        ),
        quantities=(Quantity(text="понад 40", low=40, high=None, unit="дворів", span=_span("понад 40")),),
        rule="verb-of-saying",
        notes=("name: as it stands",),
    )
    return [document.with_statements([said]), Document.capture("Сонячно.", id="weather")]
