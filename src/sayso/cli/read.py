"""`sayso read` and `sayso demo`: from documents to statements."""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext
from typing import Annotated

import typer

from .messages import Messages
from .options import MinConfidence, OutputFormat, StoreToWrite, Why
from .terminal import remark, standard_output

DEMO_STORE = "sayso-demo.db"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        show_default=False,
        help="Files, folders, patterns, addresses, or - for standard input: "
        "text, Markdown, HTML, JSON, JSON lines, also packed as .gz or .zip.",
    ),
]
Published = Annotated[
    dt.datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="DAY", help="Day of publication, where a document gives none."
    ),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Outlet, where a document gives none.")]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language, where a document gives none: uk, en …")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses of a private network as well.")
]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="How many processes read at once.")]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(
        epilog="sayso read article.html --why\n\n"
        "sayso read articles/ --db story.db\n\n"
        "sayso read 'news/*.txt' --published 2024-05-04 --format csv > statements.csv"
    )(read)
    app.command(epilog="sayso demo\n\nsayso demo --db story.db")(demo)


def read(
    context: typer.Context,
    paths: Paths,
    output_format: OutputFormat = None,
    db: StoreToWrite = None,
    why: Why = False,
    min_confidence: MinConfidence = None,
    published: Published = None,
    outlet: Outlet = None,
    lang: Language = None,
    allow_private: AllowPrivate = False,
    workers: Workers = 1,
) -> None:
    """Read documents and show who said what.

    With --db everything read is kept, and reading again skips what is there: a stopped run goes on.
    Without it nothing is kept. An address is fetched only if you give it here yourself.
    """
    from ..app.querying import open_store
    from ..app.reading import IngestOptions, read_many
    from .running import choose_format, run

    say: Messages = context.obj
    writer = choose_format(output_format, say, why=why)
    options = IngestOptions(
        published=published.date() if published else None,
        outlet=outlet,
        lang=lang,
        allow_network=True,
        allow_private=allow_private,
    )
    with open_store(db) if db else nullcontext() as store:
        outcomes = read_many(paths, options, store=store, workers=workers)
        code = run(outcomes, writer, say, kept_in=db, confidence=min_confidence)
    raise typer.Exit(code)


def demo(context: typer.Context, db: StoreToWrite = None) -> None:
    """Read an example story of 44 short documents, and show its statements and its timeline."""
    from ..app.examples import example_story
    from ..app.querying import list_statements, open_store, timeline
    from ..app.reading import IngestOptions, read_many
    from .render import compact
    from .render import timeline as timeline_table
    from .running import Silence, run

    say: Messages = context.obj
    place = db or DEMO_STORE
    with open_store(place) as store:
        code = run(read_many([example_story()], IngestOptions(), store=store), Silence(), say, kept_in=place)
        statements = [line.statement for line in list_statements(store)]
        told = timeline(store)
    console = standard_output()
    console.print(compact(statements, say))
    console.print(timeline_table(told, say))
    remark(say("Go on with: sayso list --db {file}", file=place))
    raise typer.Exit(code)
