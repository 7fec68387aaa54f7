"""Counts, shares, sums and durations: how much a content says, and how exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ..languages.numbers import Bound, NumberLexicon, matches
from ..model import Quantity, Span
from ..text.tokens import NUMBER, WORD, Token
from .lookalike import CURRENCY, DASHES, Site, lookalike
from .numeral import Numeral, read_numeral, step

_REACH = 8  # tokens in which a verb of change may stand before "до 40 %"
_UNIT_WORDS = 3


class _Bounded(NamedTuple):
    """A number with its modifier: tokens [start, end) and what they bound."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None


def read_quantities(tokens: Sequence[Token], text: str, numbers: NumberLexicon) -> list[Quantity]:
    """Return the quantities in `tokens`, a slice of the tokens of `text`, in order and without overlap.

    Exact and "about" give low = high, "over" leaves `high` open, "under" leaves `low` open, "almost" reaches
    down by the unit of the last significant digit (annotation guidelines, quantities). Dates, clock times,
    ordinals, labels and codes are no quantities. Spans are offsets into `text`.
    """
    found: list[Quantity] = []
    triggers = numbers.triggers
    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        if token.kind == NUMBER or token.norm in triggers or "-" in token.norm:
            quantity, index = _read_at(tokens, text, index, numbers)
            if quantity:
                found.append(quantity)
        else:
            index += 1
    return found


def _read_at(
    tokens: Sequence[Token], text: str, index: int, numbers: NumberLexicon
) -> tuple[Quantity | None, int]:
    """Read the quantity whose number begins at `index`; return it, if any, and where to read on."""
    compound = numbers.compounds.get(tokens[index].norm)
    if compound:
        return _quantity(
            tokens, text, _Bounded(index, index + 1, compound.value, compound.value), compound.unit
        ), index + 1
    numeral = _half(tokens, index, numbers) or read_numeral(tokens, index, numbers)
    if numeral is None:
        return None, index + 1
    numeral = _range(tokens, numeral, numbers)
    if lookalike(Site(tokens, numeral, numbers)):
        return None, max(index + 1, _skip(tokens, numeral.end))
    numeral, unit = _compound(tokens, numeral, numbers)
    bounded = _bound(tokens, _singular(tokens, numeral, numbers), numbers)
    if (
        numeral.role in {"one", "part"}
        and bounded.start == numeral.start
        and not _measured(tokens, numeral.end, numbers)
    ):
        return None, numeral.end
    if unit is None:
        unit = _unit(tokens, bounded, numeral, numbers)
    return _quantity(tokens, text, bounded, unit), max(bounded.end, numeral.end)


def _half(tokens: Sequence[Token], index: int, numbers: NumberLexicon) -> Numeral | None:
    value = numbers.values["half"].get(tokens[index].norm)
    return Numeral(index, index + 1, value, value, role="half") if value is not None else None


def _skip(tokens: Sequence[Token], end: int) -> int:
    """Step over the rest of a code such as "2024-10-28" or "044-123-45-67"."""
    while end + 1 < len(tokens) and tokens[end].text in DASHES | {"/"} and tokens[end + 1].kind == NUMBER:
        if tokens[end].start != tokens[end - 1].end or tokens[end + 1].start != tokens[end].end:
            break
        end += 2
    return end


def _quantity(tokens: Sequence[Token], text: str, bounded: _Bounded, unit: str | None) -> Quantity:
    span = Span(tokens[bounded.start].start, tokens[bounded.end - 1].end)
    low, high = (None if bound is None else float(bound) for bound in (bounded.low, bounded.high))
    return Quantity(text=span.of(text), low=low, high=high, unit=unit, span=span)


def _range(tokens: Sequence[Token], first: Numeral, numbers: NumberLexicon) -> Numeral:
    """Join a number with the one that closes its range: "5–6 тисяч", "від 10 до 100 тисяч", "одна чи дві"."""
    middle, start = first.end, first.start
    if middle < len(tokens) and tokens[middle].norm in numbers.words["percent"]:
        middle += 1
    if middle + 1 >= len(tokens) or first.high is None or first.role in {"times", "half", "both"}:
        return first
    link, before = tokens[middle], tokens[start - 1].norm if start else ""
    opened = any(
        before in numbers.words[f"{kind}_open"] and link.norm in numbers.words[f"{kind}_mid"]
        for kind in ("range", "between")
    )
    if not (opened or link.text in DASHES or link.norm in numbers.words["range_or"]):
        return first
    second = read_numeral(tokens, middle + 1, numbers)
    if second is None or second.high is None or second.role in {"times", "both"}:
        return first
    low = first.low * _shared_scale(tokens, first, second, numbers)
    if low >= second.high:
        return first
    return replace(first, start=start - opened, end=second.end, low=low, high=second.high, role="number")


def _shared_scale(
    tokens: Sequence[Token], first: Numeral, second: Numeral, numbers: NumberLexicon
) -> Decimal:
    """Return the scale of the second number where it goes for the first as well: "5–6 тисяч"."""
    scale = numbers.values["scale"].get(tokens[second.end - 1].norm)
    if scale is None or first.scaled or second.high is None or first.low * scale >= second.high:
        return Decimal(1)
    return scale


