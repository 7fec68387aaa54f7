from __future__ import annotations

from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.numeral import figures, read_numeral, step
from sayso.languages.numbers import NumberLexicon
from sayso.text.tokens import tokenise

UK = NumberLexicon.load(files("sayso.languages.uk") / "numbers.tsv")
UNITS = [
    "нуль",
    "один",
    "два",
    "три",
    "чотири",
    "п'ять",
    "шість",
    "сім",
    "вісім",
    "дев'ять",
    "десять",
    "одинадцять",
    "дванадцять",
    "тринадцять",
    "чотирнадцять",
    "п'ятнадцять",
    "шістнадцять",
    "сімнадцять",
    "вісімнадцять",
    "дев'ятнадцять",
]
TENS = [
    "_",
    "_",
    "двадцять",
    "тридцять",
    "сорок",
    "п'ятдесят",
    "шістдесят",
    "сімдесят",
    "вісімдесят",
    "дев'яносто",
]
HUNDREDS = [
    "_",
    "сто",
    "двісті",
    "триста",
    "чотириста",
    "п'ятсот",
    "шістсот",
    "сімсот",
    "вісімсот",
    "дев'ятсот",
]
SCALES = [(10**9, "мільярд", "мільярди", "мільярдів"), (10**6, "мільйон", "мільйони", "мільйонів")]
THOUSANDS = (1000, "тисяча", "тисячі", "тисяч")
FEMININE = {"один": "одна", "два": "дві"}


def below_thousand(value: int) -> list[str]:
    words = [HUNDREDS[value // 100]] if value >= 100 else []
    rest = value % 100
    if rest >= 20:
        words.append(TENS[rest // 10])
        rest %= 10
    return [*words, UNITS[rest]] if rest else words


def in_words(value: int) -> str:
    """Write `value`, 1 to 10**12, as Ukrainian words in the nominative."""
    words: list[str] = []
    for scale, one, few, many in [*SCALES, THOUSANDS]:
        group, value = divmod(value, scale)
        if not group:
            continue
        spelled = below_thousand(group)
        if scale == 1000:
            spelled[-1] = FEMININE.get(spelled[-1], spelled[-1])
        teen, last = 10 < group % 100 < 20, group % 10
        words += [*spelled, one if last == 1 and not teen else few if 1 < last < 5 and not teen else many]
    return " ".join([*words, *below_thousand(value)])


@given(st.integers(1, 10**9))
def test_any_number_in_words_reads_back(value: int) -> None:
    tokens = tokenise(in_words(value))
    found = read_numeral(tokens, 0, UK)
    assert found is not None
    assert (found.low, found.high, found.end) == (value, value, len(tokens))


@given(st.integers(0, 10**9 - 1), st.sampled_from([" ", "\u00a0", "\u202f", "."]))
def test_any_number_in_figures_reads_back(value: int, blank: str) -> None:
    text = f"{value:,}".replace(",", blank)
    tokens = tokenise(text)
    found = read_numeral(tokens, 0, UK)
    assert found is not None
    assert (found.low, tokens[found.end - 1].end) == (value, len(text))


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("10,000", ",", "10000"),
        ("1,250", ",", "1.250"),
        ("1,250", ".", "1250"),
        ("1.250", ",", "1250"),
        ("1.250", ".", "1.250"),
        ("1,234,567.8", ".", "1234567.8"),
        ("0,125", ".", "0.125"),
        ("7", ",", "7"),
        ("15:42", ",", None),
        ("28.10.2024", ",", None),
        ("067", ",", None),
        ("05.11", ",", None),
        ("1234567890", ",", None),
    ],
)
def test_figures(text: str, mark: str, value: str | None) -> None:
    assert figures(text, mark) == (Decimal(value) if value else None)


@pytest.mark.parametrize(
    ("value", "unit"), [("11000", "1000"), ("10000", "1000"), ("2.5", "0.1"), ("600", "100"), ("7", "1")]
)
def test_step_is_the_unit_of_the_last_significant_digit(value: str, unit: str) -> None:
    assert step(Decimal(value)) == Decimal(unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("десять п'ять", [10, 5]),
        ("двадцять двадцять", [20, 20]),
        ("п'ять двадцять", [5, 20]),
        ("5 п'ять", [5, 5]),
        ("дві тисячі дві тисячі", [2002, 1000]),
    ],
)
def test_words_that_do_not_make_one_number(text: str, values: list[int]) -> None:
    tokens, start, found = tokenise(text), 0, []
    while start < len(tokens):
        numeral = read_numeral(tokens, start, UK)
        assert numeral is not None
        found.append(numeral.low)
        start = numeral.end
    assert found[0] == values[0]
    assert len(found) == len(values)
