"""`sayso score`: how right the reading is, against annotated documents."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from .messages import Messages
from .options import Language
from .terminal import plain, standard_output

if TYPE_CHECKING:
    from ..app.scoring import Calibration, Figures, Miss, Report, Score

NOTHING = "—"
_OVERVIEW = ("who-said-what", "content")
_FIELDS = ("act", "said_at", "via")  # of all fields those that are hardest, as many as fit
_NAME, _FIGURE = 14, 5  # least widths: a part's name, and a figure of three digits

Gold = Annotated[
    Path,
    typer.Argument(
        metavar="GOLD",
        show_default=False,
        exists=True,
        file_okay=False,
        help="A folder of documents ID.json with their annotations ID.gold.json.",
    ),
]
Predictions = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Score these statements, as sayso read --format jsonl writes them, instead of reading now.",
    ),
]
Only = Annotated[str, typer.Option(metavar="PREFIX", help="Only documents whose id begins so.")]
Errors = Annotated[
    int, typer.Option(min=0, metavar="N", help="Show so many statements that were missed or read wrongly.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON object instead of tables.")]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(
        epilog="sayso score gold/ --lang uk --errors 20\n\nsayso score gold/ --predictions statements.jsonl --json"
    )(score)


def score(
    context: typer.Context,
    gold: Gold,
    predictions: Predictions = None,
    lang: Language = None,
    only: Only = "",
    errors: Errors = 0,
    as_json: AsJson = False,
) -> None:
    """Measure how right statements are against annotated documents, and how sure against what came true."""
    from ..app.scoring import score_gold

    report = score_gold(gold, predictions=predictions, lang=lang, only=only)
    if as_json:
        typer.echo(json.dumps(report.to_json(), ensure_ascii=False))
        return
    say: Messages = context.obj
    standard_output().print(tables(report, say, errors=errors))


def tables(report: Report, say: Messages, *, errors: int = 0) -> RenderableType:
    """Return the report as tables: the whole, its parts, kinds, calibration and the first `errors` misses."""
    found = [_whole(report, say), _parts(report.parts, say), _kinds(report.kinds, say)]
    if report.calibration:
        found.append(_calibration(report.calibration, say))
    if errors:
        found.append(_misses(report.misses[:errors], say))
    return Group(*(part for table in found for part in (table, Text())))


def _whole(report: Report, say: Messages) -> Table:
    whole = report.whole
    table = _table(say("measure"), say("precision"), say("recall"), "F1", "95 %")
    for name, found in whole.scores.items():
        interval = report.intervals.get(name)
        table.add_row(
            name, *map(_share, found), f"{interval.low:.3f}–{interval.high:.3f}" if interval else ""
        )
    for name, share in whole.fields.items():
        table.add_row(name, "", "", _share(share), "")
    table.caption = say(
        "{documents} documents, {gold} statements annotated, {read} read",
        documents=whole.documents,
        gold=whole.gold,
        read=whole.predicted,
    )
    return table


def _parts(parts: dict[str, Figures], say: Messages) -> Table:
    headings = (name.replace("-", " ") for name in _OVERVIEW)
    table = _table(say("part"), say("read of"), *headings, *_FIELDS)
    for name, found in parts.items():
        counts = f"{found.predicted}/{found.gold}"
        scores = (_share(found.scores[one].f1) for one in _OVERVIEW)
        table.add_row(plain(name), counts, *scores, *(_share(found.fields[one]) for one in _FIELDS))
    return table


def _kinds(kinds: dict[str, Score], say: Messages) -> Table:
    table = _table(say("who-said-what by kind"), say("precision"), say("recall"), "F1")
    for kind, found in kinds.items():
        table.add_row(kind, *map(_share, found))
    return table


def _calibration(found: Calibration, say: Messages) -> Table:
    table = _table(say("confidence"), say("said"), say("right"), say("statements"))
    for one in found.bins:
        counted = str(one.statements)
        table.add_row(f"{one.low:.1f}–{one.high:.1f}", _share(one.said), _share(one.right), counted)
    table.caption = say(
        "calibration error {error}, Brier score {brier}; right from 0.9 on: {right} of {count}",
        error=_share(found.error),
        brier=_share(found.brier),
        right=_share(found.sure_right),
        count=found.sure_count,
    )
    return table


def _misses(misses: Iterable[Miss], say: Messages) -> Table:
    table = _table(say("document"), say("error"), say("annotated"), say("read"), say("content"))
    for miss in misses:
        names = (plain(name or NOTHING) for name in (miss.annotated, miss.read))
        table.add_row(plain(miss.document), miss.what, *names, plain(" ".join(miss.content.split())[:80]))
    return table


def _table(first: str, *others: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, caption_justify="left")
    table.add_column(first, overflow="fold", min_width=_NAME)
    for name in others:
        table.add_column(name, overflow="fold", min_width=_FIGURE)
    return table


def _share(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.3f}"
