"""How well linking finds the utterances and claims of stories that it was not made for, from annotated statements."""

from __future__ import annotations

import pytest
from benchmarks.linking import across

from gold import reports, story
from sayso.evaluate.groups import Grouped, b_cubed, links
from sayso.link import link
from sayso.link.cluster import components
from sayso.link.decide import edges_among
from sayso.link.profile import profile_of
from sayso.model import Report

# utterance links, utterance B-cubed, claim links, claim B-cubed: F1
FLOORS = {
    "courtcase": (0.78, 0.90, 0.39, 0.69),
    "epidemic": (0.67, 0.84, 0.34, 0.64),
    "shipyard": (0.63, 0.86, 0.33, 0.70),
    "takeover": (0.70, 0.87, 0.42, 0.71),
}
GOLD_FLOORS = {
    "dprk": (0.86, 0.88, 0.41, 0.63),
    "dprk-uk": (0.92, 0.94, 0.58, 0.77),
    "dprk+seed": (0.87, 0.89, 0.34, 0.60),
    "slavnews-a": (0.59, 0.76, 0.69, 0.80),
}
# of the utterances that are reported in several languages, those of which reports in two of them are linked
ACROSS = {"courtcase": 25, "takeover": 30}
GOLD_ACROSS = {"dprk+seed": 30}


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


def met(name: str, found: list[Report]) -> int:
    linked = link(found)
    predicted = {report.id: one.id for one in linked.utterances for report in one.reports}
    return across(name, found, predicted).met


@pytest.mark.parametrize("name", ACROSS)
def test_utterances_meet_across_languages(name: str) -> None:
    assert met(name, story(name)) >= ACROSS[name]


@pytest.mark.shared
@pytest.mark.parametrize("name", GOLD_ACROSS)
def test_annotated_utterances_meet_across_languages(name: str) -> None:
    found = [report for part in name.split("+") for report in reports(part)]
    assert met(name, found) >= GOLD_ACROSS[name]


@pytest.mark.parametrize("name", FLOORS)
def test_removing_a_document_leaves_alone_what_no_link_leads_to(name: str) -> None:
    """What a removed document's statements were linked to may group anew; nothing else may."""
    found = story(name)
    gone = found[0].document
    edges = edges_among([profile_of(report) for report in found])["utterance"]
    parts = components(sorted(report.id for report in found), edges)
    own = {report.id for report in found if report.document == gone}
    touched = {node for part in parts if own & set(part) for node in part}
    rest = [report for report in found if report.document != gone]
    without = {frozenset(r.id for r in u.reports) for u in link(rest).utterances}
    groups = {frozenset(r.id for r in u.reports) for u in link(found).utterances}
    alone = {group for group in groups if not group & touched}
    assert alone
    assert alone <= without
