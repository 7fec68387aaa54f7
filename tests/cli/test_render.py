"""Tables at two widths without colour, compared with golden files.

SAYSO_UPDATE_GOLDEN=1 writes the files anew; look at the difference before committing it.
"""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from sayso.app.packs import PackInfo
from sayso.app.querying import Found, Timeline
from sayso.cli import article, render
from sayso.cli.messages import FACES, Messages
from sayso.model import Document

GOLDEN = Path(__file__).parent / "golden"

VIEWS: dict[str, Callable[["World"], object]] = {
    "statements": lambda world: render.statements(world.documents[0], world.say),
    "why": lambda world: render.statements(world.documents[0], world.say, why=True),
    "silent": lambda world: render.statements(world.documents[1], world.say),
    "compact": lambda world: render.compact(world.documents[0].statements, world.say),
    "timeline": lambda world: render.timeline(world.told(world.documents), world.say),
    "timeline-empty": lambda world: render.timeline(world.told([]), world.say),
    "findings": lambda world: render.findings(world.found(world.documents), world.say),
    "list": lambda world: render.document_list(world.found(world.documents).documents, world.say),
    "article": lambda world: article.article(world.documents[0], world.say),
    "languages": lambda world: render.pack_list([PackInfo("uk", "Українська", "Ukrainian", "1")], world.say),
}


class World(NamedTuple):
    """What there is to look at, and the face to see it in."""

    documents: list[Document]
    say: Messages
    told: Callable[[list[Document]], Timeline]
    found: Callable[[list[Document]], Found]


@pytest.fixture
def world(
    bridge: Document,
    silent: Document,
    say: Messages,
    told: Callable[[list[Document]], Timeline],
    found: Callable[[list[Document]], Found],
) -> World:
    return World([bridge, silent], say, told, found)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("view", VIEWS)
def test_golden(view: str, width: int, world: World, drawn: Callable[..., str]) -> None:
    got = drawn(VIEWS[view](world), width)
    golden = GOLDEN / f"{view}-{world.say.face}-{width}.txt"
    if os.environ.get("SAYSO_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")
    assert max(map(len, got.splitlines())) <= width


def test_every_golden_file_is_of_a_view() -> None:
    names = {f"{view}-{face}-{width}.txt" for view in VIEWS for face in FACES for width in (80, 120)}
    assert {path.name for path in GOLDEN.iterdir()} == names


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_of_a_document_acts_on_the_terminal(
    view: str, world: World, hostile: Document, drawn: Callable[..., str]
) -> None:
    got = drawn(VIEWS[view](world._replace(documents=[hostile, hostile])))
    assert not {c for c in got if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")}


def test_brackets_of_a_document_are_no_markup(
    say: Messages, hostile: Document, drawn: Callable[..., str]
) -> None:
    assert "[bold red]вода[/]" in drawn(render.statements(hostile, say))
    assert "[bold red]вода[/]" in drawn(article.marked_text(hostile))


def test_every_statement_is_in_the_table(say: Messages, bridge: Document, drawn: Callable[..., str]) -> None:
    got = drawn(render.statements(bridge, say), 200)
    for statement in bridge.statements:
        assert statement.content[0] in got


@pytest.mark.parametrize(
    ("number", "labels"),
    [(0, ""), (1, "[predicts]"), (2, "[denies]"), (3, ""), (4, "[possible]")],
)
def test_labels_tell_only_what_does_not_go_without_saying(number: int, labels: str, bridge: Document) -> None:
    assert render.labels(bridge.statements[number], Messages("en")).plain == labels


def test_what_was_not_read_yet_is_not_counted_as_nothing(
    silent: Document, found: Callable[[list[Document]], Found], drawn: Callable[..., str]
) -> None:
    (header,) = found([silent]).documents
    unread = msgspec.structs.replace(header, pack=None)
    counts = [drawn(render.document_list([one], Messages("en"))).split()[-2] for one in (header, unread)]
    assert counts == ["0", "—"]


def test_why_names_rule_pack_offsets_time_number_and_notes(bridge: Document) -> None:
    lines = list(render.reasons(bridge.statements[1], Messages("en")))
    assert lines == [
        "statement: 462c5b4cae05c446",
        "rule: quote-then-verb (pack uk 1)",
        "cue: сказала [162:169]",
        "source: вона [170:174]",
        "content: [126:157]",
        "number: понад 300 = 300..— днів",
        "• name: pronoun of the sentence before",
    ]


@pytest.mark.parametrize(("confidence", "told"), [(0.873, True), (None, False)])
def test_why_tells_how_sure_it_is_where_that_is_known(
    confidence: float | None, told: bool, bridge: Document
) -> None:
    statement = msgspec.structs.replace(bridge.statements[1], confidence=confidence)
    lines = list(render.reasons(statement, Messages("en")))
    assert ("right with a probability of 0.87" in lines) == told


def test_a_derived_id_stands_beside_its_place(say: Messages, drawn: Callable[..., str]) -> None:
    unnamed = Document.capture("Учора йшов дощ.", origin="news/rain.txt")
    assert drawn(render.heading(unnamed, say)).startswith(f"{unnamed.id} · news/rain.txt · ")
    named = Document.capture("Учора йшов дощ.", id="rain", origin="news/rain.txt")
    assert "news" not in drawn(render.heading(named, say))
