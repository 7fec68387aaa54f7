"""`sayso brief`: what is known, as a sourced chronology."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from .messages import Messages
from .options import DAY, DEFAULT_STORE, Limit, StoreToRead, day_of, one_of
from .output import OutputFile, deliver, keep_off_terminal

FORMS = ("txt", "md", "html", "docx")
LENGTHS = ("short", "full")

ClaimOrTopic = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID|WORDS]",
        show_default=False,
        help="The id of a claim, or words that claims are told in; without any, all that is told most.",
    ),
]
BriefLanguage = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="Language of the brief: uk or en; yours by default."),
]
AsOf = Annotated[
    dt.datetime | None,
    typer.Option("--as-of", formats=[DAY], metavar="YYYY-MM-DD", help="As it was known on this day."),
]
Length = Annotated[
    str, typer.Option(metavar="|".join(LENGTHS), callback=one_of(*LENGTHS), help="The gist, or all of it.")
]
Form = Annotated[
    str, typer.Option("--format", metavar="|".join(FORMS), callback=one_of(*FORMS), help="What to write.")
]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(
        epilog="sayso brief --db story.db\n\nsayso brief міст ремонт --db story.db --lang en --length short\n\n"
        "sayso brief --db story.db --as-of 2024-10-25 --format docx -o brief.docx"
    )(brief)


def brief(
    context: typer.Context,
    about: ClaimOrTopic = None,
    db: StoreToRead = DEFAULT_STORE,
    lang: BriefLanguage = None,
    as_of: AsOf = None,
    length: Length = "full",
    form: Form = "txt",
    output: OutputFile = None,
    limit: Limit = 60,
) -> None:
    """Write a sourced chronology: what is known, who said it when, what is disputed, what differs.

    Every sentence cites its documents and every quotation is exact; quotations stay in their language.
    """
    from ..app import telling
    from ..app.querying import open_store

    say: Messages = context.obj
    if form == "docx":
        keep_off_terminal(form, output, say)
    with open_store(db, read_only=True) as store:
        written = telling.brief_file(
            store,
            " ".join(about) if about else None,
            lang=lang or say.face,
            as_of=day_of(as_of),
            length="short" if length == "short" else "full",
            limit=limit or telling.MOST,
            form=form,
        )
    deliver(written, output, say)
