"""An article in pieces: all of the text, in order, each piece in everything that covers it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Document, Source, Span, Statement, TimeReference, statement_id
from sayso.web.views.article import article


def statement(content: tuple[Span, ...], source: Span | None = None, cue: Span | None = None) -> Statement:
    return Statement(
        id=statement_id("h", content, cue, source),
        document="d",
        content=("…",) * len(content),
        content_spans=content,
        cue="said" if cue else None,
        cue_span=cue,
        source=Source(name="Ann", type="person", text="Ann" if source else None, span=source),
        kind="indirect",
        rule="r",
        pack="en",
        pack_version="1",
    )


def test_overlapping_statements_stand_beside_each_other() -> None:
    text = "Ann said that Bob said it."
    outer, inner = Span(14, 25), Span(23, 25)
    document = Document.capture(text, id="d").with_statements(
        [
            statement((outer,), Span(0, 3), Span(4, 8)),
            statement((inner,), Span(14, 17), Span(18, 22)),
        ]
    )
    (line,) = article(document).lines
    told = [(piece.text, piece.roles, piece.numbers, piece.depth, piece.begins) for piece in line]
    assert told == [
        ("Ann", ("source",), (1,), 0, ()),
        (" ", (), (), 0, ()),
        ("said", ("cue",), (1,), 0, ()),
        (" that ", (), (), 0, ()),
        ("Bob", ("content", "source"), (1, 2), 1, (1,)),
        (" ", ("content",), (1,), 1, ()),
        ("said", ("content", "cue"), (1, 2), 1, ()),
        (" ", ("content",), (1,), 1, ()),
        ("it", ("content",), (1, 2), 2, (2,)),
        (".", (), (), 0, ()),
    ]


def test_a_day_is_marked_where_it_was_read() -> None:
    import datetime as dt

    said = TimeReference(
        start=dt.date(2024, 1, 2), end=dt.date(2024, 1, 2), basis="x", text="on", span=Span(0, 2)
    )
    one = statement((Span(3, 5),))
    document = Document.capture("on it", id="d").with_statements(
        [Statement(**{name: getattr(one, name) for name in one.__struct_fields__} | {"said_at": said})]
    )
    assert article(document).lines[0][0].roles == ("time",)


_TEXT = st.text(alphabet="ab \n", min_size=1, max_size=40)


@given(text=_TEXT, ends=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_no_word_is_lost_and_every_mark_stands_once(text: str, ends: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), max(pair)) for pair in ends]
    spans = [span for span in spans if span.start < span.end <= len(text) and text[span.start] != "\n"]
    spans = [
        span
        for span in spans
        if text[span.start :].split("\n")[0].strip() and text[: span.start + 1].split("\n")[-1].strip()
    ]
    document = Document.capture(text, id="d").with_statements(statement((span,)) for span in spans)
    made = article(document)
    shown = ["".join(piece.text for piece in line) for line in made.lines]
    assert shown == [line for line in text.split("\n") if line.strip()]
    assert sorted(n for line in made.lines for piece in line for n in piece.begins) == list(
        range(1, len(spans) + 1)
    )
