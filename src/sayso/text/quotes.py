"""Quotations of a text, with whatever marks they were typed and whichever are missing.

The marks of every paragraph are paired on a stack: a closing mark takes its own partner if one is open, else
whatever is open innermost. What the stack cannot pair is repaired by the rules of `_start_without_mark` and
`_end_without_mark`, and last of all across paragraphs by `_joined_over_paragraphs`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model import Span
from .marks import MARK, PARTNERS, Mark, marks, opens
from .paragraphs import paragraph_spans

_AUTHOR = re.compile(r"(?<!\s)\s*+[,!?…](?:\s*[–—-]\s+|\s+[–—-])(?=[^\W\d_])")
_RESUMES = re.compile(r"[.,!?…:]\s+[–—-]\s")
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++(?=[\"»”]?\s+[–—-]?\s*\w)")
_AFTER_CLOSE = re.compile(r"\s*[,.!?…]*\s*[–—-]")
_COLON = re.compile(r":\s+(?=\w)")
_SHARED = frozenset('"”»“')
_NAME_WORDS = 4
_SPEECH_WORDS = 4
_LONGEST_RUN = 5  # paragraphs; more is likelier two errors than one quotation
_DEEPEST = 8  # open marks; more are not nested but broken
_MOST_STRAYS = 40  # closing marks a paragraph that are tried as ends of speech
_SPEECH_BEFORE = frozenset(":.!?…–—-,")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. `span` takes in the marks, `inner` does not; both are code points of the text.

    `form` is the marks as they stand, opening then closing (a missing one is absent); `level` counts from 0
    for the outermost. `opened` and `closed` tell whether the marks are there; a missing one's place was
    inferred. `continued` says that the quotation goes on in the next paragraph, whose first quotation is the
    next piece.
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

    mark: Mark
    last_inner: int | None = None


@dataclass(slots=True)
class _Paragraph:
    """What one paragraph's marks came to."""

    span: Span
    found: list[Quotation] = field(default_factory=list)
    stray: Mark | None = (
        None  # the first closing mark that found nothing to close and is no quotation by itself
    )

    @property
    def unclosed(self) -> Quotation | None:
        """The outermost quotation that ran to the paragraph's end without its closing mark."""
        last = max((q for q in self.found if q.level == 0), key=lambda q: q.span.end, default=None)
        return last if last and not last.closed and last.span.end == self.span.end else None


def quotations(text: str, paragraphs: Sequence[Span] | None = None) -> list[Quotation]:
    """Return the quotations of `text` in order of their start, outer before inner, in code points of `text`.

    A quotation never leaves its paragraph: one over several paragraphs comes as one piece a paragraph, all
    but the last `continued`, whether or not every paragraph opens it anew. `paragraphs` are the text's paragraphs
    where the caller has them already.
    """
    if not MARK.search(text):
        return []
    spans = paragraph_spans(text) if paragraphs is None else paragraphs
    paired = [
        _Pairing(text, span).run() if MARK.search(text, span.start, span.end) else _Paragraph(span)
        for span in spans
    ]
    _join_over_paragraphs(text, paired)
    found = [quote for paragraph in paired for quote in paragraph.found]
    found.sort(key=lambda q: (q.span.start, -q.span.end))
    return found


