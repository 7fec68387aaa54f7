"""`sayso claims`, `claim`, `utterance`, `discrepancies`, `sources`, `source`: what became of what was said."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import RenderableType

from .messages import Messages
from .options import DAY, DEFAULT_STORE, TABLE, WHEN_PIPED, Limit, StoreToRead, day_of, one_of
from .terminal import remark, standard_output

if TYPE_CHECKING:
    from ..app.querying import Store

NOTHING_FOUND = 1

SomeWords = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]", show_default=False, help="Words, in any of their forms."),
]
ClaimOrWords = Annotated[
    list[str],
    typer.Argument(
        metavar="ID|WORDS", show_default=False, help="The id of a claim, or words that it is told in."
    ),
]
UtteranceId = Annotated[
    str, typer.Argument(metavar="ID", show_default=False, help="The id of an utterance or of a statement.")
]
SourceName = Annotated[
    list[str], typer.Argument(metavar="NAME", show_default=False, help="A source's name, in any form.")
]
AsOf = Annotated[
    dt.datetime | None,
    typer.Option("--as-of", formats=[DAY], metavar="YYYY-MM-DD", help="As it was known on this day."),
]
ShortFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar=f"{TABLE}|{WHEN_PIPED}",
        callback=one_of(TABLE, WHEN_PIPED),
        help="A table on a terminal, JSON lines otherwise.",
    ),
]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(epilog="sayso claims --db story.db\n\nsayso claims міст ремонт --db story.db --limit 5")(
        claims
    )
    app.command(
        epilog="sayso claim міст закриють --db story.db\n\n"
        "sayso claim c-3f9a0c51d2e4aa01 --db story.db --as-of 2024-10-25"
    )(claim)
    app.command(epilog="sayso utterance u-3f9a0c51d2e4aa01 --db story.db")(utterance)
    app.command(epilog="sayso discrepancies --db story.db --format jsonl")(discrepancies)
    app.command(epilog="sayso sources --db story.db --limit 20")(sources)
    app.command(epilog="sayso source Зеленський --db story.db")(source)


def claims(
    context: typer.Context,
    words: SomeWords = None,
    db: StoreToRead = DEFAULT_STORE,
    as_of: AsOf = None,
    limit: Limit = 20,
    output_format: ShortFormat = None,
) -> None:
    """List claims with their status and grade: those told by most documents, or those that match words."""
    from ..app import claims as asking
    from ..app.claim_json import claim_line
    from .render_claims import claim_list

    with _open(db) as store:
        found = asking.claims(store, " ".join(words or ()), as_of=day_of(as_of), limit=limit)
        linked = bool(found) or asking.is_linked(store)
    say: Messages = context.obj
    if not found:
        _tell_nothing(say, db, linked)
    _write(output_format, map(claim_line, found), lambda: claim_list(found, say))


def claim(
    context: typer.Context,
    reference: ClaimOrWords,
    db: StoreToRead = DEFAULT_STORE,
    as_of: AsOf = None,
    output_format: ShortFormat = None,
) -> None:
    """Show a claim day by day: each change of its status with who changed it, where it was told, and why.

    Below it stand who is for and against it, how many origins that makes, and the grade with its reasons.
    """
    from ..app import claims as asking
    from ..app.claim_json import claim_object
    from .render_claims import claim_pages

    with _open(db) as store:
        found = asking.claim(store, " ".join(reference), as_of=day_of(as_of))
    say: Messages = context.obj
    if not found[0].weighed.claim.stands:
        remark(say("Nothing was known of it by that day."))
        raise typer.Exit(NOTHING_FOUND)
    _write(output_format, [claim_object(found[0])], lambda: claim_pages(found[0], say))
    if len(found) > 1:
        others = ", ".join(view.claim.id for view in found[1:])
        remark(say("Other claims with these words: {ids}", ids=others))


def utterance(
    context: typer.Context,
    reference: UtteranceId,
    db: StoreToRead = DEFAULT_STORE,
    output_format: ShortFormat = None,
) -> None:
    """Show all reports of an utterance side by side, the words marked in which one differs from the first."""
    from ..app import claims as asking
    from ..app.claim_json import utterance_object
    from .render_claims import utterance_page

    with _open(db) as store:
        found = asking.utterance(store, reference)
    say: Messages = context.obj
    _write(output_format, [utterance_object(found)], lambda: utterance_page(found, say))


def discrepancies(
    context: typer.Context, db: StoreToRead = DEFAULT_STORE, output_format: ShortFormat = None
) -> None:
    """Find where reports of one utterance differ, and where those who speak on one claim conflict."""
    from ..app import claims as asking
    from ..app.claim_json import discrepancy_line
    from .render_claims import discrepancy_list

    say: Messages = context.obj
    with _open(db) as store:
        found = list(asking.discrepancies(store))
        linked = bool(found) or asking.is_linked(store)
    if not found:
        _tell_nothing(say, db, linked)
    _write(output_format, map(discrepancy_line, found), lambda: discrepancy_list(found, say))


def sources(
    context: typer.Context,
    db: StoreToRead = DEFAULT_STORE,
    limit: Limit = None,
    output_format: ShortFormat = None,
) -> None:
    """List who is named as a source, those heard most often first, each under all spellings, with its grade."""
    from ..app import sources as asking
    from ..app.claim_json import source_line
    from .render_sources import source_list

    with _open(db) as store:
        found = asking.sources(store, limit=limit)
    say: Messages = context.obj
    if not found:
        _tell_nothing(say, db, True)
    _write(output_format, map(source_line, found), lambda: source_list(found, say))


def source(
    context: typer.Context,
    name: SourceName,
    db: StoreToRead = DEFAULT_STORE,
    output_format: ShortFormat = None,
) -> None:
    """Show a source: the claims it took part in, what became of them, and its grade."""
    from ..app import sources as asking
    from ..app.claim_json import source_object
    from .render_sources import source_page

    with _open(db) as store:
        found = asking.source(store, " ".join(name))
    say: Messages = context.obj
    _write(output_format, [source_object(found)], lambda: source_page(found, say))


def _write(wish: str | None, objects: Iterable[dict[str, Any]], table: Callable[[], RenderableType]) -> None:
    """Write a table, or the objects a line each."""
    from ..app.formats import json_escapes

    if (wish or (TABLE if sys.stdout.isatty() else WHEN_PIPED)) == TABLE:
        standard_output().print(table())
        return
    for one in objects:
        typer.echo(json_escapes(json.dumps(one, ensure_ascii=False, default=str)))


def _tell_nothing(say: Messages, db: str, linked: bool) -> None:
    if linked:
        remark(say("Nothing found."))
    else:
        remark(say("Nothing is linked yet. Go on with: sayso link --db {file}", file=db))
    raise typer.Exit(NOTHING_FOUND)


def _open(path: str) -> Store:
    from ..app.querying import open_store

    return open_store(path, read_only=True)
