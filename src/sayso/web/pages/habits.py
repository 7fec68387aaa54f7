"""What a visitor prefers: the language and the look, kept in cookies of their own; and the way to sign in."""

from __future__ import annotations

from typing import Any

from litestar import Response, get
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect

from .. import links
from ..faces import FACES
from ..shell import FACE_COOKIE, LOOK_COOKIE, LOOKS, Shell

_YEAR = 365 * 86_400


@get("/speak", sync_to_thread=False)
def speak(face: FromQuery[str], to: FromQuery[str] = "/") -> Response[Any]:
    """Choose the language of the pages."""
    return _remember(FACE_COOKIE, face if face in FACES else "en", to)


@get("/look", sync_to_thread=False)
def look(look: FromQuery[str], to: FromQuery[str] = "/") -> Response[Any]:
    """Choose light or dark."""
    return _remember(LOOK_COOKIE, look if look in LOOKS else "", to)


@get("/sign-in", sync_to_thread=False)
def sign_in(shell: NamedDependency[Shell], to: FromQuery[str] = "/") -> Response[str]:
    """Show where to give a token."""
    return shell.render("sign_in.html.jinja", to=links.own(to))


def _remember(name: str, value: str, to: str) -> Response[Any]:
    cookie = Cookie(key=name, value=value, path="/", max_age=_YEAR, samesite="lax", httponly=True)
    return Redirect(links.own(to), cookies=[cookie])


handlers = (speak, look, sign_in)
