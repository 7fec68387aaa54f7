"""From reports to utterances and claims."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..model import Report, Utterance
from .block import pairs
from .cluster import cluster
from .profile import Profile, profile_of
from .score import Level, Weights
from .stable import group_id

LEAST: Mapping[Level, float] = {"utterance": -1.1, "claim": -1.5}
"""The average weight from which two groups are one."""
ABSENT: Mapping[Level, float] = {"utterance": -3.0, "claim": -2.5}
"""What a pair counts that was not compared, or weighed less than `FLOOR`."""

_PART = 3
"""One in how many pairs of reports tells how close two utterances are."""

Edges = dict[tuple[str, str], float]


class Linked(NamedTuple):
    """What linking made of a set of reports. `claims` are groups of ids of utterances, by the claim's id."""

    utterances: tuple[Utterance, ...]
    claims: dict[str, tuple[str, ...]]


def link(reports: Iterable[Report]) -> Linked:
    """Group reports into utterances, and those into claims. The order of the reports is no matter."""
    known = {report.id: report for report in reports}
    profiles = [profile_of(known[name]) for name in sorted(known)]
    edges = edges_among(profiles)
    groups = utterance_groups(known, edges["utterance"])
    utterances = tuple(_utterance(group, known) for group in groups)
    claims = claim_groups({u.id: [r.id for r in u.reports] for u in utterances}, edges["claim"])
    return Linked(utterances, claims)


def edges_among(profiles: Iterable[Profile]) -> dict[Level, Edges]:
    """Return the weights of all pairs worth keeping, at both levels."""
    weights = Weights.load()
    edges: dict[Level, Edges] = {level: {} for level in LEAST}
    for one, other in pairs(list(profiles)):
        for level, weight in weights.compare(one, other).kept():
            edges[level][one.id, other.id] = weight
    return edges


def utterance_groups(reports: Iterable[str], edges: Edges) -> list[list[str]]:
    """Return the ids of the reports of each utterance."""
    return cluster(reports, edges, least=LEAST["utterance"], absent=ABSENT["utterance"])


def claim_groups(utterances: Mapping[str, Iterable[str]], edges: Edges) -> dict[str, tuple[str, ...]]:
    """Group utterances by what they are about, whoever made them and whether they affirm or deny it.

    `utterances` gives the ids of the reports of each; `edges` weigh pairs of reports. Returns ids of utterances by the
    id of their claim.
    """
    home = {report: utterance for utterance, members in utterances.items() for report in members}
    sizes = Counter(home.values())
    found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for (one, other), weight in edges.items():
        first, second = sorted((home[one], home[other]))
        if first != second:
            found[first, second].append(weight)
    between = {pair: closeness(found[pair], sizes[pair[0]] * sizes[pair[1]]) for pair in found}
    groups = cluster(sorted(set(home.values())), between, least=LEAST["claim"], absent=ABSENT["claim"])
    return {group_id("c", group).replace("c-u-", "c-"): tuple(group) for group in groups}


def closeness(weights: list[float], pairs: int) -> float:
    """Return how close two utterances are: the average over the best third of their pairs of reports, and one more.

    Some reports are cut so short that they tell nothing of what was said, and one pair alone may be a chance.
    """
    counted = pairs // _PART + 1
    best = sorted(weights, reverse=True)[:counted]
    return (math.fsum(best) + (counted - len(best)) * ABSENT["claim"]) / counted


def _utterance(group: list[str], known: Mapping[str, Report]) -> Utterance:
    reports = tuple(sorted((known[name] for name in group), key=lambda report: report.order))
    return Utterance(id=group_id("u", group), reports=reports)
