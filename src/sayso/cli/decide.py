"""`sayso merge`, `split`, `grade`, `correct` and `undo`: what people decide, kept beside what the machine found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .messages import Messages
from .options import DEFAULT_STORE, StoreToRead
from .terminal import remark

if TYPE_CHECKING:
    from ..app.deciding import Decision

Subject = Annotated[
    str, typer.Argument(metavar="ID", show_default=False, help="The id of a claim or of an utterance.")
]
Second = Annotated[
    str, typer.Argument(metavar="ID", show_default=False, help="The id of another one of the same kind.")
]
Part = Annotated[
    str,
    typer.Argument(
        metavar="PART",
        show_default=False,
        help="The id of an utterance of the claim, or of a statement of the utterance.",
    ),
]
Graded = Annotated[
    str, typer.Argument(metavar="ID|NAME", show_default=False, help="The id of a claim, or a source's name.")
]
Value = Annotated[
    str,
    typer.Argument(
        metavar="GRADE",
        show_default=False,
        help="1 to 6 for a claim, A to F for a source: the Admiralty code.",
    ),
]
StatementId = Annotated[
    str, typer.Argument(metavar="STATEMENT", show_default=False, help="The id of a statement.")
]
Field = Annotated[
    str,
    typer.Argument(
        metavar="FIELD",
        show_default=False,
        help="source_name, source_role, source_type, said_at, kind, act, polarity, certainty, or rejected.",
    ),
]
Corrected = Annotated[
    str,
    typer.Argument(
        metavar="VALUE",
        show_default=False,
        help="What it is to be read as; none empties source_role and said_at, yes rejects a statement.",
    ),
]
Number = Annotated[
    int,
    typer.Argument(
        metavar="N", show_default=False, help="The number of a decision, as sayso claim shows it."
    ),
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]


def add_commands(app: typer.Typer) -> None:
    """Register this module's commands."""
    app.command(epilog="sayso merge c-3f9a0c51d2e4aa01 c-77b1d9e0c4a8f3d2 --by Олена --reason 'одна новина'")(
        merge
    )
    app.command(
        epilog="sayso split c-3f9a0c51d2e4aa01 u-09d1c7a3e5b2f840 --by Олена --reason 'про інший міст'"
    )(split)
    app.command(epilog="sayso grade c-3f9a0c51d2e4aa01 2 --by Олена --reason 'є знімки'")(grade)
    app.command(
        epilog="sayso correct 3f9a0c51d2e4aa01 source_name 'Петро Коваль' --by Олена --reason 'так у тексті'\n\n"
        "sayso correct 3f9a0c51d2e4aa01 rejected yes --by Олена --reason 'це не слова джерела'"
    )(correct)
    app.command(epilog="sayso undo 3 --db story.db")(undo)


def merge(
    context: typer.Context,
    subject: Subject,
    other: Second,
    by: By,
    reason: Reason,
    db: StoreToRead = DEFAULT_STORE,
) -> None:
    """Take two claims, or two utterances, for one. What the machine found stays and can be had back."""
    from ..app import deciding
    from ..app.querying import existing_store

    with existing_store(db) as store:
        _tell(deciding.merge(store, subject, other, by=by, reason=reason), context.obj)


def split(
    context: typer.Context,
    subject: Subject,
    part: Part,
    by: By,
    reason: Reason,
    db: StoreToRead = DEFAULT_STORE,
) -> None:
    """Take an utterance out of a claim, or a statement out of an utterance."""
    from ..app import deciding
    from ..app.querying import existing_store

    with existing_store(db) as store:
        _tell(deciding.split(store, subject, part, by=by, reason=reason), context.obj)


def grade(
    context: typer.Context,
    subject: Graded,
    value: Value,
    by: By,
    reason: Reason,
    db: StoreToRead = DEFAULT_STORE,
) -> None:
    """Grade a claim's credibility (1-6) or a source's reliability (A-F). It is shown beside the machine's grade."""
    from ..app import deciding
    from ..app.querying import existing_store

    with existing_store(db) as store:
        _tell(deciding.grade(store, subject, value, by=by, reason=reason), context.obj)


def correct(
    context: typer.Context,
    subject: StatementId,
    field: Field,
    value: Corrected,
    by: By,
    reason: Reason,
    db: StoreToRead = DEFAULT_STORE,
) -> None:
    """Correct a field of a statement, or say that it is none. What the machine read stays and can be had back."""
    from ..app import deciding
    from ..app.querying import existing_store

    with existing_store(db) as store:
        _tell(deciding.correct(store, subject, field, value, by=by, reason=reason), context.obj)


def undo(context: typer.Context, number: Number, db: StoreToRead = DEFAULT_STORE) -> None:
    """Let a decision count no more. It stays on record."""
    from ..app import deciding
    from ..app.querying import existing_store

    say: Messages = context.obj
    with existing_store(db) as store:
        deciding.undo(store, number)
    remark(say("Decision {number} is undone.", number=number))


def _tell(decision: Decision, say: Messages) -> None:
    remark(say("Decision {number} is kept; sayso undo {number} takes it back.", number=decision.key))
