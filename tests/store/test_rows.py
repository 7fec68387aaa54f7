"""Whatever a reader makes of a text comes back from the store equal to what went in."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import (
    Act,
    Certainty,
    Document,
    Kind,
    Quantity,
    Source,
    SourceType,
    Span,
    Statement,
    TimeReference,
)
from sayso.store import Entry, Store
from statements import said_after_colons

# Anything but half characters, which no UTF-8 file can hold; NUL and astral characters included.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
offsets = st.integers(0, 10_000_000)
spans = st.builds(Span, offsets, offsets)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
days = st.dates()


def some(values: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=most).map(tuple)


sources = st.builds(
    Source,
    name=texts,
    type=st.sampled_from(get_args(SourceType)),
    text=st.none() | texts,
    span=st.none() | spans,
    role=st.none() | texts,
)
quantities = st.builds(Quantity, text=texts, low=numbers, high=numbers, unit=st.none() | texts, span=spans)
times = st.builds(
    TimeReference, start=days, end=days, basis=texts, text=st.none() | texts, span=st.none() | spans
)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    pieces = draw(st.lists(st.tuples(texts, spans), max_size=3))
    return Statement(
        id=draw(texts),
        document="to be set",
        content=tuple(text for text, _ in pieces),
        content_spans=tuple(span for _, span in pieces),
        cue=draw(st.none() | texts),
        cue_span=draw(st.none() | spans),
        source=draw(sources),
        kind=draw(st.sampled_from(get_args(Kind))),
        via=draw(some(texts)),
        act=draw(st.sampled_from(get_args(Act))),
        polarity=draw(st.sampled_from("+-")),
        certainty=draw(st.sampled_from(get_args(Certainty))),
        said_at=draw(st.none() | times),
        quantities=draw(some(quantities)),
        rule=draw(texts),
        pack=draw(texts),
        pack_version=draw(texts),
        notes=draw(some(texts)),
        confidence=draw(st.none() | st.floats(0, 1)),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    document = Document.capture(
        draw(texts),
        id=draw(texts),
        lang=draw(st.none() | texts),
        outlet=draw(st.none() | texts),
        published=draw(st.none() | days),
        published_basis=draw(st.none() | texts),
        title=draw(st.none() | texts),
        url=draw(st.none() | texts),
        origin=draw(st.none() | texts),
    )
    read = draw(st.lists(statements(), max_size=4))
    owned = [Statement.from_json(one.to_json() | {"document": document.id}) for one in read]
    return document.with_statements(owned)


@settings(deadline=None)
@given(documents())
def test_a_document_comes_back_equal(document: Document) -> None:
    with Store.open(":memory:") as store:
        assert store.add_many([Entry(document=document)]) == [True]
        assert store.document(document.id) == document
        assert [line.statement for line in store.statements()] == list(document.statements)
        assert store.add_many([Entry(document=document)]) == [False]


def test_groups_are_left_to_the_linking_of_the_store() -> None:
    document = Document.capture("Мер: міст відкрито")
    (said,) = said_after_colons(document, utterance="u-elsewhere", claim="c-elsewhere")
    with Store.open(":memory:") as store:
        store.add_many([Entry(document=document.with_statements([said]))])
        (line,) = store.statements()
    assert (line.statement.utterance, line.statement.claim) == (None, None)
