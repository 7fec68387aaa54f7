"""What may stand between a cue and what a rule looks for next."""

from __future__ import annotations

from ..text.tokens import PUNCT
from .passage import Passage

END_MARKS = frozenset(".!?…;") | {"...", "..", "?!", "!!", "!!!", "....", "??", "???"}
_LONG_QUOTATION = 5


def may_skip(passage: Passage, i: int, *, commas: bool) -> bool:
    """Tell whether token `i` belongs to the clause: no colon, dash, end of a sentence or mark of a long quotation."""
    token = passage.tokens[i]
    if token.kind != PUNCT:
        return True
    if token.text == ",":
        return commas
    if token.text in END_MARKS or token.text == ":" or passage.is_dash(i):
        return False
    number = passage.quote_at[i]
    if number >= 0 and i in (passage.quotes[number][0], passage.quotes[number][1] - 1):
        first, end, _, _ = passage.quotes[number]
        return end - first <= _LONG_QUOTATION + 2
    return True


def skip_width(passage: Passage, i: int, *, forward: bool) -> int:
    """Return how many tokens token `i` takes with it: a short quotation, a name in marks, is skipped whole."""
    number = passage.quote_at[i]
    if number < 0:
        return 1
    first, end, _, _ = passage.quotes[number]
    edge = first if forward else end - 1
    return end - first if i == edge else 1
