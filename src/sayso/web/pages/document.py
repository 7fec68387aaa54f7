"""A document: the article with its sources, cues and contents marked."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from ...app import correcting
from ...app.deciding import Decisions
from ...app.querying import show
from ...app.querying import statement as statement_called
from ...app.serving import Stores
from .. import links
from ..shell import Shell
from ..views.article import article, title


@get("/document", sync_to_thread=True)
def document(
    shell: NamedDependency[Shell],
    stores: NamedDependency[Stores],
    id: FromQuery[str],  # noqa: A002 - the word in the address
    revision: FromQuery[int | None] = None,
) -> Response[str]:
    """Show a document."""
    found = show(stores.reading, id, revision=revision)
    decided = Decisions(stores.reading)
    corrections = {one.id: made for one in found.statements if (made := decided.corrections(one.id))}
    readings = {one.id: decided.statement(one) or one for one in found.statements if one.id in corrections}
    return shell.render(
        "document.html.jinja",
        document=found,
        title=title(found),
        reading=article(found),
        corrections=corrections,
        readings=readings,
        choices=correcting.CHOICES,
    )


@get("/statement/{name:str}", sync_to_thread=True)
def statement(stores: NamedDependency[Stores], name: FromPath[str]) -> Redirect:
    """Lead to a statement in its document."""
    line = statement_called(stores.reading, name)
    return Redirect(links.passage(line.document.id, name, line.statement.content[0]))


handlers = (document, statement)
