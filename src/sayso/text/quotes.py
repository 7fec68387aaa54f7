"""Quotations of a text, with whatever marks they were typed and whichever are missing.

Two passes over every paragraph. The first finds the marks and throws out apostrophes, elisions and inches; the
second pairs them on a stack. A closing mark takes its own partner if one is open, else whatever is open
innermost. What the stack cannot pair is repaired by named rules (`_start_without_mark`, `_end_without_mark`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Span
from .paragraphs import paragraph_spans

_MARK = re.compile(r"(?<!<)<<(?!<)|(?<!>)>>(?!>)|``|''|[«»„“”‟\"‹›‘’‚'＂]")
_PLAIN = frozenset(['"', "＂", "''", "“", "”", "‟"])
_SINGLE = frozenset("‹›‘’‚'")
_OPENS = frozenset(["«", "„", "‹", "‚", "<<", "``"])
_CLOSES = frozenset(["»", "›", ">>"])
_PARTNERS = {
    "«": "»",
    "»": "«",
    "„": '“”"',
    "“": "”",
    "”": "“",
    "‟": "”",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "’": "’",
    "<<": ">>",
    "``": "''",
    '"': '"',
    "＂": "＂",
    "''": "''",
}
_FREE_LEFT = frozenset(" \t\n\u00a0([{–—-/«„“‹‘\"'|")
_FREE_RIGHT = frozenset(" \t\n\u00a0)]}–—-/.,;:!?…»”›’\"'|")
_DECADE = re.compile(r"\d0s\b")
_AUTHOR = re.compile(r"\s*[,!?…]\s*[–—-]\s+(?=[^\W\d_])|\s*[,!?…]\s+[–—-](?=[^\W\d_])")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s+[–—-]?\s*\w)")
_AFTER_CLOSE = re.compile(r"\s*[,.!?…]*\s*[–—-]")
_NAME_WORDS = 4
_SPEECH_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. `span` takes in the marks, `inner` does not; both are code points of the text.

    `form` is the marks as they stand, opening then closing (a missing one is absent); `level` counts from 0 for
    the outermost. `opened` and `closed` tell whether the marks are there; a missing one's place was inferred.
    `continued` says that the quotation goes on in the next paragraph, whose own quotation is the next piece.
    """

    span: Span
    inner: Span
    form: str
    level: int
    closed: bool = True
    opened: bool = True
    continued: bool = False


@dataclass(slots=True)
class _Open:
    """An opening mark on the stack, and the end of the last quotation that closed inside it."""

    start: int
    end: int
    mark: str
    last_inner: int | None = None


def quotations(text: str) -> list[Quotation]:
    """Return the quotations of `text` in order of their start, outer before inner, in code points of `text`.

    A quotation never leaves its paragraph. One that every paragraph opens anew and only the last closes comes as
    one piece a paragraph, all but the last `continued`.
    """
    if not _MARK.search(text):
        return []
    found: list[Quotation] = []
    for paragraph in paragraph_spans(text):
        marks = list(_marks(text, paragraph))
        if marks:
            found.extend(_Pairing(text, paragraph).run(marks))
    found.sort(key=lambda q: (q.span.start, -q.span.end))
    return _with_continuations(text, found)


def _marks(text: str, paragraph: Span) -> Iterator[re.Match[str]]:
    """Yield what may be quotation marks: no apostrophe inside a word, no elision, no decade."""
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        before = text[match.start() - 1] if match.start() > paragraph.start else " "
        after = text[match.end()] if match.end() < paragraph.end else " "
        if match[0] in _SINGLE and match[0] not in "‹›":
            if before.isalnum() and after.isalnum():
                continue
            if after.isdigit() and _DECADE.match(text, match.end()):
                continue
        yield match


