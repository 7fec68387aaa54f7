from __future__ import annotations

from importlib.resources import files

import pytest

from sayso.extract.lookalike import LOOKALIKES, Site, lookalike
from sayso.extract.numeral import read_numeral
from sayso.languages.numbers import NumberLexicon
from sayso.text.tokens import NUMBER, tokenise

UK = NumberLexicon.load(files("sayso.languages.uk") / "numbers.tsv")


def verdict(text: str) -> str | None:
    """Return the rule that refuses the number of `text`: its first figures, or else its first number word."""
    tokens = tokenise(text)
    at = next((t.index for t in tokens if t.kind == NUMBER), None)
    if at is None:
        at = next(t.index for t in tokens if t.norm in UK.triggers)
    numeral = read_numeral(tokens, at, UK)
    assert numeral is not None
    return lookalike(Site(tokens, numeral, UK))


REFUSED = [
    ("ordinal", "11-ї бригади"),
    ("ordinal", "двадцять п'ята зустріч"),
    ("day", "11 вересня"),
    ("day", "до 5.03"),
    ("year", "з 1996 року"),
    ("year", "серпня 2014"),
    ("clock", "о 10"),
    ("label", "стаття 201"),
    ("code", "F16"),
    ("item", "1. Вступ"),
    ("note", "безпечна.[39] Далі"),
    ("version", "на новому Galaxy 10"),
]


@pytest.mark.parametrize(("rule", "text"), REFUSED)
def test_refused(rule: str, text: str) -> None:
    assert verdict(text) == rule


def test_every_rule_has_an_example() -> None:
    assert {rule for rule, _ in REFUSED} == {rule for rule, _ in LOOKALIKES}


@pytest.mark.parametrize(
    "text",
    [
        "11 бригад",
        "двадцять зустрічей",
        "2014 хат",
        "10 годин",
        "5,03 бала",
        "5.03%",
        "1 людина",
        "Galaxy купили 10",
    ],
)
def test_counts(text: str) -> None:
    assert verdict(text) is None
