"""`sayso languages` and `sayso version`: what this sayso is and what it can read."""

from __future__ import annotations

from importlib.metadata import version as installed_version
from typing import Annotated

import typer

from .messages import Messages
from .terminal import standard_output


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(epilog="sayso languages")(languages)
    app.command(epilog="sayso version")(version)


def languages(context: typer.Context) -> None:
    """List the languages that sayso reads, each with its pack."""
    from ..app.packs import known_packs
    from .render import pack_list

    say: Messages = context.obj
    standard_output().print(pack_list(known_packs(), say))


def version() -> None:
    """Print the version."""
    standard_output().print(f"sayso {installed_version('sayso')}")


def _print_version(wanted: bool) -> None:
    if wanted:
        version()
        raise typer.Exit


VersionFlag = Annotated[
    bool,
    typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave."),
]
