"""`sayso remove`: taking documents out of a store."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from .messages import Messages
from .options import DEFAULT_STORE, StoreToRead
from .terminal import complain, remark, standard_error

if TYPE_CHECKING:
    from ..app.removing import Removal

LEFT_ALONE = 1
WRONG_USAGE = 2

Documents = Annotated[
    list[str],
    typer.Argument(
        metavar="DOCUMENT", show_default=False, help="The ids or addresses of documents in the store."
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before.")]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(epilog="sayso remove 3f9a0c51d2e4 --db story.db\n\nsayso remove a1 b2 --db story.db --yes")(
        remove
    )


def remove(
    context: typer.Context, documents: Documents, db: StoreToRead = DEFAULT_STORE, yes: Yes = False
) -> None:
    """Remove documents from a store, all their revisions, with every trace of what they say.

    What people decided about it is kept on record, though it counts no more.
    """
    from ..app import removing
    from ..app.querying import existing_store
    from .render_sources import removal_list

    say: Messages = context.obj
    with existing_store(db) as store:
        found = removing.removals(store, documents)
        if not yes:
            standard_error().print(removal_list(found, say))
            _ask(say)
        gone = removing.remove(store, found)
    _tell(found, gone, say, db)


def _ask(say: Messages) -> None:
    """Leave unless somebody at a terminal agrees."""
    if not sys.stdin.isatty():
        complain(say("nobody can be asked here: --yes removes without asking"))
        raise typer.Exit(WRONG_USAGE)
    remark(say("Remove them with all that they say? y/n"))
    if sys.stdin.readline().strip().casefold() not in {"y", "yes", say("y"), say("yes")}:
        remark(say("Nothing is removed."))
        raise typer.Exit(LEFT_ALONE)


def _tell(found: list[Removal], gone: int, say: Messages, db: str) -> None:
    remark(say.plural("{count} document removed", "{count} documents removed", gone))
    kept = {one.key for removal in found for one in removal.decisions}
    if kept:
        remark(
            say.plural(
                "{count} decision about what it said is kept on record and counts no more.",
                "{count} decisions about what they said are kept on record and count no more.",
                len(kept),
            )
        )
    remark(say("What is left is grouped anew by: sayso link --db {file}", file=db))
