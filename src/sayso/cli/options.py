"""Options that several commands share. Their helps are message ids, translated when a command is built."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated

import typer

from ..app.formats import FORMATS

DEFAULT_STORE = "sayso.db"
STORE_VARIABLE = "SAYSO_DB"

DAY = "%Y-%m-%d"

TABLE = "table"
WHEN_PIPED = "jsonl"
_FORMAT_NAMES = (TABLE, *(name for name, form in FORMATS.items() if not form.linked))


def one_of(*names: str) -> Callable[[str | None], str | None]:
    """Return the check of an option that takes one of `names`, or is not given."""

    def check(name: str | None) -> str | None:
        if name is not None and name not in names:
            raise typer.BadParameter(f"{name!r} ≠ {' | '.join(names)}")
        return name

    return check


StoreToWrite = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE",
        envvar=STORE_VARIABLE,
        help="Keep documents and statements in this store, and skip what it already holds.",
    ),
]

StoreToRead = Annotated[
    str,
    typer.Option("--db", metavar="FILE", envvar=STORE_VARIABLE, help="The store to look into."),
]

OutputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(_FORMAT_NAMES),
        callback=one_of(*_FORMAT_NAMES),
        help="How to write the statements: a table on a terminal, JSON lines otherwise.",
    ),
]

Published = Annotated[
    dt.datetime | None,
    typer.Option(
        formats=[DAY], metavar="YYYY-MM-DD", help="Day of publication, where a document gives none."
    ),
]
OutletIfUnknown = Annotated[
    str | None, typer.Option(metavar="NAME", help="Outlet, where a document gives none.")
]
LanguageIfUnknown = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language, where a document gives none: uk, en …")
]

Language = Annotated[str | None, typer.Option(metavar="CODE", help="Only documents in this language.")]

Why = Annotated[
    bool,
    typer.Option("--why", help="Show under each statement the rule that read it and what else decided."),
]

MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        metavar="P",
        help="Only statements that are right with at least this probability, 0 to 1.",
    ),
]

Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Write no statements, only the summary: for filling a store."),
]

Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="Show at most so many.")]


def day_of(moment: dt.datetime | None) -> dt.date | None:
    """Return the day that was given, which the command line takes for its midnight."""
    return moment.date() if moment else None
