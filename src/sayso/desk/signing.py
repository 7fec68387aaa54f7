"""Signing in and out: a browser that follows the printed link, or gives a token, carries a session from then on."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.exceptions import NotAuthorizedException
from litestar.params import QueryParameter, URLEncodedBody
from litestar.response import Redirect

from ..app.serving import Settings
from .keys import Keys
from .shield import COOKIE

_DAYS = 30
Secret = Annotated[str, QueryParameter(name="key", max_length=200)]
Next = Annotated[str, QueryParameter(name="next", max_length=2000)]


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """What the form of the sign-in page sends."""

    token: str
    next: str = "/"


@get("/enter", sync_to_thread=False)
def follow(
    keys: NamedDependency[Keys], settings: NamedDependency[Settings], key: Secret, next_page: Next = "/"
) -> Response[None]:
    """Sign a browser in that follows the link."""
    token = keys.follow(key)
    if token is None:
        raise NotAuthorizedException("this link was followed before, or is none: give a token instead")
    return _entered(token, next_page, settings)


@post("/enter", sync_to_thread=True)
def enter(
    data: URLEncodedBody[SignIn], keys: NamedDependency[Keys], settings: NamedDependency[Settings]
) -> Response[None]:
    """Sign a browser in that gives a token."""
    token = data.token.strip()
    if keys.name_of(token) is None:
        raise NotAuthorizedException("that token opens nothing")
    return _entered(token, data.next, settings)


@post("/leave", sync_to_thread=False)
def leave(settings: NamedDependency[Settings]) -> Response[None]:
    """Sign a browser out."""
    answer = Redirect("/", status_code=303)
    answer.set_cookie(_cookie("", 0, settings))
    return answer


def _entered(token: str, next_page: str, settings: Settings) -> Response[None]:
    answer = Redirect(own_page(next_page), status_code=303, headers={"Cache-Control": "no-store"})
    answer.set_cookie(_cookie(token, _DAYS * 86_400, settings))
    return answer


def own_page(address: str) -> str:
    """Return a page of this server to go on to: where the address leads elsewhere, the front page."""
    is_own = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_own else "/"


def _cookie(value: str, seconds: int, settings: Settings) -> Cookie:
    return Cookie(
        key=COOKIE,
        value=value,
        max_age=seconds,
        path="/",
        httponly=True,
        samesite="strict",
        secure=settings.secure,
    )


handlers = (follow, enter, leave)
