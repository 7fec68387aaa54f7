"""An utterance: all its reports side by side, and where they differ."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from ...app import claims
from ...app.serving import Stores
from ..shell import Shell
from ..views.claim import telling
from ..views.naming import outlets
from ..views.wordwise import columns


@get("/utterance/{name:str}", sync_to_thread=True)
def utterance(
    shell: NamedDependency[Shell], stores: NamedDependency[Stores], name: FromPath[str]
) -> Response[str]:
    """Show an utterance."""
    view = claims.utterance(stores.reading, name)
    return shell.render(
        "utterance.html.jinja",
        view=view,
        told=telling(view.utterance),
        columns=columns(view.utterance),
        copies={one.document: one for one in view.reprints},
        outlets=outlets(view.utterance.reports),
        parts=[
            (one.id, f"{one.outlet or one.document}: {one.statement.words}") for one in view.utterance.reports
        ],
    )


handlers = (utterance,)
