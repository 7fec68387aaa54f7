"""Briefs and relays: what sayso tells in words of its own, and who took it from whom."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, TypeAlias
from urllib.parse import quote

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from ...app import picturing, telling
from ...app.fragments import brief_part, relay_picture
from ...app.serving import Stores
from ...errors import NotThere, StoreError
from ..shell import Shell
from ..views.chains import chains
from .search import day

Length: TypeAlias = Literal["short", "full"]
_MEDIA = {
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_SAFE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""What a brief that is opened as a page of its own may do."""


@get("/brief", sync_to_thread=True)
def brief(
    shell: NamedDependency[Shell],
    stores: NamedDependency[Stores],
    about: FromQuery[str | None] = None,
    lang: FromQuery[str | None] = None,
    on: FromQuery[str | None] = None,
    length: FromQuery[str | None] = None,
) -> Response[str]:
    """Show a brief."""
    spoken = lang if lang in telling.LANGUAGES else shell.say.code
    try:
        written = telling.brief(
            stores.reading, about or None, lang=spoken, as_of=day(on), length=_length(length, about)
        )
    except StoreError as error:
        problem = str(error) if isinstance(error, NotThere) else error.line()
        return shell.render(
            "brief.html.jinja",
            **_asked(about, spoken, on, _length(length, about)),
            part=None,
            problem=problem,
        )
    return shell.render(
        "brief.html.jinja",
        **_asked(about, spoken, on, _length(length, about)),
        part=brief_part(written),
        problem=None,
    )


@get("/brief/file", sync_to_thread=True)
def brief_file(
    shell: NamedDependency[Shell],
    stores: NamedDependency[Stores],
    form: FromQuery[str] = "txt",
    about: FromQuery[str | None] = None,
    lang: FromQuery[str | None] = None,
    on: FromQuery[str | None] = None,
    length: FromQuery[str | None] = None,
) -> Response[bytes]:
    """Give a brief as a file."""
    if form not in telling.FORMS or form not in _MEDIA:
        raise NotThere(f"there is no brief in the form {form}")
    spoken = lang if lang in telling.LANGUAGES else shell.say.code
    data = telling.brief_file(
        stores.reading, about or None, form=form, lang=spoken, as_of=day(on), length=_length(length, about)
    )
    name = quote(f"sayso-brief-{spoken}-{on or dt.date.today().isoformat()}.{form}")
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": _SAFE,
        "X-Content-Type-Options": "nosniff",
    }
    return Response(data, media_type=_MEDIA[form], headers=headers)


@get("/relays", sync_to_thread=True)
def relays(
    shell: NamedDependency[Shell], stores: NamedDependency[Stores], about: FromQuery[str | None] = None
) -> Response[str]:
    """Show who took it from whom."""
    try:
        graph = picturing.relays(stores.reading, about or None, lang=shell.say.code, limit=200)
    except StoreError as error:
        return shell.render(
            "relays.html.jinja", about=about, picture=None, links_found=(), problem=error.line()
        )
    return shell.render(
        "relays.html.jinja",
        about=about,
        picture=relay_picture(graph),
        links_found=chains(graph),
        problem=None,
    )


def _length(asked: str | None, about: str | None) -> Length:
    """Return how long a brief is to be: short where it is of all that there is, unless somebody wants all of it."""
    if asked in ("short", "full"):
        return "short" if asked == "short" else "full"
    return "full" if about else "short"


def _asked(about: str | None, lang: str, on: str | None, length: Length) -> dict[str, Any]:
    return {"about": about, "lang": lang, "on": on, "length": length, "spoken": telling.LANGUAGES}


handlers = (brief, brief_file, relays)
