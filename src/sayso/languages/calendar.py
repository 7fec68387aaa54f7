"""The calendar words of a language: months, weekdays, and the phrases that point at a day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import NamedTuple

from ..errors import PackError
from ..text.table import read_table
from .numbers import spellings

COLUMNS = ("form", "role", "value")
_WORDS = """
month month_abbr month_first weekday weekday_bare unit count shift ago in relation
year_word year_suffix day_suffix range range_night daypart eve_of
"""
_PHRASES = """
as_of day year_shift part recent eve same_day next_day later night last_night season holiday skip
"""
_NUMERIC = """
month month_abbr weekday weekday_bare shift day year_shift recent eve last_night
"""
WORDS = frozenset(_WORDS.split())
PHRASES = frozenset(_PHRASES.split())
NUMERIC = frozenset(_NUMERIC.split())
UNITS = frozenset({"hour", "day", "week", "month", "year"})
_HOLIDAY = re.compile(r"(1[0-2]|[1-9])-(3[01]|[12]\d|[1-9])")
PARTS = frozenset({"start", "middle", "end", "first_half", "second_half"})


class Phrase(NamedTuple):
    """A sequence of words in lower case with its role and value."""

    words: tuple[str, ...]
    role: str
    value: str


@dataclass(frozen=True)
class Calendar:
    """The table `calendar.tsv` of a pack, ready to be asked; all keys are in lower case.

    `words` holds the values of single words, by role; `phrases` the rest by their first word, longest first.
    """

    words: Mapping[str, Mapping[str, str]]
    phrases: Mapping[str, Sequence[Phrase]]

    @classmethod
    def load(cls, path: Traversable) -> Calendar:
        """Read a pack's `calendar.tsv`; raises PackError where a role or a value is not known."""
        words: dict[str, dict[str, str]] = {role: {} for role in sorted(WORDS)}
        phrases: dict[str, list[Phrase]] = {}
        for row in read_table(path, COLUMNS):
            role, value = row["role"], row["value"]
            _check(path, row["form"], role, value)
            for form in spellings(row["form"].lower()):
                parts = tuple(form.split())
                if role in PHRASES:
                    phrases.setdefault(parts[0], []).append(Phrase(parts, role, value))
                else:
                    words[role][form] = value
        return cls(
            words, {first: sorted(rest, key=lambda p: -len(p.words)) for first, rest in phrases.items()}
        )

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """The roles of every single word that has any."""
        found: dict[str, set[str]] = {}
        for role, values in self.words.items():
            for word in values:
                found.setdefault(word, set()).add(role)
        return {word: frozenset(roles) for word, roles in found.items()}

    @cached_property
    def triggers(self) -> frozenset[str]:
        """Every single word at which an expression of time may begin; phrases and numbers in figures apart."""
        roles = ["month", "weekday", "weekday_bare", "unit", "count", "shift"]
        roles += ["month_abbr"] if self.month_first else []
        return frozenset().union(*(self.words[role] for role in roles))

    @cached_property
    def openings(self) -> frozenset[str]:
        """Every word at which an expression of time may begin, phrases included."""
        return self.triggers.union(self.phrases)

    def opens(self, word: str, after: str) -> bool:
        """Tell whether an expression of time may begin with the first of two words."""
        return word in self._alone or (after != "" and (word, after) in self._by_two)

    @cached_property
    def _alone(self) -> frozenset[str]:
        """Every word at which an expression of time may begin, whatever follows."""
        phrases = (phrase.words for phrases in self.phrases.values() for phrase in phrases)
        return self.triggers.union(words[0] for words in phrases if len(words) == 1)

    def phrases_at(self, first: str, second: str) -> Sequence[Phrase]:
        """Return the phrases that may begin with these two words, longest first; some are the first word alone."""
        found = self._by_two.get((first, second))
        return found if found is not None else self._by_two.get((first, ""), ())

    @cached_property
    def _by_two(self) -> Mapping[tuple[str, str], Sequence[Phrase]]:
        """The phrases by their first two words, and those of one word by it and ""."""
        found: dict[tuple[str, str], list[Phrase]] = {}
        for first, phrases in self.phrases.items():
            for second in {"", *(words[1] for words, _, _ in phrases if len(words) > 1)}:
                found[first, second] = [p for p in phrases if p.words[1:2] in ((), (second,))]
        return found

    @cached_property
    def as_of(self) -> tuple[tuple[str, ...], ...]:
        """The phrases after which a day counts whatever preposition they end in ("станом на")."""
        return tuple(
            phrase.words for phrases in self.phrases.values() for phrase in phrases if phrase.role == "as_of"
        )

    @property
    def month_first(self) -> bool:
        """Tell whether a month may stand before its day ("October 17")."""
        return bool(self.words["month_first"])


def _check(path: Traversable, form: str, role: str, value: str) -> None:
    if role not in WORDS | PHRASES:
        raise PackError(f"{path.name}: {form!r} has the unknown role {role!r}")
    known = {"unit": UNITS, "part": PARTS}.get(role)
    if known is not None and value not in known:
        raise PackError(f"{path.name}: {form!r} as {role!r} must be one of {', '.join(sorted(known))}")
    if role == "holiday" and not _HOLIDAY.fullmatch(value):
        raise PackError(f"{path.name}: {form!r} as a holiday needs month and day, like 6-28, not {value!r}")
    if role in NUMERIC and not value.removeprefix("-").isdecimal():
        raise PackError(f"{path.name}: {form!r} as {role!r} needs a whole number, not {value!r}")
