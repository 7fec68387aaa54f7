"""Hand-made documents for what a person sees: no reading involved."""

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest
from rich.console import Console, RenderableType

import statements
from sayso.app.querying import Found, Header, Line, Timeline
from sayso.cli.messages import Messages
from sayso.cli.terminal import STYLES
from sayso.model import Document, Quantity, Source, Span, Statement, TimeReference

ARTICLE = """Міст у Сокільниках закриють на рік

Міст через Серет закриють із 3 червня, повідомила міська голова Сокільників Олена Гринь. \
«Ремонт триватиме понад 300 днів», — сказала вона виданню «Наддністрянка».

Перевізники заперечили, що їх попередили. За словами невідомого чиновника, \
міська голова розповіла, що гроші можуть не надійти.
"""


def find(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def statement(document: Document, content: str, *, source: Source, cue: str | None, **more: Any) -> Statement:
    cue_span = find(document.text, cue) if cue else None
    more = {"rule": "verb-of-saying"} | more
    return statements.statement(document, find(document.text, content), source, cue_span, **more)


def _source(text: str, part: str, name: str, type_: Any, role: str | None = None) -> Source:
    return Source(name=name, type=type_, text=part, span=find(text, part), role=role)


@pytest.fixture
def bridge() -> Document:
    """An article with five statements: plain, direct with number and relay, denied, anonymous, nested."""
    day = dt.date(2023, 5, 30)
    document = Document.capture(
        ARTICLE,
        id="bridge",
        outlet="Сокільницький вісник",
        lang="uk",
        published=day,
        title="Міст у Сокільниках закриють на рік",
        url="https://visnyk.example/bridge",
    )
    mayor = _source(
        ARTICLE, "міська голова Сокільників Олена Гринь", "Олена Гринь", "person", "міська голова Сокільників"
    )
    she = _source(ARTICLE, "вона", "Олена Гринь", "person", "міська голова Сокільників")
    number = Quantity(text="понад 300", low=300, high=None, unit="днів", span=find(ARTICLE, "понад 300"))
    return document.with_statements(
        [
            statement(
                document,
                "Міст через Серет закриють із 3 червня",
                source=mayor,
                cue="повідомила",
                said_at=TimeReference(start=day, end=day, basis="day of publication"),
                notes=("name: as it stands",),
            ),
            statement(
                document,
                "Ремонт триватиме понад 300 днів",
                source=she,
                cue="сказала",
                kind="direct",
                act="predict",
                via=("Наддністрянка",),
                quantities=(number,),
                rule="quote-then-verb",
                notes=("name: pronoun of the sentence before",),
            ),
            statement(
                document,
                "їх попередили",
                source=_source(ARTICLE, "Перевізники", "перевізники", "group"),
                cue="заперечили",
                act="deny",
                polarity="-",
                said_at=TimeReference(start=dt.date(2023, 5, 1), end=dt.date(2023, 5, 12), basis="given"),
            ),
            statement(
                document,
                "міська голова розповіла, що гроші можуть не надійти",
                source=_source(ARTICLE, "невідомого чиновника", "anonymous", "anonymous"),
                cue="За словами",
            ),
            statement(
                document,
                "гроші можуть не надійти",
                source=_source(ARTICLE, "міська голова", "Олена Гринь", "person"),
                cue="розповіла",
                certainty="possible",
                via=("невідомий чиновник",),
            ),
        ]
    )


@pytest.fixture
def silent() -> Document:
    """A document in which nobody says anything, of unknown date."""
    return Document.capture("Учора йшов дощ.", id="rain", lang="uk")


@pytest.fixture
def hostile() -> Document:
    """A document that tries to act on the terminal through every field."""
    text = "\x1b[2J\x1b]0;owned\x07Грицько \x9b31mсказав, що [bold red]вода[/] \u202eмокра\rX."
    document = Document.capture(
        text, id="h\x1b[1m", outlet="o\x1b[1m", title="t\x1b[1m\x07", url="u\x1b[1m", lang="uk"
    )
    return document.with_statements(
        [
            statement(
                document,
                "[bold red]вода[/] \u202eмокра\rX",
                source=Source(name="Грицько\x1b[1m", type="person", role="[red]сват[/]\x07"),
                cue="\x9b31mсказав",
                via=("в\x1b[5m",),
                rule="r\x1b[1m",
                notes=("n\x1b[1m",),
            )
        ]
    )


def header(document: Document) -> Header:
    """Return what a store tells of a document without its text."""
    return Header(
        id=document.id,
        revision=1,
        current=True,
        hash=document.hash,
        lang=document.lang,
        outlet=document.outlet,
        published=document.published,
        title=document.title,
        url=document.url,
        origin=None,
        pack="uk",
        pack_version="1",
        statements=len(document.statements),
    )


def _lines(documents: list[Document]) -> tuple[Line, ...]:
    return tuple(Line(statement=s, document=header(d)) for d in documents for s in d.statements)


@pytest.fixture
def told() -> Callable[[list[Document]], Timeline]:
    """Return the timeline that a store would tell of documents."""

    def tell(documents: list[Document]) -> Timeline:
        lines = _lines(documents)
        return Timeline(
            dated=tuple(line for line in lines if line.statement.said_at),
            undated=tuple(line for line in lines if not line.statement.said_at),
        )

    return tell


@pytest.fixture
def found() -> Callable[[list[Document]], Found]:
    """Return what a search that finds everything would find in documents."""

    def find_all(documents: list[Document]) -> Found:
        return Found(statements=_lines(documents), documents=tuple(map(header, documents)))

    return find_all


@pytest.fixture
def drawn() -> Callable[..., str]:
    """Draw something as on a terminal of the given width, without colours."""

    def draw(renderable: RenderableType, width: int = 80, *, colour: bool = False) -> str:
        stream = io.StringIO()
        console = Console(
            file=stream,
            width=width,
            theme=STYLES,
            force_terminal=colour,
            color_system="standard" if colour else None,
            legacy_windows=False,
            _environ={},
        )
        console.print(renderable)
        return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"

    return draw


@pytest.fixture(params=["en", "uk"])
def say(request: pytest.FixtureRequest) -> Messages:
    return Messages(request.param)
