"""Sources, and documents that are about to go, as tables for a person. Pure, as render is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from .messages import Messages
from .render_claims import claim_list, decision_list, grade_cell, table_of, told_to
from .terminal import plain

if TYPE_CHECKING:
    from ..app.removing import Removal
    from ..app.sources import SourceView


def source_list(views: Iterable[SourceView], say: Messages) -> RenderableType:
    """Return one row a source, with its grade and why it has it."""
    table = table_of(
        (say("who"), 2),
        (say("told by"), None),
        (say("statements"), None),
        (say("claims"), None),
        (say("grade"), None),
        (say("why"), 2),
    )
    for view in views:
        counts = (str(count) for count in view.heard)
        grade = grade_cell("/".join(str(one.value) for one in view.grades), view.graded)
        table.add_row(_named(view), *counts, grade, plain(told_to(view.grades[0].reasons[-1:], say), "aside"))
    return table


def source_page(view: SourceView, say: Messages) -> RenderableType:
    """Return a source: its spellings, its grades with their reasons, and the claims that it took part in."""
    parts: list[RenderableType] = [_named(view)]
    for grade in view.grades:
        parts.append(
            plain(say("grade {grade}: {reasons}", grade=grade.value, reasons=told_to(grade.reasons, say)))
        )
    if view.graded:
        parts += [decision_list([view.graded], say)]
    return Group(*parts, Text(), claim_list(view.claims, say))


def _named(view: SourceView) -> Text:
    text = plain(view.name, "source")
    return (
        text.append(" · ").append_text(plain(", ".join(view.spellings), "aside")) if view.spellings else text
    )


def removal_list(found: Iterable[Removal], say: Messages) -> RenderableType:
    """Return one row a document that is about to go, with what goes with it."""
    table = table_of(
        (say("document"), None), (say("what"), 1), (say("statements"), None), (say("decisions"), None)
    )
    for one in found:
        known = (str(one.header.published or ""), one.header.outlet or "", one.header.title or "")
        what = plain(" · ".join(part for part in known if part))
        table.add_row(plain(one.header.id, "title"), what, str(one.statements), str(len(one.decisions)))
    return table
