"""What people hand over in the body of a request."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, get_args

import msgspec
from litestar.openapi.spec import OpenAPI, Schema

Line = Annotated[str, msgspec.Meta(max_length=2000, min_length=1)]
Words = Annotated[str, msgspec.Meta(max_length=10_000, min_length=1)]
Text = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]
Address = Annotated[str, msgspec.Meta(max_length=2000, pattern="^https?://")]

_Field = Literal[
    "source_name",
    "source_role",
    "source_type",
    "said_at",
    "kind",
    "act",
    "polarity",
    "certainty",
    "rejected",
]


class _Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What else may be known of a document; it is filled in where the document does not say so itself."""

    url: Line | None = None
    title: Line | None = None
    outlet: Line | None = None
    lang: Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$")] | None = None
    published: dt.date | None = None


class TextDocument(_Document, frozen=True, kw_only=True, tag="text"):
    """A document by its text."""

    text: Text


class PageDocument(_Document, frozen=True, kw_only=True, tag="html"):
    """A document by the web page that it stands on."""

    html: Text


class AddressDocument(_Document, frozen=True, kw_only=True, tag="address"):
    """A document by its address, which is fetched where the operator allows it."""

    address: Address


NewDocument = TextDocument | PageDocument | AddressDocument


class _Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What a decision is about, and why it is taken; by whom, the token tells."""

    subject: Line
    reason: Words


class Merge(_Decision, frozen=True, kw_only=True, tag="merge"):
    """Two claims, or two utterances, are one."""

    other: Line


class Split(_Decision, frozen=True, kw_only=True, tag="split"):
    """An utterance is no part of a claim, or a statement none of an utterance."""

    other: Line


class Regrade(_Decision, frozen=True, kw_only=True, tag="grade"):
    """A grade for a claim (1 to 6), or for the source of that name (A to F)."""

    value: Annotated[str, msgspec.Meta(pattern="^[A-Fa-f1-6]$")]


class Correct(_Decision, frozen=True, kw_only=True, tag="correct"):
    """A field of a statement is to be read otherwise."""

    field: _Field
    value: Line


NewDecision = Merge | Split | Regrade | Correct


def close_bodies(schema: OpenAPI) -> None:
    """Say in the schema that a body has no other fields, which Litestar leaves out."""
    known = schema.components.schemas if schema.components else {}
    for body in (*get_args(NewDocument), *get_args(NewDecision)):
        found = known.get(body.__name__)
        if isinstance(found, Schema):
            found.additional_properties = False


def fields_of(document: NewDocument) -> dict[str, Any]:
    """Return what was handed over by name."""
    return msgspec.structs.asdict(document)