class _Pairing:
    """Pairs the marks of one paragraph."""

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.span = span
        self.stack: list[_Open] = []
        self.result = _Paragraph(span)
        self.last_end: int | None = None
        self.last: dict[str, int] = {}
        self.strays = 0

    def run(self) -> _Paragraph:
        """Return the paragraph's quotations, in the order in which they close."""
        found = list(marks(self.text, self.span))
        self.last = {mark.text: mark.start for mark in found}
        for mark in found:
            doubles = [opened.mark.text for opened in self.stack if not opened.mark.single]
            if opens(mark, doubles[-1] if doubles else ""):
                self.stack.append(_Open(mark))
                del self.stack[:-_DEEPEST]
            elif doubles or (self.stack and mark.single):
                self._close(mark)
            elif not mark.single and mark.text != ">>":
                self.stack.clear()
                self._close_unopened(mark)
        while self.stack:
            self._give_up(self.stack.pop())
        return self.result

    def _close(self, mark: Mark) -> None:
        """Close what the mark belongs to; a name opened inside that and never closed ends there too."""
        index = self._partner(mark)
        if index is None:
            return
        while len(self.stack) - 1 > index:
            inner = self.stack.pop()
            if not inner.mark.single and _is_name(self.text[inner.mark.end : mark.start]):
                self._add(inner, mark.start, "")
        self._add(self.stack.pop(), mark.start, mark.text)

    def _partner(self, mark: Mark) -> int | None:
        """Index on the stack of the opening mark that `mark` closes, None where nothing open suits it."""
        for index in range(len(self.stack) - 1, -1, -1):
            if mark.text in PARTNERS.get(self.stack[index].mark.text, ""):
                return index
        for index in range(len(self.stack) - 1, -1, -1):
            opened = self.stack[index].mark
            if opened.single == mark.single:
                waits = any(
                    self.last.get(partner, 0) > mark.start for partner in PARTNERS.get(opened.text, ())
                )
                return None if waits and mark.before.isspace() else index
        return None

    def _add(self, opened: _Open, inner_end: int, closing: str) -> None:
        inner = _without_blanks(self.text, opened.mark.end, inner_end)
        if not any(letter.isalnum() for letter in inner.of(self.text)):
            return
        end = inner_end + len(closing)
        if self.stack:
            self.stack[-1].last_inner = end
        span, form = Span(opened.mark.start, end), opened.mark.text + closing
        self._found(Quotation(span, inner, form, len(self.stack), closed=bool(closing)))

    def _found(self, quote: Quotation) -> None:
        self.result.found.append(quote)
        if quote.level == 0:
            self.last_end = quote.span.end

    def _close_unopened(self, mark: Mark) -> None:
        """A closing mark without an opening one: a quotation where it reads as speech, else a stray mark."""
        self.strays += 1
        if self.strays > _MOST_STRAYS:
            return
        inner = _without_blanks(self.text, self._start_without_mark(mark), mark.start)
        words = inner.of(self.text).split()
        ends_speech = bool(_AFTER_CLOSE.match(self.text, mark.end, self.span.end))
        if (
            len(words) >= _SPEECH_WORDS
            and not mark.before.isspace()
            and (ends_speech or words[-1][-1] in ",.!?…")
        ):
            span = Span(inner.start, mark.end)
            self._found(Quotation(span, inner, mark.text, 0, opened=False))
        elif self.result.stray is None:
            self.result.stray = mark

    def _start_without_mark(self, mark: Mark) -> int:
        """Where a quotation without its opening mark begins.

        Behind a colon, behind the sentence of the quotation before, or at the paragraph's start.
        """
        start = self.span.start
        if self.last_end is not None:
            ended = _SENTENCE_END.search(self.text, self.last_end, mark.start)
            start = ended.end() if ended else mark.start
        for colon in _COLON.finditer(self.text, start, mark.start):
            if self.text[colon.end()].isupper():
                start = colon.end()
                break
        while start < mark.start and (self.text[start].isspace() or self.text[start] in "–—-•"):
            start += 1
        return start

    def _give_up(self, opened: _Open) -> None:
        """End a quotation that was never closed, unless its mark was an apostrophe or misplaced."""
        mark = opened.mark
        if mark.single or (mark.text == '"' and mark.before_blank == "," and mark.after.islower()):
            return
        end, closing = self._end_without_mark(opened)
        self._add(opened, end - len(closing), closing)

    def _end_without_mark(self, opened: _Open) -> tuple[int, str]:
        """Where a quotation without its closing mark ends, and the mark it shares with an inner one."""
        shared = opened.last_inner
        start, end = opened.mark.end, self.span.end
        if shared is not None and self.text[shared - 1] in _SHARED:
            speech = _AFTER_CLOSE.match(self.text, shared, end)
            if speech or shared == end or _is_name(self.text[start:shared]):
                return shared, self.text[shared - 1]
        author = _author_words(self.text, start, end)
        if author is not None:
            return author, ""
        before = self.text[self.span.start : opened.mark.start]
        if before.count("(") > before.count(")") and self.text.find(")", start, end) >= 0:
            return self.text.find(")", start, end), ""
        if before.strip() and before.rstrip()[-1] not in _SPEECH_BEFORE:
            ended = _SENTENCE_END.search(self.text, start, end)
            return (ended.start() if ended else end), ""
        return end, ""


def _author_words(text: str, start: int, end: int) -> int | None:
    """Where the author's words cut in for good: `Text, – said X.`, with no `– More text` behind them."""
    for author in _AUTHOR.finditer(text, start, end):
        if text[author.end()].islower():
            return None if _RESUMES.search(text, author.end(), end) else author.start()
    return None


def _is_name(text: str) -> bool:
    return len(text.split()) <= _NAME_WORDS


def _without_blanks(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _join_over_paragraphs(text: str, paragraphs: list[_Paragraph]) -> None:
    """Mark the pieces of quotations over several paragraphs, and add those that bear no mark of their own."""
    for index, paragraph in enumerate(paragraphs):
        quote = paragraph.unclosed
        if quote is None or index + 1 == len(paragraphs):
            continue
        following = paragraphs[index + 1 :]
        if text.startswith(quote.form, following[0].span.start):
            _replace(paragraph.found, quote, continued=True)
            continue
        length = _length_of_run(text, paragraph, quote, following)
        if length:
            _replace(paragraph.found, quote, continued=True)
            for piece in following[: length - 1]:
                _claim(
                    piece,
                    Quotation(piece.span, piece.span, "", 0, closed=False, opened=False, continued=True),
                )
            _claim_last(text, following[length - 1])


def _length_of_run(text: str, paragraph: _Paragraph, quote: Quotation, following: list[_Paragraph]) -> int:
    """How many of the `following` paragraphs go on with `quote`: up to the first stray closing mark."""
    before = text[paragraph.span.start : quote.span.start].rstrip()
    if before and before[-1] not in _SPEECH_BEFORE:
        return 0
    for count, piece in enumerate(following[:_LONGEST_RUN], 1):
        outer = [inner for inner in piece.found if inner.level == 0]
        if piece.stray or any(not inner.opened for inner in outer):
            return count
        if piece.unclosed or any(inner.span.start == piece.span.start for inner in outer):
            return 0
    return 0


def _claim_last(text: str, piece: _Paragraph) -> None:
    if piece.stray:
        inner = _without_blanks(text, piece.span.start, piece.stray.start)
        if inner.start < inner.end:
            span = Span(inner.start, piece.stray.end)
            _claim(piece, Quotation(span, inner, piece.stray.text, 0, opened=False))


def _claim(piece: _Paragraph, whole: Quotation) -> None:
    """Add `whole` to a paragraph; what it contains lies a level deeper."""
    piece.found = [
        replace(inner, level=inner.level + 1) if whole.span.contains(inner.span) else inner
        for inner in piece.found
    ]
    piece.found.append(whole)
    piece.stray = None


def _replace(found: list[Quotation], quote: Quotation, *, continued: bool) -> None:
    found[found.index(quote)] = replace(quote, continued=continued)
