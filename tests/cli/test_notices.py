"""What a person is told of single documents: enough to act on, and no more of a kind than a few lines."""

import pytest

from sayso.app.outcomes import Failed, NoPack, Outcome, Read, Skipped
from sayso.cli.messages import Messages
from sayso.cli.notices import NAMED, Notices
from sayso.errors import Damaged
from sayso.model import Document


def of(lang: str | None) -> Document:
    return Document.capture("…", id="d", lang=lang, origin="a.txt")


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (
            NoPack(of("ja")),
            "a.txt: no pack yet for its language, ja (sayso languages lists those that are read)",
        ),
        (NoPack(of(None)), "a.txt: its language could not be told (name it with --lang)"),
        (Read(of("uk")), "a.txt: nobody says anything in it"),
        (Failed("b.gz", Damaged("cut off", hint="copy it again")), "b.gz: cut off (copy it again)"),
        (Skipped(of("uk"), "already read"), None),
    ],
)
def test_lines(outcome: Outcome, line: str | None) -> None:
    assert Notices(Messages("en")).line(outcome) == line


def test_a_document_that_says_something_needs_no_line(bridge: Document) -> None:
    assert Notices(Messages("en")).line(Read(bridge)) is None


def test_of_each_kind_the_first_few(say: Messages) -> None:
    notices = Notices(say)
    for outcome in (NoPack(of("ja")), NoPack(of("pl")), NoPack(of(None)), Read(of("uk"))):
        told = [notices.line(outcome) for _ in range(NAMED + 2)]
        assert all(told[:NAMED])
        assert [line.endswith(say("… further ones are only counted")) for line in told[:NAMED] if line] == [
            False,
            False,
            True,
        ]
        assert told[NAMED:] == [None, None]


def test_every_failure_has_its_line(say: Messages) -> None:
    notices = Notices(say)
    failed = Failed("b.gz", Damaged("cut off"))
    assert [notices.line(failed) for _ in range(10)] == ["b.gz: cut off"] * 10
