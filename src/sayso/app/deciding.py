"""What people decide about utterances, claims and sources: kept beside the machine's findings, never over them.

A decision names a group by its id, and the id holds that of a statement: the group is the one in which that statement
stands by now, so that a decision outlives new documents.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, get_args

from msgspec.structs import replace

from ..errors import DecisionError, NotThere
from ..model import Credibility, Reliability, Report, Statement
from ..store.decisions import Decision, DecisionKind
from .correcting import REJECTED, checked, corrected
from .spelling import everybody, find

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["Decision", "Decisions", "correct", "grade", "merge", "split", "undo"]

_SHOWN = "sayso claims shows the ids"
_STATEMENTS_SHOWN = "sayso show DOCUMENT --why shows the ids of its statements"


def merge(store: Store, subject: str, other: str, *, by: str, reason: str) -> Decision:
    """Take two claims, or two utterances, for one. Raises StoreError where there are none with these ids."""
    if subject[:2] != other[:2]:
        raise DecisionError(
            f"{subject} and {other} are not of one kind", hint="merge two claims or two utterances"
        )
    if statement_of(subject) == statement_of(other):
        raise DecisionError(f"{subject} cannot be merged with itself", hint=_SHOWN)
    _check(store, subject, other)
    return _keep(store, "merge", subject, by, reason, other=other)


def split(store: Store, subject: str, other: str, *, by: str, reason: str) -> Decision:
    """Take an utterance out of a claim, or a statement out of an utterance. Raises StoreError where it is not in it."""
    homes = _check(store, subject, other)
    level = 1 if subject.startswith("c-") else 0
    first, second = (homes[statement_of(name)][level] for name in (subject, other))
    if first not in Decisions(store).members([second]):
        raise DecisionError(
            f"{other} is no part of {subject}", hint="sayso claim or sayso utterance shows the parts"
        )
    return _keep(store, "split", subject, by, reason, other=other)


def grade(store: Store, subject: str, value: str, *, by: str, reason: str) -> Decision:
    """Give a claim a credibility (1-6), or a source a reliability (A-F). Raises DecisionError for any other value."""
    is_claim = subject.startswith("c-")
    known = [str(one) for one in get_args(Credibility if is_claim else Reliability)]
    if value.upper() not in known:
        raise DecisionError(f"{value!r} is no grade of {subject}", hint=f"one of {', '.join(known)}")
    if is_claim:
        _check(store, subject)
    else:
        found = find(everybody(store), subject)
        if found is None:
            raise NotThere(f"the store has no source {subject}", hint="sayso sources shows the names")
        subject = found[0].name
    return _keep(store, "grade", subject, by, reason, value=value.upper())


def correct(store: Store, subject: str, field: str, value: str, *, by: str, reason: str) -> Decision:
    """Read a field of a statement otherwise than the machine did; `correcting.FIELDS` are those that can be.

    What is made of the statement goes by it at once; which utterance and claim it is of stays as linking found it.
    Raises NotThere, or DecisionError where the field cannot have that value.
    """
    kept = checked(field, value)
    with store.looking() as desk:
        if not desk.named([subject]):
            raise NotThere(f"the store {store.path} has no statement {subject}", hint=_STATEMENTS_SHOWN)
    return _keep(store, "correct", subject, by, reason, other=field, value=kept)


def undo(store: Store, key: int) -> None:
    """Let a decision count no more; it is kept. Raises StoreError where there is none that counts."""
    if not store.undo(key, _now()):
        raise NotThere(
            f"there is no decision {key} that counts", hint="sayso claim shows the decisions by number"
        )


def statement_of(name: str) -> str:
    """Return the id of the statement by which a group, or a statement itself, is known."""
    return name[2:] if name[:2] in ("c-", "u-") else name


class Decisions:
    """The decisions that count, led to the groups that the statements stand in now."""

    def __init__(self, store: Store) -> None:
        self.active = tuple(one for one in store.decisions() if one.undone_at is None)
        self._corrections: defaultdict[str, list[Decision]] = defaultdict(list)
        for one in self._of_kind("correct"):
            self._corrections[one.subject].append(one)
        groups = [one for one in self.active if one.kind != "correct"]
        named = {statement_of(name) for one in groups for name in (one.subject, one.other) if name}
        # One that is held to be no statement is in no view of its groups any more; its decision leads there.
        named |= {
            name for name, made in self._corrections.items() if any(one.other == REJECTED for one in made)
        }
        self._store = store
        self._homes = store.homes(named) if named else {}
        self._parents: dict[str, str] = {}
        for one in self._of_kind("merge"):
            self._join(one)
        self._out = {one.other for one in self._of_kind("split") if one.other}

    @property
    def claims(self) -> tuple[str, ...]:
        """The machine's claims that decisions have touched."""
        corrected = self._store.homes(self._corrections) if self._corrections else {}
        return tuple(sorted({claim for _, claim in (*self._homes.values(), *corrected.values())}))

    def corrections(self, statement: str) -> tuple[Decision, ...]:
        """Return the corrections of a statement's fields, in the order in which they were made."""
        return tuple(self._corrections.get(statement, ()))

    def corrections_of(self, statements: Iterable[Statement]) -> tuple[Decision, ...]:
        """Return the corrections of the fields of some statements, in the order in which they were made."""
        made = {one.key: one for statement in statements for one in self.corrections(statement.id)}
        return tuple(made[key] for key in sorted(made))

    def statement(self, statement: Statement) -> Statement | None:
        """Return a statement with what people corrected; None where they hold that it is none."""
        made = self._corrections.get(statement.id)
        return corrected(statement, made) if made else statement

    def report(self, report: Report) -> Report | None:
        """Return a report with what people corrected of its statement; None where they hold that it is none."""
        if report.id not in self._corrections:
            return report
        found = self.statement(report.statement)
        return replace(report, statement=found) if found else None

    def members(self, names: Collection[str]) -> set[str]:
        """Return the machine's groups that these, as effective, are made of."""
        roots = {self._root(name) for name in names}
        return set(names) | roots | {name for name in self._parents if self._root(name) in roots}

    def utterance(self, report: Report) -> str:
        """Return the id of the utterance that a report is of, decisions regarded."""
        if report.id in self._out:
            return f"u-{report.id}"
        return self._root(report.statement.utterance or f"u-{report.id}")

    def claim(self, utterance: str, reports: Iterable[Report]) -> str:
        """Return the id of the claim that an effective utterance stands to, decisions regarded."""
        if utterance in self._out:
            return f"c-{statement_of(utterance)}"
        claims = {self._root(report.statement.claim) for report in reports if report.statement.claim}
        return min(claims, default=f"c-{statement_of(utterance)}")

    def about(self, names: Collection[str]) -> tuple[Decision, ...]:
        """Return the decisions about any of these groups or sources."""
        wanted = set(names)
        return tuple(one for one in self.active if not wanted.isdisjoint(self._touched(one)))

    def grade(self, names: Collection[str]) -> Decision | None:
        """Return the last grade that somebody gave to any of these."""
        given = [one for one in self.about(names) if one.kind == "grade"]
        return given[-1] if given else None

    def _of_kind(self, kind: DecisionKind) -> list[Decision]:
        return [one for one in self.active if one.kind == kind]

    def _join(self, decision: Decision) -> None:
        """Take two groups for one; where they are utterances, their claims as well."""
        first, second = (
            self._homes.get(statement_of(name or "")) for name in (decision.subject, decision.other)
        )
        if first is None or second is None:
            return
        pairs = [(first[1], second[1])]
        if decision.subject.startswith("u-"):
            pairs.append((first[0], second[0]))
        for pair in pairs:
            one, other = sorted(map(self._root, pair))
            if one != other:
                self._parents[other] = one

    def _root(self, name: str) -> str:
        while name in self._parents:
            name = self._parents[name]
        return name

    def _touched(self, one: Decision) -> Iterator[str | None]:
        """Yield what a decision is about, by the ids that it has now."""
        yield one.subject
        home = self._homes.get(statement_of(one.subject))
        if one.kind != "correct":
            yield one.other
            yield self._root(home[1 if one.subject.startswith("c-") else 0]) if home else None
        elif home:
            yield from map(self._root, home)


def _check(store: Store, *names: str) -> dict[str, tuple[str, str]]:
    homes = store.homes([statement_of(name) for name in names])
    for name in names:
        if statement_of(name) not in homes:
            raise NotThere(f"the store {store.path} has nothing linked that is called {name}", hint=_SHOWN)
    return homes


def _keep(
    store: Store,
    kind: DecisionKind,
    subject: str,
    by: str,
    reason: str,
    *,
    other: str | None = None,
    value: str | None = None,
) -> Decision:
    if not by.strip() or not reason.strip():
        raise DecisionError("a decision needs a name and a reason", hint="give --by NAME and --reason TEXT")
    made = Decision(
        key=0, kind=kind, subject=subject, other=other, value=value, by=by, reason=reason, made_at=_now()
    )
    key = store.decide(made)
    return next(one for one in store.decisions() if one.key == key)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
