"""What is found in the annotated story: floors of recall and precision that no change may lower."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import gold
from sayso.assess import conflicts, conflicts_between, discrepancies
from sayso.model import Claim, Report, Stance, Stand, Utterance

CONFLICTS = (13, 0.8)
"""How many of the 19 conflicts are found at least, and the share of right ones among those found."""
DISCREPANCIES = (18, 0.8)
"""The same of the 23 discrepancies that are not minor."""
ACTS: dict[str, Stance] = {"decline": "decline", "ask": "decline", "deny": "deny", "confirm": "confirm"}
SECOND_HAND: dict[Stance, Stance] = {"confirm": "report", "assert": "report", "deny": "doubt"}


def told() -> list[Report]:
    return [*gold.reports("dprk"), *gold.reports("seed")]


def utterances(reports: Iterable[Report]) -> Iterator[Utterance]:
    groups: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        groups[report.statement.utterance or report.id].append(report)
    for name, found in sorted(groups.items()):
        yield Utterance(id=name, reports=tuple(sorted(found, key=lambda report: report.order)))


def stance(utterance: Utterance) -> Stance:
    """A plain reading of the annotated act: of several the one that denies, else the commonest."""
    found = [
        "decline"
        if one.certainty == "unknown"
        else "deny"
        if one.polarity == "-"
        else ACTS.get(one.act, "assert")
        for one in utterance.statements
    ]
    most: Any = max(sorted(set(found)), key=found.count)
    if "deny" in found and found.count("decline") * 2 <= len(found):
        most = "deny"
    return SECOND_HAND.get(most, most) if utterance.source.type in ("anonymous", "outlet") else most


def claims(reports: Iterable[Report]) -> list[Claim]:
    groups: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.statement.claim:
            groups[report.statement.claim].append(report)
    return [
        Claim(id=name, stands=tuple(Stand(utterance=one, stance=stance(one)) for one in utterances(found)))
        for name, found in sorted(groups.items())
    ]


def test_discrepancies() -> None:
    found = list(chain.from_iterable(map(discrepancies, utterances(told()))))
    recall, precision = gold.score(found, "what")
    assert recall >= DISCREPANCIES[0]
    assert precision >= DISCREPANCIES[1]


def test_conflicts() -> None:
    all_claims = claims(told())
    found = [*chain.from_iterable(map(conflicts, all_claims)), *conflicts_between(all_claims)]
    recall, precision = gold.score(found, "relation")
    assert recall >= CONFLICTS[0]
    assert precision >= CONFLICTS[1]


def test_the_lost_thousand_of_the_founding_article() -> None:
    found = chain.from_iterable(map(discrepancies, utterances(told())))
    lost = [one for one in found if "number.lost-thousand" in [why.code for why in one.reasons]]
    assert [one.departs for one in lost] == [("seed-000",)]
