"""The number words of a language: what counts, what bounds a count, and what only looks like one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cached_property
from importlib.resources.abc import Traversable
from itertools import product
from typing import Literal, get_args

from ..errors import PackError
from ..text.table import read_table
from ..text.tokens import Token

COLUMNS = ("form", "role", "value")
APOSTROPHES = "'’ʼ`ʹ´"
Bound = Literal["about", "over", "under", "almost", "over_after", "under_after"]
BOUNDS: tuple[Bound, ...] = get_args(Bound)
VALUES = frozenset({"number", "one", "both", "half", "part", "scale", "times", "combining", "tail"})
_WORDS = """
    link range_open range_mid between_open between_mid range_or joiner reach from
    ordinal ordinal_suffix count_suffix compound_ending
    label street clock clock_after year_before year_word year_word_range
    measure percent stop adjective_ending decimal dotted singular date month_first
"""
WORDS = frozenset(_WORDS.split())
PLAIN = WORDS | frozenset(BOUNDS)
ROLES = PLAIN | VALUES | {"vague", "fraction", "compound"}


@dataclass(frozen=True)
class Compound:
    """A word that holds a count and its measure ("дводенний"): the value, and the unit if it has one."""

    value: Decimal
    unit: str | None


@dataclass(frozen=True)
class NumberLexicon:
    """The table `numbers.tsv` of a pack, ready to be asked; all keys are in lower case.

    `values` holds the numeric roles and `words` the plain sets, by role. `vague` gives low and high (None:
    open) of words without a figure. `before` and `after` give the phrases that bound a number, longest first:
    those that stand before it by their last word, those after it by their first. `dates` are words that make
    a number before them a day (and one after them where `month_first`).
    """

    values: Mapping[str, Mapping[str, Decimal]]
    words: Mapping[str, frozenset[str]]
    vague: Mapping[str, tuple[Decimal, Decimal | None]]
    before: Mapping[str, Sequence[tuple[tuple[str, ...], Bound]]]
    after: Mapping[str, Sequence[tuple[tuple[str, ...], Bound]]]
    tails: Mapping[tuple[str, ...], Decimal]
    fractions: Mapping[str, Decimal]
    compounds: Mapping[str, Compound]
    stems: Mapping[str, str]
    dates: frozenset[str]
    month_first: bool

    @classmethod
    def load(cls, path: Traversable) -> NumberLexicon:
        """Read a pack's `numbers.tsv`; raises PackError where a role or a value is not known."""
        rows = [(row["form"].lower(), row["role"], row["value"]) for row in read_table(path, COLUMNS)]
        for form, role, value in rows:
            if role not in ROLES:
                raise PackError(f"{path.name}: {form!r} has the unknown role {role!r}")
            if role not in PLAIN and not value:
                raise PackError(f"{path.name}: {form!r} as {role!r} needs a value")
        try:
            return _build([(other, role, value) for form, role, value in rows for other in spellings(form)])
        except (InvalidOperation, ValueError, ZeroDivisionError) as error:
            raise PackError(f"{path.name}: a value is no number ({error})") from error

    @cached_property
    def plain(self) -> Mapping[str, Decimal]:
        """Every word that is a number by itself, whatever its conditions."""
        return {w: v for role in ("number", "one", "both", "part") for w, v in self.values[role].items()}

    @cached_property
    def triggers(self) -> frozenset[str]:
        """Every word at which a quantity may begin; the numbers in figures apart."""
        keys = (self.plain, self.values["half"], self.values["scale"], self.values["times"])
        return frozenset().union(*keys, self.vague, self.fractions, self.compounds)

    def compound(self, word: str) -> tuple[Decimal, str | None]:
        """Return factor and unit of what is hyphened to figures ("24-годинний"); (1, None) if unknown."""
        for size in range(len(word), 2, -1):
            unit = self.stems.get(word[:size])
            if unit is not None and word[size:] in self.words["compound_ending"]:
                return _factor(unit)
        return Decimal(1), None


def spellings(form: str) -> tuple[str, ...]:
    """Return `form` with each of the signs that texts use as an apostrophe."""
    return tuple(form.replace("'", sign) for sign in APOSTROPHES) if "'" in form else (form,)


def matches(tokens: Sequence[Token], start: int, words: Sequence[str]) -> bool:
    """Tell whether `words` stand at `tokens[start:]`, in lower case."""
    if start < 0 or start + len(words) > len(tokens):
        return False
    for place, word in enumerate(words, start):  # noqa: SIM110 - a generator costs thrice as much, for nearly every token
        if tokens[place].norm != word:
            return False
    return True


def _build(rows: Sequence[tuple[str, str, str]]) -> NumberLexicon:
    values = {
        role: {f: Decimal(v) for f, r, v in rows if r == role and " " not in f} for role in sorted(VALUES)
    }
    words = {role: frozenset(f for f, r, _ in rows if r == role) for role in sorted(WORDS)}
    stems = {f: v for f, r, v in rows if r == "compound"}
    phrases = [(tuple(f.split()), b) for b in BOUNDS for f, r, _ in rows if r == b]
    return NumberLexicon(
        values=values,
        words=words,
        vague={f: _bounds(v) for f, r, v in rows if r == "vague"},
        before=_by_word([p for p in phrases if not p[1].endswith("_after")], -1),
        after=_by_word([p for p in phrases if p[1].endswith("_after")], 0),
        tails={tuple(f.split()): Decimal(v) for f, r, v in rows if r == "tail"},
        fractions={f: _decimal(Fraction(v)) for f, r, v in rows if r == "fraction"},
        compounds=_compounds(values["combining"], stems, words["compound_ending"]),
        stems=stems,
        dates=words["date"],
        month_first=bool(words["month_first"]),
    )


def _by_word(
    phrases: Iterable[tuple[tuple[str, ...], Bound]], index: int
) -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    table: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for words, bound in sorted(phrases, key=lambda phrase: -len(phrase[0])):
        table.setdefault(words[index], []).append((words, bound))
    return table


def _compounds(
    heads: Mapping[str, Decimal], stems: Mapping[str, str], endings: Iterable[str]
) -> dict[str, Compound]:
    table = {}
    for (head, value), (stem, unit), ending in product(heads.items(), stems.items(), sorted(endings)):
        factor, name = _factor(unit)
        table[head + stem + ending] = Compound(value * factor, name)
    return table


def _factor(unit: str) -> tuple[Decimal, str | None]:
    """Read the value of a compound's stem: "*1000" is a factor, anything else a unit."""
    return (Decimal(unit[1:]), None) if unit.startswith("*") else (Decimal(1), unit)


def _bounds(value: str) -> tuple[Decimal, Decimal | None]:
    low, _, high = value.partition("..")
    return Decimal(low), Decimal(high) if high else None


def _decimal(fraction: Fraction) -> Decimal:
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)
