"""`sayso timeline` and `relays`: a story as a table, a page or a picture."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import RenderableType

from .look import Outlet, Since, Source, Until
from .messages import FACES, Messages
from .options import DAY, DEFAULT_STORE, Limit, MinConfidence, StoreToRead, day_of, one_of
from .output import OutputFile, deliver, keep_off_terminal
from .terminal import console_on, standard_output

if TYPE_CHECKING:
    from ..app.querying import Query

TEXT = "text"
TIMELINES = (TEXT, "html", "svg", "png", "timelinejs")
RELAYS = ("svg", "graphml", "json")
_BINARY = frozenset({"png"})

ClaimOrWords = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID|WORDS]",
        show_default=False,
        help="The id of a claim, or words that claims are told in; without any, all that is told most.",
    ),
]
AsOf = Annotated[
    dt.datetime | None,
    typer.Option("--as-of", formats=[DAY], metavar="YYYY-MM-DD", help="As it was known on this day."),
]
TimelineForm = Annotated[
    str,
    typer.Option("--format", metavar="|".join(TIMELINES), callback=one_of(*TIMELINES), help="What to write."),
]
DocumentLanguage = Annotated[
    str | None, typer.Option("--doc-lang", metavar="CODE", help="Only documents in this language.")
]
RelayForm = Annotated[
    str,
    typer.Option("--format", metavar="|".join(RELAYS), callback=one_of(*RELAYS), help="What to write."),
]
LabelLanguage = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="Language of titles and labels, uk or en; yours by default."),
]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(
        epilog="sayso timeline --db story.db --source Зеленський\n\n"
        "sayso timeline міст ремонт --db story.db --format svg -o bridge.svg\n\n"
        "sayso timeline --db story.db --lang en --format html -o story.html"
    )(timeline)
    app.command(
        epilog="sayso relays --db story.db -o relays.svg\n\n"
        "sayso relays міст --db story.db --format graphml -o relays.graphml"
    )(relays)


def timeline(
    context: typer.Context,
    about: ClaimOrWords = None,
    db: StoreToRead = DEFAULT_STORE,
    form: TimelineForm = TEXT,
    output: OutputFile = None,
    as_of: AsOf = None,
    source: Source = None,
    outlet: Outlet = None,
    lang: LabelLanguage = None,
    doc_lang: DocumentLanguage = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = None,
    limit: Limit = None,
) -> None:
    """Show who said what in the order in which it was said, undated words apart.

    As text a table of statements; else what became of the claims told most: 12, or as many as --limit says.
    """
    from ..app.querying import Query

    say: Messages = context.obj
    reference = " ".join(about) if about else None
    words = None if _is_id(reference) else reference
    query = Query(
        source=source, words=words, outlet=outlet, lang=doc_lang, since=day_of(since), until=day_of(until),
        confidence=min_confidence,
    )  # fmt: skip
    narrowed = query != Query(words=words)
    if form == TEXT:
        if narrowed and (as_of or _is_id(reference)):
            raise typer.BadParameter(
                say("filters go with a list of statements, and not with a claim or --as-of")
            )
        words_of = _in_language(lang, say)
        _show(_text(db, reference, query, day_of(as_of), limit, words_of), output, say)
        return
    if narrowed:
        raise typer.BadParameter(say("filters go with --format text only: pictures tell of claims"))
    if form in _BINARY:
        keep_off_terminal(form, output, say)
    deliver(_drawn(db, reference, form, lang or say.face, day_of(as_of), limit), output, say)


def _drawn(
    db: str, reference: str | None, form: str, lang: str, as_of: dt.date | None, limit: int | None
) -> bytes:
    """Return a timeline of claims as a file."""
    from ..app import picturing
    from ..app.querying import open_store

    most = limit or picturing.CLAIMS
    with open_store(db, read_only=True) as store:
        return picturing.timeline_file(store, reference, form=form, lang=lang, as_of=as_of, limit=most)


def relays(
    context: typer.Context,
    about: ClaimOrWords = None,
    db: StoreToRead = DEFAULT_STORE,
    form: RelayForm = "svg",
    output: OutputFile = None,
    lang: LabelLanguage = None,
    limit: Limit = None,
) -> None:
    """Draw who took it from whom: sources, those who relayed them, and outlets, reprints marked.

    A picture shows the 50 with most documents and says what it leaves out; graphml and json hold all.
    """
    from ..app import picturing
    from ..app.querying import open_store

    say: Messages = context.obj
    reference = " ".join(about) if about else None
    most = limit or picturing.RELAYED
    with open_store(db, read_only=True) as store:
        written = picturing.relay_file(store, reference, form=form, lang=lang or say.face, limit=most)
    deliver(written, output, say)


def _text(
    db: str, reference: str | None, query: Query, as_of: dt.date | None, limit: int | None, say: Messages
) -> RenderableType:
    """Return the table of statements: those that the query asks for, or those of claims."""
    from ..app import picturing, querying
    from .render import timeline as timeline_table

    with querying.open_store(db, read_only=True) as store:
        if as_of or _is_id(reference):
            told = picturing.lines(store, reference, as_of=as_of, limit=limit)
        else:
            told = querying.timeline(store, query, limit=limit)
    return timeline_table(told, say)


def _is_id(reference: str | None) -> bool:
    return bool(reference) and str(reference).startswith(("c-", "u-"))


def _in_language(lang: str | None, say: Messages) -> Messages:
    """Return the words for a table in the language asked for, or the user's."""
    if lang is not None and lang not in FACES:
        raise typer.BadParameter(f"{lang!r} ≠ {' | '.join(FACES)}", param_hint="--lang")
    return say if lang is None else Messages(lang)


def _show(table: RenderableType, output: Path | None, say: Messages) -> None:
    """Write a table as text where it is asked for; into a file as whole as any other form."""
    if output is None:
        standard_output().print(table)
        return
    written = io.StringIO()
    console_on(written).print(table)
    deliver(written.getvalue().encode(), output, say)
