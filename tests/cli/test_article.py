from collections.abc import Callable

from sayso.cli.article import marked_text
from sayso.model import Document


def test_contents_are_bracketed_and_nested(bridge: Document) -> None:
    shown = marked_text(bridge).plain
    assert "[1: Міст через Серет закриють із 3 червня], повідомила" in shown
    assert "«[2: Ремонт триватиме понад 300 днів]», — сказала" in shown
    assert "[4: міська голова розповіла, що [5: гроші можуть не надійти]]." in shown


def test_only_brackets_are_added(bridge: Document) -> None:
    shown = marked_text(bridge).plain
    for number in range(1, 6):
        shown = shown.replace(f"[{number}: ", "")
    assert shown.replace("]", "") == bridge.text


def test_spans_are_coloured(bridge: Document, drawn: Callable[..., str]) -> None:
    shown = drawn(marked_text(bridge), colour=True)
    assert "\x1b[33mповідомила\x1b[0m" in shown  # a cue
    assert "\x1b[1;36mвона\x1b[0m" in shown  # a source
    assert "\x1b[32mРемонт триватиме понад 300 днів\x1b[0m" in shown  # a content
    assert "\x1b[32mвиданню" not in shown


def test_a_document_without_statements_stays_as_it_is(silent: Document) -> None:
    assert marked_text(silent).plain == silent.text
