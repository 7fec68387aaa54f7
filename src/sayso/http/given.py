"""What people hand over in the body of a request."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

import msgspec

Line = Annotated[str, msgspec.Meta(max_length=2000, min_length=1)]
Words = Annotated[str, msgspec.Meta(max_length=10_000, min_length=1)]


class NewDocument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document: exactly one of `text`, `html` and `address`.

    What else is known of it is filled in where the document does not say so itself. `address` is fetched only where
    the operator allows it.
    """

    text: Annotated[str, msgspec.Meta(min_length=1)] | None = None
    html: Annotated[str, msgspec.Meta(min_length=1)] | None = None
    address: Line | None = None
    url: Line | None = None
    title: Line | None = None
    outlet: Line | None = None
    lang: Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$")] | None = None
    published: dt.date | None = None


class NewDecision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision. What `subject`, `other` and `value` are is told by `kind`; who makes it, by the token.

    merge: two claims or two utterances, `subject` and `other`. split: `other`, an utterance of the claim or a statement
    of the utterance `subject`. grade: `value`, 1 to 6 for the claim or A to F for the source `subject`. correct:
    `value` for the field `other` of the statement `subject`.
    """

    kind: Literal["merge", "split", "grade", "correct"]
    subject: Line
    other: Line | None = None
    value: Line | None = None
    reason: Words
