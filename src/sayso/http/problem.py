"""Errors as RFC 9457 tells them: application/problem+json, whatever went wrong and wherever."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi import ResponseSpec

from ..errors import CursorError, DecisionError, InputError, NotThere, SaysoError, StoreError, TooLarge

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
"""After how long it is worth asking again where the store was busy."""

_LOG = logging.getLogger("sayso.http")


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong with a request: the parameter or field, and what is wrong with it."""

    where: str
    what: str


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong. `title` is the status in words, `detail` this case, `hint` the way out."""

    title: str
    status: int
    detail: str | None = None
    hint: str | None = None
    faults: tuple[Fault, ...] = ()


def told(
    status: int,
    detail: str | None = None,
    *,
    hint: str | None = None,
    faults: Sequence[Fault] = (),
    headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    """Return an error as an answer."""
    return Response(
        body(status, detail, hint=hint, faults=faults),
        status_code=status,
        media_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store", **(headers or {})},
    )


def body(
    status: int, detail: str | None = None, *, hint: str | None = None, faults: Sequence[Fault] = ()
) -> bytes:
    """Return an error as the bytes of an answer."""
    title = HTTPStatus(status).phrase
    return msgspec.json.encode(
        Problem(title=title, status=status, detail=detail, hint=hint, faults=tuple(faults))
    )


def answer(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Return what an error is told as."""
    if isinstance(error, SaysoError):
        return _of_sayso(error)
    if isinstance(error, ValidationException):
        return told(422, "the request does not fit the schema", faults=_faults(error.extra))
    if isinstance(error, HTTPException) and error.status_code < 500:
        detail = error.detail if error.detail != HTTPStatus(error.status_code).phrase else None
        return told(error.status_code, detail, headers=error.headers)
    _LOG.error("%s %s failed", request.method, request.scope["path"], exc_info=error)
    return told(500, "this is a defect of sayso; the server's log tells more")


def _of_sayso(error: SaysoError) -> Response[bytes]:
    match error:
        case NotThere():  # whose hint names commands, and whose message the file
            return told(404, "there is nothing of that name, or nothing is linked yet")
        case CursorError():
            return told(404, str(error), hint=error.hint)
        case DecisionError():
            return told(409, str(error), hint=error.hint)
        case TooLarge():
            return told(413, str(error), hint=error.hint)
        case InputError():
            return told(422, str(error), hint=error.hint)
        case StoreError():
            _LOG.warning("%s", error.line())
            told_of = "the store cannot be read or written just now"
            return told(503, told_of, headers={"Retry-After": str(RETRY_SECONDS)})
    _LOG.error("%s", error.line(), exc_info=error)
    return told(500, "this is a defect of sayso; the server's log tells more")


def _faults(extra: object) -> list[Fault]:
    """Return what the framework found wrong, a fault each."""
    found = extra if isinstance(extra, list) else []
    return [
        Fault(where=str(one.get("key", "body")), what=str(one.get("message", "")))
        for one in found
        if isinstance(one, dict)
    ]


def documented(*statuses: int) -> dict[int, ResponseSpec]:
    """Return for the schema that a resource may answer with these errors, beside those that any may answer with."""
    return {
        status: ResponseSpec(
            Problem, description=HTTPStatus(status).phrase, media_type=MEDIA_TYPE, generate_examples=False
        )
        for status in sorted({*statuses, 400, 401, 404, 422, 429, 503})
    }
