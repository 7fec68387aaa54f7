"""Reading under a person's eyes: progress, failures as they come, the summary, and what Ctrl-C leaves."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, ClassVar

from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from ..app.formats import FORMATS, Format, Reading, Story
from ..app.outcomes import Failed, Outcome
from ..app.reading import Gauge
from ..errors import StoreError
from .messages import Messages
from .notices import Notices
from .options import TABLE, WHEN_PIPED
from .render import statements
from .tally import Tally, Watcher
from .terminal import complaint, progress_fits, remark, standard_error, standard_output

STOPPED = 130  # 128 + the number of the interrupt signal, as shells count


class Tables:
    """The format for a person: a heading and a table for every document."""

    def __init__(self, say: Messages, *, why: bool) -> None:
        self._say = say
        self._why = why

    linked: ClassVar = False
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:  # noqa: ARG002 - a Format's signature
        """Write a table for every document as it comes, on standard output: it goes by the terminal's width."""
        console = standard_output()
        for document in story.documents():
            console.print(statements(document, self._say, why=self._why))


class Silence:
    """The format of what is to be kept in a store and shown afterwards."""

    linked: ClassVar = False
    binary: ClassVar = False

    def write(self, story: Story, stream: BinaryIO) -> None:  # noqa: ARG002 - a Format's signature
        """Take every document and write nothing."""
        for _ in story.documents():
            pass


def choose_format(wish: str | None, say: Messages, *, why: bool, quiet: bool) -> Format:
    """Return the format wished for; without a wish a table on a terminal and JSON lines elsewhere."""
    if quiet:
        return Silence()
    on_terminal = sys.stdout.isatty()
    if wish is None and not on_terminal and sys.stderr.isatty():
        remark(say("Writing JSON lines, since the output is no terminal; --format table writes a table."))
    name = wish or (TABLE if on_terminal else WHEN_PIPED)
    return Tables(say, why=why) if name == TABLE else FORMATS[name]


def run(
    outcomes: Iterable[Outcome],
    writer: Format,
    say: Messages,
    *,
    kept_in: str | None,
    confidence: float | None = None,
    gauge: Gauge | None = None,
    strict: bool = True,
) -> int:
    """Write what is read as it comes and sum up on standard error; return the exit code.

    `kept_in` is the store in which it is kept, None for none: Ctrl-C tells what is there. Statements below
    `confidence` are counted and kept, and not written. `gauge` tells the progress bar what is left. Unless
    `strict`, documents that give nothing are expected: they are counted, and neither named nor a failure.
    """
    tally = Tally(strict=strict)
    notices = Notices(say) if strict else None
    try:
        with _watching(say, gauge or Gauge(), notices, quiet=isinstance(writer, Silence)) as watch:
            documents = tally.documents(outcomes, watch)
            read = Reading(document.surest(confidence) for document in documents)
            writer.write(read, sys.stdout.buffer)
    except KeyboardInterrupt:
        remark(tally.line(say))
        if kept_in is None:
            remark(say("Stopped. Nothing is kept without --db FILE; with it a stopped run can go on."))
        else:
            remark(
                say(
                    "Stopped. What was read is kept in {file}; the same command goes on from there.",
                    file=kept_in,
                )
            )
        return STOPPED
    except StoreError:  # what was read until then is safe, and should be known
        remark(tally.line(say))
        raise
    remark(tally.line(say))
    return tally.exit_code()


@contextmanager
def _watching(say: Messages, gauge: Gauge, notices: Notices | None, *, quiet: bool) -> Iterator[Watcher]:
    """Give a watcher that moves a bar, where that disturbs nobody, and tells of failures at once."""
    # Left to itself the bar would catch what is written to standard output, and show it on standard error.
    bar = Progress(
        *_columns(is_measured=gauge.total is not None),
        console=standard_error(),
        transient=True,
        disable=not progress_fits(quiet=quiet),
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with bar:
        task = bar.add_task(say("reading"), total=gauge.total, documents=0)

        def watch(outcome: Outcome) -> None:
            bar.update(task, completed=gauge.done, documents=bar.tasks[task].fields["documents"] + 1)
            line = notices.line(outcome) if notices else _failure(outcome)
            if line:
                bar.console.print(complaint(line), soft_wrap=True)

        yield watch


def _failure(outcome: Outcome) -> str | None:
    return outcome.line() if isinstance(outcome, Failed) else None


def _columns(*, is_measured: bool) -> Iterator[ProgressColumn]:
    """Yield what a bar shows: documents and time so far, and share and time left where the size is known."""
    yield SpinnerColumn()
    yield TextColumn("{task.description}")
    yield BarColumn()
    if is_measured:
        yield TaskProgressColumn()
    yield TextColumn("{task.fields[documents]}")
    yield TimeElapsedColumn()
    if is_measured:
        yield TimeRemainingColumn()
