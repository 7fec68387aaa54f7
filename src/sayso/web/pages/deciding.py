"""What a person decides from the pages: corrections, merges, splits, grades, and taking one of them back.

That a form was sent from a page of ours is for the desk to check, before anything here is asked.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

import msgspec
from litestar import post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotAuthorizedException
from litestar.params import Body
from litestar.response import Redirect

from ...app import correcting, deciding
from ...app.deciding import Decisions
from ...app.querying import statement
from ...app.serving import Stores, Visitor
from ...errors import DecisionError
from .. import links


class Decided(msgspec.Struct, frozen=True):
    """A merge, a split or a grade."""

    kind: str
    subject: str
    reason: str
    other: str = ""
    value: str = ""
    to: str = "/"


class Corrected(msgspec.Struct, frozen=True):
    """The fields of a statement as a person reads them: those that say something else than before are corrected."""

    statement: str
    reason: str
    source_name: str = ""
    source_role: str = ""
    said_at: str = ""
    source_type: str = ""
    act: str = ""
    polarity: str = ""
    certainty: str = ""
    rejected: str = ""
    to: str = "/"


class Undone(msgspec.Struct, frozen=True):
    """A decision that is to count no more, by its number."""

    key: int
    to: str = "/"


_T = TypeVar("_T")
_Form = Annotated[_T, Body(media_type=RequestEncodingType.URL_ENCODED)]


@post("/decide", sync_to_thread=True)
def decide(
    data: _Form[Decided], stores: NamedDependency[Stores], visitor: NamedDependency[Visitor]
) -> Redirect:
    """Merge, split or grade."""
    by, reason = named(visitor), data.reason
    subject, other = data.subject, data.other.strip()
    with stores.writing() as store:
        match data.kind:
            case "merge":
                deciding.merge(store, subject, other, by=by, reason=reason)
            case "split":
                deciding.split(store, subject, other, by=by, reason=reason)
            case "grade":
                deciding.grade(store, subject, data.value, by=by, reason=reason)
            case _:
                raise DecisionError(f"{data.kind!r} is nothing to decide")
    return Redirect(links.own(data.to), status_code=303)


@post("/correct", sync_to_thread=True)
def correct(
    data: _Form[Corrected], stores: NamedDependency[Stores], visitor: NamedDependency[Visitor]
) -> Redirect:
    """Correct the fields of a statement that a person reads otherwise."""
    by = named(visitor)
    with stores.writing() as store:
        read = statement(store, data.statement).statement
        now = Decisions(store).statement(read) or read
        for field in correcting.FIELDS:
            value = " ".join(getattr(data, field, "").split())
            if value and value != correcting.machine_value(now, field):
                deciding.correct(store, data.statement, field, value, by=by, reason=data.reason)
    return Redirect(links.own(data.to), status_code=303)


@post("/undo", sync_to_thread=True)
def undo(data: _Form[Undone], stores: NamedDependency[Stores], visitor: NamedDependency[Visitor]) -> Redirect:
    """Let a decision count no more."""
    named(visitor)
    with stores.writing() as store:
        deciding.undo(store, data.key)
    return Redirect(links.own(data.to), status_code=303)


def named(visitor: Visitor) -> str:
    """Return the name under which somebody decides. Raises NotAuthorizedException for who is not signed in."""
    if visitor.name is None:
        raise NotAuthorizedException("sign in to decide")
    return visitor.name


handlers = (decide, correct, undo)
