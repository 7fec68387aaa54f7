"""Sentences of a text: candidates by one expression, then a table of named rules, each to join or to split.

In the manner of razdel's sentenizer. Knows no language: the words that a full stop may follow come as
`Abbreviations`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ..model import Span
from .paragraphs import paragraph_spans
from .quotes import Quotation, quotations

# A mark that no other stands before, which may close a sentence before a blank or, glued, between two words.
_END = re.compile(
    r"(?P<mark>[.!?…](?<![.!?…]{2})[.!?…]*+)"
    r"(?:(?P<closing>[»”\"’')\]]*+)(?P<blank>\s++)(?P<opening>[«„“\"‘'(\[]*)(?P<next>\S)"
    r"|(?P<glued>(?:(?<=[^\W\d_][^\W\d_][.!?])|(?<=[»”\"][.!?]))[»”\"]?[«“\"]?(?=(?:[-–—]\s)?[^\W\d_])))"
)
_LAST_WORD = re.compile(r"[\w’'ʼ.-]*\Z")
_SITES = frozenset(
    "com net org ua ru media info az kz ge md pl de fr uk eu tv io ai am by ру ком нет орг юа".split()
)  # "Вісті.Ру" is one name
_WORD_AHEAD = re.compile(r"(?P<word>[^\W\d_]+)")
_SPEECH_BEHIND = re.compile(r"[-–—] (?!\s)(?=[^\W\d_])(?![a-zа-яіїєґ])")  # "planned."- We expect …
_GLUED_WORD = re.compile(r"\w*\Z")
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words that a full stop follows without ending the sentence, in lower case and without that stop.

    `always` never end a sentence (titles, "named after"); `number` do not before a figure ("p.", "art.");
    `end` may close a sentence, and do before a capital ("etc.", "thousand").
    """

    always: frozenset[str] = frozenset()
    number: frozenset[str] = frozenset()
    end: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, lines: Iterable[str]) -> Abbreviations:
        """Read lines "abbreviation.<TAB>always|number|end", `#` opening a comment.

        Raises ValueError, naming the line.
        """
        groups: dict[str, set[str]] = {"always": set(), "number": set(), "end": set()}
        for count, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            word, _, group = line.rstrip("\n").partition("\t")
            if group not in groups or not word.endswith("."):
                raise ValueError(
                    f"line {count}: {line.strip()!r} is not 'abbreviation.<TAB>always|number|end'"
                )
            groups[group].add(word[:-1].lower())
        return cls(*(frozenset(groups[name]) for name in ("always", "number", "end")))


class Candidate(NamedTuple):
    """A place where a sentence may end: the word before the mark, the mark, and what follows it."""

    left: str
    mark: str
    closing: str
    blank: str
    opening: str
    following: str
    line_start: bool


Rule = Callable[[Candidate, Abbreviations], bool | None]
"""True: the sentence ends; False: it goes on; None: the rule has nothing to say."""


def continues_in_lower_case(place: Candidate, _: Abbreviations) -> bool | None:
    """A lower-case word goes on with the sentence, unless the line ended as well."""
    if place.following.islower():
        return "\n" in place.blank and place.mark != "."
    return None


def continues_with_mark(place: Candidate, _: Abbreviations) -> bool | None:
    """A comma or a closing mark goes on with the sentence."""
    return False if place.following in ",;:»”)]" and not place.opening else None


def numbers_a_list(place: Candidate, _: Abbreviations) -> bool | None:
    """ "1. Item" at the start of a line is one sentence."""
    return False if place.line_start and place.mark == "." and place.left.isdigit() else None


def is_initial(place: Candidate, _: Abbreviations) -> bool | None:
    """A single capital before a capital is an initial: "J. R. Smith"."""
    letter = place.left.rsplit(".", 1)[-1].lstrip("-")
    if place.mark == "." and not place.closing and len(letter) == 1 and letter.isalpha() and letter.isupper():
        return False if place.following.isupper() and not place.opening else None
    return None


def is_abbreviated(place: Candidate, known: Abbreviations) -> bool | None:
    """The pack's abbreviations, each by the class it belongs to."""
    if place.mark != "." or place.closing:
        return None
    for word in (place.left.lower(), place.left.lower().rsplit(".", 1)[-1]):
        if word in known.always:
            return False
        if word in known.number and place.following.isdigit():
            return False
        if word in known.end:
            return not (place.following.isdigit() or place.following.islower())
    return None


RULES: tuple[Rule, ...] = (
    continues_with_mark,  # before all others: the mark decides whatever the word was
    numbers_a_list,
    is_abbreviated,  # before the lower-case rule, which sees line ends
    continues_in_lower_case,
    is_initial,
)


