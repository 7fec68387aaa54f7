"""Parameters that several resources take, each with what the schema says of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from litestar.params import PathParameter, QueryParameter

from ..app.querying import Query
from ..model import Act

LONGEST = 300
"""Characters of a name, an id or words; nobody types more."""

Id: TypeAlias = Annotated[str, PathParameter(max_length=LONGEST, description="An id.")]
Reference: TypeAlias = Annotated[
    str, PathParameter(max_length=LONGEST, description="The id of a group, or of a statement in it.")
]
Words: TypeAlias = Annotated[
    str | None,
    QueryParameter(max_length=LONGEST, description="Words that must all occur, each in any of its forms."),
]
About: TypeAlias = Annotated[
    str | None,
    QueryParameter(
        max_length=LONGEST,
        description="The id of a claim, or words that claims are told in; without it, all that is told most.",
    ),
]
AsOf: TypeAlias = Annotated[dt.date | None, QueryParameter(description="As it was known on this day.")]
Lang: TypeAlias = Annotated[Literal["en", "uk"], QueryParameter(description="The language to tell it in.")]
Source: TypeAlias = Annotated[
    str | None, QueryParameter(max_length=LONGEST, description="A source by name or role, in any form.")
]
InDocument: TypeAlias = Annotated[
    str | None, QueryParameter(max_length=2000, description="The id or the address of a document.")
]
Outlet: TypeAlias = Annotated[str | None, QueryParameter(max_length=LONGEST, description="An outlet's name.")]
InLanguage: TypeAlias = Annotated[
    str | None, QueryParameter(pattern="^[a-z]{2,3}$", description="The language of a document: uk, en ...")
]
OfAct: TypeAlias = Annotated[Act | None, QueryParameter(description="What the source does by saying it.")]
Since: TypeAlias = Annotated[
    dt.date | None, QueryParameter(description="Said, or else published, not before this day.")
]
Until: TypeAlias = Annotated[
    dt.date | None, QueryParameter(description="Said, or else published, not after this day.")
]
Confidence: TypeAlias = Annotated[
    float | None,
    QueryParameter(
        ge=0, le=1, schema_extra={"minimum": 0}, description="The least probability that it was read rightly."
    ),
]


def plain(name: str) -> str:
    """Return a name that stood in a path: a slash in it was escaped there, and comes as NUL."""
    return name.replace("\0", "/")


def narrowed(
    *,
    words: str | None = None,
    source: str | None = None,
    document: str | None = None,
    outlet: str | None = None,
    lang: str | None = None,
    act: Act | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    confidence: float | None = None,
) -> Query:
    """Return what parameters narrow a list to; an empty one narrows nothing."""
    return Query(
        words=words or None,
        source=source or None,
        document=document or None,
        outlet=outlet or None,
        lang=lang or None,
        act=act,
        since=since,
        until=until,
        confidence=confidence,
    )
