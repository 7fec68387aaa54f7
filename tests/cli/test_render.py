"""Tables at two widths without colour, compared with golden files.

SAYSO_UPDATE_GOLDEN=1 writes the files anew; look at the difference before committing it.
"""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli import article, render
from sayso.cli.messages import Messages
from sayso.model import Document

GOLDEN = Path(__file__).parent / "golden"

VIEWS: dict[str, Callable[[list[Document], Messages], object]] = {
    "statements": lambda documents, say: render.statements(documents[0], say),
    "why": lambda documents, say: render.statements(documents[0], say, why=True),
    "silent": lambda documents, say: render.statements(documents[1], say),
    "compact": lambda documents, say: render.compact([s for d in documents for s in d.statements], say),
    "timeline": lambda documents, say: render.timeline([s for d in documents for s in d.statements], say),
    "timeline-empty": lambda documents, say: render.timeline([], say),
    "article": lambda documents, say: article.article(documents[0], say),
}


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("view", VIEWS)
def test_golden(
    view: str, width: int, say: Messages, bridge: Document, silent: Document, drawn: Callable[..., str]
) -> None:
    got = drawn(VIEWS[view]([bridge, silent], say), width)
    golden = GOLDEN / f"{view}-{say.face}-{width}.txt"
    if os.environ.get("SAYSO_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")
    assert max(map(len, got.splitlines())) <= width


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_of_a_document_acts_on_the_terminal(
    view: str, say: Messages, hostile: Document, drawn: Callable[..., str]
) -> None:
    got = drawn(VIEWS[view]([hostile, hostile], say))
    acting = {c for c in got if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")}
    assert not acting


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


def test_why_names_rule_pack_offsets_time_number_and_notes(bridge: Document) -> None:
    lines = list(render.reasons(bridge.statements[1], Messages("en")))
    assert lines == [
        "rule: quote-then-verb (pack uk 1)",
        "cue: сказала [162:169]",
        "source: вона [170:174]",
        "content: [126:157]",
        "number: понад 300 = 300..— днів",
        "name: pronoun of the sentence before",
    ]
