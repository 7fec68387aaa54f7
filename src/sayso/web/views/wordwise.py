"""Reports of one utterance beside each other, their differences marked to the word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from ...model import Report, Statement, Utterance
from .claim import telling

Mark = Literal["same", "more", "less", "number"]
_WORD = re.compile(r"\w+(?:[’'ʼ.,:-]\w+)*|\s+|[^\w\s]+")
_BEFORE = 20
"""Reports at most that one is compared with."""
_ALIKE = 0.4
"""Below this likeness (0 to 1) wordings are taken for different ones, in which only numbers are marked."""


class Word(NamedTuple):
    """A run of words that the two reports share, that only this one has ("more"), or that only the other has ("less").

    "number" is what only this one has, and holds a figure.
    """

    text: str
    mark: Mark


class Compared(NamedTuple):
    """A report beside the one before it that is most like it; None for the first.

    `fields` are those that are read differently in it than in the first.
    """

    report: Report
    words: tuple[Word, ...]
    beside: Report | None = None
    is_reworded: bool = False
    fields: tuple[str, ...] = ()


class Column(NamedTuple):
    """The reports in one language, the one that the others are compared with first."""

    lang: str | None
    reports: tuple[Compared, ...]


def columns(utterance: Utterance) -> tuple[Column, ...]:
    """Return the reports of an utterance by their languages, that with most reports first."""
    by_lang: defaultdict[str | None, list[Report]] = defaultdict(list)
    for report in utterance.reports:
        by_lang[report.lang].append(report)
    ordered = sorted(by_lang.items(), key=lambda pair: (-len(pair[1]), pair[0] or ""))
    return tuple(Column(lang, _compared(reports)) for lang, reports in ordered)


def _compared(reports: Sequence[Report]) -> tuple[Compared, ...]:
    base = telling(Utterance(id="", reports=tuple(reports)))
    ordered = [base, *(report for report in reports if report is not base)]
    first = Compared(base, (Word(base.statement.words, "same"),))
    others = (_beside(ordered[:place], report) for place, report in enumerate(ordered) if place)
    return (first, *others)


def _beside(before: Sequence[Report], report: Report) -> Compared:
    """Compare a report with the one before it that is most like it."""
    compared = [(differences(one.statement.words, report.statement.words), one) for one in before[:_BEFORE]]
    (words, alike), nearest = max(compared, key=lambda pair: pair[0][1])
    return Compared(report, words, nearest, is_reworded=alike < _ALIKE, fields=_fields(before[0], report))


def differences(base: str, other: str) -> tuple[tuple[Word, ...], float]:
    """Return `other` with its differences from `base` marked to the word, and how alike the two are, 0 to 1."""
    one, two = _WORD.findall(base), _WORD.findall(other)
    matcher = SequenceMatcher(None, [w.casefold() for w in one], [w.casefold() for w in two], autojunk=False)
    alike = SequenceMatcher(None, _bare(one), _bare(two), autojunk=False).ratio()
    if alike < _ALIKE:
        figures = {word for word in one if word[0].isdigit()}
        return _joined(Word(word, "number" if _is_new(word, figures) else "same") for word in two), alike
    marked: list[Word] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            marked.append(Word("".join(two[c:d]), "same"))
            continue
        if "".join(one[a:b]).strip():
            marked.append(Word("".join(one[a:b]), "less"))
        more = "".join(two[c:d])
        if more:
            marked.append(Word(more, "number" if any(map(str.isdigit, more)) else "more"))
    return _joined(marked), alike


def _bare(words: Iterable[str]) -> list[str]:
    return [word.casefold() for word in words if word[0].isalnum()]


def _is_new(word: str, figures: Iterable[str]) -> bool:
    return word[0].isdigit() and word not in figures


def _joined(words: Iterable[Word]) -> tuple[Word, ...]:
    """Put neighbours with the same mark together; blanks alone are no difference."""
    found: list[Word] = []
    for word in words:
        mark: Mark = "same" if not word.text.strip() and word.mark != "less" else word.mark
        if found and found[-1].mark == mark:
            found[-1] = Word(found[-1].text + word.text, mark)
        else:
            found.append(Word(word.text, mark))
    return tuple(found)


def _fields(base: Report, report: Report) -> tuple[str, ...]:
    """Return which of act, polarity, certainty and day a report has otherwise."""
    one, two = base.statement, report.statement
    pairs = {
        "act": (one.act, two.act),
        "polarity": (one.polarity, two.polarity),
        "certainty": (one.certainty, two.certainty),
        "said_at": (_day(one) or _day(two), _day(two) or _day(one)),
    }
    return tuple(name for name, (first, second) in pairs.items() if first != second)


def _day(statement: Statement) -> str | None:
    return statement.said_at.iso() if statement.said_at else None
