"""One number, in figures or in words, and its value; no modifier, no unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..languages.numbers import NumberLexicon, matches
from ..text.tokens import NUMBER, WORD, Token

_GROUPED = re.compile(r"(\d{1,3})((?:([.,\s])\d{3})(?:\3\d{3})*)(?:[.,](\d+))?")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)")
_LONGEST = 9  # figures without a separator beyond this are an account or a telephone number
_THOUSAND = Decimal(1000)
_SMALL = Decimal(100)


@dataclass(frozen=True)
class Numeral:
    """The number at tokens [start, end): its bounds, equal for an exact one, `high` None where it is open.

    `figures` tells a number whose first token is in figures, `scaled` one that a scale multiplied; `role` is
    that of a lone word in the lexicon ("one", "part", "both", "fraction", "times", "vague"), else "number".
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    figures: bool = False
    scaled: bool = False
    role: str = "number"


def figures(text: str, decimal_mark: str) -> Decimal | None:
    """Return the value of a NUMBER token, None for clock times, dates, codes and telephone numbers.

    Three digits after the decimal mark are a fraction, but "000" after it is how people write thousands.
    """
    if text.isdecimal():
        coded = (len(text) > 1 and text[0] == "0") or len(text) > _LONGEST
        return None if coded else Decimal(text)
    grouped = _GROUPED.fullmatch(text)
    if grouped and _is_grouping(grouped, decimal_mark):
        whole = grouped[1] + re.sub(r"\D", "", grouped[2])
        return Decimal(f"{whole}.{grouped[4] or 0}")
    plain = _DECIMAL.fullmatch(text)
    if not plain or (len(plain[1]) > 1 and plain[1][0] == "0"):
        return None
    return Decimal(f"{plain[1]}.{plain[2]}")


def _is_grouping(match: re.Match[str], decimal_mark: str) -> bool:
    groups, mark = match[2], match[3]
    if match[1].startswith("0"):
        return False
    return mark.isspace() or mark != decimal_mark or len(groups) > len(",000") or groups[1:] == "000"


def step(value: Decimal) -> Decimal:
    """Return the unit of the last significant digit: 1000 for 11000, and for 10000 as well."""
    exponent = value.normalize().as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return value / 10 if unit in (value, 0) or unit * 100_000 < value else unit


def read_numeral(tokens: Sequence[Token], start: int, lexicon: NumberLexicon) -> Numeral | None:
    """Return the longest number that begins at token `start`, None where there is none."""
    word = tokens[start].norm
    if word in lexicon.vague:
        return _vague(tokens, start, lexicon)
    for role in ("both", "times"):
        if word in lexicon.values[role]:
            return _exact(start, start + 1, lexicon.values[role][word], role)
    if word in lexicon.fractions:
        return _exact(start, start + 1, lexicon.fractions[word], "fraction")
    return _Composer(tokens, start, lexicon).compose() or _hyphenated(tokens[start], start, lexicon)


def _exact(start: int, end: int, value: Decimal, role: str) -> Numeral:
    return Numeral(start, end, value, value, role=role)


def _vague(tokens: Sequence[Token], start: int, lexicon: NumberLexicon) -> Numeral:
    """Read a word without a figure and the ever larger scales after it: "кілька десятків тисяч"."""
    low, high = lexicon.vague[tokens[start].norm]
    scales = lexicon.values["scale"]
    end, last = start + 1, low
    while end < len(tokens) and last < scales.get(tokens[end].norm, 0):
        last = scales[tokens[end].norm]
        low, high, end = low * last, high * last if high is not None else None, end + 1
    return Numeral(start, end, low, high, scaled=end > start + 1, role="vague")


def _hyphenated(token: Token, start: int, lexicon: NumberLexicon) -> Numeral | None:
    """Read two number words in one token as a range: "п'ять-шість"."""
    first, mark, second = token.norm.partition("-")
    low, high = lexicon.plain.get(first), lexicon.plain.get(second)
    if not mark or low is None or high is None or low >= high:
        return None
    return Numeral(start, start + 1, low, high)


