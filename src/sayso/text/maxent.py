"""A tagger's maximum entropy model as OpenNLP writes it, read from its package and asked for a few outcomes at a time.

The file is a zip that holds `pos.model`: the outcomes, the patterns (which outcomes a group of features has weights
for), the features in the order of their patterns, then all weights as big-endian doubles (`GISModelReader` and
`AbstractModelReader` of OpenNLP 1.5). A feature is a string such as "w=reports" or "t=NNS".
"""

from __future__ import annotations

import sys
import zipfile
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from ..errors import PackError

_MEMBER = "pos.model"
_KIND = b"GIS"
_INT, _DOUBLE = 4, 8
_LENGTH = 2  # bytes that tell how long a string is

Weights = tuple[tuple[int, float], ...]


class _Model(NamedTuple):
    """The outcomes; the number of each feature, by its text with its length before it as the file has it; where each
    pattern begins, by features and by weights; the patterns as they stand, "times outcome outcome …"."""

    outcomes: tuple[str, ...]
    numbers: dict[bytes, int]
    starts: list[int]
    offsets: list[int]
    patterns: list[bytes]
    values: array[float]


class MaxentModel:
    """One model, read when it is first asked, in a twentieth of a second: most features are never asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The names of all outcomes, by their numbers."""
        return self._read.outcomes

    def weights(self, feature: str) -> Weights:
        """Return what a feature adds to each outcome that it speaks for or against; nothing for an unknown one."""
        model = self._read
        written = feature.encode()
        number = model.numbers.get(len(written).to_bytes(_LENGTH, "big") + written)
        if number is None:
            return ()
        at = bisect_right(model.starts, number) - 1
        outcomes = [int(part) for part in model.patterns[at].split()[1:]]
        first = model.offsets[at] + (number - model.starts[at]) * len(outcomes)
        return tuple(zip(outcomes, model.values[first : first + len(outcomes)], strict=True))

    @cached_property
    def _read(self) -> _Model:
        try:
            with zipfile.ZipFile(self._path) as archive:
                data = archive.read(_MEMBER)
            return _parsed(data)
        except (OSError, KeyError, ValueError, IndexError, zipfile.BadZipFile) as error:
            raise PackError(f"{self._path.name}: cannot be read as a model ({error})") from error


def _parsed(data: bytes) -> _Model:
    kind, at = _strings(data, 0, 1)
    if [each[_LENGTH:] for each in kind] != [_KIND]:
        raise ValueError(f"kind {kind!r}")
    at += _INT + _DOUBLE  # the constants of the training
    count, at = _number(data, at)
    outcomes, at = _strings(data, at, count)
    count, at = _number(data, at)
    patterns, at = _strings(data, at, count)
    patterns = [each[_LENGTH:] for each in patterns]
    times = [int(each[: each.index(b" ")]) for each in patterns]
    count, at = _number(data, at)
    features, at = _strings(data, at, count)
    values = array("d", data[at:])
    if sys.byteorder == "little":
        values.byteswap()
    weights = (number * each.count(b" ") for number, each in zip(times, patterns, strict=True))
    return _Model(
        tuple(each[_LENGTH:].decode() for each in outcomes),
        dict(zip(features, range(count), strict=True)),
        list(accumulate(times, initial=0))[:-1],
        list(accumulate(weights, initial=0))[:-1],
        patterns,
        values,
    )


def _number(data: bytes, at: int) -> tuple[int, int]:
    return int.from_bytes(data[at : at + _INT], "big"), at + _INT


def _strings(data: bytes, at: int, count: int) -> tuple[list[bytes], int]:
    """Return `count` strings that begin at `at`, each with its length in two bytes before it, and where they end."""
    found = []
    for _ in range(count):
        start = at
        at += _LENGTH + (data[at] << 8 | data[at + 1])
        found.append(data[start:at])
    return found, at
