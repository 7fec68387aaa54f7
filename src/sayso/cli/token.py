"""`sayso token`: who may write to a store over the network."""

from __future__ import annotations

from typing import Annotated

import typer
from rich import box
from rich.table import Table

from .messages import Messages
from .options import DEFAULT_STORE, STORE_VARIABLE
from .terminal import plain, remark, standard_output

NOTHING_FOUND = 1

StoreOfTokens = Annotated[
    str,
    typer.Option("--db", metavar="FILE", envvar=STORE_VARIABLE, help="The store that the token opens."),
]
Name = Annotated[
    str,
    typer.Argument(metavar="NAME", show_default=False, help="Who writes: the name stands under decisions."),
]
Reference = Annotated[
    str,
    typer.Argument(
        metavar="ID|NAME", show_default=False, help="The id of a token, or a name for all of its."
    ),
]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    tokens = typer.Typer(
        no_args_is_help=True, help="Let people write to a store over the network, or no longer."
    )
    tokens.command("new", epilog="sayso token new Олена --db story.db")(new)
    tokens.command("list", epilog="sayso token list --db story.db")(list_tokens)
    tokens.command("revoke", epilog="sayso token revoke Олена --db story.db\n\nsayso token revoke 3f9a0c51")(
        revoke
    )
    app.add_typer(tokens, name="token", epilog="sayso token new Олена --db story.db")


def new(context: typer.Context, name: Name, db: StoreOfTokens = DEFAULT_STORE) -> None:
    """Make a token and print it. It is not kept: only its hash is."""
    from ..app.querying import existing_store
    from ..app.tokens import new_token

    say: Messages = context.obj
    with existing_store(db) as store:
        typer.echo(new_token(store, name))
    remark(say("Keep it: it cannot be shown again. Send it as: Authorization: Bearer TOKEN"))


def list_tokens(context: typer.Context, db: StoreOfTokens = DEFAULT_STORE) -> None:
    """List the tokens of a store, never their secrets."""
    from ..app.querying import open_store
    from ..app.tokens import known_tokens

    say: Messages = context.obj
    with open_store(db, read_only=True) as store:
        found = known_tokens(store)
    if not found:
        remark(say("Nothing found."))
        raise typer.Exit(NOTHING_FOUND)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in (say("id"), say("name"), say("made"), say("revoked")):
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(one.id, plain(one.name), one.made_at, one.revoked_at or "")
    standard_output().print(table)


def revoke(context: typer.Context, reference: Reference, db: StoreOfTokens = DEFAULT_STORE) -> None:
    """Let a token open nothing any more, or all tokens of a name. What was decided with it stays."""
    from ..app import tokens
    from ..app.querying import existing_store

    say: Messages = context.obj
    with existing_store(db) as store:
        count = tokens.revoke(store, reference)
    remark(say.plural("{count} token revoked", "{count} tokens revoked", count))