class _Pairing:
    """Pairs the marks of one paragraph."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self.text = text
        self.paragraph = paragraph
        self.stack: list[_Open] = []
        self.found: list[Quotation] = []

    def run(self, marks: list[re.Match[str]]) -> list[Quotation]:
        """Return the paragraph's quotations, in the order in which they close."""
        for match in marks:
            if self._opens(match):
                self.stack.append(_Open(match.start(), match.end(), match[0]))
            elif self.stack:
                self._close(match)
            elif match[0] not in _SINGLE and match[0] != ">>":
                self._close_unopened(match)
        while self.stack:
            self._give_up(self.stack.pop())
        return self.found

    def _around(self, match: re.Match[str]) -> tuple[str, str]:
        start, end = match.start(), match.end()
        before = self.text[start - 1] if start > self.paragraph.start else " "
        after = self.text[end] if end < self.paragraph.end else " "
        return before, after

    def _opens(self, match: re.Match[str]) -> bool:
        """Tell whether a mark opens: by its shape, then its neighbours, then what is open already."""
        mark = match[0]
        before, after = self._around(match)
        if mark in _OPENS:
            return True
        if mark in _CLOSES:
            return False
        free_left, free_right = before in _FREE_LEFT, after in _FREE_RIGHT
        if mark in _SINGLE:
            return free_left and (after.isalnum() or after in '«"“…')
        waiting = any(opened.mark not in _SINGLE for opened in self.stack)
        if mark == "“" and waiting and self.stack[-1].mark == "„":
            return free_left and not free_right
        if free_left != free_right:
            return free_left
        if before.isdigit() and not waiting:
            return False
        return not waiting

    def _close(self, match: re.Match[str]) -> None:
        """Close what the mark belongs to; what was opened inside that and never closed ends there too."""
        index = self._partner(match[0])
        if index is None:
            if match[0] not in _SINGLE and all(opened.mark in _SINGLE for opened in self.stack):
                self.stack.clear()
                self._close_unopened(match)
            return
        while len(self.stack) - 1 > index:
            inner = self.stack.pop()
            if inner.mark not in _SINGLE and _is_name(self.text[inner.end : match.start()]):
                self._add(inner, match.start(), match.start(), "")
        opened = self.stack.pop()
        self._add(opened, match.start(), match.end(), match[0])

    def _partner(self, mark: str) -> int | None:
        """Index on the stack of the opening mark that `mark` closes, None where nothing open suits it."""
        for index in range(len(self.stack) - 1, -1, -1):
            if mark in _PARTNERS.get(self.stack[index].mark, ""):
                return index
        for index in range(len(self.stack) - 1, -1, -1):
            if (self.stack[index].mark in _SINGLE) == (mark in _SINGLE):
                return index
        return None

    def _add(self, opened: _Open, inner_end: int, end: int, closing: str) -> None:
        inner = _without_blanks(self.text, opened.end, inner_end)
        if inner.start >= inner.end:
            return
        if self.stack:
            self.stack[-1].last_inner = end
        form = opened.mark + closing
        self.found.append(
            Quotation(Span(opened.start, end), inner, form, len(self.stack), closed=bool(closing))
        )

    def _close_unopened(self, match: re.Match[str]) -> None:
        """A closing mark without an opening one: a quotation where it reads as speech, else a stray mark."""
        start = self._start_without_mark(match)
        inner = _without_blanks(self.text, start, match.start())
        words = self.text[inner.start : inner.end].split()
        speech = bool(_AFTER_CLOSE.match(self.text, match.end(), self.paragraph.end)) or (
            bool(words) and words[-1][-1] in ",.!?…"
        )
        if not speech or len(words) < _SPEECH_WORDS or self._around(match)[0].isspace():
            return
        self.found.append(
            Quotation(Span(inner.start, match.end()), inner, match[0], 0, closed=True, opened=False)
        )

    def _start_without_mark(self, match: re.Match[str]) -> int:
        """Where a quotation without its opening mark begins.

        Behind a colon, behind the sentence of the quotation before, or at the paragraph's start.
        """
        start = self.paragraph.start
        outer = [
            quote.span.end for quote in self.found if quote.span.end <= match.start() and quote.level == 0
        ]
        if outer:
            ended = _SENTENCE_END.search(self.text, max(outer), match.start())
            start = ended.end() if ended else match.start()
        colon = re.compile(r":\s+(?=[^\W\d_a-zа-яіїєґё])").search(self.text, start, match.start())
        if colon:
            start = colon.end()
        while start < match.start() and (self.text[start].isspace() or self.text[start] in "–—-•"):
            start += 1
        return start

    def _give_up(self, opened: _Open) -> None:
        """End a quotation that was never closed. Single marks without a partner were apostrophes."""
        if opened.mark in _SINGLE:
            return
        end, closing = self._end_without_mark(opened)
        inner_end = end - len(closing)
        self._add(opened, inner_end, end, closing)

    def _end_without_mark(self, opened: _Open) -> tuple[int, str]:
        """Where a quotation without its closing mark ends, and the mark it shares with an inner one, if any."""
        shared = opened.last_inner
        if shared is not None and self.text[shared - 1] in '"”»“':
            speech = _AFTER_CLOSE.match(self.text, shared, self.paragraph.end)
            if speech or shared == self.paragraph.end or _is_name(self.text[opened.end : shared]):
                return shared, self.text[shared - 1]
        author = _AUTHOR.search(self.text, opened.end, self.paragraph.end)
        while author and not self.text[author.end()].islower():
            author = _AUTHOR.search(self.text, author.end(), self.paragraph.end)
        if author:
            return author.start(), ""
        before = self.text[self.paragraph.start : opened.start].rstrip()
        if before and before[-1] not in ":.!?…–—-":
            ended = _SENTENCE_END.search(self.text, opened.end, self.paragraph.end)
            if ended:
                return ended.start(), ""
        return self.paragraph.end, ""


def _is_name(text: str) -> bool:
    return len(text.split()) <= _NAME_WORDS


def _without_blanks(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _with_continuations(text: str, found: list[Quotation]) -> list[Quotation]:
    """Mark the pieces of quotations over several paragraphs: never closed, and opened anew in the next."""
    result = []
    for index, quote in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if (
            following
            and not quote.closed
            and quote.level == 0
            and following.level == 0
            and following.opened
            and following.form[0] == quote.form[0]
            and not text[quote.span.end : following.span.start].strip()
        ):
            quote = Quotation(
                quote.span, quote.inner, quote.form, 0, closed=False, opened=quote.opened, continued=True
            )
        result.append(quote)
    return result
