"""What every page has around it: language, look, who is here, and where one is."""

from __future__ import annotations

from typing import Any, NamedTuple

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.enums import MediaType

from ..app.serving import Visitor
from .environment import environment
from .faces import FACES, Face, face, wished

FACE_COOKIE = "sayso-face"
LOOK_COOKIE = "sayso-look"
LOOKS = ("light", "dark")
PLACES = (
    ("/", "Read"),
    ("/story", "Story"),
    ("/sources", "Sources"),
    ("/relays", "Relays"),
    ("/search", "Search"),
    ("/brief", "Brief"),
)
"""The pages that every page leads to, with their names."""


class Shell(NamedTuple):
    """How a page is shown to a visitor. `look` is empty where the browser's own scheme counts."""

    say: Face
    look: str
    visitor: Visitor
    address: str

    def render(self, name: str, *, status: int = 200, **context: object) -> Response[str]:
        """Return a page."""
        written = (
            environment()
            .get_template(name)
            .render(
                say=self.say,
                shell=self,
                faces=FACES,
                places=PLACES,
                **context,
            )
        )
        headers = {"Vary": "Cookie, Accept-Language", "Cache-Control": "private, no-cache"}
        return Response(written, media_type=MediaType.HTML, status_code=status, headers=headers)


def shell_of(request: Request[Any, Any, Any], visitor: NamedDependency[Visitor]) -> Shell:
    """Return how pages are shown to whoever asks."""
    look = request.cookies.get(LOOK_COOKIE, "")
    query = request.scope["query_string"].decode("latin-1")
    return Shell(
        say=face(wished(request.cookies.get(FACE_COOKIE), request.headers.get("accept-language", ""))),
        look=look if look in LOOKS else "",
        visitor=visitor,
        address=request.scope["path"] + (f"?{query}" if query else ""),
    )
