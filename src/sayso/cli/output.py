"""Where a command's file goes: to standard output, or whole into a file that the user names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .messages import Messages
from .terminal import remark

OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", dir_okay=False, help="Write into this file instead of here."
    ),
]


def keep_off_terminal(name: str, output: Path | None, say: Messages) -> None:
    """Refuse to print a binary format, called `name`, on a terminal."""
    if output is None and sys.stdout.isatty():
        raise typer.BadParameter(say("{format} does not go to a terminal: name a file with -o", format=name))


def deliver(written: bytes, output: Path | None, say: Messages) -> None:
    """Write a file's bytes where they are asked for; a file is there under its name only when all is written."""
    from ..app.exporting import written_whole

    if output is None:
        sys.stdout.buffer.write(written)
        return
    with written_whole(output) as stream:
        stream.write(written)
    remark(say("Written: {file}", file=output))
