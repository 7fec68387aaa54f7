"""The front page: paste a text or an address, and see who said what in it; nothing is kept."""

from __future__ import annotations

import time
from typing import Annotated, NamedTuple

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from ...app import pasting
from ...app.counting import held
from ...app.serving import Settings, Stores, Visitor
from ...errors import SaysoError
from .. import links
from ..shell import Shell
from ..views.article import article
from .deciding import named


class Given(msgspec.Struct, frozen=True):
    """What the form of the front page gives."""

    text: str = ""
    published: str = ""
    outlet: str = ""


class _Told(NamedTuple):
    """What went wrong, and the way out."""

    problem: str | None = None
    hint: str | None = None


_FINE = _Told()

Form = Annotated[Given, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/", sync_to_thread=True)
def front(
    shell: NamedDependency[Shell], stores: NamedDependency[Stores], settings: NamedDependency[Settings]
) -> Response[str]:
    """Show where to paste."""
    return _page(shell, stores, _allowed(settings, shell.visitor), Given())


@post("/read", sync_to_thread=True, status_code=200)
def read(
    data: Form,
    shell: NamedDependency[Shell],
    stores: NamedDependency[Stores],
    settings: NamedDependency[Settings],
) -> Response[str]:
    """Read what was pasted, and show it with its statements."""
    settings = _allowed(settings, shell.visitor)
    began = time.perf_counter()
    try:
        document = pasting.pasted(data.text, settings, published=data.published, outlet=data.outlet)
    except SaysoError as error:
        return _page(shell, stores, settings, data, _Told(str(error), error.hint), status=422)
    return shell.render(
        "front.html.jinja",
        given=data,
        document=document,
        reading=article(document),
        elapsed=round((time.perf_counter() - began) * 1000),
        problem=None,
        hint=None,
        can_fetch=settings.fetch,
    )


@post("/keep", sync_to_thread=True)
def keep(
    data: Form,
    stores: NamedDependency[Stores],
    settings: NamedDependency[Settings],
    visitor: NamedDependency[Visitor],
) -> Redirect:
    """Read what was pasted into the store, and lead to it."""
    named(visitor)
    kept = pasting.keep(stores, data.text, settings, published=data.published, outlet=data.outlet)
    return Redirect(links.document(kept.id), status_code=303)


def _allowed(settings: Settings, visitor: Visitor) -> Settings:
    """Return what a visitor may have done: only for those who are known the server goes out to fetch."""
    return settings._replace(fetch=settings.fetch and visitor.name is not None)


def _page(
    shell: Shell,
    stores: Stores,
    settings: Settings,
    given: Given,
    told: _Told = _FINE,
    *,
    status: int = 200,
) -> Response[str]:
    return shell.render(
        "front.html.jinja",
        status=status,
        given=given,
        held=held(stores.reading),
        reading=None,
        can_fetch=settings.fetch,
        **told._asdict(),
    )


handlers = (front, read, keep)
