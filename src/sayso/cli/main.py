"""The command line's entry: choose the face, run the command, turn errors into one line and an exit code.

Exit codes: 0 everything was read or found, 1 something failed or there was nothing, 2 wrong usage,
130 stopped with Ctrl-C.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from ..errors import SaysoError
from . import about, brief, claims, decide, link, look, pictures, read, remove, score, serve, token
from .messages import FACES, Messages, face_of, speak_everywhere, take_face
from .options import one_of
from .terminal import complain

FAILED = 1

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


Face = Annotated[
    str | None,
    typer.Option(
        "--ui", metavar="|".join(FACES), callback=one_of(*FACES), help="Speak English or Ukrainian."
    ),
]


@app.callback(epilog="sayso read article.html\n\nsayso --ui uk read articles/ --db story.db")
def root(ui: Face = None, version: about.VersionFlag = False) -> None:
    """Read news and tell who said what, when, and on whose word."""


for module in (read, look, link, claims, brief, pictures, decide, remove, score, serve, token, about):
    module.add_commands(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run sayso with `arguments` (those of the process by default) and leave with an exit code."""
    _prepare_streams()
    wish, rest = take_face(sys.argv[1:] if arguments is None else arguments)
    say = Messages(face_of(wish, os.environ))
    speak_everywhere(say.face)
    command = translated(typer.main.get_command(app), say)
    try:
        command(args=rest, prog_name="sayso", obj=say)
    except SaysoError as error:
        complain(error.line())
        sys.exit(FAILED)
    except OSError as error:  # the output's: a full disk, for instance
        complain(say("the output cannot be written: {reason}", reason=error.strerror or error))
        sys.exit(FAILED)
    finally:
        _let_go_of_output()


def translated(command: Any, say: Messages, above: Any = None) -> Any:
    """Return the framework's `command` with its helps in the face of `say`, its subcommands' as well.

    An epilog holds examples, which are the same in every face under their heading. `above` is the context of
    the command that it belongs to, from which it has the names of its help option.
    """
    context = command.context_class(command, parent=above, **command.context_settings)
    command.help = say(command.help or "")
    # The framework's own options bring their help along; its message is found in our catalogue too.
    for parameter in (*command.params, command.get_help_option(context)):
        if getattr(parameter, "help", None):
            parameter.help = say(parameter.help)
    if command.epilog:
        command.epilog = f"{say('Examples:')}\n\n{command.epilog}"
    for subcommand in getattr(command, "commands", {}).values():
        translated(subcommand, say, context)
    return command


def _prepare_streams() -> None:
    """Write UTF-8 wherever the output goes; what no encoder takes becomes an escape instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)


def _let_go_of_output() -> None:
    """Keep the interpreter from complaining at its end of what nobody takes any more (`| head`, a full disk)."""
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
