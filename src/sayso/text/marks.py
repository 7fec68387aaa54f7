"""Quotation marks of a text, and whether each opens or closes, as far as shape and neighbours tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model import Span

MARK = re.compile(r"(?<!<)<<(?!<)|(?<!>)>>(?!>)|``|''|’’|‘‘|‘’(?=\w)|[«»„“”‟\"‹›‘’‚'＂″]")
_FIRST = re.compile(
    r"[<>`'«»„“”‟\"‹›‘’‚＂″]"
)  # far quicker to look for than the marks themselves, and there are few
SINGLE = frozenset("‹›‘’‚'")
PARTNERS = {
    "«": ("»", "«"),
    "»": ("»", "«"),
    "„": ("“", "”", '"'),
    "“": ("”", "’’", "''"),
    "”": ("”", "“"),
    "‟": ("”",),
    "‘‘": ("’’",),
    "‘’": ("’’",),
    "‹": ("›",),
    "‘": ("’",),
    "‚": ("‘", "’"),
    "'": ("'",),
    "’": ("’",),
    "<<": (">>",),
    "``": ("''",),
    '"': ('"', "″"),
    "＂": ("＂",),
    "''": ("''",),
    "’’": ("’’",),
    "″": ('"', "″"),
}
"""For every mark that may open, the marks that properly close it. Any other is taken only where none fits."""

_ALWAYS_OPENS = frozenset(["„", "‹", "‚", "<<", "``", "‘‘", "‘’"])
_ALWAYS_CLOSES = frozenset(["›", ">>"])
_FREE_LEFT = frozenset(" \t\n\u00a0([{–—-/«„“‹‘\"'|")
_FREE_RIGHT = frozenset(" \t\n\u00a0)]}–—-/.,;:!?…»”›’\"'|")
_DECADE = re.compile(r"\d0s\b")


class Mark(NamedTuple):
    """One quotation mark and the characters beside it, blanks at the paragraph's ends.

    `before_blank` is the last character before the mark that is no blank; `more` counts the straight double
    marks that follow in the paragraph.
    """

    start: int
    end: int
    text: str
    before: str
    after: str
    before_blank: str
    more: int

    @property
    def single(self) -> bool:
        """Tell whether this is one of the marks that also serve as apostrophes, or of their angled kin."""
        return self.text in SINGLE


def marks(text: str, within: Span) -> Iterator[Mark]:
    """Yield what may be quotation marks of a paragraph: no apostrophe inside a word, no decade."""
    more = text.count('"', within.start, within.end)
    at = within.start
    while found := _FIRST.search(text, at, within.end):
        match = MARK.match(text, found.start(), within.end)
        at = match.end() if match else found.end()
        if match is None:
            continue
        start, end = match.span()
        before = text[start - 1] if start > within.start else " "
        after = text[end] if end < within.end else " "
        if match[0] in "‘’'":
            if before.isalnum() and after.isalnum():
                continue
            if after.isdigit() and _DECADE.match(text, end):
                continue
        more -= match[0] == '"'
        yield Mark(start, end, match[0], before, after, _before_blank(text, within.start, start), more)


def _before_blank(text: str, floor: int, position: int) -> str:
    while position > floor and text[position - 1].isspace():
        position -= 1
    return text[position - 1] if position > floor else " "


def opens(mark: Mark, waiting: str) -> bool:
    """Tell whether `mark` opens a quotation; `waiting` is the double mark open innermost, or "" for none."""
    free_left, free_right = mark.before in _FREE_LEFT, mark.after in _FREE_RIGHT
    if mark.text in _ALWAYS_OPENS:
        return True
    if mark.text in _ALWAYS_CLOSES:
        return False
    if mark.text == "«":
        return not (waiting in ("«", "»") and free_right and not free_left)
    if mark.text == "»":
        return not waiting and free_left and not free_right
    if mark.single:
        return free_left and (mark.after.isalnum() or mark.after in '«"“…')
    if free_left != free_right:
        return free_left and not _is_misplaced_blank(mark, waiting)
    if mark.before.isdigit() and not waiting:
        return False
    return not waiting


def _is_misplaced_blank(mark: Mark, waiting: str) -> bool:
    """A straight mark that closes although the blank stands before it: `"We go, "he said`.

    Where an odd number of marks follows, this one opens a pair.
    """
    if mark.text != '"' or waiting != '"' or mark.more % 2:
        return False
    return mark.before.isspace() and mark.before_blank in ",.!?…" and mark.after.islower()
