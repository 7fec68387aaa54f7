"""Where things are shown: consoles, styles, and a document's characters made harmless."""

from __future__ import annotations

import os
import stat
import sys
from typing import TextIO

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from ..app.formats import visible

STYLES = Theme(
    {
        "source": "bold cyan",
        "cue": "yellow",
        "content": "green",
        "mark": "dim",
        "aside": "dim",
        "label": "magenta",
        "title": "bold",
        "failed": "bold red",
    },
    inherit=True,
)

# Wider lines of prose are hard to read, yet a table may use the whole width of a usual wide terminal.
MAX_WIDTH = 140


def console_on(stream: TextIO) -> Console:
    """Return a console that writes to `stream`. A string given to it is never read as markup."""
    console = Console(file=stream, theme=STYLES, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, MAX_WIDTH)
    return console


def standard_output() -> Console:
    """Return the console of what was asked for."""
    return console_on(sys.stdout)


def standard_error() -> Console:
    """Return the console of progress, hints, summary and errors."""
    return console_on(sys.stderr)


def plain(text: str, style: str = "") -> Text:
    """Return a document's `text` for showing: nothing in it acts on the terminal or is read as markup."""
    return Text(visible(text), style=style)


def progress_fits(*, quiet: bool = False) -> bool:
    """Tell whether a moving bar on standard error would disturb nobody; `quiet` where nothing else is written.

    It would not be seen off a terminal; it would mix with a table printed on the same terminal, and with what
    the next program of a pipe prints there.
    """
    if quiet or not sys.stderr.isatty():
        return sys.stderr.isatty()
    if sys.stdout.isatty():
        return False
    return not stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)


def complaint(line: str) -> Text:
    """Return one line of error as it is shown."""
    return Text().append("sayso: ", "failed").append_text(plain(line))


def complain(line: str) -> None:
    """Show one line of error on standard error."""
    standard_error().print(complaint(line), soft_wrap=True)


def remark(line: str) -> None:
    """Show one line on standard error that is no part of the answer."""
    standard_error().print(plain(line, "aside"), soft_wrap=True)
