"""A text made ready for rules: tokens with their forms, quotations, sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from ..model import Span
from ..text.grammemes import Gram
from ..text.paragraphs import paragraph_spans, trail_end
from ..text.quotes import Quotation, quotations
from ..text.sentences import Abbreviations, sentence_spans
from ..text.tokens import PUNCT, Token
from .forms import Form, Forms

OPENING = frozenset("«„“\"'‹”‘")
CLOSING = frozenset("»”“\"'›’")
_BULLETS = frozenset("-–—•*·▪")
_SYMBOLS = 0x2190
_LONG_SPEECH = 8
_SENTENCE_ENDS = frozenset(".!?…") | {"...", "!!!", "?!"}
DASHES = frozenset("–—-−―")


class Passage:
    """One text with everything that rules look at. All indices are token indices unless named otherwise."""

    def __init__(self, text: str, forms: Forms, abbreviations: Abbreviations, *, script: str) -> None:
        self.text = text
        # a line end inside a paragraph is only a blank; paragraphs are known by their spans
        self.tokens: list[Token] = forms.tokens(text)
        self._shortened = abbreviations.always | abbreviations.number
        self.forms: Sequence[Form] = forms.all(self.tokens)
        paragraphs = paragraph_spans(text)
        self.quotations: list[Quotation] = quotations(text, paragraphs)
        self.script = script
        self._starts = [token.start for token in self.tokens]
        # the trail of a page over its title is no sentence
        trail = trail_end(text, paragraphs)
        sentences = sentence_spans(text, abbreviations, self.quotations, paragraphs)
        self.sentences: list[tuple[int, int]] = self._token_ranges(
            [span for span in sentences if span.start >= trail]
        )
        self.paragraphs: list[tuple[int, int]] = self._token_ranges(paragraphs)
        self._paragraph_starts = [start for start, _ in self.paragraphs]
        self._openings = frozenset(self._paragraph_starts)
        self.quotes: list[tuple[int, int, int, int]] = []
        self.quote_at: list[int] = [-1] * len(self.tokens)
        self._mark_quotations()

    @cached_property
    def classed(self) -> list[tuple[int, frozenset[str]]]:
        """The words that have any class, with their classes."""
        return [(i, form.classes) for i, form in enumerate(self.forms) if form.classes]

    def _token_ranges(self, spans: Sequence[Span]) -> list[tuple[int, int]]:
        """Return the tokens of each span that holds any; the spans follow one another."""
        ranges = []
        end = 0
        for span in spans:
            first = bisect_left(self._starts, span.start, end)
            end = bisect_left(self._starts, span.end, first)
            if end > first:
                ranges.append((first, end))
        return ranges

    def _mark_quotations(self) -> None:
        """Find for each token the outermost quotation that it stands in, marks included."""
        for number, quotation in enumerate(self.quotations):
            (first, end), (inner, inner_end) = self._range(quotation.span), self._range(quotation.inner)
            for i in range(first, end):
                if self.quote_at[i] < 0:
                    self.quote_at[i] = number
            empty = inner == inner_end
            self.quotes.append((first, end, first if empty else inner, first if empty else inner_end))

    def whole_quotation(self, number: int) -> list[tuple[int, int]]:
        """Return the inner tokens of all pieces, one a paragraph, of the quotation that one is a piece of."""
        outer = [n for n, quotation in enumerate(self.quotations) if quotation.level == 0]
        if number not in outer:
            return [self.quotes[number][2:]]
        first = last = outer.index(number)
        while first and self.quotations[outer[first - 1]].continued:
            first -= 1
        while last + 1 < len(outer) and self.quotations[outer[last]].continued:
            last += 1
        return [self.quotes[n][2:] for n in outer[first : last + 1]]

    def _range(self, span: Span) -> tuple[int, int]:
        first = bisect_left(self._starts, span.start)
        return first, bisect_left(self._starts, span.end, first)

    def foreign(self, i: int) -> bool:
        """Tell whether the token at `i` is a word in Latin letters inside a text of another script."""
        return self.script != "latin" and self.forms[i].latin

    def paragraph_of(self, i: int) -> tuple[int, int]:
        """Return the paragraph that holds token `i`, as a token range."""
        found = bisect_right(self._paragraph_starts, i) - 1
        return self.paragraphs[max(found, 0)]

    def speech_around(self, i: int) -> tuple[int, int] | None:
        """Return the direct speech that token `i` stands in or interrupts, None where it is not in any.

        That is a long quotation, a paragraph that a dash opens, or a paragraph without quotations whose first or
        last sentence speaks in the first person: crawlers lose quotation marks.
        """
        i = min(i, len(self.tokens) - 1)
        number = self.quote_at[i]
        if number >= 0:
            _, _, inner, end = self.quotes[number]
            return (inner, end) if end - inner >= _LONG_SPEECH else None
        start, end = self.paragraph_of(i)
        spoken = max((a for a, _ in self.sentences_of(start, i) if self.is_dash(a)), default=start)
        if self.is_dash(spoken):
            return (spoken + 1, end)
        if max(self.quote_at[start:end]) >= 0:
            return None
        voices = (form.has(Gram.P1) or "first-person" in form.classes for form in self.forms[start:i])
        return (start, end) if any(voices) else None

    def sentences_of(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences that begin in tokens [start, end]."""
        first = bisect_left(self.sentences, (start, 0))
        return self.sentences[first : bisect_right(self.sentences, (end, len(self.tokens)))]

    def speech_paragraph(self, i: int) -> tuple[int, int] | None:
        """Return what is said in a paragraph that a dash opens at `i`, None where it may be a line of a list."""
        start, end = self.paragraph_of(i) if i < len(self.tokens) else (i, i)
        if (
            start != i
            or end - start < _LONG_SPEECH
            or not self.is_dash(start)
            or self.quote_at[start + 1] >= 0
        ):
            return None
        whole = self.tokens[end - 1].text in _SENTENCE_ENDS and self.forms[start + 1].capital
        return (start + 1, end) if whole and any(form.finite for form in self.forms[start:end]) else None

    def opens(self, i: int) -> bool:
        """Tell whether the token at `i` stands where any word has a capital: first of a sentence, quotation or list."""
        if i == 0:
            return True
        before = self.tokens[i - 1]
        return (before.kind == PUNCT and before.text not in ",();)%") or i in self._openings

    @cached_property
    def _behind_first_names(self) -> list[Form]:
        pairs = [(before, form) for before, form in pairwise(self.forms) if form.capital and before.capital]
        return [form for before, form in pairs if before.first(Gram.FNAME)]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words that stand behind a first name somewhere in the text: elsewhere they are names too ("Пенс")."""
        return frozenset(form.text for form in self._behind_first_names)

    @cached_property
    def _surname_lemmas(self) -> frozenset[str]:
        """The surnames among `surnames`, uninflected."""
        readings = (reading for form in self._behind_first_names for reading in form.readings)
        return frozenset(lemma for lemma, grams in readings if grams & Gram.LNAME)

    def is_surname(self, i: int) -> bool:
        """Tell whether the token at `i` is a surname that the text gives with a first name, in whatever case."""
        form = self.forms[i]
        return form.text in self.surnames or (
            form.capital and not form.lemmas.isdisjoint(self._surname_lemmas)
        )

    def short_quotation(self, i: int, longest: int) -> int | None:
        """Return the end of a quotation of at most `longest` tokens that opens at `i`, None where there is none."""
        number = self.quote_at[i]
        if number < 0 or self.quotes[number][0] != i:
            return None
        _, end, first, last = self.quotes[number]
        # a lone mark glued to a word may be its whole quotation
        return end if i < first < last <= first + longest else None

    def short_bracket(self, i: int) -> int | None:
        """Return the end of a bracket of at most five tokens that opens at `i` and holds no sentence."""
        for j in range(i + 2, min(i + 8, len(self.tokens))):
            if self.tokens[j].text == ")":
                return j + 1
        return None

    def is_dash(self, i: int) -> bool:
        """Tell whether the token at `i` is a dash that stands apart, not a hyphen inside a word or number."""
        if not 0 <= i < len(self.tokens) or self.tokens[i].text not in DASHES:
            return False
        token = self.tokens[i]
        glued_left = i > 0 and self.tokens[i - 1].end == token.start and self.tokens[i - 1].kind != PUNCT
        glued_right = i + 1 < len(self.tokens) and self.tokens[i + 1].start == token.end
        glued_right = glued_right and self.tokens[i + 1].kind != PUNCT
        return not (glued_left and glued_right)

    def is_shortened(self, i: int) -> bool:
        """Tell whether the token at `i` is a word cut short with a full stop behind it: "м. Одеса", "ім. Франка"."""
        stop = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return stop is not None and stop.text == "." and self.tokens[i].norm in self._shortened

    def shortens(self, word: str) -> bool:
        """Tell whether a full stop behind this word, in lower case, may be one that cuts it short."""
        return word in self._shortened

    def is_bullet(self, i: int) -> bool:
        """Tell whether the token at `i` opens a line of a list: a dash, a dot, an arrow or the like, or "1)"."""
        token = self.tokens[i]
        if token.kind == PUNCT:
            return token.text in _BULLETS or ord(token.text[0]) > _SYMBOLS
        return token.text.isdigit() and i + 1 < len(self.tokens) and self.tokens[i + 1].text in ").)"

    def span(self, start: int, end: int) -> Span:
        """Return the characters that tokens [start, end) cover."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def words(self, start: int, end: int) -> list[str]:
        """Return the texts of the word and number tokens of [start, end)."""
        return [token.text for token in self.tokens[start:end] if token.kind != PUNCT]