def _compound(
    tokens: Sequence[Token], numeral: Numeral, numbers: NumberLexicon
) -> tuple[Numeral, str | None]:
    """Read the word hyphened to figures: "24-годинний" has the unit "годин", "300-тисячний" a factor."""
    end = numeral.end
    if not numeral.figures or end + 1 >= len(tokens) or tokens[end].text not in DASHES:
        return numeral, None
    if tokens[end + 1].start != tokens[end].end or tokens[end].start != tokens[end - 1].end:
        return numeral, None
    factor, unit = numbers.compound(tokens[end + 1].norm)
    if factor == 1:
        return numeral, unit
    high = numeral.high * factor if numeral.high is not None else None
    return replace(numeral, low=numeral.low * factor, high=high, end=end + 2), unit


def _bound(tokens: Sequence[Token], numeral: Numeral, numbers: NumberLexicon) -> _Bounded:
    """Find the words that bound a number, before it or after it, and apply them."""
    end = _dotted(tokens, numeral.end, numbers)
    for words, bound in numbers.after.get(tokens[end].norm, ()) if end < len(tokens) else ():
        if matches(tokens, end, words):
            return _Bounded(numeral.start, end + len(words), *_apply(bound, numeral))
    if end < len(tokens) and tokens[end].text == "+" and tokens[end].start == tokens[end - 1].end:
        return _Bounded(numeral.start, end + 1, *_apply("over", numeral))
    start, modifier = _modifier(tokens, numeral.start, numbers)
    if modifier is None:
        return _Bounded(numeral.start, end, numeral.low, numeral.high)
    return _Bounded(start, end, *_apply(modifier, numeral))


def _modifier(tokens: Sequence[Token], start: int, numbers: NumberLexicon) -> tuple[int, Bound | None]:
    """Return where the modifier of the number at `start` begins, and its kind; links may stand between."""
    last = start - 1
    while last >= 0:
        for words, bound in numbers.before.get(tokens[last].norm, ()):
            first = last + 1 - len(words)
            if matches(tokens, first, words) and not _reached(tokens, first, words, numbers):
                return first, bound
        if tokens[last].text not in CURRENCY and tokens[last].norm not in numbers.words["link"]:
            break
        last -= 1
    return start, None


def _reached(tokens: Sequence[Token], first: int, words: Sequence[str], numbers: NumberLexicon) -> bool:
    """Tell whether "до" names where a change ended ("зросла до 40 %", "з 30 до 40") and no upper bound."""
    if len(words) > 1 or words[0] not in numbers.words["range_mid"]:
        return False
    window = tokens[max(0, first - _REACH) : first]
    if any(token.norm in numbers.words["reach"] for token in window):
        return True
    return any(a.norm in numbers.words["from"] and b.kind == NUMBER for a, b in pairwise(window))


def _apply(bound: Bound, numeral: Numeral) -> tuple[Decimal | None, Decimal | None]:
    top = numeral.high if numeral.high is not None else numeral.low
    if bound in {"over", "over_after"}:
        return numeral.low, None
    if bound in {"under", "under_after"}:
        return None, top
    if bound == "almost":
        return numeral.low - step(numeral.low) if numeral.low == top else numeral.low, top
    return numeral.low, numeral.high


def _singular(tokens: Sequence[Token], numeral: Numeral, numbers: NumberLexicon) -> Numeral:
    """Read what may be plural or singular as singular after a modifier: "близько тисячі" is 1000."""
    scale = numbers.values["scale"].get(tokens[numeral.start].norm)
    if numeral.role != "vague" or numeral.scaled or scale is None:
        return numeral
    if tokens[numeral.start].norm not in numbers.words["singular"]:
        return numeral
    modified = _modifier(tokens, numeral.start, numbers)[1]
    return replace(numeral, low=scale, high=scale) if modified else numeral


def _dotted(tokens: Sequence[Token], end: int, numbers: NumberLexicon) -> int:
    """Take in the stop of "тис." where the sentence goes on."""
    if end + 1 < len(tokens) and tokens[end].text == "." and tokens[end - 1].norm in numbers.words["dotted"]:
        return end + 1 if tokens[end + 1].text[0].islower() else end
    return end


def _measured(tokens: Sequence[Token], end: int, numbers: NumberLexicon) -> bool:
    return end < len(tokens) and tokens[end].norm in numbers.words["measure"]


def _unit(tokens: Sequence[Token], bounded: _Bounded, numeral: Numeral, numbers: NumberLexicon) -> str | None:
    """Return the unit: a sign before or after, else the words that are counted; None where there are none."""
    if numeral.start and tokens[numeral.start - 1].text in CURRENCY:
        return tokens[numeral.start - 1].text
    if bounded.end < len(tokens):
        after = tokens[bounded.end]
        if after.norm in numbers.words["percent"]:
            return "%"
        if after.text in CURRENCY:
            return after.text
        if after.text == "°":
            return (
                "°C" if bounded.end + 1 < len(tokens) and tokens[bounded.end + 1].norm in {"c", "с"} else "°"
            )
    return _noun_phrase(tokens, bounded.end, numbers)


def _noun_phrase(tokens: Sequence[Token], start: int, numbers: NumberLexicon) -> str | None:
    """Return adjectives and a noun from `start` on, and the name after the noun, three words at most.

    A name that is an adjective ("North Korean") goes on to its noun.
    """
    words: list[str] = []
    endings = tuple(numbers.words["adjective_ending"]) or ("\n",)
    describes = True
    for token in tokens[start : start + _UNIT_WORDS]:
        if token.kind != WORD or token.norm in numbers.words["stop"] or token.norm in numbers.triggers:
            break
        named = token.text[0].isupper()
        if not describes and not named:
            break
        words.append(token.text)
        described, describes = describes, token.norm.endswith(endings)
        if named and not (described and describes):
            break
    return " ".join(words) or None
