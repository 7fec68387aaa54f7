"""Expressions of time in a stretch of text, and the day that a stretch names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache

from ..languages.calendar import Calendar, Phrase
from ..languages.numbers import matches
from ..model import Span, TimeReference
from ..text.tokens import NUMBER, Token
from .dating import Kind, TimeExpression, resolve
from .days import YEARS, DateReader, Found

__all__ = ["TimeExpression", "read_times", "resolve", "time_in"]

_NO_ROLES: frozenset[str] = frozenset()
_RANK: dict[Kind, int] = {
    "day": 0, "weekday": 1, "relative": 1, "last_night": 1, "same_day": 2, "next_day": 2, "eve": 3, "ago": 3,
    "shift": 4, "month": 4, "recent": 5, "later": 5, "season": 6, "year": 7,
}  # fmt: skip
_DIRECT: dict[str, Kind] = {
    "same_day": "same_day", "next_day": "next_day", "later": "later",
    "day": "relative", "recent": "recent", "eve": "eve", "last_night": "last_night",
}  # fmt: skip


def read_times(tokens: Sequence[Token], text: str, calendar: Calendar) -> list[TimeExpression]:
    """Return the expressions of time in `tokens`, a slice of the tokens of `text`, unresolved and in order.

    Where several readings begin at a token the longest wins. Spans are offsets into `text`.
    """
    found: list[TimeExpression] = []
    places = time_places(tokens, calendar)
    if not places:
        return found
    reader, free = _Reader(tokens, calendar), 0
    for index in places:
        reading = reader.read(index) if index >= free else None
        if reading is None:
            continue
        if reading.kind is not None:
            found.append(_expression(reader, index, reading, text))
        free = reading.end
    return found


def time_places(tokens: Sequence[Token], calendar: Calendar) -> list[int]:
    """Return the tokens at which an expression of time may begin: figures, and words of the calendar.

    Most of the words that begin a phrase of it are prepositions and mostly go on otherwise, so two words are looked at.
    """
    openings, last = calendar.openings, len(tokens) - 1
    places = [i for i, token in enumerate(tokens) if token.norm in openings or token.kind == NUMBER]
    return [
        i
        for i in places
        if tokens[i].kind == NUMBER or calendar.opens(tokens[i].norm, tokens[i + 1].norm if i < last else "")
    ]


def time_in(
    tokens: Sequence[Token],
    text: str,
    calendar: Calendar,
    published: dt.date | None,
    previous: TimeReference | None = None,
    *,
    year: int | None = None,
) -> TimeReference | None:
    """Return the best answer to "when" in a stretch: the most exact expression, of equals the first.

    Days that a preposition makes an aim, a limit or a beginning do not count, nor do days after `published`,
    for a reported saying has happened. An interval is cut at `published`; of a publication whose `year` alone is
    known, what would be later than that year does not count.
    """
    candidates = [e for e in read_times(tokens, text, calendar) if e.relation == "at"]
    for expression in sorted(candidates, key=lambda e: _RANK[e.kind]):
        reference = resolve(expression, published, previous=previous, year=year)
        if reference is None or _to_come(reference, published, year):
            continue
        if published is not None and reference.end > published:
            return TimeReference(
                start=reference.start,
                end=published,
                basis=reference.basis,
                text=reference.text,
                span=reference.span,
            )
        return reference
    return None


def _to_come(reference: TimeReference, published: dt.date | None, year: int | None) -> bool:
    if published is not None:
        return reference.start > published
    return year is not None and reference.start.year > year


def _expression(reader: _Reader, start: int, reading: Found, text: str) -> TimeExpression:
    end = reading.end
    daypart = reader.calendar.words["daypart"]
    if end < len(reader.tokens) and reader.tokens[end].norm in daypart:
        end += 1
    span = Span(reader.tokens[start].start, reader.tokens[end - 1].end)
    relation = reader.relation(start)
    if relation == "since" and reading.fields.get("day_to"):
        relation = "at"
    assert reading.kind is not None
    fields = {"relation": relation, **reading.fields}
    return TimeExpression(kind=reading.kind, span=span, text=span.of(text), **fields)  # type: ignore[arg-type]


class _Reader(DateReader):
    """Reads one expression of any kind; every method returns None for no reading at the token."""

    def read(self, start: int) -> Found | None:
        """Return the longest reading that begins at token `start`."""
        token = self.tokens[start]
        best: Found | None = None
        for method in _readers(token.kind == NUMBER, self.calendar.roles.get(token.norm, _NO_ROLES)):
            reading = method(self, start)
            if reading and (best is None or reading.end > best.end):
                best = reading
        return best

    def relation(self, start: int) -> str:
        """Return what the words before token `start` make of the day; "at" where they say nothing."""
        if any(matches(self.tokens, start - len(words), words) for words in self.calendar.as_of):
            return "at"
        return self.value("relation", start - 1) or "at"

    def _phrase(self, start: int) -> Found | None:
        for phrase in self.phrases(start):
            if matches(self.tokens, start, phrase.words):
                reading = self._of_phrase(phrase, start + len(phrase.words))
                if reading:
                    return reading
        return None

    def _of_phrase(self, phrase: Phrase, end: int) -> Found | None:
        if phrase.role == "skip":
            return Found(end, None, {})
        if phrase.role == "part":
            return self._part(phrase.value, end)
        if phrase.role == "night":
            return self._night(end)
        if phrase.role == "season":
            first, _, last = phrase.value.partition("-")
            return self.with_year(end, "season", {"month": int(first), "month_to": int(last)})
        if phrase.role == "holiday":
            month, _, day = phrase.value.partition("-")
            return self.with_year(end, "day", {"month": int(month), "day": int(day)})
        if phrase.role == "year_shift":
            return Found(end, "shift", {"unit": "year", "offset": int(phrase.value)})
        if phrase.role == "eve" and self.value("eve_of", end) is not None:
            return Found(end, None, {})
        kind = _DIRECT.get(phrase.role)
        return Found(end, kind, {"offset": int(phrase.value or 0)}) if kind else None

    def _part(self, part: str, end: int) -> Found | None:
        """Read what a part is of: "на початку жовтня", "at the end of last week", "в середині 2019 року"."""
        month, after = self.month_name(end)
        if month is not None:
            return self.with_year(after, "month", {"month": month, "part": part})
        whole = self._shift(end) or self._year(end)
        if whole and whole.kind in {"shift", "year"}:
            return whole._replace(fields={**whole.fields, "part": part})
        unit = self.value("unit", end)
        if unit in {"week", "month", "year"}:
            return Found(end + 1, "shift", {"unit": unit, "offset": 0, "part": part})
        return None

    def _night(self, end: int) -> Found | None:
        """Read the day that a night leads to: "у ніч на суботу"."""
        reading = self.date(end) or self._named_weekday(end)
        return reading._replace(fields={**reading.fields, "night": True}) if reading else None

    def _weekday(self, start: int) -> Found | None:
        """Read a weekday after a preposition, or bare where the language allows, or beside its date."""
        weekday = self._named_weekday(start)
        if weekday is None:
            return None
        dated = self.date(weekday.end + (self.norm(weekday.end) == ","))
        if dated:
            return dated
        bare = self.value("weekday_bare", start) is not None
        return weekday if bare or self.value("in", start - 1) is not None else None

    def _named_weekday(self, index: int) -> Found | None:
        value = self.value("weekday", index) or self.value("weekday_bare", index)
        return Found(index + 1, "weekday", {"weekday": int(value)}) if value else None

    def _shift(self, start: int) -> Found | None:
        """Read "минулого тижня", "this month", "минулої п'ятниці"."""
        shift = self.value("shift", start)
        if shift is None:
            return None
        weekday = self._named_weekday(start + 1)
        if weekday:
            return weekday._replace(fields={**weekday.fields, "offset": int(shift)})
        unit = self.value("unit", start + 1)
        if unit not in {"week", "month", "year"}:
            return None
        return Found(start + 2, "shift", {"unit": unit, "offset": int(shift)})

    def _ago(self, start: int) -> Found | None:
        """Read "два дні тому", "тиждень тому", "several days ago"."""
        number = self.number(start, range(1, 1000))
        low, _, high = (self.value("count", start) or "1").partition("..")
        counted = number is not None or self.value("count", start) is not None
        unit = self.value("unit", start + counted)
        end = start + counted + 1
        if unit is None or self.value("ago", end) is None:
            return None
        offset = number if number is not None else int(low)
        return Found(
            end + 1, "ago", {"unit": unit, "offset": offset, "offset_to": int(high) if high else None}
        )

    def _month(self, start: int) -> Found | None:
        """Read a month by itself: after a preposition, or with its year."""
        month, end = self.month_name(start)
        if month is None:
            return None
        reading = self.with_year(end, "month", {"month": month})
        dated = reading.end > end or self.value("in", start - 1) is not None
        return reading if dated else None

    def _year(self, start: int) -> Found | None:
        """Read a year with its word, or after a preposition with nothing to count behind it."""
        year = self.number(start, YEARS)
        if year is None:
            return None
        end = self.year_end(start + 1)
        if self.norm(start + 1) == "-" and end == start + 1 and self.glued(start, start + 2):
            return None  # "1990-х"
        after_preposition = self.value("in", start - 1) is not None and not self.counts(end)
        named = end > start + 1 or after_preposition
        return Found(end, "year", {"year": year}) if named else None


@lru_cache(maxsize=512)
def _readers(figures: bool, roles: frozenset[str]) -> tuple[Callable[[_Reader, int], Found | None], ...]:
    """Return the readings that can begin with figures, or with a word of these roles, in order; others find nothing."""
    able: tuple[tuple[Callable[[_Reader, int], Found | None], object], ...] = (
        (_Reader.date, figures or roles & {"month", "month_abbr"}),
        (_Reader._phrase, True),
        (_Reader._weekday, roles & {"weekday", "weekday_bare"}),
        (_Reader._shift, "shift" in roles),
        (_Reader._ago, figures or roles & {"count", "unit"}),
        (_Reader._month, "month" in roles),
        (_Reader._year, figures),
    )
    return tuple(method for method, begins in able if begins)
