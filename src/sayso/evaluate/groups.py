"""How well statements were gathered into utterances or claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from .f1 import Score, score


class Grouped(NamedTuple):
    """An annotated statement: its group, the group of what was read for it, and its document."""

    gold: Hashable
    read: Hashable
    document: str


def b_cubed(items: Sequence[Grouped]) -> Score:
    """Return B-cubed precision, recall and F1: for each statement, how much of its two groups is common to both.

    Source: A. Bagga and B. Baldwin, "Algorithms for Scoring Coreference Chains", 1998.
    """
    if not items:
        return Score(0.0, 0.0, 0.0)
    gold, read = Counter(item.gold for item in items), Counter(item.read for item in items)
    both = Counter((item.gold, item.read) for item in items)
    shared = [(both[item.gold, item.read], item) for item in items]
    precision = sum(common / read[item.read] for common, item in shared) / len(items)
    recall = sum(common / gold[item.gold] for common, item in shared) / len(items)
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0)


def links(items: Iterable[Grouped]) -> Score:
    """Return precision, recall and F1 over pairs of statements of one group in different documents."""
    items = list(items)
    both = _pairs(items, lambda item: (item.gold, item.read))
    return score(both, _pairs(items, lambda item: item.read), _pairs(items, lambda item: item.gold))


def _pairs(items: Iterable[Grouped], key: Callable[[Grouped], Hashable]) -> int:
    """Count the pairs of items with the same key in different documents."""
    by_key: defaultdict[Hashable, Counter[str]] = defaultdict(Counter)
    for item in items:
        by_key[key(item)][item.document] += 1
    return sum(
        (counts.total() ** 2 - sum(count * count for count in counts.values())) // 2
        for counts in by_key.values()
    )