class _Composer:
    """Adds up the words of one number from left to right.

    `group` is the part below the next scale, `total` what earlier scales closed, `ceiling` the last of them.
    """

    def __init__(self, tokens: Sequence[Token], start: int, lexicon: NumberLexicon) -> None:
        self.tokens, self.start, self.lexicon = tokens, start, lexicon
        self.end = start
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.ceiling: Decimal | None = None
        self.in_figures = False

    def compose(self) -> Numeral | None:
        """Return the number, None where nothing at the start is one."""
        while self.end < len(self.tokens) and self._step(self.tokens[self.end]):
            pass
        if self.end == self.start:
            return None
        value = self.total + (self.group or 0)
        first = self.tokens[self.start]
        lone = self.end == self.start + 1
        role = next((r for r in ("one", "part") if lone and first.norm in self.lexicon.values[r]), "number")
        return Numeral(
            self.start, self.end, value, value, first.kind == NUMBER, self.ceiling is not None, role
        )

    def _step(self, token: Token) -> bool:
        """Take in one token, or the phrase it opens; tell whether it belonged to the number."""
        if token.kind == NUMBER:
            return self._take_figures()
        if token.kind != WORD:
            return False
        return self._take_word(token.norm) or self._take_scale(token.norm) or self._take_phrase()

    def _take_figures(self) -> bool:
        if self.group is not None:
            return False
        joined, end = _joined(self.tokens, self.end)
        value = figures(joined, "." if "." in self.lexicon.words["decimal"] else ",")
        if value is None or (self.ceiling is not None and not _SMALL <= value < self.ceiling):
            return False
        self.group, self.end, self.in_figures = value, end, True
        self.end = _suffixed(self.tokens, end, value, self.lexicon)
        return True

    def _take_word(self, word: str) -> bool:
        value = self.lexicon.plain.get(word)
        if value is None or word in self.lexicon.values["both"] or not self._fits(value):
            return False
        self.group = (self.group or 0) + value
        self.end += 1
        return True

    def _fits(self, value: Decimal) -> bool:
        """Tell whether a word may follow: tens after hundreds, units after tens but not after ten."""
        if self.ceiling is not None and self.group is None:
            return value < self.ceiling
        if self.group is None:
            return True
        if self.in_figures or value != int(value) or self.group != int(self.group):
            return False
        place = Decimal(10) ** len(str(int(value)))
        return self.group % place == 0 and self.group % 100 != 10

    def _take_scale(self, word: str) -> bool:
        scale = self.lexicon.values["scale"].get(word)
        if scale is None or (self.ceiling is not None and (scale >= self.ceiling or self.group is None)):
            return False
        if scale < _THOUSAND:
            self.group = (self.group if self.group is not None else 1) * scale
            self.in_figures = False
        else:
            self.total += (self.group if self.group is not None else 1) * scale
            self.group, self.ceiling, self.in_figures = None, scale, False
        self.end += 1
        return True

    def _take_phrase(self) -> bool:
        """Take "with a half" after a number, "thirds" after a count of them, "and" within a number."""
        return self._take_tail() or self._take_fraction() or self._take_joiner()

    def _take_tail(self) -> bool:
        if self.end == self.start:
            return False
        for words, value in self.lexicon.tails.items():
            if matches(self.tokens, self.end, words):
                if self.group is None:
                    self.total += value * (self.ceiling or 1)
                else:
                    self.group += value
                self.end += len(words)
                return True
        return False

    def _take_fraction(self) -> bool:
        part = self.lexicon.fractions.get(self.tokens[self.end].norm)
        if part is None or self.group is None or self.total:
            return False
        if not self.group * part < 1:
            return False
        self.group *= part
        self.end += 1
        return True

    def _take_joiner(self) -> bool:
        """Take the "and" of "two hundred and fifty": after a whole hundred, before a smaller number."""
        after = self.tokens[self.end + 1].norm if self.end + 1 < len(self.tokens) else ""
        value = self.lexicon.plain.get(after)
        if self.tokens[self.end].norm not in self.lexicon.words["joiner"] or value is None or value >= _SMALL:
            return False
        if not self.group or self.group % _SMALL or self.in_figures:
            return False
        self.end += 1
        return True


def _joined(tokens: Sequence[Token], start: int) -> tuple[str, int]:
    """Join figures that only a single blank of any kind parts into groups of three: "10" and "000"."""
    text, end = tokens[start].text, start + 1
    if len(text) > len("000"):
        return text, end
    while end < len(tokens) and tokens[end].kind == NUMBER:
        token = tokens[end]
        if token.start - tokens[end - 1].end != 1 or len(re.split(r"[.,]", token.text)[0]) != len("000"):
            break
        text, end = f"{text} {token.text}", end + 1
    return text, end


def _suffixed(tokens: Sequence[Token], end: int, value: Decimal, lexicon: NumberLexicon) -> int:
    """Take in the case ending of a cardinal in figures: "5-ти", and "3-х" but not "90-х"."""
    if end + 1 >= len(tokens) or tokens[end].text != "-" or tokens[end + 1].start != tokens[end].end:
        return end
    suffix = tokens[end + 1].norm
    cardinal = suffix in lexicon.words["count_suffix"] and (
        suffix not in lexicon.words["ordinal_suffix"] or value < 10
    )
    return end + 2 if cardinal else end
