from __future__ import annotations

import pytest
from rich.console import Console

from sayso.cli.messages import Messages
from sayso.cli.render_claims import reprint_lines
from sayso.model import Reprint, Span


def shown(face: str, *reprints: Reprint) -> str:
    console = Console(width=200, no_color=True)
    with console.capture() as captured:
        console.print(*reprint_lines(reprints, Messages(face)))
    return captured.get()


def reprint(text: str) -> Reprint:
    span = Span(0, len(text)) if text else None
    return Reprint(document="b", original="a", likeness=0.874, text=text, span=span)


@pytest.mark.parametrize(("face", "told"), [("en", "b is a reprint of a (87%"), ("uk", "b — передрук a")])
def test_a_reprint_names_its_original_and_what_they_share(face: str, told: str) -> None:
    line = shown(face, reprint("міст закриють на ремонт"))
    assert told in line
    assert "“міст закриють на ремонт”" in line


def test_of_a_long_passage_both_ends_are_shown() -> None:
    line = shown("en", reprint(" ".join(map(str, range(99)))))
    assert "6 7 … 91 92" in line


def test_without_a_passage_in_common_nothing_is_quoted() -> None:
    assert "“" not in shown("en", reprint(""))
