"""Stories to be exported: documents made by hypothesis, every statement an utterance at a claim of its own."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.export import FORMATS
from sayso.export.base import Reliability
from sayso.export.identifiers import digest
from sayso.model import (
    Account,
    Claim,
    Document,
    GivenGrade,
    Grade,
    Quantity,
    Report,
    Source,
    Span,
    Stand,
    Statement,
    TimeReference,
    Utterance,
    statement_id,
)

NASTY = (
    '=HYPERLINK("http://a.example")',
    "</script><script>alert(1)</script>",
    "]]>&amp;<b>",
    "\x1b[31m\x07",
    "\u202e\ufeff",
    "\ufffe\uffff",
    "{{ 7*7 }}",
    "\x0b\x85\u2028",
    "“x” \\ \"y\" 'z'",
    "😀 e\u0301",
    "@SUM(A1)",
)


class Told:
    """A story in memory: every statement is an utterance of its own at a claim of its own."""

    whole = True

    def __init__(self, documents: Sequence[Document], given: GivenGrade | None = None) -> None:
        self.known = tuple(map(linked, documents))
        self.given = given

    def documents(self) -> Iterator[Document]:
        return iter(self.known)

    def accounts(self) -> Iterator[Account]:
        for document in self.known:
            for one in document.statements:
                yield self._account(document, one)

    def reliability(self, source: Source) -> Reliability:
        if source.type != "outlet":
            return Reliability(Grade(value="F", reasons=()))
        return Reliability(Grade(value="B", reasons=()), why="9 of 10 claims were so.")

    def _account(self, document: Document, one: Statement) -> Account:
        report = Report(
            statement=one, lang=document.lang, outlet=document.outlet, published=document.published
        )
        assert one.utterance
        assert one.claim
        said = Utterance(id=one.utterance, reports=(report,))
        claim = Claim(id=one.claim, stands=(Stand(utterance=said, stance="assert"),))
        grade = Grade(value=6 if one.source.type == "anonymous" else 3, reasons=())
        return Account(
            claim=claim,
            label=report,
            status="alleged",
            steps=(),
            grade=grade,
            why="So it is.",
            given=self.given,
        )


def linked(document: Document) -> Document:
    """Give every statement an utterance and a claim of its own; none where two captures have the same text."""
    return document.with_statements(
        replace(one, utterance=f"u-{digest(document.id, one.id)}", claim=f"c-{digest(document.id, one.id)}")
        for one in document.statements
    )


def exported(name: str, story: Told) -> bytes:
    stream = io.BytesIO()
    FORMATS[name].write(story, stream)
    return stream.getvalue()


TEXT = st.lists(
    st.one_of(
        st.sampled_from(NASTY),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12),
    ),
    min_size=1,
    max_size=6,
).map("".join)
WORDS = TEXT.filter(lambda text: any(map(_is_shown, text)))
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2035, 1, 1))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Draw a stretch that holds more than blanks and controls."""
    shown = [place for place, character in enumerate(text) if _is_shown(character)]
    inside = draw(st.sampled_from(shown))
    return Span(draw(st.integers(0, inside)), draw(st.integers(inside + 1, len(text))))


def _is_shown(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ"


@st.composite
def times(draw: st.DrawFn, text: str) -> TimeReference:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    span = draw(st.none() | spans(text))
    return TimeReference(
        start=first, end=last, basis=draw(WORDS), text=span.of(text) if span else None, span=span
    )


@st.composite
def quantities(draw: st.DrawFn, text: str) -> Quantity:
    span = draw(spans(text))
    number = st.none() | st.integers(-5, 10**9).map(float) | st.floats(-1e6, 1e6)
    return Quantity(
        text=span.of(text), low=draw(number), high=draw(number), unit=draw(st.none() | WORDS), span=span
    )


@st.composite
def statements_of(draw: st.DrawFn, document: Document) -> Statement:
    text = document.text
    pieces = draw(st.lists(spans(text), min_size=1, max_size=3))
    cue, named = draw(st.none() | spans(text)), draw(st.none() | spans(text))
    kinds = ("person", "organization", "country", "outlet", "document", "group", "anonymous")
    kind = draw(st.sampled_from(kinds))
    return Statement(
        id=statement_id(document.hash, pieces, cue, named),
        document=document.id,
        content=tuple(span.of(text) for span in pieces),
        content_spans=tuple(pieces),
        cue=cue and cue.of(text),
        cue_span=cue,
        source=Source(
            name="anonymous" if kind == "anonymous" else draw(WORDS),
            type=kind,
            text=named and named.of(text),
            span=named,
            role=draw(st.none() | WORDS),
        ),
        kind=draw(st.sampled_from(("direct", "indirect", "mixed"))),
        via=tuple(draw(st.lists(WORDS, max_size=2))),
        act=draw(st.sampled_from(("state", "deny", "warn", "ask"))),
        polarity=draw(st.sampled_from("+-")),
        certainty=draw(st.sampled_from(("certain", "probable", "possible", "unknown"))),
        said_at=draw(st.none() | times(text)),
        quantities=tuple(draw(st.lists(quantities(text), max_size=2))),
        rule=draw(WORDS),
        pack="uk",
        pack_version="3",
        notes=tuple(draw(st.lists(WORDS, max_size=2))),
        confidence=draw(st.none() | st.floats(0, 1)),
    )


@st.composite
def made_documents(draw: st.DrawFn, *, least: int = 1) -> list[Document]:
    """Draw documents of texts that differ; each has at least so many statements, no two the same."""
    texts = draw(st.lists(WORDS, min_size=1, max_size=3, unique=True))
    made = []
    for number, text in enumerate(texts):
        published = draw(st.none() | DAYS)
        document = Document.capture(
            text,
            id=f"{draw(st.sampled_from(('d', 'день/1', 'a b', '%')))}-{number}",
            lang="uk",
            outlet=draw(st.none() | WORDS),
            published=published,
            published_basis="document" if published else None,
            title=draw(st.none() | WORDS),
            url=draw(st.sampled_from((None, f"https://a.example/{number}", f"javascript:alert({number})"))),
        )
        said = draw(
            st.lists(statements_of(document), min_size=least, max_size=2, unique_by=lambda one: one.id)
        )
        made.append(document.with_statements(said))
    return made


def all_statements(documents: Iterable[Document]) -> list[Statement]:
    return [one for document in documents for one in document.statements]
