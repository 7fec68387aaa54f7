"""`sayso read` and `sayso demo`: from documents to statements."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Annotated

import typer

from ..errors import InputError
from .messages import Messages
from .options import (
    LanguageIfUnknown,
    MinConfidence,
    OutletIfUnknown,
    OutputFormat,
    Published,
    Quiet,
    StoreToWrite,
    Why,
    day_of,
)
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
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses of a private network as well.")
]
MaxSize = Annotated[
    int, typer.Option("--max-size", min=1, metavar="MB", help="Leave larger documents unread.")
]
Afresh = Annotated[
    bool, typer.Option("--afresh", help="Read texts anew even where an export brings its statements along.")
]
Link = Annotated[
    bool, typer.Option("--link", help="Link what was read into utterances and claims; needs --db.")
]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="How many processes read at once.")]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(
        epilog="sayso read article.html --why\n\n"
        "sayso read articles/ --db story.db --quiet --link\n\n"
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
    outlet: OutletIfUnknown = None,
    lang: LanguageIfUnknown = None,
    max_size: MaxSize = 20,
    allow_private: AllowPrivate = False,
    workers: Workers = 1,
    quiet: Quiet = False,
    link: Link = False,
    afresh: Afresh = False,
) -> None:
    """Read documents and show who said what.

    With --db everything read is kept, and reading again skips what is there: a stopped run goes on.
    Without it nothing is kept. An address is fetched only if you give it here yourself.
    """
    from ..app.querying import open_store
    from ..app.reading import MEBIBYTE, IngestOptions, gauge_for, read_many
    from .link import link_and_tell
    from .running import STOPPED, choose_format, run

    say: Messages = context.obj
    if link and db is None:
        raise InputError("--link links what a store holds, and there is none", hint="name one with --db FILE")
    writer = choose_format(output_format, say, why=why, quiet=quiet)
    options = IngestOptions(
        published=day_of(published),
        outlet=outlet,
        lang=lang,
        allow_network=True,
        allow_private=allow_private,
        max_bytes=max_size * MEBIBYTE,
        afresh=afresh,
    )
    gauge = gauge_for(paths)
    with open_store(db) if db else nullcontext() as store:
        outcomes = read_many(paths, options, store=store, workers=workers, gauge=gauge)
        code = run(outcomes, writer, say, kept_in=db, confidence=min_confidence, gauge=gauge)
        if link and store and db and code != STOPPED:
            code = link_and_tell(store, say, db) or code
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
        outcomes = read_many([example_story()], IngestOptions(), store=store)
        code = run(outcomes, Silence(), say, kept_in=place, strict=False)
        statements = [line.statement for line in list_statements(store)]
        told = timeline(store)
    console = standard_output()
    console.print(compact(statements, say))
    console.print(timeline_table(told, say))
    remark(say("Go on with: sayso list --db {file}", file=place))
    raise typer.Exit(code)
