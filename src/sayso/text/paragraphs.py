"""Paragraphs of a text, with lines that were only broken by stripped links put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ..model import Span

_BREAK = re.compile(r"\n\s*+")
_STOP = ".!?…:;"
_CLOSING = ",.;:!?…)]»”"
_DASH = "–—-"
_DASH_LINE = re.compile(r"[–—-]+\s+(\w)")
_SHORT_LINK_WORDS = 4
_TRAIL_MARK = " / "


class _Gap(NamedTuple):
    """A line end with the blanks around it."""

    start: int
    end: int
    text: str


def _gaps(text: str) -> Iterator[_Gap]:
    for match in _BREAK.finditer(text):
        start = match.start()
        while start and text[start - 1].isspace():
            start -= 1
        yield _Gap(start, match.end(), text[start : match.end()])


def trail_end(text: str, paragraphs: list[Span]) -> int:
    """Return where a page's trail ends, "Home / World / Title" above the same title; 0 where the text has none."""
    if len(paragraphs) < len(("trail", "title")):
        return 0
    first, second = paragraphs[:2]
    *above, title = first.of(text).split(_TRAIL_MARK)
    return first.end if len(above) > 1 and second.of(text).startswith(title) else 0


def paragraph_spans(text: str) -> list[Span]:
    """Return the paragraphs of `text` without the blanks around them, in code points of `text`.

    A line end closes a paragraph, unless the sentence plainly runs on over it: crawlers and messengers put
    the words of a link on a line of their own.
    """
    if "\n" not in text:
        return _trimmed(text, [0, len(text)])
    cuts = [0]
    breaks = list(_gaps(text))
    for index, found in enumerate(breaks):
        following = breaks[index + 1] if index + 1 < len(breaks) else None
        if not _runs_on(text, cuts[-1], found, following):
            cuts.append(found.end)
    cuts.append(len(text))
    return _trimmed(text, cuts)


def _trimmed(text: str, cuts: list[int]) -> list[Span]:
    spans = []
    for start, end in pairwise(cuts):
        body = text[start:end]
        stripped = body.strip()
        if stripped:
            first = start + body.index(stripped[0])
            spans.append(Span(first, first + len(stripped)))
    return spans


def _runs_on(text: str, floor: int, found: _Gap, following: _Gap | None) -> bool:
    """Tell whether the sentence before a line end goes on behind it."""
    before, after = found.start, found.end
    if before <= floor or after >= len(text):
        return False
    last, first = text[before - 1], text[after]
    if found.text.count("\n") > 1:
        return _is_emptied_line(found.text, last, first)
    if first in _CLOSING or _is_broken_quotation(text, before, after):
        return True
    if first in _DASH:
        dash = _DASH_LINE.match(text, after)
        return bool(dash and dash[1].islower() and last in ',»”"!?…')
    if first.islower():
        return last not in _STOP or (last == "." and _is_indented(found))
    if last in _STOP or not (last.isalnum() or last in ",("):
        return False
    return last in ",(" or _is_link(text, found, following)


def _is_emptied_line(gap: str, last: str, first: str) -> bool:
    """A line with nothing but a blank, in the middle of a sentence: what is left of an icon or a link."""
    return (
        gap.count("\n") == 2
        and not gap.endswith("\n\n")
        and first.islower()
        and (last.isalnum() or last == ",")
    )


def _is_broken_quotation(text: str, before: int, after: int) -> bool:
    """An opening mark as the last character of a line, or a closing one as the first."""
    last = text[before - 1]
    if last in "«„“" or (last == '"' and (before < 2 or text[before - 2].isspace())):
        return True
    beside = text[after + 1 : after + 2]
    return text[after] == '"' and (not beside or not (beside.isalnum() or beside in "«„“"))


def _is_indented(found: _Gap) -> bool:
    """A blank on either side of the line end: what is left of the blanks around a link."""
    return found.text != "\n"


def _is_link(text: str, found: _Gap, following: _Gap | None) -> bool:
    """A few words alone on their line, with the sentence going on in the next: the text of a link."""
    if (
        not (following and _is_indented(found))
        or following.text.count("\n") > 1
        or following.end >= len(text)
    ):
        return False
    words = text[found.end : following.start].split()
    onward = text[following.end]
    goes_on = onward.islower() or onward in _CLOSING or (onward in _DASH and words[-1].endswith(","))
    return len(words) <= _SHORT_LINK_WORDS and goes_on
