"""Quotations of one utterance that differ in a word, an institution or a "not", and plans told as deeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any, NamedTuple

from ..gazetteer import romanised
from ..model import Discrepancy, Passage, Reason, Report, Span, Utterance, because
from .affiliation import institutions_in
from .finding import departing, distinct, of_content
from .marking import find_marker, stem, words

CLOSE = 0.75
"""From this share of words in common, two quoted sentences are one sentence, not two translations."""
LONG_ENOUGH = 5
"""Shorter sentences are too short to tell a changed word from another sentence."""
SPELLING = 0.75
"""Words that are alike to this degree are one word, inflected or spelt in another way."""
SMALL = 4
"""Words of fewer letters change nothing by themselves, but for a "not"."""

_SENTENCE = re.compile(r"[^.!?…]+")


class Quoted(NamedTuple):
    """A sentence within a quotation."""

    report: Report
    text: str
    span: Span | None

    @property
    def passage(self) -> Passage:
        """The sentence as it stands in its document."""
        return Passage(
            document=self.report.document, statement=self.report.id, text=self.text, span=self.span
        )


def wording_discrepancies(utterance: Utterance) -> Iterator[Discrepancy]:
    """Yield one finding for each way in which the quotations, or what they say will be done, differ."""
    yield from _changed_words(utterance)
    yield from _other_institution(utterance)
    yield from _plan_told_as_deed(utterance)


def changed_words(first: str, second: str) -> tuple[str, str] | None:
    """Return what stands in one sentence and what in its place in the other, None where no word was changed.

    A word left out at an end, another form of a word and another order are no change; a "not" is one.
    """
    sides = words(first), words(second)
    if min(map(len, sides)) < LONG_ENOUGH:
        return None
    stems = [[stem(word) for word in side] for side in sides]
    matcher = SequenceMatcher(None, stems[0], stems[1], autojunk=False)
    if matcher.ratio() < CLOSE:
        return None
    for tag, a, b, c, d in matcher.get_opcodes():
        one, other = " ".join(sides[0][a:b]), " ".join(sides[1][c:d])
        if tag == "replace" and not _one_word(one, other):
            return one, other
        if tag in ("insert", "delete") and find_marker(one or other, "negation"):
            return one, other
    return None


def _one_word(one: str, other: str) -> bool:
    """Tell whether what differs is spelling, inflection, or a preposition or article and the like."""
    alike = SequenceMatcher(None, romanised(one), romanised(other), autojunk=False).ratio() >= SPELLING
    small = min(max(map(len, words(side))) for side in (one, other)) < SMALL
    return (alike or small) and bool(find_marker(one, "negation")) == bool(find_marker(other, "negation"))


def _quotations(utterance: Utterance) -> list[Quoted]:
    found = []
    for report in utterance.reports:
        if report.statement.kind != "direct":
            continue
        for piece, span in zip(report.statement.content, report.statement.content_spans, strict=True):
            for match in _SENTENCE.finditer(piece):
                text = match.group().strip()
                start = span.start + match.start() + len(match.group()) - len(match.group().lstrip())
                found.append(Quoted(report, text, Span(start, start + len(text))))
    return found


def _changed_words(utterance: Utterance) -> Iterator[Discrepancy]:
    for one, other in combinations(_quotations(utterance), 2):
        if one.report.lang != other.report.lang or one.report.document == other.report.document:
            continue
        if changed := changed_words(one.text, other.text):
            lacking = "" if all(changed) else "-left-out" if changed[0] else "-put-in"
            told = because(
                f"wording.changed{lacking}",
                document=one.report.document,
                one=changed[0],
                against=other.report.document,
                other=changed[1],
            )
            yield _finding(
                utterance,
                {one.text: [one.report], other.text: [other.report]},
                [one.passage, other.passage],
                told,
            )


def _other_institution(utterance: Utterance) -> Iterator[Discrepancy]:
    """An institution in a quotation that no other quotation has, where the others share one that it lacks."""
    quoted = [report for report in utterance.reports if report.statement.kind in ("direct", "mixed")]
    named = {r.id: institutions_in(" ".join(r.statement.content), r.lang) for r in quoted}
    for report in quoted:
        others = [r for r in quoted if r.document != report.document and named[r.id]]
        if not others or not named[report.id]:
            continue
        shared = frozenset.intersection(*(named[r.id] for r in others))
        if (
            shared
            and len({r.document for r in others}) > 1
            and named[report.id].isdisjoint(frozenset().union(*(named[r.id] for r in others)))
        ):
            yield _finding(
                utterance,
                {True: [report], False: others},
                [of_content(r) for r in (report, *others)],
                because(
                    "wording.other-institution",
                    document=report.document,
                    one=_upper(named[report.id]),
                    other=_upper(shared),
                ),
            )


def _upper(names: frozenset[str]) -> str:
    return ", ".join(sorted(name.upper() for name in names))


def _plan_told_as_deed(utterance: Utterance) -> Iterator[Discrepancy]:
    """Most documents tell that one is ready or plans to do it, another that one will: all as predictions."""
    told = [
        r for r in utterance.reports if r.statement.act == "predict" and r.statement.certainty == "certain"
    ]
    groups: dict[bool, list[Report]] = {True: [], False: []}
    for report in told:
        groups[any(find_marker(piece, "readiness") for piece in report.statement.content)].append(report)
    ready, will = ({report.document for report in groups[found]} for found in (True, False))
    if not will or len(ready) < 2 * len(will) or len(ready) < 2:
        return
    yield _finding(
        utterance,
        groups,
        [of_content(report) for report in told],
        because("wording.plan-as-deed", documents=", ".join(sorted(will))),
    )


def _finding(
    utterance: Utterance, groups: Mapping[Any, Sequence[Report]], passages: Sequence[Passage], told: Reason
) -> Discrepancy:
    return Discrepancy(
        subject=utterance.id,
        what="wording",
        passages=distinct(passages),
        reasons=(told,),
        departs=departing(groups),
    )
