"""Scoring: what was read of annotated documents, against their annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

from ..errors import Damaged, InputError
from ..evaluate.calibration import Calibration, calibrate
from ..evaluate.f1 import Interval, Score, interval, rounded, score
from ..evaluate.figures import Figures, figures, hits_of, hits_of_kind, judged
from ..evaluate.likeness import Record, content_of, right_source
from ..evaluate.pairing import Matching, match
from ..model import Document, Kind
from .parts import Parts, Reader, real_parts

__all__ = ["Calibration", "Figures", "Interval", "Miss", "Report", "Score", "score_gold"]

_GOLD = ".gold.json"


class Annotated(NamedTuple):
    """A document as it lies in a gold folder, and its annotated statements."""

    data: Mapping[str, Any]
    statements: Sequence[Record]


class Miss(NamedTuple):
    """Where a reading differs from the annotation: "missed", "extra" or "source"; names and the content's beginning."""

    document: str
    what: str
    annotated: str | None
    read: str | None
    content: str


class Report(NamedTuple):
    """All figures of a scoring.

    `intervals` are the 95 % bootstrap intervals of who-said-what and content; `parts` the figures by "language uk",
    "set misc-uk" (the ids without their number); `kinds` is who-said-what by kind of statement; `calibration` is None
    where no statement has a confidence.
    """

    whole: Figures
    intervals: dict[str, Interval]
    parts: dict[str, Figures]
    kinds: dict[str, Score]
    calibration: Calibration | None
    misses: tuple[Miss, ...]

    def to_json(self) -> dict[str, Any]:
        """Return all but the misses, rounded to three digits: precision, recall and F1 as lists."""
        return {
            **self.whole.to_json(),
            "intervals": {name: rounded(found) for name, found in self.intervals.items()},
            "kinds": {name: rounded(found) for name, found in self.kinds.items()},
            "parts": {name: found.to_json() for name, found in self.parts.items()},
            "calibration": self.calibration.to_json() if self.calibration else None,
        }


def score_gold(
    folder: Path,
    *,
    predictions: Path | None = None,
    lang: str | None = None,
    only: str = "",
    parts: Parts | None = None,
) -> Report:
    """Score `predictions`, or what is read now, against the gold files below `folder`.

    A gold file ID.gold.json lies beside its document ID.json; predictions are lines {"id", "statements"}. A document
    without a line, or in a language without a pack, counts as one without statements. `lang` and the beginning of an
    id, `only`, choose documents. Raises InputError where there is nothing to score, Damaged where a file is no JSON.
    """
    documents = [one for one in _annotated(folder) if _wanted(one.data, lang, only)]
    if not documents:
        raise InputError(
            f"{folder} holds no annotated documents to score", hint="ID.gold.json beside ID.json"
        )
    read = _predicted(predictions) if predictions else _reading(parts or real_parts())
    return _report([_matching(one, read) for one in documents])


def _annotated(folder: Path) -> Iterator[Annotated]:
    for path in sorted(folder.rglob(f"*{_GOLD}")):
        document = path.with_name(path.name.replace(_GOLD, ".json"))
        yield Annotated(_object(document, "id", "lang", "text"), _object(path, "statements")["statements"])


def _object(path: Path, *fields: str) -> dict[str, Any]:
    return _parsed(path.read_bytes(), str(path), *fields)


def _parsed(text: bytes, place: str, *fields: str) -> dict[str, Any]:
    """Read an object that has all of `fields`."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Damaged(f"{place} is no JSON: {error}", hint="make it again") from error
    if not isinstance(found, dict) or not found.keys() >= set(fields):
        raise Damaged(f"{place} holds no object with {', '.join(fields)}", hint="make it again")
    return found


def _wanted(data: Mapping[str, Any], lang: str | None, only: str) -> bool:
    return lang in (None, data["lang"]) and str(data["id"]).startswith(only)


_Read = Callable[[Mapping[str, Any]], Sequence[Record]]


def _predicted(path: Path) -> _Read:
    """Return what finds a document's predicted statements."""
    found: dict[str, Sequence[Record]] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                data = _parsed(line, f"{path}, line {number}", "id")
                found[data["id"]] = data.get("statements") or ()
    return lambda data: found.get(data["id"], ())


def _reading(parts: Parts) -> _Read:
    """Return what reads a document now."""
    reader = Reader(parts)

    def read(data: Mapping[str, Any]) -> Sequence[Record]:
        document = Document.from_json({**data, "statements": ()})
        pack = reader.pack(document.lang)
        if pack is None:
            return ()
        return [statement.to_json() for statement in reader.statements(document, pack)]

    return read


def _matching(one: Annotated, read: _Read) -> Matching:
    return match(one.data["id"], one.data["lang"], one.statements, read(one.data))


def _report(matchings: Sequence[Matching]) -> Report:
    return Report(
        whole=figures(matchings),
        intervals={
            "who-said-what": interval([hits_of(one) for one in matchings]),
            "content": interval([hits_of(one, with_source=False) for one in matchings]),
        },
        parts={
            **dict(_parts("language", lambda one: one.lang, matchings)),
            **dict(_parts("set", lambda one: one.document.rpartition("-")[0] or one.document, matchings)),
        },
        kinds={kind: _of_kind(matchings, kind) for kind in get_args(Kind)},
        calibration=calibrate(judged(matchings)),
        misses=tuple(miss for one in matchings for miss in _misses(one)),
    )


def _parts(
    name: str, key: Callable[[Matching], str], matchings: Iterable[Matching]
) -> Iterator[tuple[str, Figures]]:
    grouped: dict[str, list[Matching]] = {}
    for one in matchings:
        grouped.setdefault(f"{name} {key(one)}", []).append(one)
    return ((part, figures(found)) for part, found in sorted(grouped.items()))


def _of_kind(matchings: Iterable[Matching], kind: str) -> Score:
    hits = [hits_of_kind(one, kind) for one in matchings]
    return score(*(sum(column) for column in zip(*hits, strict=True)))


def _misses(one: Matching) -> Iterator[Miss]:
    for gold in one.missed():
        yield Miss(one.document, "missed", gold.get("source_name"), None, content_of(gold))
    for read in one.extra():
        yield Miss(one.document, "extra", None, read.get("source_name"), content_of(read))
    for gold, read, _ in one.partners():
        if not right_source(gold, read):
            names = gold.get("source_name"), read.get("source_name")
            yield Miss(one.document, "source", *names, content_of(gold))
