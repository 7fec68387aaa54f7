import pytest

from sayso.app.outcomes import Failed, NoPack, Outcome, Read, Skipped
from sayso.cli.messages import Messages
from sayso.cli.tally import Tally
from sayso.errors import Damaged
from sayso.model import Document

FAILED = Failed("a.txt", Damaged("half of it is missing"))


def no_pack(lang: str | None) -> NoPack:
    return NoPack(Document.capture("…", id="x", lang=lang))


@pytest.fixture
def skipped(silent: Document) -> Skipped:
    return Skipped(silent, "already read")


def count(*outcomes: Outcome) -> Tally:
    tally = Tally()
    for outcome in outcomes:
        tally.add(outcome)
    return tally


def test_only_what_was_read_now_is_passed_on(bridge: Document, silent: Document) -> None:
    watched: list[Outcome] = []
    outcomes = [Read(bridge), FAILED, Skipped(silent, "already read"), no_pack("pl"), Read(silent)]
    assert list(Tally().documents(outcomes, watched.append)) == [bridge, silent]
    assert watched == outcomes


def test_exit_codes(bridge: Document, silent: Document, skipped: Skipped) -> None:
    assert count(Read(bridge)).exit_code() == 0
    assert count(skipped).exit_code() == 0
    assert count(Read(bridge), Read(silent)).exit_code() == 0
    assert count(skipped, Read(silent)).exit_code() == 0
    assert count(Read(silent)).exit_code() == 1
    assert count(Read(bridge), no_pack("pl")).exit_code() == 1
    assert count(no_pack("pl")).exit_code() == 1
    assert count(Read(bridge), FAILED).exit_code() == 1
    assert count().exit_code() == 1


def test_an_example_may_hold_what_is_not_read_yet(bridge: Document, silent: Document) -> None:
    for outcomes, code in (
        ([Read(silent), no_pack("pl")], 0),
        ([no_pack("pl")], 1),
        ([Read(bridge), FAILED], 1),
    ):
        tally = Tally(strict=False)
        for outcome in outcomes:
            tally.add(outcome)
        assert tally.exit_code() == code


@pytest.mark.parametrize(
    ("face", "line"),
    [
        ("en", "1 document read · 5 statements · 2 already read · no pack yet: ? 1, pl 2 · 1 failed"),
        (
            "uk",
            "1 документ прочитано · 5 висловлювань · 2 уже прочитано · ще немає пакета: ? 1, pl 2 · "
            "1 з помилкою",
        ),
    ],
)
def test_line(face: str, line: str, bridge: Document, skipped: Skipped) -> None:
    tally = count(Read(bridge), skipped, skipped, no_pack("pl"), no_pack(None), no_pack("pl"), FAILED)
    assert tally.line(Messages(face)) == line


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (0, "0 документів прочитано · 0 висловлювань"),
        (1, "1 документ прочитано · 0 висловлювань · 1 документ без висловлювань"),
        (3, "3 документи прочитано · 0 висловлювань · 3 документи без висловлювань"),
        (11, "11 документів прочитано · 0 висловлювань · 11 документів без висловлювань"),
        (22, "22 документи прочитано · 0 висловлювань · 22 документи без висловлювань"),
    ],
)
def test_ukrainian_numbers(number: int, line: str, silent: Document) -> None:
    assert count(*[Read(silent)] * number).line(Messages("uk")) == line