def plain_sentence_spans(
    text: str,
    abbreviations: Abbreviations = Abbreviations(),
    paragraphs: Sequence[Span] | None = None,
) -> list[Span]:
    """Return the sentences of `text`, inside quotations too, without the blanks around them.

    Offsets are code points of `text`. `paragraphs` are the text's paragraphs where the caller has them already.
    """
    spans: list[Span] = []
    for paragraph in paragraph_spans(text) if paragraphs is None else paragraphs:
        start = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            if match["glued"] is not None:
                if not _is_glued_end(text, match):
                    continue
                end = following = match.end()
            else:
                if not _ends(text, match, abbreviations, start):
                    continue
                end, following = match.start("blank"), match.end("blank")
            spans.append(Span(start, end))
            start = following
        if start < paragraph.end:
            spans.append(Span(start, paragraph.end))
    return spans


def sentence_spans(
    text: str,
    abbreviations: Abbreviations = Abbreviations(),
    quotes: Sequence[Quotation] | None = None,
    paragraphs: Sequence[Span] | None = None,
) -> list[Span]:
    """Return the sentences of `text`, a quotation and the words that introduce or follow it being one.

    `«A. B», – said X.` is one sentence here and two in `plain_sentence_spans`. `quotes` and
    `paragraphs` are the text's quotations and paragraphs where the caller has them already.
    """
    found = quotations(text, paragraphs) if quotes is None else quotes
    outer = [quote.span for quote in found if quote.level == 0 and _is_bound(text, quote)]
    plain = plain_sentence_spans(text, abbreviations, paragraphs)
    if found:
        plain = _before_marks(plain, {quote.span.start for quote in found})
    if not outer:
        return plain
    starts = [span.start for span in outer]
    joined: list[Span] = []
    for span in plain:
        if joined and _inside(outer, starts, joined[-1].end, span.start):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _before_marks(spans: list[Span], openings: set[int]) -> list[Span]:
    """Let a sentence that is glued to a quotation end before the mark that opens it: 'the room."We …'."""
    moved = list(spans)
    for k, (one, other) in enumerate(pairwise(spans)):
        if one.end == other.start and one.end - 1 in openings:
            moved[k] = Span(moved[k].start, one.end - 1)
            moved[k + 1] = Span(one.end - 1, other.end)
    return moved


def _inside(outer: list[Span], starts: list[int], end: int, start: int) -> bool:
    """Tell whether the boundary between `end` and `start` lies within one of the spans."""
    index = bisect_right(starts, end - 1) - 1
    return index >= 0 and end < outer[index].end and start <= outer[index].end


def _is_bound(text: str, quote: Quotation) -> bool:
    """Tell whether words outside the quotation belong to the sentence of its last or first words."""
    tail = text[quote.span.end : quote.span.end + 6].lstrip(" \u00a0\t")
    if _SPEECH_BEHIND.match(text, quote.span.end) and text[quote.inner.end - 1] == ".":
        return False
    if tail and (tail[0] in ",–—-" or tail[0].islower()):
        return True
    if tail and tail[0] in ".!?…":
        rest = tail.lstrip(".!?…").lstrip(" \u00a0\t")
        if rest and rest[0] in "–—-" and rest[1:].lstrip()[:1].islower():
            return True
    head = text[max(0, quote.span.start - 4) : quote.span.start].rstrip(" \u00a0\t")
    return quote.closed and bool(head) and (head[-1] in ":," or head[-1].isalnum())


def _is_glued_end(text: str, match: re.Match[str]) -> bool:
    """A lower-case word, a stop and a capitalised one without a blank: "the room.Everyone", no address.

    Marks of a quotation, and a dash that opens speech, may stand between: "the room."- We".
    """
    word = _GLUED_WORD.search(text[max(0, match.start() - _LOOK_BACK) : match.start()])
    start = match.end() + (text[match.end()] in "-–—") * len("- ")
    after = _WORD_AHEAD.match(text, start)
    if word is None or after is None or not after["word"][0].isupper():
        return False
    if match["glued"] or start > match.end() or text[match.start() - 1] in '»”"':
        return True
    if len(after["word"]) == 1:  # "the room.A door", but "Iran.A. Smith"
        behind = text[after.end() : after.end() + 2]
        return behind[:1].isspace() and behind[1:].islower()
    running = after["word"][1:].islower()
    return running and (word[0].islower() or after["word"].lower() not in _SITES)


def _ends(text: str, match: re.Match[str], abbreviations: Abbreviations, start: int) -> bool:
    """Ask the rules in their order; where none has a say, the sentence ends."""
    dash = match["next"] in "–—-"
    following = match["next"]
    if dash:
        rest = text[match.end() : match.end() + 3].lstrip()
        following = rest[:1] or following
    left = _LAST_WORD.search(text[max(start, match.start() - _LOOK_BACK) : match.start()])
    word = left[0] if left else ""
    place = Candidate(
        word,
        match["mark"],
        match["closing"],
        match["blank"],
        match["opening"],
        following,
        match.start() - len(word) == start,
    )
    for rule in RULES:
        verdict = rule(place, abbreviations)
        if verdict is not None:
            return verdict
    return True
