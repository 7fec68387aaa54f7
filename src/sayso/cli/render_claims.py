"""Claims, utterances, sources and discrepancies as tables for a person. Pure, as render is."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..model import Discrepancy, Reason, Report, Reprint, Stand, Step, Utterance
from .messages import Messages
from .render import NOTHING, one_line, source_name
from .terminal import plain

if TYPE_CHECKING:
    from ..app.claims import ClaimView, UtteranceView
    from ..app.deciding import Decision

_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*|[^\w\s]")
_PASSAGE = 16
"""Words of a shared passage that are shown."""
_AGAINST = frozenset({"deny", "doubt"})
_NEITHER = frozenset({"decline"})


def claim_list(views: Iterable[ClaimView], say: Messages) -> RenderableType:
    """Return one row a claim: its id, status, grade, how many documents and origins, and its words."""
    table = table_of(
        (say("claim"), None),
        (say("status"), None),
        (say("grade"), None),
        (say("told by"), None),
        (say("origins"), None),
        (say("what"), 1),
    )
    for view in views:
        documents = {report.document for report in view.weighed.claim.reports}
        table.add_row(
            plain(view.claim.id, "aside"),
            _status(view.weighed.status, say),
            grade_cell(view.weighed.grade.value, view.graded),
            str(len(documents)),
            str(len(view.weighed.origins)),
            one_line(view.text),
        )
    return table


def claim_pages(view: ClaimView, say: Messages) -> RenderableType:
    """Return a claim: what it says, its ledger, who stands how to it, its origins, its grade, what was decided."""
    weighed = view.weighed
    head = Text().append_text(plain(view.claim.id, "title")).append(" · ")
    head.append_text(_status(weighed.status, say)).append("\n").append_text(one_line(view.text))
    parts: list[RenderableType] = [
        head,
        Text(),
        _ledger(view, say),
        Text(),
        _stands(weighed.claim.stands, say),
    ]
    parts += [Text(), _origins(view, say), *reprint_lines(view.reprints, say), _reasons(view, say)]
    if view.decisions:
        parts += [Text(), decision_list(view.decisions, say)]
    return Group(*parts)


def utterance_page(view: UtteranceView, say: Messages) -> RenderableType:
    """Return an utterance: its reports one below the other, marked where they differ, and the findings."""
    one = view.utterance
    head = Text().append_text(plain(one.id, "title")).append(" · ").append_text(_who(one, say))
    head.append(f" · {one.said.iso() if one.said else NOTHING} · ").append_text(plain(view.claim, "aside"))
    table = table_of((say("published"), None), (say("reported by"), 1), (say("what"), 3))
    first: dict[str | None, str] = {}
    for report in one.reports:
        text = " … ".join(report.statement.content)
        shown = differing(first.setdefault(report.lang, text), text)
        table.add_row(_published(report), _reporter(report), shown)
    parts: list[RenderableType] = [head, Text(), table, *reprint_lines(view.reprints, say)]
    if view.discrepancies:
        parts += [Text(), discrepancy_list(view.discrepancies, say)]
    if view.decisions:
        parts += [Text(), decision_list(view.decisions, say)]
    return Group(*parts)


def reprint_lines(reprints: Iterable[Reprint], say: Messages) -> list[Text]:
    """Return a line for every document that repeats another: which one, how much of it, and the longest passage."""
    lines = []
    for one in reprints:
        told = say(
            "{document} is a reprint of {original} ({share:.0%} alike) and adds no origin",
            document=one.document,
            original=one.original,
            share=one.likeness,
        )
        line = plain(told)
        if one.text:
            line.append(": ").append_text(plain(f"“{_shortened(one.text)}”", "aside"))
        lines.append(line)
    return lines


def _shortened(text: str) -> str:
    """Return a passage on one line, its middle left out where it is long."""
    words = text.split()
    half = _PASSAGE // 2
    return " ".join(words if len(words) <= _PASSAGE else [*words[:half], "…", *words[-half:]])


def differing(first: str, text: str) -> Text:
    """Return `text` with the words in brackets that differ from `first`, and a "[]" where words are left out."""
    sides = [[match.span() for match in _WORD.finditer(side)] for side in (first, text)]
    words = [[side[a:b].lower() for a, b in spans] for side, spans in zip((first, text), sides, strict=True)]
    shown, at = Text(), 0
    matcher = difflib.SequenceMatcher(None, words[0], words[1], autojunk=False)
    for tag, _, _, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        low = sides[1][start][0] if start < len(sides[1]) else len(text)
        high = sides[1][end - 1][1] if end > start else low
        shown.append_text(plain(text[at:low]))
        if high > low:
            shown.append("[", "mark").append_text(plain(text[low:high], "label")).append("]", "mark")
        else:
            shown.append("[] " if text[low - 1 : low].isspace() or not low else " []", "mark")
        at = high
    return shown.append_text(plain(text[at:]))


def discrepancy_list(found: Iterable[Discrepancy], say: Messages) -> RenderableType:
    """Return one row a discrepancy: of what kind it is, what differs, and in which documents."""
    table = table_of((say("what differs"), None), (say("finding"), 3), (say("documents"), 1))
    for one in found:
        kind = say.label("what", one.what) if one.what else say.label("relation", one.relation or "")
        text = (
            Text()
            .append_text(plain(told_to(one.reasons, say)))
            .append("\n")
            .append_text(plain(one.subject, "aside"))
        )
        table.add_row(Text(kind, "label"), text, plain(", ".join(one.documents), "aside"))
    return table


def decision_list(decisions: Sequence[Decision], say: Messages) -> RenderableType:
    """Return one row a decision, with the number by which it can be undone."""
    table = table_of(("#", None), (say("decision"), 2), (say("by"), 1), (say("reason"), 2))
    for one in decisions:
        objects = " ".join(part for part in (one.subject, one.other, one.value) if part)
        what = Text(say.label("decision", one.kind)).append(" ").append_text(plain(objects, "aside"))
        table.add_row(str(one.key), what, plain(f"{one.by}\n{one.made_at[:10]}"), plain(one.reason))
    return table


def _ledger(view: ClaimView, say: Messages) -> Table:
    table = table_of(
        (say("day"), None), (say("status"), None), (say("who"), 3), (say("reported by"), 3), (say("why"), 4)
    )
    reports = {report.id: report for report in view.weighed.claim.reports}
    said = {one.id: one for one in view.weighed.claim.utterances}
    for step in view.weighed.steps:
        told = [reports[name] for name in step.statements if name in reports]
        table.add_row(
            _day(step, said.get(step.utterance), say),
            _status(step.status, say) if step.status != step.before else Text("·", "aside"),
            _who(said[step.utterance], say) if step.utterance in said else Text(),
            Text("\n").join(_reporter(report) for report in _one_each(told)),
            Text()
            .append_text(plain(told_to(step.reasons, say)))
            .append("\n")
            .append_text(plain(step.utterance, "aside")),
        )
    return table


def _day(step: Step, said: Utterance | None, say: Messages) -> str:
    """Return when it was said; where nobody tells, by when it was reported."""
    if step.day is None:
        return NOTHING
    return step.day.isoformat() if said and said.said else say("by {day}", day=step.day.isoformat())


def _stands(stands: Sequence[Stand], say: Messages) -> Table:
    table = table_of(("", None), (say("who"), 2), (say("what"), 5), (say("told by"), None))
    sides = (
        (say("for"), [s for s in stands if s.stance not in _AGAINST | _NEITHER]),
        (say("against"), [s for s in stands if s.stance in _AGAINST]),
        (say("neither"), [s for s in stands if s.stance in _NEITHER]),
    )
    for name, side in sides:
        for number, stand in enumerate(side):
            one = stand.utterance
            content = " … ".join(one.reports[0].statement.content)
            text = Text(f"[{say.label('stance', stand.stance)}] ", "label").append_text(one_line(content))
            text.append(" ").append_text(plain(one.id, "aside"))
            table.add_row(
                Text(name if number == 0 else "", "title"), _who(one, say), text, str(len(one.documents))
            )
    return table


def _origins(view: ClaimView, say: Messages) -> Text:
    groups = view.weighed.origins
    names = "; ".join(" + ".join(dict.fromkeys(one.source.name for one in group)) for group in groups)
    told = say.plural("{count} origin", "{count} origins", len(groups)) + (f": {names}" if names else "")
    if view.weighed.uncounted:
        left = ", ".join(dict.fromkeys(one.source.name for one in view.weighed.uncounted))
        told += " · " + say("perhaps not of their own: {names}", names=left)
    return plain(told)


def _reasons(view: ClaimView, say: Messages) -> Text:
    grade = view.weighed.grade
    text = plain(say("grade {grade}: {reasons}", grade=grade.value, reasons=told_to(grade.reasons, say)))
    if grade.missing:
        text.append("\n").append_text(
            plain(say("what would raise it: {missing}", missing=told_to(grade.missing, say)), "aside")
        )
    if view.graded:
        text.append("\n").append_text(
            plain(
                say(
                    "{by} gives {grade}: {reason}",
                    by=view.graded.by,
                    grade=view.graded.value,
                    reason=view.graded.reason,
                )
            )
        )
    return text


def told_to(reasons: Iterable[Reason], say: Messages) -> str:
    """Return reasons in words of the face."""
    from ..app.weighing import told

    return told(reasons, say.face)


def _one_each(reports: Iterable[Report]) -> Iterable[Report]:
    """Return one report of every document, in order."""
    return {report.document: report for report in sorted(reports, key=lambda one: one.order)}.values()


def _who(utterance: Utterance, say: Messages) -> Text:
    most = next(s for s in utterance.statements if s.source.name == utterance.source.name)
    return plain(source_name(most, say), "source")


def _reporter(report: Report) -> Text:
    text = plain(report.document, "aside")
    return text.append(" · ").append_text(plain(report.outlet, "aside")) if report.outlet else text


def _published(report: Report) -> str:
    return report.published.isoformat() if report.published else NOTHING


def _status(status: str | None, say: Messages) -> Text:
    return Text(say.label("status", status), "label") if status else Text(NOTHING)


def grade_cell(value: object, graded: Decision | None) -> Text:
    """Return a grade, and behind it the one that a person gave."""
    text = Text(str(value))
    return text.append(f" → {graded.value}", "label") if graded else text


def table_of(*columns: tuple[str, int | None]) -> Table:
    """Return a table with columns of these headings: of a share of the width, or as wide as what stands in them."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for heading, ratio in columns:
        table.add_column(heading, overflow="fold", ratio=ratio, no_wrap=ratio is None)
    return table
