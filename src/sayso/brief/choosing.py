"""By which of its reports an utterance is told, and which utterances tell nothing that another has not told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Report, Statement, Utterance
from ..text.words import plain_words
from .clauses import frame_of, is_thought, own_verb
from .wording import Wording

_SAYING = frozenset({"state", "predict", "estimate"})
_FEW = 4
"""Words from which a fragment in another language can be told by a verb of ours: "denied: “any talk of a strike”"."""


def best_report(utterance: Utterance, texts: dict[str, str], wording: Wording) -> Report:
    """Return the report by which an utterance is told.

    One that says a whole thing before a fragment, one in the brief's language before others, the body before the
    headline, one whose own words can be taken over before others, then the first. `texts` are captured texts by id.
    """
    return min(utterance.reports, key=lambda one: (*_rank(one, texts, wording), one.order))


def _rank(report: Report, texts: dict[str, str], wording: Wording) -> tuple[int, bool, bool]:
    own, text = report.lang == wording.lang, texts[report.document]
    worth = 2 * (not tells(report, text, wording)) + (not own)
    return worth, report.headline, own and frame_of(report.statement, text, wording) == "apart"


def tells(report: Report, text: str, wording: Wording) -> bool:
    """Tell whether a sentence can be made of a report that says something by itself: "any troop movements" does not."""
    statement = report.statement
    words = sum(1 for piece in statement.content for _ in plain_words(piece))
    if statement.kind == "direct" and words >= _FEW:
        return True
    if is_thought(report):
        return words > (1 if report.lang == wording.lang else 2)
    own = report.lang == wording.lang and frame_of(statement, text, wording) != "apart"
    if own and own_verb(statement, text, wording):
        return True
    return statement.act not in _SAYING and words >= _FEW


def told_within(utterances: Iterable[Utterance]) -> frozenset[str]:
    """Return the ids of utterances whose every report, but for headlines, stands within the words of one other.

    "Intelligence knows of it", where Zelensky is told to have said that intelligence knows of it: once is enough.
    """
    known = list(utterances)
    places: dict[str, list[tuple[str, Statement]]] = {}
    for one in known:
        for statement in one.statements:
            places.setdefault(statement.document, []).append((one.id, statement))
    within: dict[str, str] = {}
    for one in known:
        body = [report.statement for report in one.reports if not report.headline]
        around = [_around(one.id, statement, places[statement.document]) for statement in body]
        shared = sorted(frozenset.intersection(*around)) if around else []
        outer = next((name for name in shared if within.get(name) != one.id), None)
        if outer:
            within[one.id] = outer
    return frozenset(within)


def _around(utterance: str, statement: Statement, others: Sequence[tuple[str, Statement]]) -> frozenset[str]:
    """Return the other utterances that a statement's words stand within, in its document."""
    main = max(statement.content_spans, key=lambda span: span.end - span.start, default=None)
    if main is None:
        return frozenset()
    return frozenset(
        name
        for name, other in others
        if name != utterance
        and any(one.start <= main.start and main.end <= one.end for one in other.content_spans)
    )
