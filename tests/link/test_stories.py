"""How well linking finds the utterances and claims of stories that it was not made for, from annotated statements."""

from __future__ import annotations

import pytest

from gold import reports, story
from sayso.evaluate.groups import Grouped, b_cubed, links
from sayso.link import link
from sayso.model import Report

# utterance links, utterance B-cubed, claim links, claim B-cubed: F1
FLOORS = {"epidemic": (0.66, 0.84, 0.29, 0.62), "shipyard": (0.62, 0.86, 0.32, 0.71)}
GOLD_FLOORS = {
    "dprk": (0.85, 0.88, 0.41, 0.64),
    "dprk-uk": (0.91, 0.94, 0.50, 0.75),
    "dprk+seed": (0.86, 0.88, 0.34, 0.61),
    "slavnews-a": (0.49, 0.75, 0.72, 0.81),
}


def figures(found: list[Report]) -> tuple[float, ...]:
    linked = link(found)
    utterance = {report.id: one.id for one in linked.utterances for report in one.reports}
    claim = {member: name for name, group in linked.claims.items() for member in group}
    made: list[float] = []
    for level, read in (("utterance", utterance), ("claim", {r: claim[u] for r, u in utterance.items()})):
        items = [Grouped(getattr(r.statement, level) or r.id, read[r.id], r.document) for r in found]
        made += [links(items).f1, b_cubed(items).f1]
    return tuple(made)


@pytest.mark.parametrize("name", FLOORS)
def test_a_story_that_nobody_prepared(name: str) -> None:
    assert all(f1 >= floor for f1, floor in zip(figures(story(name)), FLOORS[name], strict=True))


@pytest.mark.shared
@pytest.mark.parametrize("name", GOLD_FLOORS)
def test_annotated_stories(name: str) -> None:
    found = [report for part in name.split("+") for report in reports(part)]
    assert all(f1 >= floor for f1, floor in zip(figures(found), GOLD_FLOORS[name], strict=True))


@pytest.mark.parametrize("name", FLOORS)
def test_removing_a_document_leaves_what_would_be_there_without_it(name: str) -> None:
    found = story(name)
    gone = found[0].document
    rest = [report for report in found if report.document != gone]
    without = {frozenset(r.id for r in u.reports) for u in link(rest).utterances}
    groups = {frozenset(r.id for r in u.reports if r.document != gone) for u in link(found).utterances}
    touched = {
        r.id for u in link(found).utterances if any(r.document == gone for r in u.reports) for r in u.reports
    }
    assert {group for group in groups if group and not group & touched} <= without
