"""`sayso link` and `sayso export`: from statements to utterances and claims, and out again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from ..app.formats import FORMATS
from ..errors import StoreError
from .messages import Messages
from .options import DEFAULT_STORE, WHEN_PIPED, StoreToRead, one_of
from .output import OutputFile, keep_off_terminal
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
        help="What to write.",
    ),
]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(epilog="sayso link --db story.db")(link)
    app.command(
        epilog="sayso export --db story.db > story.jsonl\n\n"
        "sayso export --db story.db --format parquet -o story.parquet"
    )(export)


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
    if done.crowds:
        parts.append(
            say.plural("{count} crowded block passed over", "{count} crowded blocks passed over", done.crowds)
        )
    remark(" · ".join(parts))
    if done.linked:
        remark(say("Go on with: sayso claims --db {file}", file=db))
    return 0


def export(
    context: typer.Context,
    db: StoreToRead = DEFAULT_STORE,
    output_format: ExportFormat = WHEN_PIPED,
    output: OutputFile = None,
) -> None:
    """Write what a store holds in a format that other programs read: documents, statements, claims, grades."""
    from ..app.claims import is_linked
    from ..app.exporting import StoredStory, written_whole
    from ..app.querying import open_store

    say: Messages = context.obj
    form = FORMATS[output_format]
    if form.binary:
        keep_off_terminal(output_format, output, say)
    with open_store(db, read_only=True) as store:
        if not is_linked(store):
            if form.linked:
                raise StoreError(
                    f"nothing in {db} is linked yet, and {output_format} tells of claims",
                    hint=f"sayso link --db {db}",
                )
            remark(say("Nothing is linked yet. Go on with: sayso link --db {file}", file=db))
        with written_whole(output) if output else nullcontext(sys.stdout.buffer) as stream:
            form.write(StoredStory(store), stream)
    if output:
        remark(say("Written: {file}", file=output))


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
