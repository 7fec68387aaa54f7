"""Direct speech that a dash opens, as in Ukrainian and Russian prose and in interviews, told apart from lists.

– We are ready, – said the mayor. – And we wait.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import Span
from .paragraphs import paragraph_spans

_OPENING = re.compile(r"[–—−-]\s*(?=[«\"“„]?[^\W\d_])")
_TO_AUTHOR = re.compile(r"[,!?…»\"”]\s*[–—−-]\s*(?=[^\W\d_])")
_TO_SPEECH = re.compile(r"[.,:!?…]\s*[–—−-]\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_][\w’'ʼ-]*")
_ENDS_SPEECH = '.!?…»"”'
_CUE_WORDS = 5
_MOST_AUTHOR_WORDS = 15
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class DashSpeech:
    """One paragraph of speech: `span` all of it, `speech` what is said and `author` the words about who says it.

    All are code points of the text. The pieces come without the dashes, blanks and commas around them.
    """

    span: Span
    speech: tuple[Span, ...]
    author: tuple[Span, ...]


def dash_speech(text: str, says: Callable[[str], bool] | None = None) -> list[DashSpeech]:
    """Return the paragraphs of `text` that a dash opens as speech.

    `says` tells of a word whether it may report speech; with it the author's words need one of those among their
    first five, without it they need only be short. Items of lists are left out.
    """
    found = []
    for dashed, run in groupby(_paragraphs(text), key=lambda paragraph: paragraph[1]):
        if not dashed:
            continue
        paragraphs = list(run)
        members = [span for span, _, _ in paragraphs]
        read = [_parts(text, span, says) for span in members]
        listed = _is_list(text, members, after_colon=paragraphs[0][2])
        for speech in read:
            if speech.author or (not listed and _is_speech(text, speech)):
                found.append(speech)
    return found


def _paragraphs(text: str) -> Iterator[tuple[Span, bool, bool]]:
    """Yield each paragraph, whether a dash opens it, and whether the one before ends in a colon."""
    colon = False
    for span in paragraph_spans(text):
        yield span, bool(_OPENING.match(text, span.start, span.end)), colon
        colon = text[span.end - 1] == ":"


def _parts(text: str, paragraph: Span, says: Callable[[str], bool] | None) -> DashSpeech:
    """Part a paragraph into what is said and who says it, at the dashes that can part them."""
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    start = opening.end() if opening else paragraph.start
    speech: list[Span] = []
    author: list[Span] = []
    position = start
    while found := _TO_AUTHOR.search(text, position, paragraph.end):
        resumed = _TO_SPEECH.search(text, found.end(), paragraph.end)
        end = resumed.start() if resumed else paragraph.end
        position = found.end()
        if not text[position].islower() or not _is_author(text[position:end], says):
            continue
        speech.append(_trimmed(text, start, found.start() + 1))
        author.append(_trimmed(text, position, end))
        if not resumed:
            return DashSpeech(paragraph, tuple(speech), tuple(author))
        start = position = resumed.end()
    speech.append(_trimmed(text, start, paragraph.end))
    return DashSpeech(paragraph, tuple(span for span in speech if span.start < span.end), tuple(author))


def _is_author(words: str, says: Callable[[str], bool] | None) -> bool:
    sentence = words.split(". ")[0]
    found = _WORD.findall(sentence)
    if says is None:
        return len(found) <= _MOST_AUTHOR_WORDS
    return any(says(word) for word in found[:_CUE_WORDS])


def _is_list(text: str, members: Sequence[Span], *, after_colon: bool) -> bool:
    """Tell whether dashes open the items of a list: no sentences, or several behind a colon and none a question."""
    ends = [text[span.end - 1] for span in members]
    items = sum(
        end not in _ENDS_SPEECH or not _starts_anew(text, span)
        for end, span in zip(ends, members, strict=True)
    )
    return items * 3 >= len(members) or (after_colon and len(members) > 1 and "?" not in ends)


def _is_speech(text: str, found: DashSpeech) -> bool:
    """Without the author's words a paragraph counts as speech if it asks, calls, or is a sentence of some length."""
    span = found.span
    last = text[span.end - 1]
    words = len(_WORD.findall(text, span.start, span.end))
    return last in _ENDS_SPEECH and _starts_anew(text, span) and (last in "?!" or words >= _LEAST_WORDS)


def _starts_anew(text: str, span: Span) -> bool:
    first = _WORD.search(text, span.start, span.end)
    return first is not None and first[0][0].isupper()


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in "–—−-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",–—−-"):
        end -= 1
    return Span(start, end)
