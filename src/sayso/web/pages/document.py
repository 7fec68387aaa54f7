"""A document: the article with its sources, cues and contents marked."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from ...app.claims import utterance
from ...app.querying import show
from ...app.serving import Stores
from .. import links
from ..shell import Shell
from ..views.article import article


@get("/document", sync_to_thread=True)
def document(
    shell: NamedDependency[Shell],
    stores: NamedDependency[Stores],
    id: FromQuery[str],  # noqa: A002 - the word in the address
    revision: FromQuery[int | None] = None,
) -> Response[str]:
    """Show a document."""
    found = show(stores.reading, id, revision=revision)
    return shell.render("document.html.jinja", document=found, reading=article(found))


@get("/statement/{name:str}", sync_to_thread=True)
def statement(stores: NamedDependency[Stores], name: FromPath[str]) -> Redirect:
    """Lead to a statement in its document."""
    view = utterance(stores.reading, name)
    report = next(one for one in view.utterance.reports if one.id == name)
    return Redirect(links.passage(report.document, name, report.statement.content[0]))


handlers = (document, statement)
