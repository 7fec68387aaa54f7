"""A claim: its ledger day by day, as known on any day."""

from __future__ import annotations

import datetime as dt

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from ...app import changes, claims, weighing
from ...app.course import Point, course
from ...app.serving import Store, Stores
from ...errors import NotThere
from ...model import Claim
from ..kept import Kept
from ..shell import Shell
from ..views import claim as view_of
from ..views.naming import outlets

_COURSES: Kept[tuple[Point, ...]] = Kept(60)


@get("/claim/{name:str}", sync_to_thread=True)
def claim(
    shell: NamedDependency[Shell],
    stores: NamedDependency[Stores],
    name: FromPath[str],
    on: FromQuery[dt.date | None] = None,
) -> Response[str]:
    """Show a claim as known on a day, or by all that is known."""
    store = stores.reading
    if name[:2] not in ("c-", "u-"):
        raise NotThere(f"there is no claim {name}")
    now = claims.claim(store, name)[0]
    if all(report.id != name[2:] for report in now.claim.reports):
        raise NotThere(f"there is no claim {name}")
    then = claims.claim(store, name, as_of=on)[0] if on else now
    entries = view_of.entries(then.weighed)
    differ = [one for said in then.weighed.claim.utterances for one in weighing.differences(said)]
    return shell.render(
        "claim.html.jinja",
        claim=then,
        text=now.text,
        on=on,
        course=_course(store, now.claim),
        ledger=view_of.ledger(entries),
        sides=view_of.sides(entries),
        origins=view_of.origins(then.weighed),
        uncounted=view_of.uncounted(then.weighed),
        discrepancies=[*weighing.clashes(then.weighed.claim), *differ],
        outlets=outlets(now.claim.reports),
        parts=[
            (one.id, f"{one.source.name}: {view_of.telling(one).statement.words}")
            for one in now.claim.utterances
        ],
    )


def _course(store: Store, claim: Claim) -> tuple[Point, ...]:
    """Return what was known of a claim by day; which documents repeat others may lag a minute here."""
    read = tuple((report.id, len(report.statement.notes)) for report in claim.reports)
    said = tuple((one.id, len(one.reports)) for one in claim.utterances)
    return _COURSES.get((store.path, read, said), changes.version(store).number, lambda: course(store, claim))


handlers = (claim,)
