"""Sources: who is heard, and what one of them said, with its record and grade."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from ...app import source_lists
from ...app.deciding import Decisions
from ...app.serving import Stores
from ...app.sources import source as weighed_source
from ..shell import Shell
from ..views.naming import outlets
from ..views.record import GRADED_UP_TO, record


@get("/sources", sync_to_thread=True)
def sources(
    shell: NamedDependency[Shell], stores: NamedDependency[Stores], after: FromQuery[str | None] = None
) -> Response[str]:
    """List who is heard, most often first."""
    page = source_lists.sources(stores.reading, after=after or None, limit=50)
    return shell.render("sources.html.jinja", page=page)


@get("/source", sync_to_thread=True)
def source(
    shell: NamedDependency[Shell],
    stores: NamedDependency[Stores],
    name: FromQuery[str],
    after: FromQuery[str | None] = None,
) -> Response[str]:
    """Show a source."""
    store = stores.reading
    card = source_lists.source(store, name)
    page = source_lists.claims_of(store, card.source.name, after=after or None, limit=20)
    names = {card.source.name, *card.source.spellings}
    is_weighed = card.heard.claims <= GRADED_UP_TO
    return shell.render(
        "source.html.jinja",
        card=card,
        page=page,
        record=record(page.items, names),
        grades=weighed_source(store, card.source.name).grades if is_weighed else (),
        decisions=Decisions(store).about(names),
        outlets=outlets(report for view in page.items for report in view.claim.reports),
    )


handlers = (sources, source)
