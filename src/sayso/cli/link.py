"""`sayso link` and `sayso export`: from statements to utterances and claims, and out again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from ..app.formats import FORMATS
from .messages import Messages
from .options import DEFAULT_STORE, WHEN_PIPED, StoreToRead, one_of
from .terminal import progress_fits, remark, standard_error

if TYPE_CHECKING:
    from ..app.linking import Progress as Told
    from ..app.linking import Stage
    from ..app.querying import Store

STOPPED = 130

ExportFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        callback=one_of(*FORMATS),
        help="How to write the documents.",
    ),
]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(epilog="sayso link --db story.db")(link)
    app.command(epilog="sayso export --db story.db > story.jsonl\n\nsayso export --db story.db --format csv")(
        export
    )


def link(context: typer.Context, db: StoreToRead = DEFAULT_STORE) -> None:
    """Find which statements report one utterance, and which utterances stand to one claim.

    Only what is new is compared; run it again after reading more. A stopped run goes on where it was.
    """
    from ..app.querying import existing_store

    say: Messages = context.obj
    with existing_store(db) as store:
        raise typer.Exit(link_and_tell(store, say, db))


def link_and_tell(store: Store, say: Messages, db: str) -> int:
    """Link a store under a person's eyes; return the exit code."""
    from ..app.linking import link_store

    try:
        with _watching(say) as progress:
            done = link_store(store, progress=progress)
    except KeyboardInterrupt:
        remark(
            say("Stopped. What was linked is kept in {file}; the same command goes on from there.", file=db)
        )
        return STOPPED
    parts = [
        say.plural("{count} statement linked", "{count} statements linked", done.linked),
        say.plural("{count} regrouped", "{count} regrouped", done.changed),
    ]
    if done.reprints:
        parts.append(say.plural("{count} pair of reprints", "{count} pairs of reprints", done.reprints))
    remark(" · ".join(parts))
    if done.linked:
        remark(say("Go on with: sayso claims --db {file}", file=db))
    return 0


def export(
    context: typer.Context, db: StoreToRead = DEFAULT_STORE, output_format: ExportFormat = WHEN_PIPED
) -> None:
    """Write the documents of a store with their statements, each with the ids of its utterance and claim."""
    from ..app.claims import is_linked
    from ..app.exporting import export as exported
    from ..app.querying import open_store

    say: Messages = context.obj
    with open_store(db, read_only=True) as store:
        if not is_linked(store):
            remark(say("Nothing is linked yet. Go on with: sayso link --db {file}", file=db))
        FORMATS[output_format].write(exported(store), sys.stdout)


@contextmanager
def _watching(say: Messages) -> Iterator[Told]:
    """Give what moves a bar, where that disturbs nobody."""
    stages = {"reprints": say("reprints"), "comparing": say("comparing"), "grouping": say("grouping")}
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=standard_error(),
        transient=True,
        disable=not progress_fits(quiet=True),
    )
    with bar:
        task = bar.add_task(stages["comparing"], total=None)

        def tell(stage: Stage, done: int, total: int) -> None:
            bar.update(task, description=stages[stage], completed=done, total=total)

        yield tell
