"""Weights of the features of a statement, as the table `confidence.tsv` of a pack gives them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from importlib.resources.abc import Traversable

from ..errors import PackError
from ..text.table import read_table

COLUMNS = ("feature", "weight")


def read_weights(path: Traversable) -> Mapping[str, float] | None:
    """Return the weights (natural logarithms of odds) by feature, None where there is no such table.

    Raises PackError where a weight is no finite number or a feature stands there twice.
    """
    if not path.is_file():
        return None
    weights: dict[str, float] = {}
    for row in read_table(path, COLUMNS):
        feature, weight = row["feature"], _number(row["weight"])
        if weight is None or feature in weights:
            raise PackError(f"{path.name}: {feature!r} must have one weight, a number")
        weights[feature] = weight
    return weights


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
