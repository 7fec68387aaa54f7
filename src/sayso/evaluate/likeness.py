"""When two values of a field, one annotated and one read, count as the same."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeAlias

Record: TypeAlias = Mapping[str, Any]
"""A statement as a JSON object."""

_WORD = re.compile(r"[\w’'ʼ-]+")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})
_ANONYMOUS = "anonymous"
_LIKE = 0.8  # share of letters from which two words are forms or spellings of one
_SHORTEST_LIKE = 4  # letters; shorter words must be equal
_SAME_DAYS = 0.5  # share of days in common


def words(text: str | None) -> list[str]:
    """Return the words of a text in lower case, all apostrophes as one."""
    return _WORD.findall(unicodedata.normalize("NFC", text or "").lower().translate(_APOSTROPHES))


def token_f1(one: str | None, other: str | None) -> float:
    """Return the F1 of the words that two texts share, each counted as often as it stands in both; 0 to 1."""
    mine, theirs = Counter(words(one)), Counter(words(other))
    common = (mine & theirs).total()
    return 2 * common / (mine.total() + theirs.total()) if common else 0.0


def content_of(statement: Record) -> str:
    """Return a content as one text, whether it is given as a text or in pieces."""
    content = statement.get("content")
    return content if isinstance(content, str) else " ".join(content or ())


def same_name(one: str | None, other: str | None) -> bool:
    """Tell whether the shorter name's last word, and more than half of its words, stand in the longer one.

    Words may differ by an ending or a letter. "anonymous" and no name at all are the same.
    """
    mine, theirs = (words(None if name == _ANONYMOUS else name) for name in (one, other))
    if not mine or not theirs:
        return not mine and not theirs
    short, long = sorted((mine, theirs), key=len)
    hits = [any(_same_word(word, candidate) for candidate in long) for word in short]
    return hits[-1] and sum(hits) * 2 > len(hits)


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= _SHORTEST_LIKE and SequenceMatcher(None, one, other).ratio() >= _LIKE


def right_source(gold: Record, read: Record) -> bool:
    """Tell whether a reading names the annotated source, by its name or one of its aliases."""
    names = [gold.get("source_name"), *gold.get("aliases", ())]
    return any(same_name(name, read.get("source_name")) for name in names)


def same_days(one: str | None, other: str | None) -> bool:
    """Tell whether two days or intervals ("2024-10-01/2024-10-10") share at least half of the days of both."""
    mine, theirs = _days(one), _days(other)
    if mine is None or theirs is None:
        return mine is theirs
    common = (min(mine[1], theirs[1]) - max(mine[0], theirs[0])).days + 1
    union = (max(mine[1], theirs[1]) - min(mine[0], theirs[0])).days + 1
    return common > 0 and common / union >= _SAME_DAYS


def _days(value: str | None) -> tuple[dt.date, dt.date] | None:
    """Read one or two days; what is none counts as not given."""
    first, _, last = str(value or "").partition("/")
    try:
        return dt.date.fromisoformat(first[:10]), dt.date.fromisoformat((last or first)[:10])
    except ValueError:
        return None


def same_relays(one: Sequence[str] | None, other: Sequence[str] | None) -> bool:
    """Tell whether two chains of relays are equally long and each relay of the first stands in the second."""
    mine, theirs = list(one or ()), list(other or ())
    return len(mine) == len(theirs) and all(any(same_name(a, b) for b in theirs) for a in mine)


def bounds(statement: Record) -> Counter[tuple[float | None, float | None]]:
    """Count the quantities of a statement by their bounds, low and high."""
    quantities: Iterable[Record] = statement.get("quantities") or ()
    return Counter((quantity.get("low"), quantity.get("high")) for quantity in quantities)
