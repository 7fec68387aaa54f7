"""`sayso show`, `list` and `search`: looking at what was read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import StoreError
from .messages import Messages
from .options import (
    DAY,
    DEFAULT_STORE,
    Language,
    LanguageIfUnknown,
    Limit,
    MinConfidence,
    OutletIfUnknown,
    Published,
    StoreToRead,
    Why,
    day_of,
)
from .terminal import remark, standard_output

if TYPE_CHECKING:
    from ..app.deciding import Decision
    from ..app.querying import Query, Store

NOTHING_FOUND = 1

Reference = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT",
        show_default=False,
        help="A file, or the id or address of a document in the store.",
    ),
]
Words = Annotated[
    list[str], typer.Argument(metavar="WORDS", show_default=False, help="Words, in any of their forms.")
]
Source = Annotated[str | None, typer.Option(metavar="NAME", help="Only statements of this source.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Only documents of this outlet.")]
Since = Annotated[
    dt.datetime | None, typer.Option(formats=[DAY], metavar="YYYY-MM-DD", help="Not before this day.")
]
Until = Annotated[
    dt.datetime | None, typer.Option(formats=[DAY], metavar="YYYY-MM-DD", help="Not after this day.")
]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(epilog="sayso show article.html\n\nsayso show 3f9a0c51d2e4 --db story.db --why")(show)
    app.command("list", epilog="sayso list --db story.db --outlet Укрінформ")(list_documents)
    app.command(epilog="sayso search військові Курщина --db story.db --since 2024-10-01")(search)


def show(
    context: typer.Context,
    document: Reference,
    db: StoreToRead = DEFAULT_STORE,
    why: Why = False,
    published: Published = None,
    outlet: OutletIfUnknown = None,
    lang: LanguageIfUnknown = None,
) -> None:
    """Show an article with its sources, cues and contents marked, and its statements below.

    A file is read; anything else is looked up in the store. What people corrected stands below, as a list.
    """
    from ..app import querying, reading
    from ..app.deciding import Decisions
    from .article import article
    from .render_claims import decision_list

    if Path(document).is_file():
        found = reading.read(Path(document), published=day_of(published), outlet=outlet, lang=lang)
        corrections: Sequence[Decision] = ()
    else:
        with _open(db, or_else=f"there is no file {document}") as store:
            found = querying.show(store, document)
            corrections = Decisions(store).corrections_of(found.statements)
    say: Messages = context.obj
    standard_output().print(article(found, say, why=why))
    if corrections:
        standard_output().print(decision_list(corrections, say))


def list_documents(
    context: typer.Context,
    db: StoreToRead = DEFAULT_STORE,
    outlet: Outlet = None,
    lang: Language = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = None,
    limit: Limit = None,
) -> None:
    """List the documents of a store, newest first."""
    from ..app import querying
    from .render import document_list

    query = _query(None, outlet, lang, since, until, min_confidence)
    with _open(db) as store:
        found = list(querying.list_documents(store, query, limit=limit))
        counted = querying.stats(store)
    say: Messages = context.obj
    if found:
        standard_output().print(document_list(found, say))
    remark(
        say.plural("{count} document in the store", "{count} documents in the store", counted.documents)
        + " · "
        + say.plural("{count} statement", "{count} statements", counted.statements)
    )


def search(
    context: typer.Context,
    words: Words,
    db: StoreToRead = DEFAULT_STORE,
    source: Source = None,
    outlet: Outlet = None,
    lang: Language = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = None,
    limit: Limit = 20,
) -> None:
    """Find statements and documents in which all the words occur, each in any of its forms."""
    from ..app import querying
    from .render import findings

    query = _query(source, outlet, lang, since, until, min_confidence)
    with _open(db) as store:
        found = querying.search(store, " ".join(words), query, limit=limit)
    say: Messages = context.obj
    if not (found.statements or found.documents):
        remark(say("Nothing found."))
        raise typer.Exit(NOTHING_FOUND)
    standard_output().print(findings(found, say))


def _query(
    source: str | None,
    outlet: str | None,
    lang: str | None,
    since: dt.datetime | None,
    until: dt.datetime | None,
    confidence: float | None,
) -> Query:
    """Return what the options of a command narrow its answer to."""
    from ..app.querying import Query

    first, last = day_of(since), day_of(until)
    return Query(source=source, outlet=outlet, lang=lang, since=first, until=last, confidence=confidence)


def _open(path: str, *, or_else: str | None = None) -> Store:
    """Open the store at `path`; where that fails, `or_else` tells what else was tried."""
    from ..app.querying import open_store

    try:
        return open_store(path, read_only=True)
    except StoreError as error:
        raise StoreError(f"{or_else}, and {error}", hint=error.hint) if or_else else error from None
